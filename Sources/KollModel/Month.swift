/// A calendar month.
public struct Month: Hashable, Comparable, Sendable {
  /// The year, four digits.
  public let year: Int
  /// The month of the year, 1 to 12.
  public let month: Int

  /// Creates a month, or `nil` when the year has not four digits or the month is none of the twelve.
  /// - Parameters:
  ///   - year: The year.
  ///   - month: The month of the year.
  public init?(year: Int, month: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// The earlier month first.
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

extension Month: CustomStringConvertible {
  /// The month as `2021-08`.
  public var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  /// Reads `2021-08`; `nil` for anything else.
  /// - Parameter text: The text to read, without blanks.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1])
    else { return nil }
    self.init(year: year, month: month)
  }
}
