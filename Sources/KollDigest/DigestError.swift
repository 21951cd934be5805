/// The system's cryptography library did not do what it was asked.
///
/// It happens when memory ran out, or when the library's configuration withholds SHA-256.
public struct DigestError: Error, Sendable, Hashable {
  /// What the library was asked for.
  public let step: Step

  /// A step of computing a digest.
  public enum Step: String, Sendable, Hashable {
    /// Making the state that bytes are added to.
    case starting
    /// Adding bytes.
    case updating
    /// Taking out the digest.
    case finishing
  }
}
