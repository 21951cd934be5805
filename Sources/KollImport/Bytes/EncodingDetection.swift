public import KollModel

/// The encoding that a file was found to have.
public struct EncodingDetection: Hashable, Sendable {
  /// The encoding.
  public let encoding: TextEncoding
  /// Whether the file begins with the encoding's byte order mark.
  public let hasByteOrderMark: Bool
  /// Why it is that encoding.
  public let reason: Phrase
  /// Whether no other encoding makes sense of the file.
  public let isCertain: Bool
  /// Where the first byte stands that tells it, or `nil` when there is nothing but ASCII.
  let decidingOffset: Int?
}
