public import KollModel

/// What a register holds: its columns, by the names that its header may use.
public struct RegisterSchema: Hashable, Sendable {
  /// What the register is called in messages.
  public let name: Phrase
  /// The columns that it may have, in the order that Koll writes them.
  public let columns: [RegisterColumn]
  /// Whether other columns may stand beside them, which are not read.
  public let hasOthers: Bool

  /// Creates a schema.
  /// - Parameters:
  ///   - name: What the register is called in messages.
  ///   - columns: The columns that it may have.
  ///   - hasOthers: Whether other columns may stand beside them.
  public init(name: Phrase, columns: [RegisterColumn], hasOthers: Bool = false) {
    self.name = name
    self.columns = columns
    self.hasOthers = hasOthers
  }
}

/// A column of a register.
public struct RegisterColumn: Hashable, Sendable {
  /// The name in the header, small letters.
  public let name: String
  /// What its values are.
  public let kind: Kind
  /// Whether the header must have it and each row must fill it.
  public let isRequired: Bool
  /// Whether the header must have it, though rows may leave it empty.
  public let isInHeader: Bool

  /// What the values of a column are.
  public enum Kind: Hashable, Sendable {
    /// Words.
    case text
    /// One of a few words.
    case word([String])
    /// Money in the unit that the register states.
    case money
    /// A share in per cent, above 0 and at most 100.
    case share
    /// A number of something, zero or above.
    case number
    /// A place in an order: a whole number from 1.
    case place
    /// A year such as `2021`.
    case year
    /// A month such as `2021-07`.
    case month
    /// A day such as `2021-07-01`, or a month that stands for its first day.
    case firstDay
    /// A day such as `2021-07-31`, or a month that stands for its last day.
    case lastDay
    /// `ja` or `nej`.
    case yesOrNo
  }

  /// Creates a column.
  /// - Parameters:
  ///   - name: The name in the header, small letters.
  ///   - kind: What its values are.
  ///   - isRequired: Whether it must be there and filled.
  ///   - isInHeader: Whether it must be there, though it may be empty.
  public init(
    _ name: String,
    _ kind: Kind,
    isRequired: Bool = false,
    isInHeader: Bool = false,
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.isInHeader = isInHeader || isRequired
  }
}
