#if canImport(CryptoKit)
import CryptoKit
#else
import CLibcrypto
#endif

/// The SHA-256 digest of bytes that arrive piece by piece.
///
/// The digest does not depend on how the bytes were cut into pieces.
///
/// Source: FIPS 180-4, Secure Hash Standard, section 6.2.
@safe
public struct SHA256Digest: ~Copyable {
  #if canImport(CryptoKit)
  private var state = SHA256()
  #else
  // Safe because the context is live from init to deinit and owned by this value alone.
  private let context: OpaquePointer
  #endif

  /// How many bytes a digest has.
  public static let byteCount = 32

  #if canImport(CryptoKit)
  /// Starts the digest of no bytes.
  /// - Throws: ``DigestError`` when the system cannot compute it.
  public init() throws(DigestError) {}
  #else
  /// Starts the digest of no bytes.
  /// - Throws: ``DigestError`` when the system cannot compute it.
  public init() throws(DigestError) {
    guard let context = unsafe EVP_MD_CTX_new() else { throw DigestError(step: .starting) }
    guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      throw DigestError(step: .starting)
    }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }
  #endif

  /// Adds bytes after those that were added before.
  /// - Parameter bytes: The bytes, any number of them.
  /// - Throws: ``DigestError`` when the system cannot compute it.
  public mutating func update(_ bytes: Span<UInt8>) throws(DigestError) {
    #if canImport(CryptoKit)
    unsafe bytes.withUnsafeBytes { unsafe state.update(bufferPointer: $0) }
    #else
    let succeeded = unsafe bytes.withUnsafeBytes {
      unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1
    }
    if !succeeded { throw DigestError(step: .updating) }
    #endif
  }

  /// Adds bytes after those that were added before.
  /// - Parameter bytes: The bytes, any number of them.
  /// - Throws: ``DigestError`` when the system cannot compute it.
  public mutating func update(_ bytes: [UInt8]) throws(DigestError) {
    try update(bytes.span)
  }

  /// The digest of all bytes that were added: ``byteCount`` bytes.
  /// - Throws: ``DigestError`` when the system cannot compute it.
  public consuming func finish() throws(DigestError) -> [UInt8] {
    #if canImport(CryptoKit)
    return Array(state.finalize())
    #else
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard unsafe EVP_DigestFinal_ex(context, &digest, &count) == 1, count == Self.byteCount else {
      throw DigestError(step: .finishing)
    }
    return Array(digest.prefix(Self.byteCount))
    #endif
  }
}
