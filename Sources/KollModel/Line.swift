/// What money is for, as far as its source gives it.
///
/// Each is a code, or a code and its name as one label (`4010 Köp av verksamhet`). Codes are text
/// and keep their leading zeros.
public struct Line: Hashable, Sendable {
  /// The account (konto or slag).
  public var account: String?
  /// The operation (verksamhet) that the kommun reports to the state by.
  public var activity: String?
  /// The project.
  public var project: String?
  /// The other part (motpart) of an internal item.
  public var counterpart: String?

  /// Creates a line.
  /// - Parameters:
  ///   - account: The account.
  ///   - activity: The operation.
  ///   - project: The project.
  ///   - counterpart: The other part of an internal item.
  public init(
    account: String? = nil,
    activity: String? = nil,
    project: String? = nil,
    counterpart: String? = nil,
  ) {
    self.account = account
    self.activity = activity
    self.project = project
    self.counterpart = counterpart
  }
}
