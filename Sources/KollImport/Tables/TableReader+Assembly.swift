internal import KollModel

extension TableReader {
  /// Turns what was read into facts, claims and the file's layout.
  mutating func assembled(_ header: Header, _ body: Body) -> ImportedTable? {
    let columns = layoutColumns(header, body)
    let amounts = body.rows.map { row in
      row.numbers.enumerated().map { index, number in
        number.flatMap { amount($0, row.record, header.columns[index].field, columns[index]) }
      }
    }
    let faults = hasErrors ? diagnostics : nil
    warnOfOtherUnits(columns)
    let structure = structure(of: body, columns, amounts)
    guard !structure.hasTooManyParts else {
      diagnostics.append(.tooManyParts(at: grid.location(header.record)))
      return nil
    }
    var table = ImportedTable(
      areas: [],
      series: columns.map(\.series),
      facts: [],
      claims: [],
      layout: Layout(
        title: header.title,
        sign: nil,
        areaTitle: header.areaTitle,
        columns: columns,
        rows: [],
      ),
      notes: header.notes.map { Note(text: $0) } + body.notes
        + structure.notes.sorted().map { Note(text: body.rows[$0].labels.joined(separator: " ")) },
      recordCount: body.rows.count { !$0.isBlank },
    )
    place(structure, body, amounts, into: &table)
    warnOfDoubts(structure, body)
    if let reason = reasonAgainstTotal(table) {
      table.layout.untotalled = reason
      table.notes.append(Note(text: reason))
    }
    let derived = DerivedColumn.find(in: columns, rows: amounts)
    claim(derived, in: &table)
    settleSign(of: &table, derived, header)
    return sound(table, after: faults)
  }

  /// The table, unless it has errors: then it is kept aside, for whom it is about.
  /// - Parameters:
  ///   - table: The table.
  ///   - faults: What was found before it was put together in spite of errors; what came after
  ///     follows from them.
  /// - Returns: The table when all of it could be read.
  mutating func sound(_ table: ImportedTable, after faults: DiagnosticLog?) -> ImportedTable? {
    guard hasErrors else { return table }
    if let faults { diagnostics = faults }
    unsound.append(table)
    return nil
  }

  private func layoutColumns(_ header: Header, _ body: Body) -> [LayoutColumn] {
    let decimals = header.columns.indices.map { column in
      body.rows.compactMap { $0.numbers[column]?.decimals }.max() ?? 0
    }
    let moneyDecimals = zip(header.columns, decimals).filter { $0.0.series.kind.isMoney }.map(\.1)
    let most = moneyDecimals.max() ?? 0
    return header.columns.enumerated().map { index, column in
      let unit =
        column.unit ?? header.unit ?? body.unit ?? options.unit ?? commonUnit(body, column: index)
      return LayoutColumn(
        key: column.key,
        title: column.title,
        series: column.series,
        scale: Scale(column.series.kind, unit: unit, decimals: decimals[index], most: most),
        decimals: decimals[index],
        isComment: column.series.kind == .text && isComment(column.title),
      )
    }
  }

  /// Whether a column of words holds remarks: its title says so, or who gives the file does.
  private func isComment(_ title: String) -> Bool {
    title.namesComment
      || options.columns.contains { $1 == .comment && $0.comparedTitle == title.comparedTitle }
  }

  /// The unit that every cell of a column states, when they all do.
  private func commonUnit(_ body: Body, column: Int) -> MoneyUnit? {
    let units = Set(body.rows.compactMap { $0.numbers[column] }.map(\.unit))
    return units.count == 1 ? units.first ?? nil : nil
  }

  /// The number in the minor units of its column; reports one that does not fit there exactly.
  mutating func amount(
    _ number: ReadNumber,
    _ record: Int,
    _ field: Int,
    _ column: LayoutColumn,
  ) -> Money? {
    if let unit = number.unit, column.scale.unit == nil {
      report(.unitUnknown) {
        .loneUnit(unit, in: column.title, at: $0.grid.location(record, field))
      }
      return nil
    }
    let isShare = column.series.kind == .ratio
    let exponent = number.unit?.decimalsToOre ?? column.scale.exponent - (isShare ? 2 : 0)
    guard number.decimals <= exponent else {
      report(.amountTooFine) {
        let value = $0.grid.text(record, field)
        return .tooFine(value, in: column.title, at: $0.grid.location(record, field))
      }
      return nil
    }
    let factor = powerOfTen(exponent - number.decimals)
    let (minorUnits, overflowed) = Int128(number.coefficient).multipliedReportingOverflow(
      by: factor
    )
    guard !overflowed, minorUnits.magnitude < Money.largestRead else {
      report(.amountTooLarge) {
        let value = $0.grid.text(record, field)
        return .tooLarge(value, in: column.title, at: $0.grid.location(record, field))
      }
      return nil
    }
    return Money(minorUnits: Int64(minorUnits))
  }
}

extension Money {
  /// The largest amount that is read, in minor units: what a workbook's cell still holds to the öre.
  fileprivate static let largestRead: UInt128 = 400_000_000_000_000
}

extension Diagnostic {
  fileprivate static func loneUnit(
    _ unit: MoneyUnit,
    in title: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .unitUnknown,
      at: place,
      field: title,
      Phrase(
        sv: "cellen anger \(unit.rawValue), men kolumnen \(title) har ingen känd enhet",
        en: "the cell states \(unit.rawValue), but column \(title) has no known unit",
      ),
      help: Phrase(
        sv: "ange enheten med --input-unit eller skriv \"Belopp i tkr\" ovanför rubriken",
        en: "give the unit with --input-unit or write \"Belopp i tkr\" above the header",
      ),
    )
  }

  fileprivate static func tooManyParts(at place: Location) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      at: place,
      Phrase(
        sv: "tabellens summor gäller tillsammans fler än 10 000 000 rader; så många jämförs inte",
        en:
          "the sums of the table cover more than 10 000 000 rows together; so many are not compared",
      ),
      help: Phrase(
        sv: "ta bort löpande summor, eller dela tabellen",
        en: "take away running totals, or divide the table",
      ),
    )
  }

  fileprivate static func tooFine(
    _ value: String,
    in title: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .amountTooFine,
      at: place,
      field: title,
      value: value,
      Phrase(
        sv: "\"\(value)\" i kolumnen \(title) är finare än ett öre",
        en: "\"\(value)\" in column \(title) is finer than an öre",
      ),
      help: Phrase(
        sv: "kontrollera enheten: stämmer den som filen anger?",
        en: "check the unit: is it the one that the file states?",
      ),
    )
  }

  static func tooLarge(
    _ value: String,
    in title: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .amountTooLarge,
      at: place,
      field: title,
      value: value,
      Phrase(
        sv: "\"\(value)\" i kolumnen \(title) är större än Koll räknar exakt med",
        en: "\"\(value)\" in column \(title) is larger than Koll counts exactly",
      ),
      help: Phrase(
        sv: "kontrollera enheten och att siffrorna inte är en kod",
        en: "check the unit, and that the digits are not a code",
      ),
    )
  }
}
