import KollImport
import KollModel
import KollTestSupport
import Testing

struct RecordReaderPropertyTests {
  private let alphabet = Array("a\";\r\n".utf8)

  /// The first text on which reader and reference disagree.
  private func disagreement(in all: [[UInt8]]) -> String? {
    for bytes in all {
      let text = String(decoding: bytes, as: UTF8.self)
      let expected = ReferenceRecords(text)
      let found = read(bytes)
      let isSame =
        found.records == expected.records && found.lines == expected.lines
        && found.codes.count { $0 == .quoteMisplaced } == expected.misplaced
        && found.codes.contains(.quoteUnclosed) == (expected.unclosed != nil)
        && found.diagnostics.allSatisfy { isInside($0, text) }
      if !isSame { return text.debugDescription }
    }
    return nil
  }

  /// Whether a diagnostic's place lies inside the text and its excerpt says what stands there.
  private func isInside(_ diagnostic: Diagnostic, _ text: String) -> Bool {
    guard let place = diagnostic.location, let line = place.line, let column = place.column,
      let excerpt = place.excerpt
    else { return false }
    let lines = splitLines(text)
    guard lines.indices.contains(line - 1) else { return false }
    let scalars = Array(lines[line - 1].unicodeScalars)
    return excerpt.text == lines[line - 1] && column - 1 <= scalars.count
      && excerpt.marked.lowerBound == column - 1 && excerpt.marked.upperBound <= scalars.count
  }

  private func splitLines(_ text: String) -> [String] {
    var lines = [""]
    var isAfterCarriageReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" && isAfterCarriageReturn {
        isAfterCarriageReturn = false
      } else if scalar == "\n" || scalar == "\r" {
        lines.append("")
        isAfterCarriageReturn = scalar == "\r"
      } else {
        lines[lines.count - 1].unicodeScalars.append(scalar)
        isAfterCarriageReturn = false
      }
    }
    return lines
  }

  @Test func allShortTextsAreReadAsTheReferenceReadsThem() {
    let all = texts(over: alphabet, upTo: 7)
    #expect(all.count == 97_656)
    #expect(disagreement(in: all) == nil)
  }

  @Test(arguments: 1...8)
  func randomTextsAreReadAsTheReferenceReadsThem(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = ["a", "\"", "\"\"", ";", ";\"", "\";", "\r", "\n", "\r\n", "å", "−", "🏛", " "]
    let all = (0..<400).map { _ -> [UInt8] in
      let length = Int.random(in: 0...60, using: &generator)
      return (0..<length).flatMap { _ in
        letters.randomElement(using: &generator).map { Array($0.utf8) } ?? []
      }
    }
    #expect(disagreement(in: all) == nil)
  }

  @Test func howShortTextsAreCutMakesNoDifference() {
    for bytes in texts(over: alphabet, upTo: 5) {
      let whole = read(bytes)
      for cuts in 1..<(1 << max(bytes.count - 1, 0)) {
        var pieces = [1]
        for place in 1..<bytes.count {
          if cuts >> (place - 1) & 1 == 1 {
            pieces.append(1)
          } else {
            pieces[pieces.count - 1] += 1
          }
        }
        guard read(bytes, pieces: pieces) == whole else {
          Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription) \(pieces)")
          return
        }
      }
    }
  }

  @Test(arguments: TextEncoding.allCases)
  func howArbitraryBytesAreCutMakesNoDifference(encoding: TextEncoding) {
    var generator = SeededGenerator(seed: 3)
    var limits = Limits()
    limits.field = 20
    limits.fields = 6
    limits.record = 40
    limits.diagnostics = 5
    let likely: [UInt8] = Array("a1;\"\"\r\n".utf8) + [0, 0xC3, 0xA5, 0xE2, 0xD8, 0xFE, 0xFF]
    for round in 0..<300 {
      let bytes = (0..<Int.random(in: 0...150, using: &generator)).map { _ in
        likely.randomElement(using: &generator) ?? 0
      }
      let usedLimits = round % 2 == 0 ? limits : Limits()
      let dialect = Dialect(encoding: encoding)
      let whole = read(bytes, dialect: dialect, limits: usedLimits)
      let pieces = (0..<20).map { _ in Int.random(in: 0...9, using: &generator) }
      let cut = read(bytes, pieces: pieces, dialect: dialect, limits: usedLimits)
      guard cut == whole else {
        Issue.record("round \(round), \(bytes), pieces \(pieces)")
        return
      }
    }
  }

  @Test(arguments: [nil] + TextEncoding.allCases)
  func arbitraryBytesNeverTrap(encoding: TextEncoding?) {
    var generator = SeededGenerator(seed: 11)
    let likely: [UInt8] = Array("a;,\t|\"\r\nsep=19 -".utf8) + [0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0]
    for round in 0..<400 {
      let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ -> UInt8 in
        round % 3 == 0
          ? .random(in: 0...255, using: &generator) : likely.randomElement(using: &generator) ?? 0
      }
      let delimiter = [nil, UInt8(ascii: ","), 0, 0x22, 0x0A, 0xC3].randomElement(using: &generator)
      let found = RecordFile.read(
        bytes,
        file: "x",
        delimiter: delimiter ?? nil,
        encoding: encoding,
      )
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      for record in 0..<found.records.count {
        for field in 0..<found.records.fieldCount(record) {
          let place = found.records.location(record, field: field, file: "x")
          #expect((1...lines).contains(place.line ?? 0))
          #expect(place.column ?? 0 >= 1)
          let length = place.excerpt?.text.unicodeScalars.count ?? -1
          #expect(place.excerpt?.marked.upperBound ?? 0 <= length)
        }
      }
    }
  }
}
