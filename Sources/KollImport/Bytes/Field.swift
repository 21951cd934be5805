/// Where one field stands in the text of its batch.
struct Field: Sendable {
  /// The content is what stands there, without its quotes.
  static let asWritten: Int32 = -1
  /// The content is still to be made: quotes inside it are doubled or misplaced.
  static let toBeRewritten: Int32 = -2

  /// The first byte, which is the quote of a quoted field.
  var start: UInt32
  /// The end; the quote of a quoted field is before it.
  var end: UInt32
  /// ``asWritten``, ``toBeRewritten``, or the number of the content that was rewritten.
  var content: Int32

  init(_ range: Range<Int>, content: Int32) {
    // A batch's text is shorter than 4 GiB: RecordReader.read sees to it.
    self.start = UInt32(range.lowerBound)
    self.end = UInt32(range.upperBound)
    self.content = content
  }

  var range: Range<Int> { Int(start)..<Int(end) }

  func moved(by distance: Int) -> Field {
    Field(Int(start) + distance..<Int(end) + distance, content: content)
  }

  /// Whether the field was written in quotes: each field that begins with one is.
  func isQuoted(in bytes: [UInt8]) -> Bool {
    start < end && bytes[Int(start)] == Syntax.quote
  }

  /// The content, from the text or from what was rewritten.
  func content(in bytes: [UInt8], rewritten: [UInt8], ends: [Int]) -> ArraySlice<UInt8> {
    if content >= 0 {
      let number = Int(content)
      return rewritten[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }
    return isQuoted(in: bytes) ? bytes[Int(start) + 1..<Int(end) - 1] : bytes[range]
  }
}
