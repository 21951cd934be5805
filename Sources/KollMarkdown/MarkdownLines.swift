/// The lines of a text in Markdown without its notes, as they are read.
struct MarkdownLines {
  /// The bytes with lines ended by LF.
  let bytes: [UInt8]
  /// How many scalars of notes stood before a byte on its line, where any did.
  private let notes: [Int: Int]
  /// The line that a note begins on which nothing ends.
  let lineOfOpenNote: Int?
  /// Where each line begins.
  private let starts: [Int]

  /// The most marks of lists and quotes that a line begins with.
  private static let mostMarks = 10
  /// The most blanks that a line begins with, tabs as four: lists in lists are set in.
  private static let mostIndent = 100
  /// The most bytes without an empty line between.
  ///
  /// The parser looks for the other end of each bracket and mark in a paragraph; in this much it
  /// finds that at once, whatever stands there.
  private static let mostUndivided = 1 << 15

  init(_ text: String) {
    let read = MarkdownLines.withoutNotes(Array(text.utf8))
    var bytes = read.bytes
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    for (start, end) in zip([0] + ends.map { $0 + 1 }, ends + [bytes.count])
    where bytes[start..<end].elementsEqual("---".utf8) {
      // Three hyphens are a rule, also right below words, where CommonMark makes those a heading.
      bytes.replaceSubrange(start..<end, with: "***".utf8)
    }
    self.bytes = bytes
    notes = read.notes
    lineOfOpenNote = read.lineOfOpenNote
    starts = [0] + ends.map { $0 + 1 }
  }

  /// How many scalars the file has between two bytes of a line, which are counted from 1 as columns.
  func scalars(in columns: Range<Int>, ofLine line: Int) -> Int {
    guard starts.indices.contains(line - 1) else { return 0 }
    let first = starts[line - 1] - 1
    let part = (first + columns.lowerBound..<first + columns.upperBound).clamped(
      to: 0..<bytes.count
    )
    // A note before the first byte was passed over when that byte was come to.
    let passed = (columns.lowerBound == 1 ? part.lowerBound : part.lowerBound + 1)...
    let ofNotes = passed.prefix { $0 <= part.upperBound }.reduce(0) { $0 + (notes[$1] ?? 0) }
    return bytes[part].count(where: \.beginsScalar) + ofNotes
  }

  /// The bytes with each end of a line as LF, and without what stands between `<!--` and `-->`; how many
  /// scalars of a note stood before a byte on its line; and the line of a note that does not end.
  ///
  /// The lines of a note stay, so that what follows keeps its number. A note that does not end goes
  /// on to the end of the text: what is meant for writers must not reach readers.
  private static func withoutNotes(
    _ bytes: [UInt8]
  ) -> (bytes: [UInt8], notes: [Int: Int], lineOfOpenNote: Int?) {
    let (opening, closing) = (Array("<!--".utf8), Array("-->".utf8))
    var (kept, notes) = ([UInt8](), [Int: Int]())
    kept.reserveCapacity(bytes.count)
    var (isNote, start, index) = (false, 0, 0)
    while index < bytes.count {
      let rest = bytes[index...]
      var length = 1
      if !isNote, rest.starts(with: opening) {
        (isNote, start) = (true, kept.count)
        length = opening.count
        notes[kept.count, default: 0] += length
      } else if isNote, rest.starts(with: closing) {
        isNote = false
        length = closing.count
        notes[kept.count, default: 0] += length
      } else if bytes[index] == 0x0D || bytes[index] == 0x0A {
        kept.append(0x0A)
        length = rest.starts(with: [0x0D, 0x0A]) ? 2 : 1
      } else if isNote {
        notes[kept.count, default: 0] += bytes[index].beginsScalar ? 1 : 0
      } else {
        kept.append(bytes[index])
      }
      index += length
    }
    let lineOfOpenNote = kept[..<start].count { $0 == 0x0A } + 1
    return (kept, notes, isNote ? lineOfOpenNote : nil)
  }

  /// Refuses what the parser would take too long for.
  func checkDepth() throws(MarkdownRefusal) {
    var undivided = 0
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] - 1 : bytes.count
      let line = bytes[start..<end]
      let isEmpty = line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      undivided = isEmpty ? 0 : undivided + line.count
      if undivided > MarkdownLines.mostUndivided { throw .undivided(line: number + 1) }
      if !isEmpty, MarkdownLines.isDeep(line) { throw .tooDeep(line: number + 1) }
    }
  }

  /// Whether a line begins with more marks of lists and quotes than any text needs.
  private static func isDeep(_ line: ArraySlice<UInt8>) -> Bool {
    var (marks, indent) = (0, 0)
    var rest = line
    while let byte = rest.first {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        indent += byte == UInt8(ascii: " ") ? 1 : 4
        rest.removeFirst()
      } else if let length = lengthOfMark(rest) {
        marks += 1
        rest.removeFirst(length)
      } else {
        break
      }
    }
    return indent > mostIndent || marks > mostMarks && !isRule(line)
  }

  /// How many bytes the mark of a quote or of an item takes; `nil` where there is none.
  private static func lengthOfMark(_ rest: ArraySlice<UInt8>) -> Int? {
    if rest.first == UInt8(ascii: ">") { return 1 }
    // Longer numbers are none.
    let digits = rest.prefix(9).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let marks: [UInt8] = Array((digits.isEmpty ? "-*+" : ".)").utf8)
    let behind = rest.dropFirst(digits.count)
    guard let mark = behind.first, marks.contains(mark) else { return nil }
    let next = behind.dropFirst().first ?? UInt8(ascii: " ")
    return next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") ? digits.count + 1 : nil
  }

  /// Whether a line holds nothing but one of the marks that rules are drawn with.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = Set(line.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") })
    return marks == [UInt8(ascii: "-")] || marks == [UInt8(ascii: "*")]
  }
}

extension UInt8 {
  /// Whether the byte is the first of a scalar in UTF-8.
  fileprivate var beginsScalar: Bool { self & 0xC0 != 0x80 }
}
