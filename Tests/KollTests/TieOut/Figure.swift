import Foundation
import KollCalculation
import KollModel

/// A figure as a reader takes it from a page.
struct Figure: Hashable {
  /// The digits as one whole number, with the sign.
  var digits: Int128
  var decimals: Int
  var isShare = false
  var hasPlus = false
  var isApproximate = false
}

extension Figure {
  /// Reads a figure in Swedish typography; `nil` for anything else.
  init?(printed text: String) {
    var rest = text[...]
    isApproximate = rest.hasPrefix("ca\u{A0}")
    if isApproximate { rest = rest.dropFirst(3) }
    isShare = rest.hasSuffix("\u{A0}%")
    if isShare { rest = rest.dropLast(2) }
    hasPlus = rest.hasPrefix("+")
    let isNegative = rest.hasPrefix("\u{2212}")
    if hasPlus || isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let groups = whole.split(separator: "\u{A0}", omittingEmptySubsequences: false)
    let fraction = parts.dropFirst().first ?? ""
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      let number = Int128(groups.joined() + fraction), number >= 0,
      (groups + [fraction]).allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    digits = isNegative ? -number : number
    decimals = fraction.count
  }

  /// What a number is printed as in a column: halves are rounded away from zero.
  init(_ number: Rational, in column: TableColumn, isApproximate: Bool) {
    let scaled = number.numerator * powerOfTen(column.decimals)
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(
      dividingBy: number.denominator.magnitude
    )
    let rounded = Int128(2 * rest >= number.denominator.magnitude ? whole + 1 : whole)
    digits = scaled < 0 ? -rounded : rounded
    decimals = column.decimals
    isShare = column.series.kind == .ratio
    hasPlus = column.isChange && digits > 0
    self.isApproximate = isApproximate
  }
}

extension Rational {
  /// A decimal number as it is written.
  init?(_ decimal: Decimal) {
    let parts = decimal.description.split(separator: ".")
    guard parts.count <= 2, let digits = Int128(parts.joined()) else { return nil }
    self.init(digits, over: powerOfTen(parts.count == 2 ? parts[1].count : 0))
  }
}
