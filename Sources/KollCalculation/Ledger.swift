public import KollModel

/// Facts summed by area, line and series, dense, with the count of what each sum holds.
///
/// Its memory follows areas, lines and series, never the number of facts.
public struct Ledger: Sendable {
  /// The sums, a row for each area and line.
  private var rows: [Row] = []
  /// The areas' places among those that have rows.
  private var placesOfAreas: [AreaPath: Int] = [:]
  /// The rows of each area, in the order they were added.
  private var rowsOfAreas: [[Int]] = []
  private var rowOfLine: [LineKey: Int] = [:]
  /// The series' places in the rows.
  private var places: [Series: Int] = [:]

  /// A sum of facts and how many there were.
  public struct Sum: Hashable, Sendable {
    /// The sum in minor units.
    public var amount: Money
    /// How many facts it holds.
    public var count: Int

    /// Both taken together.
    static func + (left: Sum, right: Sum) throws(AmountOverflow) -> Sum {
      Sum(amount: try left.amount + right.amount, count: left.count + right.count)
    }

    /// What has been added up so far, if anything, and one more.
    static func + (left: Sum?, right: Sum) throws(AmountOverflow) -> Sum {
      guard let left else { return right }
      return try left + right
    }
  }

  private struct LineKey: Hashable {
    let area: AreaPath
    let line: Line?
  }

  /// Creates an empty ledger.
  public init() {}

  /// Adds the facts of a table.
  /// - Parameter table: The table, whose facts point at its own areas, lines and series.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public mutating func add(_ table: ImportedTable) throws(AmountOverflow) {
    let places = table.series.map { place(of: $0) }
    // One more than the lines: the first is that of facts without a line.
    let width = table.lines.count + 1
    var known: [Int: Int] = [:]
    for index in table.facts.indices {
      let (area, line) = (table.facts[index].area, table.facts[index].line)
      let key = area * width + (line.map { $0 + 1 } ?? 0)
      let row: Int
      if let found = known[key] {
        row = found
      } else {
        row = self.row(of: table.areas[area], line.map { table.lines[$0] })
        known[key] = row
      }
      let sum = Sum(amount: table.facts[index].amount, count: 1)
      try rows[row].add(sum, at: places[table.facts[index].series])
    }
  }

  /// The sum of the facts about one area and series; `nil` when there are none.
  /// - Parameters:
  ///   - area: The area itself, without those below it.
  ///   - wanted: The series.
  /// - Returns: The sum over the area's lines, or `nil`.
  /// - Throws: ``AmountOverflow`` when the sum of the lines does not fit.
  public func sum(_ area: AreaPath, _ wanted: Series) throws(AmountOverflow) -> Sum? {
    guard let area = placesOfAreas[area] else { return nil }
    return try sums(of: [area], wanted)[0]
  }

  /// The ledger with some of its lines alone.
  /// - Parameter isWanted: Whether a line is kept; `nil` stands for facts without a line.
  /// - Returns: The ledger, with all areas.
  func keeping(_ isWanted: (Line?) -> Bool) -> Ledger {
    var kept = self
    for area in rowsOfAreas.indices {
      kept.rowsOfAreas[area].removeAll { !isWanted(rows[$0].line) }
    }
    return kept
  }

  /// The place of an area, by which its sums are found; `nil` when there are no facts about it.
  func place(of area: AreaPath) -> Int? { placesOfAreas[area] }

  /// The sums of the facts about some areas and one series; `nil` where there are none.
  /// - Parameters:
  ///   - areas: The areas' places.
  ///   - wanted: The series.
  /// - Returns: For each area the sum over its lines, or `nil`.
  /// - Throws: ``AmountOverflow`` when the sum of the lines does not fit.
  func sums(of areas: [Int], _ wanted: Series) throws(AmountOverflow) -> [Sum?] {
    var sums = [Sum?](repeating: nil, count: areas.count)
    guard let place = places[wanted] else { return sums }
    for (index, area) in areas.enumerated() {
      for row in rowsOfAreas[area] {
        guard let sum = rows[row][place] else { continue }
        sums[index] = try sums[index] + sum
      }
    }
    return sums
  }

  /// The places of the areas that have facts of any of some series, of those above them and of
  /// those below; all lines count, also in a ledger that keeps some.
  func places(aroundThoseWith wanted: [Series]) -> Set<Int> {
    let series = wanted.compactMap { places[$0] }
    let areas = Set(rows.filter { row in series.contains { row[$0] != nil } }.map(\.area))
    let decided = placesOfAreas.filter { areas.contains($0.value) }.keys.map(\.withoutUnallocated)
    let around = placesOfAreas.filter { path, _ in
      let path = path.withoutUnallocated
      return decided.contains { $0.isOnLine(with: path) }
    }
    return Set(around.values)
  }

  private mutating func row(of area: AreaPath, _ line: Line?) -> Int {
    let key = LineKey(area: area, line: line)
    if let row = rowOfLine[key] { return row }
    rowOfLine[key] = rows.count
    let place = placesOfAreas[area] ?? rowsOfAreas.count
    if place == rowsOfAreas.count {
      placesOfAreas[area] = place
      rowsOfAreas.append([])
    }
    rowsOfAreas[place].append(rows.count)
    rows.append(Row(area: place, line: line))
    return rows.count - 1
  }

  private mutating func place(of wanted: Series) -> Int {
    if let place = places[wanted] { return place }
    places[wanted] = places.count
    return places.count - 1
  }
}

extension Ledger {
  /// The sums of one area and line, by the series' places.
  private struct Row: Sendable {
    /// The area's place.
    let area: Int
    let line: Line?
    private var sums: [Sum] = []

    init(area: Int, line: Line?) {
      self.area = area
      self.line = line
    }

    subscript(place: Int) -> Sum? {
      guard place < sums.count, sums[place].count > 0 else { return nil }
      return sums[place]
    }

    mutating func add(_ sum: Sum, at place: Int) throws(AmountOverflow) {
      while sums.count <= place { sums.append(Sum(amount: .zero, count: 0)) }
      sums[place] = try sums[place] + sum
    }
  }
}
