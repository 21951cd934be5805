public import KollModel

/// Facts summed by area, line and series, dense, with the count of what each sum holds.
///
/// Its memory follows areas, lines and series, never the number of facts.
public struct Ledger: Sendable {
  /// The sums, a row for each area and line.
  private var rows: [Row] = []
  /// The rows of each area, in the order they were added.
  private var rowsOfArea: [AreaPath: [Int]] = [:]
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
    for fact in table.facts {
      let line = fact.line.map { $0 + 1 } ?? 0
      let key = fact.area * width + line
      let row =
        known[key] ?? row(of: table.areas[fact.area], fact.line.map { table.lines[$0] })
      known[key] = row
      try rows[row].add(Sum(amount: fact.amount, count: 1), at: places[fact.series])
    }
  }

  /// The sum of the facts about one area and series; `nil` when there are none.
  /// - Parameters:
  ///   - area: The area itself, without those below it.
  ///   - wanted: The series.
  /// - Returns: The sum over the area's lines, or `nil`.
  /// - Throws: ``AmountOverflow`` when the sum of the lines does not fit.
  public func sum(_ area: AreaPath, _ wanted: Series) throws(AmountOverflow) -> Sum? {
    try sum(area, wanted) { _ in true }
  }

  /// The sum of the facts about one area, series and some of its lines; `nil` when there are none.
  /// - Parameters:
  ///   - area: The area itself, without those below it.
  ///   - wanted: The series.
  ///   - isWanted: Whether a line is counted; `nil` stands for facts without a line.
  /// - Returns: The sum over the lines, or `nil`.
  /// - Throws: ``AmountOverflow`` when the sum of the lines does not fit.
  public func sum(
    _ area: AreaPath,
    _ wanted: Series,
    where isWanted: (Line?) -> Bool,
  ) throws(AmountOverflow) -> Sum? {
    guard let place = places[wanted] else { return nil }
    var total: Sum?
    for index in rowsOfArea[area] ?? [] where isWanted(rows[index].line) {
      guard let sum = rows[index][place] else { continue }
      total = try total.map { (soFar) throws(AmountOverflow) in try soFar + sum } ?? sum
    }
    return total
  }

  /// The areas that the ledger has rows of, each once, in no order.
  public var areas: some Collection<AreaPath> { rowsOfArea.keys }

  private mutating func row(of area: AreaPath, _ line: Line?) -> Int {
    let key = LineKey(area: area, line: line)
    if let row = rowOfLine[key] { return row }
    rowOfLine[key] = rows.count
    rowsOfArea[area, default: []].append(rows.count)
    rows.append(Row(line: line))
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
    let line: Line?
    private var sums: [Sum] = []

    init(line: Line?) {
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
