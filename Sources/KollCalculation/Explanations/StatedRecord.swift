public import KollModel

/// A figure as it stands on a line of a file, and what a table makes of it.
public struct StatedRecord: Hashable, Sendable {
  /// The file and the line.
  public let origin: Origin
  /// What the line calls what the figure is about.
  public let label: String
  /// What the file calls the column.
  public let column: String
  /// The figure with the file's sign, in the minor units of its scale.
  public let stated: Money
  /// How the figure relates to the number that the file writes.
  public let scale: Scale
  /// How many decimals the file writes in the column.
  public let decimals: Int
  /// Whether the file writes it in per cent, and the figure is a share of one.
  public var isPercent = false
  /// Whether the figure has the other sign in the table than in the file.
  public var isTurned = false
  /// How it came from its area to the one that it is shown for, where the organisation has changed.
  public var moves: [AreaMove] = []

  /// Creates a figure.
  /// - Parameters:
  ///   - origin: The file and the line.
  ///   - label: What the line calls what the figure is about.
  ///   - column: What the file calls the column.
  ///   - stated: The figure with the file's sign, in the minor units of its scale.
  ///   - scale: How the figure relates to the number that the file writes.
  ///   - decimals: How many decimals the file writes in the column.
  public init(
    origin: Origin,
    label: String,
    column: String,
    stated: Money,
    scale: Scale,
    decimals: Int,
  ) {
    self.origin = origin
    self.label = label
    self.column = column
    self.stated = stated
    self.scale = scale
    self.decimals = decimals
  }

  /// The number as the file writes it.
  public var number: Rational { number(of: stated) }

  /// An amount as a number of the file's unit.
  /// - Parameter amount: The amount, in the minor units of the scale.
  /// - Returns: The number.
  public func number(of amount: Money) -> Rational {
    let decimals = isPercent ? max(0, scale.exponent - 2) : scale.exponent
    return Rational(amount.minorUnits, decimals: decimals)
  }

  /// What the figure is in the table: in its sign, and the share of it that was moved.
  /// - Throws: ``AmountOverflow`` when a step of the arithmetic does not fit.
  public var amount: Money {
    get throws(AmountOverflow) {
      var amount = isTurned ? try -stated : stated
      for move in moves { amount = try move.part(of: amount) }
      return amount
    }
  }
}

/// A share of an area's figures that became another area's.
public struct AreaMove: Hashable, Sendable {
  /// What became of which area, and the line that says so.
  public let move: Reorganisation.Move
  /// The shares of the area that went elsewhere before this one, as the register has them.
  let before: Rational

  /// The part of an amount that is moved: the difference of two running totals, so that all parts
  /// are together the amount.
  func part(of amount: Money) throws(AmountOverflow) -> Money {
    try amount * (before + move.share) - amount * before
  }
}
