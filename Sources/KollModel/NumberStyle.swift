/// How numbers are written for people: separators, signs and decimals.
///
/// Every number that a report shows is rounded here, once, with halves away from zero, and its sign
/// is decided after rounding, so that minus zero is never written.
public struct NumberStyle: Hashable, Sendable {
  /// How many decimals are written.
  public var decimals: Int
  /// What stands between groups of three digits.
  public var groupSeparator: String
  /// What stands before the decimals.
  public var decimalMark: String
  /// What stands before a number below zero.
  public var minus: String
  /// Whether a number above zero gets a plus sign, as deviations and changes do.
  public var showsPlus: Bool

  /// Swedish typography: hard spaces between groups, decimal comma, a true minus sign.
  /// - Parameters:
  ///   - decimals: How many decimals are written.
  ///   - showsPlus: Whether a number above zero gets a plus sign.
  /// - Returns: The style.
  public static func swedish(decimals: Int, showsPlus: Bool = false) -> NumberStyle {
    NumberStyle(
      decimals: decimals,
      groupSeparator: "\u{A0}",
      decimalMark: ",",
      minus: "\u{2212}",
      showsPlus: showsPlus,
    )
  }

  /// What CSV files hold: decimal comma, hyphen-minus, nothing between groups.
  /// - Parameter decimals: How many decimals are written.
  /// - Returns: The style.
  public static func csv(decimals: Int) -> NumberStyle {
    NumberStyle(
      decimals: decimals,
      groupSeparator: "",
      decimalMark: ",",
      minus: "-",
      showsPlus: false,
    )
  }

  /// What programs read: decimal point, hyphen-minus, nothing between groups.
  /// - Parameter decimals: How many decimals are written.
  /// - Returns: The style.
  public static func plain(decimals: Int) -> NumberStyle {
    NumberStyle(
      decimals: decimals,
      groupSeparator: "",
      decimalMark: ".",
      minus: "-",
      showsPlus: false,
    )
  }
}

extension NumberStyle {
  /// Writes a number, rounded to the style's decimals.
  /// - Parameter number: The exact number.
  /// - Returns: The digits with the style's marks.
  /// - Throws: ``AmountOverflow`` when the number has too many digits.
  public func format(_ number: Rational) throws(AmountOverflow) -> String {
    let rounded = try number.rounded(toDecimals: decimals)
    let (whole, rest) = rounded.magnitude
      .quotientAndRemainder(dividingBy: powerOfTen(decimals).magnitude)
    let fraction = decimals == 0 ? "" : decimalMark + padded(rest, to: decimals)
    return sign(of: rounded) + grouped(whole) + fraction
  }

  private func sign(of rounded: Int128) -> String {
    if rounded < 0 { return minus }
    return rounded > 0 && showsPlus ? "+" : ""
  }

  /// The digits in groups of three, each cut off as a number: to look at them one by one as letters
  /// costs more than all else in a table.
  private func grouped(_ number: UInt128) -> String {
    guard number >= 1000, !groupSeparator.isEmpty else { return String(number) }
    let (above, last) = number.quotientAndRemainder(dividingBy: 1000)
    return grouped(above) + groupSeparator + padded(last, to: 3)
  }

  /// The digits with zeros before them up to a length.
  private func padded(_ number: UInt128, to length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: length - digits.utf8.count) + digits
  }
}
