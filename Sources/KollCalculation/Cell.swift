public import KollModel

/// One place of a computed table: its value, and whether the source calls it approximate.
public struct Cell: Hashable, Sendable {
  /// What stands there.
  public var value: CellValue
  /// Whether the source states the figure as "cirka", or it is computed from one that is.
  public var isApproximate: Bool
  /// The cells of other tables of the document that the figure repeats, or is the sum of; empty for
  /// a figure that stands here first.
  public var terms: [CellTerm]
  /// What the figure follows from outside of tables; `nil` where that is not known, or no figure.
  public var source: FigureSource?

  /// Creates a cell.
  /// - Parameters:
  ///   - value: What stands there.
  ///   - isApproximate: Whether the figure is approximate.
  ///   - terms: The cells of other tables that the figure repeats, or is the sum of.
  ///   - source: What the figure follows from outside of tables.
  public init(
    _ value: CellValue,
    isApproximate: Bool = false,
    terms: [CellTerm] = [],
    source: FigureSource? = nil,
  ) {
    self.value = value
    self.isApproximate = isApproximate
    self.terms = terms
    self.source = source
  }
}

/// What a cell holds.
public enum CellValue: Hashable, Sendable {
  /// Money in the minor units of its column.
  case money(Money)
  /// A number of something, exact.
  case count(Rational)
  /// A share: 0.048 is 4,8 per cent.
  case ratio(Rational)
  /// Words.
  case text(String)
  /// No value, and why.
  case absent(Absence)
}

/// Why a cell has no value.
public enum Absence: Hashable, Sendable {
  /// The source states none.
  case notStated
  /// A figure that the expression needs is itself absent.
  case operandAbsent
  /// The expression divides by zero.
  case zeroBase
}

extension CellValue {
  /// An amount, or no value where none was computed.
  /// - Parameter amount: The amount, `nil` when all that it is computed from is absent.
  public init(_ amount: Money?) {
    self = amount.map(CellValue.money) ?? .absent(.operandAbsent)
  }

  /// The number as the table shows it before rounding; `nil` for words and for no value.
  /// - Parameter scale: The scale of the cell's column.
  /// - Returns: The number, exact.
  public func number(in scale: Scale) -> Rational? {
    switch self {
    case .money(let money): money.shown(in: scale)
    case .count(let number), .ratio(let number): number
    case .text, .absent: nil
    }
  }

  /// The money, when that is what the cell holds.
  public var money: Money? {
    if case .money(let money) = self { money } else { nil }
  }
}
