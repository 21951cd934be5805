/// A day of the calendar.
public struct Day: Hashable, Comparable, Sendable {
  /// The month that it is a day of.
  public let month: Month
  /// The day of the month, counted from 1.
  public let day: Int

  /// Creates a day, or `nil` when the month has no such day.
  /// - Parameters:
  ///   - month: The month.
  ///   - day: The day of the month.
  public init?(_ month: Month, day: Int) {
    guard (1...month.dayCount).contains(day) else { return nil }
    self.month = month
    self.day = day
  }

  /// The first day of a month.
  /// - Parameter month: The month.
  public init(firstOf month: Month) {
    self.month = month
    day = 1
  }

  /// The last day of a month.
  /// - Parameter month: The month.
  public init(lastOf month: Month) {
    self.month = month
    day = month.dayCount
  }

  /// The earlier day first.
  public static func < (left: Day, right: Day) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

extension Day: CustomStringConvertible {
  /// The day as `2021-08-31`.
  public var description: String {
    "\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Reads `2021-08-31`; `nil` for anything else.
  /// - Parameter text: The text to read, without blanks.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[7] == UInt8(ascii: "-"),
      bytes[8...].allSatisfy({ (0x30...0x39).contains($0) }),
      let month = Month(text.prefix(7)), let day = Int(text.suffix(2))
    else { return nil }
    self.init(month, day: day)
  }
}

extension Month {
  /// How many days the month has.
  fileprivate var dayCount: Int {
    switch month {
    case 2: isInLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private var isInLeapYear: Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}
