internal import KollModel

/// The number format of a cell, in the form that the file keeps: English, whatever the reader's
/// language; the spreadsheet program shows it with the reader's own separators.
struct NumberPattern: Hashable {
  /// How many decimals are shown.
  var decimals: Int
  /// Whether the number is a share, shown in per cent.
  var isShare = false
  /// Whether a number above zero shows its plus.
  var showsPlus = false
  /// Whether the number is approximate and begins with "ca".
  var isApproximate = false
  /// Whether the number is not zero but shows as zero.
  ///
  /// With a section of its own for numbers below zero, a spreadsheet program shows -0. With one
  /// section for all numbers it shows 0, and still a minus if the number changes later.
  var isNearZero = false

  /// The most decimals that a pattern can ask for and stay short enough for the library.
  private static let mostDecimals = 12

  /// The pattern as the file keeps it.
  var text: String {
    if isNearZero { return section(sign: "") }
    let plus = showsPlus ? "+" : ""
    let signed = section(sign: plus) + ";[Red]" + section(sign: "-")
    return showsPlus ? signed + ";" + section(sign: "") : signed
  }

  private func section(sign: String) -> String {
    let places = min(decimals, NumberPattern.mostDecimals)
    let fraction = places > 0 ? "." + String(repeating: "0", count: places) : ""
    let prefix = isApproximate ? "\"ca\u{A0}\"" : ""
    return prefix + sign + "#,##0" + fraction + (isShare ? "\"\u{A0}\"%" : "")
  }

  /// The same pattern for one number.
  /// - Parameter number: The number of the cell, a share as a fraction of one.
  /// - Returns: The pattern that shows it without a sign when it shows as zero.
  func fitted(to number: Fraction) -> NumberPattern {
    let places = min(decimals, NumberPattern.mostDecimals) + (isShare ? 2 : 0)
    var fitted = self
    // Most numbers are far from zero: one comparison tells.
    fitted.isNearZero =
      number.above != 0 && number.above.magnitude < number.below.magnitude
      && (try? number.reduced().rounded(toDecimals: places)) == 0
    return fitted
  }
}
