public import KollModel

/// Where the figures of areas stand: the files, and the lines in them.
public struct AreaSources: Hashable, Sendable {
  /// The lines of each file, by area, those of the areas below it among them.
  private var lines: [AreaPath: [String: [Int]]] = [:]

  /// The lines of a file that figures of an area stand on.
  public struct Lines: Hashable, Sendable {
    /// The file, as the project names it.
    public let file: String
    /// The lines, those that follow each other together, from the first down.
    public let ranges: [ClosedRange<Int>]
    /// How many lines they are.
    public var count: Int { ranges.reduce(0) { $0 + $1.count } }

    /// Creates a list.
    /// - Parameters:
    ///   - file: The file.
    ///   - lines: The lines in any order, as often as they are met.
    public init(file: String, lines: some Sequence<Int>) {
      self.file = file
      ranges = Set(lines).sorted().reduce(into: []) { ranges, line in
        if let last = ranges.last, last.upperBound + 1 == line {
          ranges[ranges.count - 1] = last.lowerBound...line
        } else {
          ranges.append(line...line)
        }
      }
    }
  }

  /// Gathers the lines of tables.
  /// - Parameter tables: The tables.
  public init(of tables: [ImportedTable]) {
    for table in tables {
      // One list for each area and file: most tables are of one file.
      var own: [Int: [String: [Int]]] = [:]
      for fact in table.facts {
        own[fact.area, default: [:]][fact.origin.file, default: []].append(fact.origin.line)
      }
      for (area, files) in own.sorted(by: { $0.key < $1.key }) {
        let labels = table.areas[area].labels
        for depth in 0...labels.count {
          let above = AreaPath(Array(labels.prefix(depth)))
          for (file, found) in files { lines[above, default: [:]][file, default: []] += found }
        }
      }
    }
  }

  /// The lines that an area's figures stand on, those of the areas below it among them.
  /// - Parameter area: The area.
  /// - Returns: The lines, by the files' names.
  public func lines(of area: AreaPath) -> [Lines] {
    let files = lines[area, default: [:]].sorted { $0.key < $1.key }
    return files.map { Lines(file: $0.key, lines: $0.value) }
  }
}
