import KollImport
import KollModel

/// What must hold of any bytes whatsoever, by the part of import that they are given to.
///
/// The fuzzer looks for bytes that break it, and the tests run those that it has found.
enum ImportCheck: String, CaseIterable {
  /// Bytes to records, in one piece and in several.
  case records
  /// A cell to a number.
  case numbers
  /// A whole file to tables, everything detected.
  case tables

  /// What does not hold of some bytes.
  /// - Parameter bytes: The bytes; the first three of records say how they are read.
  /// - Returns: The claim that is broken, or `nil` when all hold.
  func broken(by bytes: [UInt8]) -> String? {
    switch self {
    case .records: brokenRecords(bytes)
    case .numbers: brokenNumbers(bytes)
    case .tables: brokenTables(bytes)
    }
  }

  private func brokenRecords(_ bytes: [UInt8]) -> String? {
    guard bytes.count > 3 else { return nil }
    let encodings = TextEncoding.allCases
    let encoding = encodings[Int(bytes[0]) % encodings.count]
    let delimiters = Dialect.usualDelimiters
    let delimiter = delimiters[Int(bytes[1]) % delimiters.count]
    let dialect = Dialect(delimiter: delimiter, encoding: encoding)
    let content = Array(bytes[3...])
    var limits = Limits()
    if bytes[2] & 1 == 1 { (limits.field, limits.fields, limits.record) = (30, 5, 60) }
    let whole = read(content, dialect: dialect, limits: limits)
    let size = Int(bytes[2] >> 1) % 17 + 1
    let pieces = (0..<content.count / size).map { $0 % 3 == 2 ? size + 1 : size }
    guard read(content, pieces: pieces, dialect: dialect, limits: limits) == whole else {
      return "records do not depend on where the bytes are cut"
    }
    let isPlain = whole.diagnostics.allSatisfy {
      $0.code == .quoteMisplaced || $0.code == .quoteUnclosed
    }
    let opening = content.prefix(4).map { $0 | 0x20 }
    if encoding == .utf8, bytes[2] & 1 == 0, isPlain, !opening.starts(with: "sep=".utf8),
      !content.starts(with: [0xEF, 0xBB, 0xBF])
    {
      let text = String(decoding: content, as: UTF8.self)
      let reference = ReferenceRecords(text, delimiter: Unicode.Scalar(delimiter))
      guard reference.records == whole.records, reference.lines == whole.lines else {
        return "records are those of the reference"
      }
    }
    return brokenPlaces(whole.diagnostics, in: content)
  }

  private func brokenNumbers(_ bytes: [UInt8]) -> String? {
    for allowsParentheses in [false, true] {
      func read(_ mark: DecimalMark?, _ bytes: [UInt8]) -> CellReading {
        NumberGrammar(decimalMark: mark, allowsParentheses: allowsParentheses).read(bytes[...])
      }
      let comma = read(.comma, bytes)
      guard comma == read(.point, bytes.map(\.withOtherMark)) else {
        return "comma and point mean the same where each is the decimal mark"
      }
      let unknown = read(nil, bytes)
      if case .malformed = unknown { continue }
      guard unknown == comma, unknown == read(.point, bytes) else {
        return "what is read without a decimal mark is read the same with either"
      }
    }
    return nil
  }

  private func brokenTables(_ bytes: [UInt8]) -> String? {
    let result = TableReader.read(bytes, file: "a.csv")
    let hasErrors = result.diagnostics.contains { $0.severity == .error }
    guard !hasErrors || result.tables.isEmpty else { return "no table comes of errors" }
    let lines = lineCount(bytes)
    for table in result.tables {
      guard table.facts.allSatisfy({ (1...lines).contains($0.origin.line) }),
        table.facts.allSatisfy({ table.areas.indices.contains($0.area) })
      else { return "each fact's line is one of the file's" }
    }
    return brokenPlaces(result.diagnostics, in: bytes)
  }

  private func brokenPlaces(_ diagnostics: [Diagnostic], in bytes: [UInt8]) -> String? {
    let lines = lineCount(bytes)
    for place in diagnostics.compactMap(\.location) {
      guard (1...lines).contains(place.line ?? 1), place.column ?? 1 >= 1 else {
        return "each place is inside its file"
      }
      guard let excerpt = place.excerpt else { continue }
      guard excerpt.marked.lowerBound >= 0,
        excerpt.marked.upperBound <= excerpt.text.unicodeScalars.count
      else { return "each mark is inside its excerpt" }
    }
    return nil
  }

  /// The most lines that bytes can have in any encoding.
  private func lineCount(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
  }
}

extension UInt8 {
  /// The byte, or a comma for a point and a point for a comma.
  fileprivate var withOtherMark: UInt8 {
    switch self {
    case UInt8(ascii: ","): UInt8(ascii: ".")
    case UInt8(ascii: "."): UInt8(ascii: ",")
    default: self
    }
  }
}
