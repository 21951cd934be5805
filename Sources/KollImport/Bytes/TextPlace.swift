internal import KollModel

/// A part of a text that a diagnostic points at.
struct TextPlace {
  /// How many scalars of a line are shown.
  private static let excerptLength = 200
  /// How many of them stand before the part that is meant, when the line is cut.
  private static let contextLength = 60

  /// The line that the part begins on.
  let line: Int
  private let text: [UInt8]
  private let marked: Range<Int>
  private let lineStart: Int
  private let end: Int

  /// Finds the line of a part of a text.
  /// - Parameters:
  ///   - marked: The part that is meant.
  ///   - known: What is known of the text around it, from the beginning of a line.
  ///   - text: The text.
  ///   - firstLine: The number of the line that the known text begins on.
  init(_ marked: Range<Int>, in known: Range<Int>, of text: [UInt8], firstLine: Int) {
    var line = firstLine
    var lineStart = known.lowerBound
    for index in known.lowerBound..<marked.lowerBound where Syntax.isLineEnd(text[index]) {
      let isFirstOfPair =
        text[index] == Syntax.carriageReturn && index + 1 < known.upperBound
        && text[index + 1] == Syntax.lineFeed
      if isFirstOfPair { continue }
      line += 1
      lineStart = index + 1
    }
    self.line = line
    self.text = text
    self.marked = marked
    self.lineStart = lineStart
    self.end = known.upperBound
  }

  /// The place as a diagnostic shows it.
  /// - Parameter file: The file's path as it was given.
  /// - Returns: Line, column and excerpt.
  func location(file: String) -> Diagnostic.Location {
    let column = scalars(in: lineStart..<marked.lowerBound) + 1
    return Diagnostic.Location(file: file, line: line, column: column, excerpt: excerpt(column))
  }

  /// The line, or the part of a long one around what is meant.
  func excerpt(_ column: Int) -> Diagnostic.Excerpt {
    var first = lineStart
    var last = advance(first, by: Self.excerptLength)
    let isLong = last < end && !Syntax.isLineEnd(text[last])
    if isLong && column > Self.contextLength {
      first = retreat(marked.lowerBound, by: Self.contextLength)
      last = advance(first, by: Self.excerptLength)
    }
    let isCut = last < end && !Syntax.isLineEnd(text[last])
    let start = first > lineStart ? "…" : ""
    let before = scalars(in: first..<marked.lowerBound) + start.unicodeScalars.count
    let length = scalars(
      in: marked.lowerBound..<min(max(last, marked.lowerBound), marked.upperBound)
    )
    return Diagnostic.Excerpt(
      text: start + String(decoding: text[first..<last], as: UTF8.self) + (isCut ? "…" : ""),
      marked: before..<before + length,
    )
  }

  private func scalars(in range: Range<Int>) -> Int {
    text[range].count { $0 & 0xC0 != 0x80 }
  }

  /// Goes forward in the line by so many scalars, or to its end.
  private func advance(_ start: Int, by count: Int) -> Int {
    var index = start
    var left = count
    while index < end, !Syntax.isLineEnd(text[index]) {
      if text[index] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      index += 1
    }
    return index
  }

  /// Goes back in the line by so many scalars.
  private func retreat(_ start: Int, by count: Int) -> Int {
    var index = start
    var left = count
    while left > 0, index > lineStart {
      index -= 1
      if text[index] & 0xC0 != 0x80 { left -= 1 }
    }
    return index
  }
}
