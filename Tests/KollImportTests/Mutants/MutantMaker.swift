import KollImport
import KollModel

/// Makes every mutant of a file: one change at each place where it can be made.
struct MutantMaker {
  let file: ValidFile
  let scalars: [Unicode.Scalar]
  let original: [UInt8]
  /// Where each character begins among the bytes, and where the last ends.
  let offsets: [Int]
  let fields: [FieldSpan]
  let firstRow: Int
  let lastRow: Int
  private(set) var mutants: [Mutant] = []

  /// A field's content, without its quotes.
  struct FieldSpan {
    var line: Int
    var index: Int
    var range: Range<Int>
    var isQuoted: Bool
  }

  init(_ file: ValidFile) {
    self.file = file
    scalars = Array(file.text.unicodeScalars)
    let encoded = scalars.map { encode(String($0), as: file.encoding) }
    original = encoded.flatMap(\.self)
    offsets = encoded.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    fields = MutantMaker.fields(of: scalars, delimiter: file.delimiter)
    let table = TableReader.read(original, file: "a.csv").table
    let lines =
      (table?.layout.rows.compactMap { $0.origin?.line } ?? [])
      + (table?.claims.map(\.origin.line) ?? []) + (table?.facts.map(\.origin.line) ?? [])
    firstRow = lines.min() ?? 0
    lastRow = lines.max() ?? 0
    makeAll()
  }

  static let digits = Set("0123456789".unicodeScalars)
  static let signs: [Unicode.Scalar] = ["-", "−", "–", "+"]
  static let blanks: [Unicode.Scalar] = [" ", "\u{A0}", "\u{202F}"]
  static let separators: [Unicode.Scalar] = [";", "\t", "|", ",", " ", ":"]

  static func isFigure(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    !text.isEmpty
      && text.allSatisfy {
        digits.contains($0) || signs.contains($0) || blanks.contains($0) || $0 == ","
      }
  }

  private static func fields(
    of scalars: [Unicode.Scalar],
    delimiter: Unicode.Scalar,
  ) -> [FieldSpan] {
    var fields: [FieldSpan] = []
    var line = 1
    var recordLine = 1
    var index = 0
    var start = 0
    var isInQuotes = false
    func end(at place: Int) {
      let isQuoted = place > start + 1 && scalars[start] == "\""
      let range = isQuoted ? start + 1..<place - 1 : start..<place
      fields.append(FieldSpan(line: recordLine, index: index, range: range, isQuoted: isQuoted))
    }
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\"" { isInQuotes.toggle() }
      if scalar == "\n" { line += 1 }
      guard !isInQuotes else { continue }
      if scalar == delimiter {
        end(at: place)
        (index, start) = (index + 1, place + 1)
      } else if scalar == "\n" {
        end(at: scalars[max(0, place - 1)] == "\r" ? place - 1 : place)
        (recordLine, index, start) = (line, 0, place + 1)
      }
    }
    return fields
  }
}

extension MutantMaker {
  /// The bytes of a mutant.
  func bytes(of mutant: Mutant) -> [UInt8] {
    Array(original[..<mutant.replaced.lowerBound]) + mutant.replacement
      + original[mutant.replaced.upperBound...]
  }

  private mutating func makeAll() {
    for place in scalars.indices {
      changeDigit(place)
      changeSeparator(place)
      changeQuote(place)
      changeLineEnd(place)
      changeLetter(place)
    }
    for field in fields { changeFigure(field) }
    for field in fields { addQuotes(field) }
    changeUnits()
  }

  func field(at place: Int) -> FieldSpan? {
    fields.last { $0.range.lowerBound <= place } ?? fields.first
  }

  private func kindOfPlace(_ place: Int) -> Place {
    guard let field = field(at: place) else { return .note }
    if field.line > lastRow { return .note }
    if field.line < firstRow {
      let width = fields.count { $0.line == field.line }
      let isBlank = fields.contains {
        $0.line == field.line && $0.index > 0 && !$0.range.isEmpty
      }
      return width > 1 && isBlank ? .header : .caption
    }
    if field.index < file.labels { return .label }
    return file.words.contains(field.index) ? .words : .figure
  }

  mutating func add(
    _ mutation: Mutation,
    _ range: Range<Int>,
    _ replacement: String,
  ) {
    add(mutation, range, bytes: encode(replacement, as: file.encoding))
  }

  mutating func add(_ mutation: Mutation, _ range: Range<Int>, bytes: [UInt8]) {
    let offsets = offsets[range.lowerBound]..<offsets[range.upperBound]
    if original[offsets].elementsEqual(bytes) { return }
    mutants.append(
      Mutant(
        change: Change(mutation, kindOfPlace(range.lowerBound)),
        line: field(at: range.lowerBound)?.line ?? 0,
        replaced: offsets,
        replacement: bytes,
      )
    )
  }
}
