public import KollModel

extension Savings {
  /// A measure of the register.
  public struct Measure: Hashable, Sendable {
    /// The measure's own name, unique in its round.
    public let id: String
    /// What is to be done.
    public let text: String
    /// How far it has come.
    public var status: Status
    /// The area it belongs to, when the register says.
    public var area: AreaPath?
    /// Who answers for it.
    public var owner: String?
    /// What kind of saving it is, when the register says.
    public var kind: Kind?
    /// When it was decided.
    public var date: Day?
    /// The paragraph of the minutes.
    public var paragraph: String?
    /// The month that it begins to have effect.
    public var start: Month?
    /// What it saves in the task's year, when the register states that.
    public var statedThisYear: Amount?
    /// What it saves in a full year, when stated.
    public var fullYear: Amount?
    /// What it has saved so far, when stated.
    public var realised: Money?
    /// How likely its effect is; `nil` when nothing is said, and then all of it is counted on.
    public var probability: Rational?
    /// Whether the forecasts of its area count on it, when the register says.
    public var isInForecast: Bool?
    /// The month whose follow-up the row is about, when the register holds several.
    public var round: Month?
    /// What else is known.
    public var comment: String?
    /// The record it came from.
    public let origin: Origin

    /// Creates a measure of which nothing more is known.
    /// - Parameters:
    ///   - id: The measure's own name.
    ///   - text: What is to be done.
    ///   - status: How far it has come.
    ///   - origin: The record it came from.
    public init(id: String, text: String, status: Status, origin: Origin) {
      self.id = id
      self.text = text
      self.status = status
      self.origin = origin
    }
  }

  /// What kind of saving a measure is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The same service at a lower cost.
    case efficiency = "effektivisering"
    /// Less service.
    case cut = "besparing"
    /// More income.
    case income = "intäktsökning"
    /// Of one year only: nothing of it is left the year after.
    case oneOff = "engångs"
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
    /// Whether the measure counts towards what is decided.
    var isDecided: Bool { self == .decided || self == .ongoing || self == .done }
  }
}
