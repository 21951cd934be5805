public import KollModel

/// A setting that was not given but found out from the file.
public struct Detection: Hashable, Sendable {
  /// The setting's name: `encoding` or `delimiter`.
  public let setting: String
  /// The value that was found, as it would be given.
  public let value: String
  /// Why it is that value.
  public let reason: Phrase
  /// Whether no other value fits the file.
  public let isCertain: Bool

  /// Creates a finding.
  /// - Parameters:
  ///   - setting: The setting's name.
  ///   - value: The value as it would be given.
  ///   - reason: Why it is that value.
  ///   - isCertain: Whether no other value fits the file.
  public init(setting: String, value: String, reason: Phrase, isCertain: Bool) {
    self.setting = setting
    self.value = value
    self.reason = reason
    self.isCertain = isCertain
  }
}
