public import KollModel

/// Reads files that hold running text, which is to be in UTF-8.
public enum PlainText {
  /// Reads a text.
  /// - Parameters:
  ///   - bytes: The file's bytes, with or without a byte order mark.
  ///   - file: The file's path as diagnostics name it.
  /// - Returns: The text, or the first place that is not UTF-8.
  public static func read(
    _ bytes: [UInt8],
    file: String,
  ) -> (text: String?, diagnostics: [Diagnostic]) {
    let mark = ByteOrderMark.of(bytes[...])
    let length = mark.map { $0.encoding == .utf8 ? $0.length : 0 } ?? 0
    let decoded = TextDecoder.decode(bytes.dropFirst(length), as: .utf8)
    guard let fault = decoded.faults.first(where: { $0.kind == .undecodable }) else {
      return (String(decoding: decoded.bytes, as: UTF8.self), [])
    }
    let place = TextPlace(
      fault.offset..<fault.end,
      in: decoded.bytes.startIndex..<decoded.bytes.endIndex,
      of: decoded.bytes,
      firstLine: 1,
    )
    let encoding = TextEncoding.detect(bytes).encoding
    return (nil, [.notUTF8(fault, but: encoding, at: place.location(file: file))])
  }
}

extension Diagnostic {
  fileprivate static func notUTF8(
    _ fault: DecodingFault,
    but encoding: TextEncoding,
    at place: Location,
  ) -> Diagnostic {
    let isOther = encoding != .utf8
    return Diagnostic(
      .undecodableBytes,
      at: place,
      value: fault.hexadecimal,
      Phrase(
        sv: "\(fault.hexadecimal) betyder inget i utf-8"
          + (isOther ? "; filen ser ut att vara \(encoding.rawValue)" : ""),
        en: "\(fault.hexadecimal) means nothing in utf-8"
          + (isOther ? "; the file looks like \(encoding.rawValue)" : ""),
      ),
      help: Phrase(
        sv: "spara texten som UTF-8, i Anteckningar: Spara som, Kodning: UTF-8",
        en: "save the text as UTF-8, in Notepad: Save as, Encoding: UTF-8",
      ),
    )
  }
}
