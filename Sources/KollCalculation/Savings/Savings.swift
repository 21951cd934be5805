public import KollModel

/// A savings task and the measures that are to meet it.
public struct Savings: Hashable, Sendable {
  /// What the task is called.
  public var title: String
  /// The year that the task is for.
  public var year: Int
  /// Which months a year has.
  public var fiscalYear: FiscalYear
  /// The unit that the task is stated in.
  public var unit: MoneyUnit
  /// The amount to save, above zero.
  public var task: Amount
  /// The measures in the register's order.
  public var measures: [Measure]
  /// The measures as they were a round earlier; none where the register has no rounds.
  public internal(set) var measuresBefore: [Measure] = []
  /// The task's parts by area, when it is divided.
  public var division: Division?

  /// An amount and whether the source calls it approximate.
  public struct Amount: Hashable, Sendable {
    /// The amount, above zero for a saving.
    public let money: Money
    /// Whether the source states it as "cirka".
    public let isApproximate: Bool
    /// What it follows from, as far as that is known.
    public let source: FigureSource?

    /// Creates an amount.
    /// - Parameters:
    ///   - money: The amount.
    ///   - isApproximate: Whether the source states it as "cirka".
    ///   - source: What it follows from.
    public init(_ money: Money, isApproximate: Bool = false, source: FigureSource? = nil) {
      self.money = money
      self.isApproximate = isApproximate
      self.source = source
    }
  }

  /// Creates a task with its measures.
  /// - Parameters:
  ///   - title: What the task is called.
  ///   - year: The year that the task is for.
  ///   - fiscalYear: Which months a year has.
  ///   - unit: The unit that the task is stated in.
  ///   - task: The amount to save.
  ///   - measures: The measures.
  ///   - division: The task's parts by area.
  public init(
    title: String,
    year: Int,
    fiscalYear: FiscalYear = .calendar,
    unit: MoneyUnit,
    task: Amount,
    measures: [Measure],
    division: Division? = nil,
  ) {
    self.title = title
    self.year = year
    self.fiscalYear = fiscalYear
    self.unit = unit
    self.task = task
    self.measures = measures
    self.division = division
  }
}

extension Savings {
  /// The same task with the measures as they stood in a month: those of the newest round made by
  /// then, or of the first round where all were made later, beside those of the round before it.
  /// - Parameter month: The month; `nil` for the newest round of all.
  /// - Returns: The task; as it is where the measures have no rounds.
  public func standing(in month: Month?) -> Savings {
    let all = Set(measures.compactMap(\.round)).sorted()
    let made = all.filter { round in month.map { round <= $0 } ?? true }
    let rounds = made.isEmpty ? Array(all.prefix(1)) : made
    var standing = self
    standing.measures = measures.filter { $0.round == rounds.last }
    let before = rounds.dropLast().last
    standing.measuresBefore = before.map { round in measures.filter { $0.round == round } } ?? []
    return standing
  }
}
