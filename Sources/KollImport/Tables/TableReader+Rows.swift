internal import KollModel

extension TableReader {
  /// What the rows are to each other, as far as their labels and figures tell.
  mutating func structure(
    of body: Body,
    _ columns: [LayoutColumn],
    _ amounts: [[Money?]],
  ) -> RowStructure {
    if !options.rows.isEmpty {
      found["rows", default: []]
        .formUnion(body.rows.lazy.flatMap(\.labels.rowNames).map(\.comparedTitle))
    }
    let summed = columns.indices.filter { columns[$0].series.kind.isSummed }
    let lastPlaces = summed.map { columns[$0].lastPlace(decimals: columns[$0].decimals) }
    let labels = body.rows.filter { !$0.isBlank }.map { $0.labels.last ?? "" }
    return RowStructure(
      zip(body.rows, amounts).map { row, amounts in
        let isCoarse = row.isCoarse(in: columns)
        return RowStructure.Row(
          labels: row.labels,
          figures: summed.map { amounts[$0]?.minorUnits },
          lastPlaces: !isCoarse
            ? lastPlaces
            : summed.map { columns[$0].lastPlace(decimals: row.numbers[$0]?.decimals ?? 0) },
          isBlank: row.isBlank,
          role: options.role(ofRow: row.labels) ?? row.roleByKinds(columns),
          isAlone: row.isAlone,
          indent: row.indent,
        )
      },
      lastPlaces: lastPlaces,
      looksForUnnamed: !options.areGroupsKnown && !TableReader.areSeries(labels, columns),
    )
  }

  /// Makes areas, facts and rows of what is shown, and claims of the stated sums.
  mutating func place(
    _ structure: RowStructure,
    _ body: Body,
    _ amounts: [[Money?]],
    into table: inout ImportedTable,
  ) {
    var lines: [AreaPath: Int] = [:]
    var areaOfRow: [Int: Int] = [:]
    for placed in structure.placed {
      let row = body.rows[placed.row]
      let path = AreaPath(placed.path)
      if placed.role != .heading {
        if let line = lines[path] {
          report(.duplicateFact) {
            let label = path.fullName
            return .sameArea(label, line, at: $0.grid.location(row.record, 0))
          }
          continue
        }
        lines[path] = grid.origin(row.record).line
      }
      areaOfRow[placed.row] = table.areas.count
      append(placed, row, amounts[placed.row], to: &table)
    }
    table.notes += notesOfUnsummed(structure, body, table)
    table.remarks =
      structure.placed.flatMap { remarks(body.rows[$0.row], on: $0.path, in: table) }
      + structure.stated.flatMap { remarks(body.rows[$0.row], on: $0.path, in: table) }
    for stated in structure.stated {
      let areas = stated.parts.compactMap { areaOfRow[$0] }
      let label = structure.label(stated.row)
      claim(
        stated,
        called: label,
        of: areas,
        body.rows[stated.row],
        amounts[stated.row],
        in: &table,
      )
    }
  }

  private func append(
    _ placed: RowStructure.Placed,
    _ row: BodyRow,
    _ amounts: [Money?],
    to table: inout ImportedTable,
  ) {
    let origin = grid.origin(row.record)
    let path = AreaPath(placed.path)
    table.layout.rows.append(
      LayoutRow(
        label: placed.path.last ?? "",
        area: path,
        role: placed.role,
        texts: texts(of: row, in: table),
        origin: origin,
      )
    )
    for (series, amount) in amounts.enumerated() {
      guard let amount else { continue }
      table.facts.append(
        Fact(area: table.areas.count, series: series, amount: amount, origin: origin)
      )
    }
    table.areas.append(path)
  }

  /// Makes a claim of every figure of a stated sum.
  private func claim(
    _ stated: RowStructure.Stated,
    called label: String,
    of areas: [Int],
    _ row: BodyRow,
    _ amounts: [Money?],
    in table: inout ImportedTable,
  ) {
    let isCoarse = row.isCoarse(in: table.layout.columns)
    for (series, amount) in amounts.enumerated() {
      guard let amount, table.series[series].kind.isSummed else { continue }
      table.claims.append(
        Claim(
          label: label,
          area: AreaPath(stated.path),
          coverage: .rows(areas),
          series: series,
          stated: amount,
          decimals: isCoarse ? row.numbers[series]?.decimals : nil,
          origin: grid.origin(row.record),
          reason: stated.reason,
        )
      )
    }
  }

  /// What stated sums say in columns that are never summed, one note for each such column.
  private func notesOfUnsummed(
    _ structure: RowStructure,
    _ body: Body,
    _ table: ImportedTable,
  ) -> [Note] {
    table.layout.columns.indices.compactMap { index in
      let column = table.layout.columns[index]
      guard !column.series.kind.isSummed, column.series.kind != .text else { return nil }
      let stated = structure.stated.filter { body.rows[$0.row].numbers[index] != nil }
        .map { sum in
          structure.label(sum.row) + " "
            + grid.text(body.rows[sum.row].record, body.fields[index])
        }
      guard !stated.isEmpty else { return nil }
      let list = stated.joined(separator: "; ")
      return Note(column: column.key, text: "Filens summarader anger i \(column.title): \(list).")
    }
  }

  /// What a row says in columns of comments.
  private func remarks(_ row: BodyRow, on path: [String], in table: ImportedTable) -> [Remark] {
    table.layout.columns.indices.filter { table.layout.columns[$0].isComment }.compactMap {
      row.texts[$0].map { text in
        let origin = grid.origin(row.record)
        return Remark(area: AreaPath(path), text: text, series: table.series, origin: origin)
      }
    }
  }

  private func texts(of row: BodyRow, in table: ImportedTable) -> [Series: String] {
    Dictionary(row.texts.map { (table.series[$0], $1) }) { first, _ in first }
  }
}

extension TableReader.BodyRow {
  /// An item, when all its figures are of kinds that are never summed: no word makes it a sum.
  fileprivate func roleByKinds(_ columns: [LayoutColumn]) -> RowRole? {
    let filled = zip(numbers, columns).filter { $0.0 != nil }
    return !filled.isEmpty && filled.allSatisfy { !$0.1.series.kind.isSummed } ? .item : nil
  }

  /// Whether every figure of the row is written with fewer decimals than its column has: then the
  /// row is rounded to them.
  fileprivate func isCoarse(in columns: [LayoutColumn]) -> Bool {
    let figures = zip(numbers, columns).filter { $1.series.kind.isSummed && $0 != nil }
    return !figures.isEmpty
      && figures.allSatisfy { number, column in
        number.map { $0.unit == nil && $0.decimals < column.decimals } ?? false
      }
  }
}

extension LayoutColumn {
  /// One in the last of some decimal places, in minor units.
  fileprivate func lastPlace(decimals: Int) -> Int64 {
    Int64(clamping: powerOfTen(min(18, max(0, scale.exponent - decimals))))
  }
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
}
