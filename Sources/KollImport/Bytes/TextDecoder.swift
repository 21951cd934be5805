/// Makes UTF-8 of the bytes of a file, piece by piece.
///
/// What it makes does not depend on where the pieces are cut: an incomplete character waits for
/// the next piece. It knows nothing of byte order marks, which belong to the file's beginning.
struct TextDecoder: Sendable {
  let encoding: TextEncoding
  private var incomplete: [UInt8] = []
  private let table: SingleByteDecoder?

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    self.table = SingleByteDecoder.of(encoding)
  }

  /// Decodes a piece.
  /// - Parameters:
  ///   - bytes: The file's next bytes.
  ///   - text: Where the text is appended.
  mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout DecodedText) {
    if let table { return table.decode(bytes, into: &text) }
    let whole = incomplete.isEmpty ? bytes : (incomplete + bytes)[...]
    let rest =
      switch encoding {
      case .utf16LittleEndian: UTF16Decoder(lowByteFirst: true).decode(whole, into: &text)
      case .utf16BigEndian: UTF16Decoder(lowByteFirst: false).decode(whole, into: &text)
      default: UTF8Validator.decode(whole, into: &text)
      }
    incomplete = Array(rest)
  }

  /// Ends the text: a character that is still incomplete means nothing.
  /// - Parameter text: Where the text is appended.
  mutating func finish(into text: inout DecodedText) {
    if !incomplete.isEmpty { text.appendUndecodable(incomplete) }
    incomplete = []
  }

  /// The text of some bytes at once.
  /// - Parameters:
  ///   - bytes: All bytes, without a byte order mark.
  ///   - encoding: How they are encoded.
  /// - Returns: The text and what is wrong with it.
  static func decode(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> DecodedText {
    var decoder = TextDecoder(encoding)
    var text = DecodedText()
    decoder.decode(bytes, into: &text)
    decoder.finish(into: &text)
    return text
  }
}
