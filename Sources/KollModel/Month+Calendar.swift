extension Month {
  /// The month some months away.
  /// - Parameter months: How many months later; earlier when below zero.
  /// - Returns: The month, or `nil` past the years of four digits.
  public func advanced(by months: Int) -> Month? {
    let (count, overflowed) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflowed, count >= 0 else { return nil }
    return Month(year: count / 12, month: count % 12 + 1)
  }

  /// How many months later another month is; below zero when it is earlier.
  /// - Parameter other: The other month.
  /// - Returns: The number of months.
  public func distance(to other: Month) -> Int {
    (other.year - year) * 12 + other.month - month
  }
}

extension Period {
  /// The first month that the period covers.
  public var first: Month {
    switch self {
    case .month(let month), .accumulated(let month, _): month
    }
  }

  /// The last month that the period covers.
  public var last: Month {
    switch self {
    case .month(let month), .accumulated(_, let month): month
    }
  }

  /// The months from one to another, both counted: one month alone where they are the same.
  /// - Parameters:
  ///   - first: The first month.
  ///   - last: The last month, not before the first.
  public init(from first: Month, through last: Month) {
    precondition(first <= last, "a period does not end before it begins")
    self = first == last ? .month(first) : .accumulated(first, last)
  }

  /// Every month that the period covers, in order.
  public var months: [Month] {
    (0...max(0, first.distance(to: last))).compactMap(first.advanced)
  }
}
