internal import KollModel

/// Bytes of a file that its encoding has no meaning for.
struct DecodingFault: Hashable, Sendable {
  /// What is wrong with them.
  enum Kind: Sendable {
    /// They mean nothing; U+FFFD stands in their place.
    case undecodable
    /// They are NUL, which no program writes into a text on purpose; they are kept.
    case nul
  }

  /// How many of the bytes are shown; more say nothing new.
  private static let shownBytes = 8

  /// So many NULs in a row are a damaged stretch, such as a disk block that was never written.
  static let damagedStretch = 8

  let kind: Kind
  /// Where their replacement begins in the decoded text.
  private(set) var offset: Int
  /// How many bytes their replacement takes in the decoded text.
  private(set) var length = 0
  /// How many bytes of the file they are.
  private(set) var count = 0
  private var firstBytes: UInt64 = 0

  init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The end of their replacement in the decoded text.
  var end: Int { offset + length }

  mutating func extend(by raw: some Collection<UInt8>, length: Int) {
    for byte in raw {
      if count < Self.shownBytes { firstBytes = firstBytes << 8 | UInt64(byte) }
      count += 1
    }
    self.length += length
  }

  /// How much it weighs: a NUL or a few may be left out of account, a damaged stretch not.
  var severity: Diagnostic.Severity {
    kind == .nul && count < DecodingFault.damagedStretch ? .warning : .error
  }

  func moved(by distance: Int) -> DecodingFault {
    var moved = self
    moved.offset += distance
    return moved
  }

  /// The bytes as `E5 E4`, cut after the eighth.
  var hexadecimal: String {
    let shown = min(count, Self.shownBytes)
    let bytes = (0..<shown).reversed().map { UInt8(truncatingIfNeeded: firstBytes >> ($0 * 8)) }
    return hexadecimalText(bytes) + (count > shown ? " …" : "")
  }
}

/// Bytes as people read them: two digits each, blanks between.
func hexadecimalText(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
    .joined(separator: " ")
}
