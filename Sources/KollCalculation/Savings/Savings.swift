public import KollModel

/// A savings task and the measures that are to meet it.
public struct Savings: Hashable, Sendable {
  /// What the task is called.
  public var title: String
  /// The year that the task is for.
  public var year: Int
  /// The unit that the task is stated in.
  public var unit: MoneyUnit
  /// The amount to save, above zero.
  public var task: Amount
  /// The measures in the register's order.
  public var measures: [Measure]

  /// An amount and whether the source calls it approximate.
  public struct Amount: Hashable, Sendable {
    /// The amount, above zero for a saving.
    public let money: Money
    /// Whether the source states it as "cirka".
    public let isApproximate: Bool

    /// Creates an amount.
    /// - Parameters:
    ///   - money: The amount.
    ///   - isApproximate: Whether the source states it as "cirka".
    public init(_ money: Money, isApproximate: Bool) {
      self.money = money
      self.isApproximate = isApproximate
    }
  }

  /// A measure of the register.
  public struct Measure: Hashable, Sendable {
    /// The measure's own name, unique in the register.
    public let id: String
    /// The area it belongs to, when the register says.
    public let area: String?
    /// What is to be done.
    public let text: String
    /// How far it has come.
    public let status: Status
    /// What it saves in the task's year, when stated.
    public let thisYear: Amount?
    /// What it saves in a full year, when stated.
    public let fullYear: Amount?
    /// What it has saved so far, when stated.
    public let realised: Money?
    /// What else is known.
    public let comment: String?
    /// The record it came from.
    public let origin: Origin

    /// Creates a measure.
    /// - Parameters:
    ///   - id: The measure's own name.
    ///   - area: The area it belongs to.
    ///   - text: What is to be done.
    ///   - status: How far it has come.
    ///   - thisYear: What it saves in the task's year.
    ///   - fullYear: What it saves in a full year.
    ///   - realised: What it has saved so far.
    ///   - comment: What else is known.
    ///   - origin: The record it came from.
    public init(
      id: String,
      area: String?,
      text: String,
      status: Status,
      thisYear: Amount?,
      fullYear: Amount?,
      realised: Money?,
      comment: String?,
      origin: Origin,
    ) {
      self.id = id
      self.area = area
      self.text = text
      self.status = status
      self.thisYear = thisYear
      self.fullYear = fullYear
      self.realised = realised
      self.comment = comment
      self.origin = origin
    }
  }

  /// How far a measure has come, from a thought to an effect.
  public enum Status: String, Sendable, CaseIterable {
    /// A thought that nobody has taken up.
    case idea = "idé"
    /// Named in a plan.
    case identified = "identifierad"
    /// Decided.
    case decided = "beslutad"
    /// Begun.
    case ongoing = "pågående"
    /// Carried out.
    case done = "genomförd"
    /// Given up.
    case dropped = "avförd"

    /// Whether the measure counts towards what is identified.
    var isIdentified: Bool { self != .idea && self != .dropped }
  }

  /// Creates a task with its measures.
  /// - Parameters:
  ///   - title: What the task is called.
  ///   - year: The year that the task is for.
  ///   - unit: The unit that the task is stated in.
  ///   - task: The amount to save.
  ///   - measures: The measures.
  public init(title: String, year: Int, unit: MoneyUnit, task: Amount, measures: [Measure]) {
    self.title = title
    self.year = year
    self.unit = unit
    self.task = task
    self.measures = measures
  }
}
