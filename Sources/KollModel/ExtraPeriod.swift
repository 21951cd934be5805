/// A period of a ledger that is no month: 00, what was brought forward, or 13 and on, the entries
/// that close the year.
public struct ExtraPeriod: Hashable, Sendable {
  /// The year that stands before the number.
  public let year: Int?
  /// The number: 0, or from 13 on.
  public let number: Int

  /// Reads `202113`, `2021-13`, `00` or `13`; `nil` for anything else, also a month.
  /// - Parameter text: The text, without blanks.
  public init?(_ text: some StringProtocol) {
    let digits = String(text).filter { $0 != "-" }
    guard digits.count == 6 || digits.count <= 2, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let value = Int(digits), digits.count == 6 || digits.count == text.count
    else { return nil }
    year = digits.count == 6 ? value / 100 : nil
    number = value % 100
    guard number == 0 || ExtraPeriod.closing.contains(number),
      year.map(SeriesWords.years.contains) ?? true
    else { return nil }
  }

  /// The numbers that systems give to the entries after December.
  private static let closing = 13...18
}

extension ExtraPeriod: CustomStringConvertible {
  /// The number as systems write it: `00`, `13`.
  public var description: String { number < 10 ? "0\(number)" : "\(number)" }
}
