internal import KollCalculation
internal import KollExport
internal import KollImport
public import KollModel

extension Koll.Inspection {
  /// The inspection in words: how the bytes were read, then each table's columns, rows and sums.
  /// - Parameter language: The language of the words.
  /// - Returns: The text, lines ended by LF.
  public func text(in language: Language) -> String {
    var lines = [file.printable]
    lines += detected.map { line(of: $0, language) }
    for (number, table) in tables.enumerated() {
      lines.append("")
      lines += self.lines(of: table, number: number + 1, language)
    }
    return lines.map { $0.printable + "\n" }.joined()
  }

  private func line(of detection: Detection, _ language: Language) -> String {
    let certainty = detection.isCertain ? "" : guess[language]
    return "  \(detection.setting): \(detection.value)\(certainty) (\(detection.reason[language]))"
  }

  private var guess: Phrase { Phrase(sv: ", gissat", en: ", guessed") }

  private func lines(of reading: TableReading, number: Int, _ language: Language) -> [String] {
    let table = reading.table
    let heading = Phrase(
      sv: "Tabell \(number): \(table.layout.rows.count) rader",
      en: "Table \(number): \(table.layout.rows.count) rows",
    )
    let columns = zip(table.layout.columns, reading.columnReasons).map { column, reason in
      "  \(line(of: column, language)) (\(reason[language]))"
    }
    let title = table.layout.title.map { [$0] } ?? []
    return title + [heading[language]] + reading.detected.map { line(of: $0, language) } + columns
      + sums(of: table, language)
  }

  private func line(of column: LayoutColumn, _ language: Language) -> String {
    let noUnit = Phrase(sv: "ingen enhet", en: "no unit")[language]
    var parts = [column.series.kind.rawValue]
    if let year = column.series.year { parts.append(String(year)) }
    if let period = column.series.period { parts.append(period.description) }
    if let side = column.series.side { parts.append(side.rawValue) }
    if column.series.kind.isMoney { parts.append(column.scale.unit?.rawValue ?? noUnit) }
    if column.isDerived { parts.append(Phrase(sv: "härledd", en: "derived")[language]) }
    return "\(column.title): \(parts.joined(separator: ", "))"
  }

  /// The rows and columns that are taken as computed from others, once each with the reason.
  private func sums(of table: ImportedTable, _ language: Language) -> [String] {
    var told: Set<String> = []
    return table.claims.compactMap { claim in
      let place =
        switch claim.coverage {
        case .rows: Phrase(sv: "rad \(claim.origin.line)", en: "line \(claim.origin.line)")
        case .columns: Phrase(sv: "kolumn", en: "column")
        }
      let name =
        switch claim.coverage {
        case .rows: claim.label
        case .columns: table.layout.columns[claim.series].title
        }
      let line = "  \(place[language]), \(name): \(claim.reason[language])"
      return told.insert(line).inserted ? line : nil
    }
  }

  /// The inspection for programs.
  public var json: String {
    JSON.object([
      .init("file", .text(file)),
      .init("detected", .array(detected.map(json))),
      .init("tables", .array(tables.map(json))),
    ]).document
  }

  private func json(of detection: Detection) -> JSON {
    .object([
      .init("setting", .text(detection.setting)),
      .init("value", .text(detection.value)),
      .init("certain", .boolean(detection.isCertain)),
      .init("reason", .text(detection.reason.english)),
    ])
  }

  private func json(of reading: TableReading) -> JSON {
    let table = reading.table
    return .object([
      .init("detected", .array(reading.detected.map(json))),
      .init("title", .optional(table.layout.title)),
      .init("sign", .optional(table.layout.sign?.rawValue)),
      .init(
        "columns",
        .array(zip(table.layout.columns, reading.columnReasons).map { json(of: $0, $1) }),
      ),
      .init("rows", .array(table.layout.rows.map(json))),
      .init("stated", .array(table.claims.map { json(of: $0, in: table) })),
    ])
  }

  private func json(of column: LayoutColumn, _ reason: Phrase) -> JSON {
    .object(
      JSONExporter.members(of: TableColumn(column)) + [.init("reason", .text(reason.english))]
    )
  }

  private func json(of row: LayoutRow) -> JSON {
    .object([
      .init("path", .array(row.area.labels.map(JSON.text))),
      .init("role", .text(row.role.rawValue)),
      .init("line", .optional(row.origin?.line)),
    ])
  }

  private func json(of claim: Claim, in table: ImportedTable) -> JSON {
    .object([
      .init("row", .text(claim.label)),
      .init("column", .text(table.layout.columns[claim.series].key)),
      .init("line", .number(claim.origin.line)),
      .init("reason", .text(claim.reason.english)),
    ])
  }
}

extension Koll {
  /// Records as a JSON array of arrays of strings, one record a line.
  /// - Parameter records: The records, each with its fields.
  /// - Returns: The text, lines ended by LF.
  public static func json(records: [[String]]) -> String {
    JSON.array(records.map { .array($0.map(JSON.text)) }).document
  }
}
