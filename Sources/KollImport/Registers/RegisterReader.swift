public import KollModel

/// Reads a register by its schema: one reader and one set of findings for every register.
public struct RegisterReader {
  private let records: RecordBatch
  private let file: String
  private let schema: RegisterSchema
  /// The unit that was given beforehand.
  private var given: MoneyUnit?
  /// The unit that the line nearest above the header states.
  private var stated: MoneyUnit?
  private var diagnostics: [Diagnostic] = []

  /// What was read of a register.
  public struct Result: Sendable {
    /// The register, or `nil` when it has errors.
    public let register: Register?
    /// What was detected of the bytes, each with its reason.
    public let detected: [Detection]
    /// Everything that was found wrong or doubtful.
    public let diagnostics: [Diagnostic]
  }

  /// Reads a register.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file's path as it was given.
  ///   - schema: What the register holds.
  ///   - options: What is known of the file beforehand.
  /// - Returns: The register, or the findings that stand in its way.
  public static func read(
    _ bytes: [UInt8],
    file: String,
    schema: RegisterSchema,
    options: ReadingOptions = ReadingOptions(),
  ) -> Result {
    let read = RecordFile.read(
      bytes,
      file: file,
      delimiter: options.delimiter,
      encoding: options.encoding,
    )
    var reader = RegisterReader(records: read.records, file: file, schema: schema)
    reader.given = options.unit
    reader.diagnostics = read.diagnostics
    let rows = reader.diagnostics.contains(where: \.spoilsRecords) ? [] : reader.rows()
    let isSound = !reader.diagnostics.contains { $0.severity == .error }
    return Result(
      register: isSound ? Register(rows: rows, unit: reader.unit) : nil,
      detected: read.detected,
      diagnostics: reader.diagnostics,
    )
  }

  /// The unit of amounts; what the file itself states holds.
  private var unit: MoneyUnit? { stated ?? given }

  private init(records: RecordBatch, file: String, schema: RegisterSchema) {
    self.records = records
    self.file = file
    self.schema = schema
  }

  private mutating func rows() -> [Register.Row] {
    guard let header = readHeader() else { return [] }
    var rows: [Register.Row] = []
    for record in (header.record + 1)..<records.count {
      guard (0..<records.fieldCount(record)).contains(where: { !text(record, $0).isEmpty }) else {
        continue
      }
      guard records.fieldCount(record) <= header.width else {
        diagnostics.append(.tooWide(records.fieldCount(record), header.width, at: place(record)))
        continue
      }
      rows.append(row(record, header))
    }
    return rows
  }

  private struct Header {
    var record: Int
    var width: Int
    /// The schema's column for each field.
    var columns: [RegisterColumn?]
  }

  /// Finds the first record with a column's name in it, or with all that must be there where other
  /// columns may stand beside them; lines above may state the unit.
  private mutating func readHeader() -> Header? {
    let names = schema.columns.map(\.name)
    for record in 0..<records.count {
      let fields = (0..<records.fieldCount(record)).map { text(record, $0) }
      let found = fields.map { $0.lowercased() }.filter(names.contains)
      let isHeader =
        schema.hasOthers
        ? schema.columns.allSatisfy { !$0.isInHeader || found.contains($0.name) } : !found.isEmpty
      guard isHeader else {
        stated = fields.lazy.compactMap(\.statedUnit).first ?? stated
        continue
      }
      if let given, let stated, given != stated {
        diagnostics.append(.otherUnit(given, than: stated, at: Diagnostic.Location(file: file)))
      }
      return header(record, fields)
    }
    diagnostics.append(.noHeader(names, at: Diagnostic.Location(file: file)))
    return nil
  }

  private mutating func header(_ record: Int, _ fields: [String]) -> Header {
    var columns: [RegisterColumn?] = []
    for (field, name) in fields.enumerated() {
      let column = schema.columns.first { $0.name == name.lowercased() }
      if column == nil, !name.isEmpty, !schema.hasOthers {
        diagnostics.append(
          .unknown(name, among: schema.columns.map(\.name), at: place(record, field))
        )
      } else if let column, columns.contains(column) {
        diagnostics.append(.repeated(column.name, at: place(record, field)))
      }
      columns.append(column)
    }
    for column in schema.columns where column.isInHeader && !columns.contains(column) {
      diagnostics.append(.missing(column.name, at: place(record)))
    }
    return Header(record: record, width: fields.count, columns: columns)
  }

  private mutating func row(_ record: Int, _ header: Header) -> Register.Row {
    var values: [String: Register.Value] = [:]
    var places: [String: Diagnostic.Location] = [:]
    for (field, column) in header.columns.enumerated() {
      guard let column else { continue }
      let isFilled = field < records.fieldCount(record) && !text(record, field).isEmpty
      guard isFilled else {
        if column.isRequired { diagnostics.append(.empty(column.name, at: place(record))) }
        continue
      }
      places[column.name] = place(record, field)
      values[column.name] = value(record, field, column)
    }
    return Register.Row(
      values: values,
      origin: Origin(file: file, line: records.line(record)),
      places: places,
    )
  }

  private mutating func value(
    _ record: Int,
    _ field: Int,
    _ column: RegisterColumn,
  ) -> Register.Value? {
    let text = text(record, field)
    let word = text.lowercased()
    switch column.kind {
    case .text: return .text(text)
    case .word(let words) where words.contains(word): return .text(word)
    case .share:
      if case .number(let number) = NumberGrammar().read(Array(text.utf8)[...]),
        number.unit == nil, number.coefficient > 0, number.decimals <= 6
      {
        let share = Rational(number.coefficient, decimals: number.decimals + 2)
        if share.numerator <= share.denominator { return .share(share) }
      }
    case .number:
      if case .number(let number) = NumberGrammar().read(Array(text.utf8)[...]),
        !number.isPercent, number.unit == nil, number.coefficient >= 0, number.decimals <= 6
      {
        return .number(Rational(number.coefficient, decimals: number.decimals))
      }
    case .place: if let place = Int(text), (1...9_999).contains(place) { return .place(place) }
    case .year:
      if text.utf8.count == 4, let year = Int(text), (1900...2199).contains(year) {
        return .year(year)
      }
    case .month: if let month = Month(text) { return .month(month) }
    case .firstDay:
      if let day = Day(text) ?? Month(text).map(Day.init(firstOf:)) { return .day(day) }
    case .lastDay:
      if let day = Day(text) ?? Month(text).map(Day.init(lastOf:)) { return .day(day) }
    case .yesOrNo: if word == "ja" || word == "nej" { return .yes(word == "ja") }
    case .money: return money(record, field, column)
    case .word: break
    }
    diagnostics.append(.invalid(text, column, at: place(record, field)))
    return nil
  }

  private mutating func money(
    _ record: Int,
    _ field: Int,
    _ column: RegisterColumn,
  ) -> Register.Value? {
    let place = place(record, field)
    switch NumberGrammar().read(records.bytes(record, field)) {
    case .empty: return nil
    case .number(let number) where !number.isPercent:
      guard let unit = number.unit ?? unit else {
        diagnostics.append(.noUnit(column.name, at: place))
        return nil
      }
      let exponent = unit.decimalsToOre
      if number.decimals <= exponent {
        let (öre, overflowed) = Int128(number.coefficient)
          .multipliedReportingOverflow(by: powerOfTen(exponent - number.decimals))
        if !overflowed, let amount = Int64(exactly: öre) {
          return .money(Money(minorUnits: amount))
        }
      }
    case .number, .text: break
    case .malformed(let problem):
      diagnostics.append(.malformed(problem, text(record, field), in: column.name, at: place))
      return nil
    }
    diagnostics.append(.invalid(text(record, field), column, at: place))
    return nil
  }

  private func text(_ record: Int, _ field: Int) -> String {
    records.text(record, field).collapsingBlanks.withoutFormulaGuard
  }

  private func place(_ record: Int, _ field: Int? = nil) -> Diagnostic.Location {
    records.location(record, field: field, file: file)
  }
}
