public import KollModel

/// Facts summed by area and series, dense, with the count of what each sum holds.
public struct Ledger: Sendable {
  private var areas: [AreaPath: Int] = [:]
  private var series: [Series: Int] = [:]
  private var sums: [[Sum]] = []

  /// A sum of facts and how many there were.
  public struct Sum: Hashable, Sendable {
    /// The sum in minor units.
    public var amount: Money
    /// How many facts it holds.
    public var count: Int
  }

  /// Creates an empty ledger.
  public init() {}

  /// Adds the facts of a table.
  /// - Parameter table: The table, whose facts point at its own areas and series.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public mutating func add(_ table: ImportedTable) throws(AmountOverflow) {
    let areaIndices = table.areas.map { index(of: $0) }
    let seriesIndices = table.series.map { index(of: $0) }
    for fact in table.facts {
      try add(fact.amount, area: areaIndices[fact.area], series: seriesIndices[fact.series])
    }
  }

  /// The sum of the facts about one area and series; `nil` when there are none.
  /// - Parameters:
  ///   - area: The area itself, without those below it.
  ///   - wanted: The series.
  /// - Returns: The sum, or `nil`.
  public func sum(_ area: AreaPath, _ wanted: Series) -> Sum? {
    guard let row = areas[area], let column = series[wanted], column < sums[row].count,
      sums[row][column].count > 0
    else { return nil }
    return sums[row][column]
  }

  private mutating func add(_ amount: Money, area: Int, series: Int) throws(AmountOverflow) {
    while sums[area].count <= series { sums[area].append(Sum(amount: .zero, count: 0)) }
    sums[area][series].amount = try sums[area][series].amount + amount
    sums[area][series].count += 1
  }

  private mutating func index(of area: AreaPath) -> Int {
    if let index = areas[area] { return index }
    areas[area] = sums.count
    sums.append([])
    return sums.count - 1
  }

  private mutating func index(of wanted: Series) -> Int {
    if let index = series[wanted] { return index }
    series[wanted] = series.count
    return series.count - 1
  }
}
