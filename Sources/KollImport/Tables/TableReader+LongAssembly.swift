internal import KollModel

extension TableReader {
  /// Reads a file with a row for each amount to facts and a layout of areas by series.
  mutating func readLongTable(
    _ columns: LongColumns,
    _ found: FoundHeader,
    rows: Range<Int>,
  ) -> TableReading? {
    let titles = columnTitles(found)
    var header = Header(
      record: found.lower,
      areaTitle: columns.areas.map(\.title).joined(separator: " / ").withoutUnitStatement,
      labels: [],
      columns: columns.amounts.map { amount in
        let title = amount.sides?.title ?? titles[amount.field]
        return HeaderColumn(
          field: amount.field,
          key: title.key,
          title: title,
          series: amount.series,
          sides: amount.sides,
          unit: title.statedUnit,
          reason: TableReader.toldByRows,
        )
      },
      width: (titles.lastIndex { !$0.isEmpty } ?? 0) + 1,
      notes: columns.amounts.compactMap(\.sides?.note),
    )
    for column in header.columns where column.title.isEmpty {
      diagnostics.append(.untitledColumn(at: grid.location(header.record, column.field)))
    }
    readCaptions(found.captions, into: &header)
    warnOfDamagedYears(found, columns.roles)
    warnOfDecimalPoints(header)
    let body = readLongBody(columns, header, rows: rows)
    keepNames(of: body, columns)
    detected += detections(of: columns, header)
    return assembled(body, columns, header).map { table in
      TableReading(
        table: table,
        detected: detected,
        columnReasons: table.series.map { _ in TableReader.toldByRows },
        roles: columns.roles,
        pins: pins,
      )
    }
  }

  /// Why a series of a file with a row for each amount is what it is.
  private static let toldByRows = Phrase(
    sv: "rubriken och raderna säger det",
    en: "the title and the rows say so",
  )

  private mutating func assembled(
    _ body: LongBody,
    _ columns: LongColumns,
    _ header: Header,
  ) -> ImportedTable? {
    let order = body.series.values.indices.sorted {
      body.series.values[$0].order.lexicographicallyPrecedes(body.series.values[$1].order)
    }
    let place = Dictionary(zip(order, order.indices)) { first, _ in first }
    let layoutColumns = self.layoutColumns(body, order, columns, header)
    var table = ImportedTable(
      areas: body.areas.values,
      lines: body.lines.values,
      series: layoutColumns.map(\.series),
      facts: [],
      claims: [],
      layout: Layout(
        title: header.title,
        sign: nil,
        areaTitle: header.areaTitle,
        columns: layoutColumns,
        rows: [],
      ),
      notes: header.notes.map { Note(text: $0) } + body.notes + note(on: columns, header),
      recordCount: body.recordCount,
    )
    table.facts.reserveCapacity(body.amounts.count)
    for read in body.amounts {
      let field = header.columns[read.column].field
      guard let series = place[read.series],
        let amount = amount(read.number, read.record, field, layoutColumns[series])
      else { continue }
      table.facts.append(
        Fact(
          area: read.area,
          line: read.line,
          series: series,
          amount: amount,
          origin: grid.origin(read.record),
          comment: comment(read.record, columns),
        )
      )
    }
    let faults = hasErrors ? diagnostics : nil
    warnOfOtherUnits(layoutColumns)
    for row in body.rowsWithoutAmounts {
      guard let text = comment(row.record, columns) else { continue }
      remark(text, on: row.area, row.record, [row.series], in: &table)
    }
    table.layout.rows = layoutRows(of: table)
    checkDepths(of: table)
    claimTotals(of: body, header, columns, place, in: &table)
    settleSign(of: &table, derivedByArea(in: &table), header)
    return sound(table, after: faults)
  }

  private func layoutColumns(
    _ body: LongBody,
    _ order: [Int],
    _ columns: LongColumns,
    _ header: Header,
  ) -> [LayoutColumn] {
    var decimals = [Int](repeating: 0, count: body.series.values.count)
    var stated: [Set<MoneyUnit?>] = body.series.values.map { _ in [] }
    var source = [Int](repeating: 0, count: body.series.values.count)
    for amount in body.amounts {
      decimals[amount.series] = max(decimals[amount.series], amount.number.decimals)
      stated[amount.series].insert(amount.number.unit)
      source[amount.series] = amount.column
    }
    let most = zip(body.series.values, decimals).filter { $0.0.kind.isMoney }.map(\.1).max() ?? 0
    var keys = UniqueNames()
    var titles = UniqueNames()
    return order.map { index in
      let series = body.series.values[index]
      let column = header.columns[source[index]]
      let isOwn = !columns.tellsSeries && series.side == column.series.side
      let title = isOwn || series.title.isEmpty ? column.title : series.title
      let common = stated[index].count == 1 ? stated[index].first ?? nil : nil
      let unit = column.unit ?? header.unit ?? options.unit ?? common
      return LayoutColumn(
        key: keys.unique(title.key) { "\($0)-\($1)" },
        title: titles.unique(title) { "\($0) (\($1))" },
        series: series,
        scale: Scale(series.kind, unit: unit, decimals: decimals[index], most: most),
        decimals: decimals[index],
      )
    }
  }

  /// The rows of the areas, those of a group together, each where its first record stands.
  private func layoutRows(of table: ImportedTable) -> [LayoutRow] {
    var places: [AreaPath: Int] = [:]
    for area in table.areas {
      for depth in 1...max(1, area.labels.count) {
        let path = AreaPath(Array(area.labels.prefix(depth)))
        if places[path] == nil { places[path] = places.count }
      }
    }
    var origins = [(first: Origin, isOnly: Bool)?](repeating: nil, count: table.areas.count)
    for fact in table.facts {
      if let known = origins[fact.area] {
        if known.isOnly, known.first != fact.origin { origins[fact.area]?.isOnly = false }
      } else {
        origins[fact.area] = (fact.origin, true)
      }
    }
    func order(_ area: AreaPath) -> [Int] {
      area.labels.indices.map { places[AreaPath(Array(area.labels.prefix($0 + 1)))] ?? 0 }
    }
    return table.areas.indices
      .map { (index: $0, order: order(table.areas[$0])) }
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }
      .map { area in
        let origin = origins[area.index]
        return LayoutRow(
          label: table.areas[area.index].labels.last ?? "",
          area: table.areas[area.index],
          role: .item,
          origin: origin?.isOnly == true ? origin?.first : nil,
        )
      }
  }

  /// Reports areas that have amounts of their own beside those of areas below them.
  private mutating func checkDepths(of table: ImportedTable) {
    let groups = Set(
      table.areas.flatMap { area in
        area.labels.indices.dropFirst().map { AreaPath(Array(area.labels.prefix($0))) }
      }
    )
    var isUntold = table.areas.map(groups.contains)
    for fact in table.facts where isUntold[fact.area] {
      isUntold[fact.area] = false
      diagnostics.append(
        .ownAmounts(table.areas[fact.area].fullName, at: fact.origin)
      )
    }
  }

  func comment(_ record: Int, _ columns: LongColumns) -> String? {
    let words = columns.comments.map { grid.text(record, $0) }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// Keeps what a row without amounts of its own says of forecasts; remarks on bookings are about
  /// those alone.
  func remark(
    _ text: String,
    on area: AreaPath,
    _ record: Int,
    _ series: [Series],
    in table: inout ImportedTable,
  ) {
    guard series.contains(where: { $0.kind == .forecast }) else { return }
    table.remarks.append(
      Remark(area: area, text: text, series: series, origin: grid.origin(record))
    )
  }

  /// Names the columns that no figure is told apart by.
  private func note(on columns: LongColumns, _ header: Header) -> [Note] {
    let titles = columns.texts.map { grid.text(header.record, $0) }.filter { !$0.isEmpty }
    guard !titles.isEmpty else { return [] }
    return [Note(text: "Visas inte: \(titles.joined(separator: ", ")).")]
  }

  /// The columns that follow from others, seen on the sums of each area.
  private mutating func derivedByArea(in table: inout ImportedTable) -> [DerivedColumn] {
    let columns = table.layout.columns
    guard columns.count <= TableReader.mostColumnsToRelate else { return [] }
    var amounts = table.areas.map { _ in columns.map { _ in Money?.none } }
    var origins = table.areas.map { _ in columns.map { _ in Origin?.none } }
    for fact in table.facts {
      let sum = try? (amounts[fact.area][fact.series] ?? .zero) + fact.amount
      amounts[fact.area][fact.series] = sum
      origins[fact.area][fact.series] = origins[fact.area][fact.series] ?? fact.origin
    }
    let derived = DerivedColumn.find(in: columns, rows: amounts)
    for column in derived {
      table.layout.columns[column.column].isDerived = true
      for area in table.areas.indices {
        guard let stated = amounts[area][column.column],
          let origin = origins[area][column.column]
        else { continue }
        table.claims.append(column.claim(stated, about: table.areas[area], at: origin, in: table))
      }
    }
    return derived
  }

  /// Among more columns than these no relations are looked for.
  private static let mostColumnsToRelate = 16
}

extension Series {
  /// What columns are sorted by: kind, year, months, round, side.
  fileprivate var order: [String] {
    let kinds = SeriesKind.allCases
    let months =
      switch period {
      case .month(let month)?: "\(month)"
      case .accumulated(let first, let last)?: "\(last) \(first)"
      case nil: ""
      }
    let rank = kinds.firstIndex(of: kind).map { $0 < 10 ? "0\($0)" : "\($0)" } ?? ""
    return [
      rank, label ?? "", year.map(String.init) ?? "", months, round?.description ?? "",
      side?.rawValue ?? "",
    ]
  }
}

extension Scale {
  /// The scale of a column that states figures of a kind.
  init(_ kind: SeriesKind, unit: MoneyUnit?, decimals: Int, most: Int) {
    switch kind {
    case .ratio: self.init(unstatedWithDecimals: decimals + 2)
    case .count, .rate, .text: self.init(unstatedWithDecimals: decimals)
    default:
      if let unit {
        self.init(unit: unit)
      } else {
        self.init(unstatedWithDecimals: max(3, most))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func ownAmounts(_ area: String, at origin: Origin) -> Diagnostic {
    Diagnostic(
      .labelMissing,
      at: Location(file: origin.file, line: origin.line),
      value: area,
      Phrase(
        sv: "\(area) har egna belopp, och områden under sig med belopp",
        en: "\(area) has amounts of its own, and areas below it with amounts",
      ),
      help: Phrase(
        sv: "är raden en summa, ta bort den; annars fyll i området under \(area)",
        en: "if the line is a sum, take it away; else fill in the area below \(area)",
      ),
    )
  }
}
