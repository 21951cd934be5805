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
    guard !hasErrors else { return nil }
    let structure = RowStructure(
      zip(body.rows, amounts).map { row, amounts in
        RowStructure.Row(
          labels: row.labels,
          figures: zip(columns, amounts).filter { $0.0.series.kind.isSummed }
            .map { $0.1?.minorUnits },
          isBlank: row.isBlank,
        )
      },
      lastPlaces: columns.filter(\.series.kind.isSummed).map(\.lastPlace),
      looksForUnnamed: !options.areGroupsKnown,
    )
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
        + structure.notes.map { Note(text: body.rows[$0].labels.joined(separator: " ")) },
      recordCount: body.rows.count { !$0.isBlank },
    )
    place(structure, body, amounts, into: &table)
    warnOfRowsAfterTotal(structure, body)
    warnOfPartialTotals(structure, body)
    if let reason = reasonAgainstTotal(table) {
      table.layout.untotalled = reason
      table.notes.append(Note(text: reason))
    }
    let derived = DerivedColumn.find(in: columns, rows: amounts)
    claim(derived, amounts, in: &table)
    settleSign(of: &table, derived)
    return hasErrors ? nil : table
  }

  private func layoutColumns(_ header: Header, _ body: Body) -> [LayoutColumn] {
    let decimals = header.columns.indices.map { column in
      body.rows.compactMap { $0.numbers[column]?.decimals }.max() ?? 0
    }
    let moneyDecimals = zip(header.columns, decimals).filter { $0.0.series.kind.isMoney }.map(\.1)
    let most = moneyDecimals.max() ?? 0
    return header.columns.enumerated().map { index, column in
      let unit =
        column.unit ?? options.unit ?? header.unit ?? body.unit ?? commonUnit(body, column: index)
      return LayoutColumn(
        key: column.key,
        title: column.title,
        series: column.series,
        scale: Scale(column.series.kind, unit: unit, decimals: decimals[index], most: most),
        decimals: decimals[index],
      )
    }
  }

  /// The unit that every cell of a column states, when they all do.
  private func commonUnit(_ body: Body, column: Int) -> MoneyUnit? {
    let units = Set(body.rows.compactMap { $0.numbers[column] }.map(\.unit))
    return units.count == 1 ? units.first ?? nil : nil
  }

  private mutating func place(
    _ structure: RowStructure,
    _ body: Body,
    _ amounts: [[Money?]],
    into table: inout ImportedTable,
  ) {
    var areas: [AreaPath: Int] = [:]
    var areaOfRow: [Int: Int] = [:]
    for placed in structure.placed {
      let row = body.rows[placed.row]
      let path = AreaPath(placed.path)
      let origin = grid.origin(row.record)
      if placed.role != .heading {
        if let first = areas[path] {
          let line = table.layout.rows[first].origin?.line ?? 0
          diagnostics.append(
            .sameArea(
              path.labels.joined(separator: " / "),
              line,
              at: grid.location(row.record, 0),
            )
          )
          continue
        }
        areas[path] = table.layout.rows.count
      }
      table.layout.rows.append(
        LayoutRow(
          label: placed.path.last ?? "",
          area: path,
          role: placed.role,
          texts: texts(of: row, in: table),
          origin: origin,
        )
      )
      let area = table.areas.count
      table.areas.append(path)
      areaOfRow[placed.row] = area
      for (series, amount) in amounts[placed.row].enumerated() {
        guard let amount else { continue }
        table.facts.append(Fact(area: area, series: series, amount: amount, origin: origin))
      }
    }
    for stated in structure.stated {
      let row = body.rows[stated.row]
      for (series, amount) in amounts[stated.row].enumerated() {
        guard let amount, table.series[series].kind.isSummed else { continue }
        table.claims.append(
          Claim(
            label: row.labels.last { !$0.isEmpty } ?? "",
            area: AreaPath(stated.path),
            coverage: .rows(stated.parts.compactMap { areaOfRow[$0] }),
            series: series,
            stated: amount,
            origin: grid.origin(row.record),
            reason: stated.reason,
          )
        )
      }
    }
  }

  /// Tells of sums that no word limits and that cover some rows only, where none covers all.
  ///
  /// The second of two blocks may be the same money grouped another way.
  private mutating func warnOfPartialTotals(_ structure: RowStructure, _ body: Body) {
    let items = structure.placed.count { $0.role == .item }
    guard !structure.stated.contains(where: { $0.parts.count == items }) else { return }
    for stated in structure.stated where stated.isNamed && stated.path.isEmpty {
      let row = body.rows[stated.row]
      guard let label = row.labels.last(where: { !$0.isEmpty }), label.namesGrandTotal else {
        continue
      }
      diagnostics.append(
        .partialTotal(label, stated.parts.count, of: items, at: grid.location(row.record, 0))
      )
    }
  }

  /// Why a sum of all rows would mean nothing: years in the rows, or income and cost of one sign.
  private func reasonAgainstTotal(_ table: ImportedTable) -> String? {
    let items = table.layout.rows.indices.filter { table.layout.rows[$0].role == .item }
    let labels = items.map { table.layout.rows[$0].label }
    if labels.count > 1, labels.allSatisfy({ Series(reading: $0).isOnlyAYear }) {
      return "Raderna är år, och summeras därför inte."
    }
    let income = figures(in: table) { $0.lowercased().contains("intäkt") }
    let cost = figures(in: table) { $0.lowercased().contains("kostnad") }
    guard !income.isEmpty, !cost.isEmpty else { return nil }
    let isOneSign =
      (income + cost).allSatisfy { $0 >= .zero } || (income + cost).allSatisfy { $0 <= .zero }
    return isOneSign ? "Intäkter och kostnader har samma tecken, och summeras därför inte." : nil
  }

  /// The figures of the items that are called so.
  private func figures(in table: ImportedTable, named isNamed: (String) -> Bool) -> [Money] {
    let areas = Set(
      table.layout.rows.filter { $0.role == .item && isNamed($0.label) }.map(\.area)
    )
    guard !areas.isEmpty else { return [] }
    return table.facts.filter { fact in
      areas.contains(table.areas[fact.area]) && table.series[fact.series].kind.isMoney
    }.map(\.amount)
  }

  /// Tells of rows below the total that no word explains: they may belong to it.
  private mutating func warnOfRowsAfterTotal(_ structure: RowStructure, _ body: Body) {
    for placed in structure.placed where placed.role == .memo {
      guard let label = placed.path.last, !label.namesMemo, !label.namesAverage else { continue }
      diagnostics.append(.afterTotal(label, at: grid.location(body.rows[placed.row].record, 0)))
    }
  }

  /// Makes a claim of every figure in a derived column.
  private func claim(
    _ derived: [DerivedColumn],
    _ amounts: [[Money?]],
    in table: inout ImportedTable,
  ) {
    for derived in derived {
      table.layout.columns[derived.column].isDerived = true
      for fact in table.facts where fact.series == derived.column {
        table.claims.append(
          Claim(
            label: table.areas[fact.area].labels.last ?? "",
            area: table.areas[fact.area],
            coverage: .columns(derived.terms),
            series: derived.column,
            stated: fact.amount,
            origin: fact.origin,
            reason: derived.reason(in: table.layout.columns),
          )
        )
      }
    }
  }

  private func texts(of row: BodyRow, in table: ImportedTable) -> [Series: String] {
    Dictionary(row.texts.map { (table.series[$0], $1) }) { first, _ in first }
  }

  /// The number in the minor units of its column; reports one that does not fit there exactly.
  mutating func amount(
    _ number: ReadNumber,
    _ record: Int,
    _ field: Int,
    _ column: LayoutColumn,
  ) -> Money? {
    if let unit = number.unit, column.scale.unit == nil {
      diagnostics.append(.loneUnit(unit, in: column.title, at: grid.location(record, field)))
      return nil
    }
    let isShare = column.series.kind == .ratio
    let exponent = number.unit?.decimalsToOre ?? column.scale.exponent - (isShare ? 2 : 0)
    guard number.decimals <= exponent else {
      let value = grid.text(record, field)
      diagnostics.append(.tooFine(value, in: column.title, at: grid.location(record, field)))
      return nil
    }
    let factor = powerOfTen(exponent - number.decimals)
    let (minorUnits, overflowed) = Int128(number.coefficient).multipliedReportingOverflow(
      by: factor
    )
    guard !overflowed, minorUnits.magnitude < Money.largestRead else {
      let value = grid.text(record, field)
      diagnostics.append(.tooLarge(value, in: column.title, at: grid.location(record, field)))
      return nil
    }
    return Money(minorUnits: Int64(minorUnits))
  }
}

extension LayoutColumn {
  /// One in the last place that the file writes, in minor units.
  fileprivate var lastPlace: Int64 {
    Int64(clamping: powerOfTen(min(18, max(0, scale.exponent - decimals))))
  }
}

extension Money {
  /// The largest amount that is read, in minor units: what a workbook's cell still holds to the öre.
  fileprivate static let largestRead: UInt128 = 400_000_000_000_000
}

extension RowStructure.Stated {
  /// Why the row is taken as a sum.
  fileprivate var reason: Phrase {
    let place = isAbove ? Phrase(sv: "under", en: "below") : Phrase(sv: "ovanför", en: "above")
    return isNamed
      ? Phrase(
        sv: "raden kallas summa och gäller \(parts.count) rader \(place.swedish)",
        en: "a word calls the row a sum, of \(parts.count) rows \(place.english)",
      )
      : Phrase(
        sv: "beloppen är summan av \(parts.count) rader \(place.swedish)",
        en: "the figures are the sums of \(parts.count) rows \(place.english)",
      )
  }
}

extension DerivedColumn {
  /// Why the column is taken as derived.
  func reason(in columns: [LayoutColumn]) -> Phrase {
    let formula = terms.enumerated().map { index, term in
      (term.isSubtracted ? "− " : index == 0 ? "" : "+ ") + columns[term.series].title
    }.joined(separator: " ")
    return Phrase(
      sv: "beloppen är \(formula)",
      en: "the figures are \(formula)",
    )
  }
}

extension Series {
  /// Whether a text that was read as a series says a year and nothing more.
  fileprivate var isOnlyAYear: Bool { self == Series(.amount, year: year) && year != nil }
}

extension Diagnostic {
  fileprivate static func sameArea(_ label: String, _ line: Int, at place: Location) -> Diagnostic {
    Diagnostic(
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

  fileprivate static func afterTotal(_ label: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .rowAfterTotal,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" står under totalen; raden visas men räknas inte in i någon summa",
        en: "\"\(label)\" stands below the total; the row is shown but added to no sum",
      ),
      help: Phrase(
        sv: "flytta raden ovanför totalen om den hör dit",
        en: "move the row above the total if it belongs there",
      ),
    )
  }

  fileprivate static func partialTotal(
    _ label: String,
    _ count: Int,
    of items: Int,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .totalDiffers,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" är summan av \(count) av tabellens \(items) rader; totalen räknar alla",
        en:
          "\"\(label)\" is the sum of \(count) of the table's \(items) rows; the total counts all",
      ),
      help: Phrase(
        sv: "ta bort rader som visar samma pengar fördelade på ett annat sätt",
        en: "take away rows that show the same money divided another way",
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
