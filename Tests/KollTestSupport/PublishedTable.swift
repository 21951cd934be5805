/// A table of nämnder and their verksamheter as it might be published, with what it means.
public struct PublishedTable {
  /// The file's text.
  public var text: String
  /// What the rows mean: for each item its path, `Nämnd/Verksamhet`, in the file's order.
  public var items: [String]
}

/// How a published table is laid out.
public struct TableShape: Sendable {
  /// Where the sum of a nämnd stands.
  public enum Groups: CaseIterable, Sendable {
    /// On the nämnd's own line above its verksamheter.
    case above
    /// Below the verksamheter, called a sum.
    case belowNamed
    /// Below the verksamheter, under the nämnd's name.
    case belowUnnamed
    /// There are no sums of nämnder and no nämnder: the rows stand side by side.
    case none
  }

  /// Where the sum of all stands.
  public enum Total: CaseIterable, Sendable {
    /// On the last line, called a sum.
    case lastNamed
    /// On the last line, called by the kommun's name.
    case lastUnnamed
    /// On the first line, called a sum.
    case firstNamed
    /// Nowhere.
    case absent
  }

  /// Where the sums of nämnder stand.
  public var groups: Groups
  /// Where the sum of all stands.
  public var total: Total
  /// Whether each figure is rounded by itself from finer ones.
  public var isRounded: Bool
  /// How many columns of figures there are.
  public var columns: Int
  /// Whether a nämnd may have a single verksamhet.
  public var hasSingles: Bool
  /// Whether nämnder without verksamheter stand among the others.
  public var hasLoneAreas: Bool
  /// Whether some cells are left empty.
  public var hasGaps: Bool

  /// A random shape.
  public init(using generator: inout SeededGenerator) {
    groups = generator.element(of: Groups.allCases)
    total = generator.element(of: Total.allCases)
    isRounded = generator.once(in: 2)
    columns = Int.random(in: 2...4, using: &generator)
    hasSingles = generator.once(in: 3)
    hasLoneAreas = generator.once(in: 2)
    // A sum in one column only is proven by a total, or not at all.
    hasGaps = total != .absent && generator.once(in: 3)
  }
}

extension PublishedTable {
  private struct Line {
    var label: String
    /// In thousandths of what is shown.
    var figures: [Int64?]
  }

  /// A random table of a shape.
  public init(_ shape: TableShape, using generator: inout SeededGenerator) {
    var lines: [Line] = []
    var paths: [String] = []
    var grand = [Int64?](repeating: nil, count: shape.columns)
    let count = Int.random(in: 2...6, using: &generator)
    for nämnd in 0..<count {
      let name = "Nämnd \(PublishedTable.letter(nämnd))"
      // The first has several verksamheter: one alone does not tell on which side sums stand.
      if shape.groups == .none || nämnd > 0 && shape.hasLoneAreas && generator.once(in: 3) {
        let line = Line(label: name, figures: generator.figures(shape))
        lines.append(line)
        paths.append(name)
        grand = PublishedTable.sum(grand, line.figures)
        continue
      }
      let size = Int.random(in: (shape.hasSingles && nämnd > 0 ? 1 : 2)...6, using: &generator)
      let parts = (0..<size).map { part in
        Line(
          label: "Verksamhet \(PublishedTable.letter(nämnd))\(part + 1)",
          figures: generator.figures(shape),
        )
      }
      let sum = parts.map(\.figures).reduce([Int64?](repeating: nil, count: shape.columns)) {
        PublishedTable.sum($0, $1)
      }
      grand = PublishedTable.sum(grand, sum)
      switch shape.groups {
      case .above: lines += [Line(label: name, figures: sum)] + parts
      case .belowNamed: lines += parts + [Line(label: "Summa \(name)", figures: sum)]
      case .belowUnnamed: lines += parts + [Line(label: name, figures: sum)]
      case .none: break
      }
      paths += parts.map { shape.groups == .above ? "\(name)/\($0.label)" : $0.label }
    }
    switch shape.total {
    case .lastNamed: lines.append(Line(label: "Totalt", figures: grand))
    case .lastUnnamed: lines.append(Line(label: "Ale kommun", figures: grand))
    case .firstNamed: lines.insert(Line(label: "Totalt", figures: grand), at: 0)
    case .absent: break
    }
    let titles = (0..<shape.columns).map { ";Budget \(2020 + $0)" }.joined()
    text = "Belopp i tkr\nOmråde\(titles)\n"
    for line in lines {
      text += line.label
      for figure in line.figures {
        text += ";" + (figure.map { PublishedTable.shown($0, isRounded: shape.isRounded) } ?? "")
      }
      text += "\n"
    }
    items = paths
  }

  private static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(65 + index)))
  }

  private static func sum(_ first: [Int64?], _ second: [Int64?]) -> [Int64?] {
    zip(first, second).map { first, second in
      first.map { $0 + (second ?? 0) } ?? second
    }
  }

  private static func shown(_ thousandths: Int64, isRounded: Bool) -> String {
    guard isRounded else { return String(thousandths) }
    let rounded = (thousandths.magnitude + 500) / 1000
    return thousandths < 0 && rounded > 0 ? "-\(rounded)" : String(rounded)
  }
}

extension SeededGenerator {
  /// The figures of a row, in thousandths of what is shown.
  fileprivate mutating func figures(_ shape: TableShape) -> [Int64?] {
    let base = Int64.random(in: 100_000...90_000_000, using: &self)
    return (0..<shape.columns).map { column in
      if shape.hasGaps, column > 0, once(in: 8) { return nil }
      return base + Int64.random(in: -base / 10...base / 10, using: &self)
    }
  }
}
