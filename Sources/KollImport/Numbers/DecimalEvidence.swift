/// What the cells of one column prove about their decimal mark.
///
/// `12.5` can only have a decimal point, `12,5` only a decimal comma. `1.234` and `1,234` prove
/// nothing, since the mark may be for thousands.
struct DecimalEvidence {
  /// How many cells can only have a decimal comma, or points for thousands, and the first of them.
  private(set) var commas = (count: 0, first: 0)
  /// How many cells can only have a decimal point, and the first of them.
  private(set) var points = (count: 0, first: 0)

  private static let pointGrammar = NumberGrammar(decimalMark: .point, allowsParentheses: true)

  /// Takes a cell into account.
  /// - Parameters:
  ///   - reading: The cell as it is read with a decimal comma.
  ///   - bytes: The cell's content.
  ///   - record: The cell's record.
  mutating func add(_ reading: CellReading, of bytes: ArraySlice<UInt8>, in record: Int) {
    switch reading {
    case .number(let number) where number.decimals > 0:
      let isProof =
        number.decimals != 3
        || Self.pointGrammar.read(bytes) == .malformed(.otherDecimalMark)
      if isProof { Self.count(record, &commas) }
    case .malformed(.otherDecimalMark):
      if case .number = Self.pointGrammar.read(bytes) { Self.count(record, &points) }
    case .malformed(.mixedMarks), .malformed(.groupMarks):
      let mark = bytes.first { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
      if mark == UInt8(ascii: ".") { Self.count(record, &commas) }
    default: break
    }
  }

  private static func count(_ record: Int, _ found: inout (count: Int, first: Int)) {
    if found.count == 0 { found.first = record }
    found.count += 1
  }

  /// The mark that most cells prove; `nil` when none proves any.
  var mark: DecimalMark? {
    if commas.count == 0, points.count == 0 { return nil }
    return points.count > commas.count ? .point : .comma
  }

  /// The first record that proves the column's mark.
  var proof: Int? {
    mark.map { $0 == .point ? points.first : commas.first }
  }

  /// Whether cells prove both marks.
  var isMixed: Bool { commas.count > 0 && points.count > 0 }
}
