/// A day of the calendar.
public struct CalendarDate: Hashable, Sendable {
  /// The year, 1900 to 9999.
  public let year: Int
  /// The month of the year, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Creates a date, or `nil` when the calendar has no such day or the year is before 1900.
  /// - Parameters:
  ///   - year: The year.
  ///   - month: The month of the year.
  ///   - day: The day of the month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The seconds from the beginning of 1970 to noon of the day in UTC.
  ///
  /// Noon, so that a reader in any European time zone sees the same date.
  var secondsSince1970: Int {
    var days = day - 1
    for earlier in 1..<month { days += CalendarDate.days(in: earlier, of: year) }
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    days += before * 365 + leapDays - 719_162
    return days * 86_400 + 43_200
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}
