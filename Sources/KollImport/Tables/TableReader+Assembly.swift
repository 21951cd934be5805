internal import KollModel

extension TableReader {
  /// Turns what was read into facts, claims and the file's layout.
  mutating func assembled(_ header: Header, _ body: Body) -> ImportedTable? {
    let columns = layoutColumns(header, body)
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
      notes: header.notes.map { Note(text: $0) } + body.notes,
      recordCount: body.rows.count,
    )
    for row in body.rows where !row.isTotal { add(row, to: &table) }
    for row in body.rows where row.isTotal { addClaims(row, to: &table) }
    recogniseSign(of: &table)
    return diagnostics.contains { $0.severity == .error } ? nil : table
  }

  private func layoutColumns(_ header: Header, _ body: Body) -> [LayoutColumn] {
    let decimals = header.columns.indices.map { column in
      body.rows.compactMap { $0.numbers[column]?.decimals }.max() ?? 0
    }
    let unstated = Scale(unstatedWithDecimals: decimals.max() ?? 0)
    return header.columns.enumerated().map { index, column in
      let unit = column.unit ?? options.unit ?? header.unit ?? commonUnit(of: body, column: index)
      return LayoutColumn(
        key: column.key,
        title: column.title,
        series: column.series,
        scale: unit.map { Scale(unit: $0) } ?? unstated,
        decimals: decimals[index],
      )
    }
  }

  /// The unit that every cell of a column states, when they all do.
  private func commonUnit(of body: Body, column: Int) -> MoneyUnit? {
    let units = Set(body.rows.compactMap { $0.numbers[column] }.map(\.unit))
    return units.count == 1 ? units.first ?? nil : nil
  }

  private mutating func add(_ row: BodyRow, to table: inout ImportedTable) {
    let path = AreaPath([row.label])
    let area = areaIndices[path] ?? table.areas.count
    if area == table.areas.count {
      areaIndices[path] = area
      table.areas.append(path)
      table.layout.rows.append(
        LayoutRow(label: row.label, area: path, role: .item, origin: origin(row.record))
      )
    } else {
      diagnostics.append(.sameArea(row.label, at: location(row.record, 0), table, area))
    }
    for (series, number) in row.numbers.enumerated() {
      guard let number else { continue }
      guard let amount = amount(number, row.record, column: table.layout.columns[series], series)
      else { continue }
      table.facts.append(
        Fact(area: area, series: series, amount: amount, origin: origin(row.record))
      )
    }
  }

  private mutating func addClaims(_ row: BodyRow, to table: inout ImportedTable) {
    for (series, number) in row.numbers.enumerated() {
      guard let number else { continue }
      guard let amount = amount(number, row.record, column: table.layout.columns[series], series)
      else { continue }
      table.claims.append(
        Claim(
          label: row.label,
          area: .total,
          parts: Array(table.areas.indices),
          series: series,
          stated: amount,
          origin: origin(row.record),
        )
      )
    }
  }

  /// The number in the minor units of its column; reports one that does not fit there exactly.
  private mutating func amount(
    _ number: ReadNumber,
    _ record: Int,
    column: LayoutColumn,
    _ series: Int,
  ) -> Money? {
    let exponent = number.unit?.decimalsToOre ?? column.scale.exponent
    let place = { [self] in location(record, series + 1) }
    if let unit = number.unit, column.scale.unit == nil {
      diagnostics.append(.loneUnit(unit, in: column.title, at: place()))
      return nil
    }
    guard number.decimals <= exponent else {
      diagnostics.append(
        .tooFine(text(record, series + 1), in: column.title, at: place())
      )
      return nil
    }
    let factor = powerOfTen(exponent - number.decimals)
    let (minorUnits, overflowed) = Int128(number.coefficient).multipliedReportingOverflow(
      by: factor
    )
    guard !overflowed, minorUnits.magnitude <= Money.largestRead else {
      diagnostics.append(
        .tooLarge(text(record, series + 1), in: column.title, at: place())
      )
      return nil
    }
    return Money(minorUnits: Int64(minorUnits))
  }
}

extension Money {
  /// The largest amount that is read, in minor units: ten thousand milliards of kronor.
  ///
  /// Thousands of such amounts still add up within 64 bits.
  fileprivate static let largestRead: UInt128 = 1_000_000_000_000_000
}

extension TableReader {
  /// Finds the sign convention by the figures, when they all stand on one side of zero.
  ///
  /// Net figures of the organisation's areas are costs: above zero they are stated as costs, below
  /// zero as in a resultaträkning. Where both occur the convention stays unknown.
  private func recogniseSign(of table: inout ImportedTable) {
    let stated = options.sign
    let figures = table.facts.filter { table.series[$0.series].isNetCandidate }
    let positive = figures.contains { $0.amount > .zero }
    let negative = figures.contains { $0.amount < .zero }
    table.layout.sign = stated ?? (positive == negative ? nil : positive ? .cost : .result)
    guard table.layout.sign != nil else { return }
    for index in table.series.indices where table.series[index].isNetCandidate {
      table.series[index].side = .net
      table.layout.columns[index].series.side = .net
    }
  }
}

extension Series {
  /// Whether the figures are taken as net figures when nothing says which side they stand on.
  fileprivate var isNetCandidate: Bool {
    guard side == nil || side == .net else { return false }
    switch kind {
    case .budget, .forecast, .actual, .frame, .plan: return true
    case .variance, .amount, .ratio, .count, .text: return false
    }
  }
}

extension Diagnostic {
  fileprivate static func sameArea(
    _ label: String,
    at place: Location,
    _ table: ImportedTable,
    _ area: Int,
  ) -> Diagnostic {
    let line = table.layout.rows[area].origin.line
    return Diagnostic(
      .duplicateFact,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" står redan på rad \(line)",
        en: "\"\(label)\" already stands on line \(line)",
      ),
      help: Phrase(
        sv: "ta bort den ena raden eller ge områdena olika namn",
        en: "take one of the lines away or give the areas different names",
      ),
    )
  }

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

  fileprivate static func tooLarge(
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
