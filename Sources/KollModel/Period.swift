/// The part of a year that an amount covers, when it is not the whole year.
public enum Period: Hashable, Sendable {
  /// One month alone.
  case month(Month)
  /// From the first month to the last, both counted.
  case accumulated(Month, Month)
}

extension Period: CustomStringConvertible {
  /// The period as `2021-08` or `2021-01...2021-08`.
  public var description: String {
    switch self {
    case .month(let month): month.description
    case .accumulated(let first, let last): "\(first)...\(last)"
    }
  }
}
