internal import KollModel

/// The columns of a file with a row for each amount, by what they are for.
struct LongColumns {
  /// A column of labels, or one of codes with the column of their names.
  struct Label {
    var fields: [Int]
    var title: String
  }

  /// A column of figures.
  struct Amount {
    var field: Int
    var series: Series
    /// The columns that the figures are the difference of, when they are.
    var sides: DebitCredit?
  }

  var areas: [Label] = []
  var lines: [ColumnRole.LineField: Label] = [:]
  var year: Int?
  var period: Int?
  var type: Int?
  var side: Int?
  var round: Int?
  var comments: [Int] = []
  /// Columns of words that are told apart and shown nowhere.
  var texts: [Int] = []
  /// The column of words that are the units of the rows' amounts.
  var unit: Int?
  /// Columns with figures, each with what its title says.
  var amounts: [Amount] = []

  /// Each title with what its column is for; columns of names go with their codes.
  var roles: [TableReading.TitledRole] = []

  /// The fields of figures.
  var figures: [Int] { amounts.map(\.field) + amounts.flatMap { $0.sides?.fields ?? [] } }

  /// Whether rows say more of their amounts' series than the columns' titles do.
  var tellsSeries: Bool { !seriesFields.isEmpty }

  /// The fields of a row that tell its series.
  var seriesFields: [Int] { [year, period, type, side, round].compactMap(\.self) }
}

/// Finds out what the columns of a file are for.
struct LongColumnFinder {
  let grid: TableGrid
  let options: ReadingOptions
  let titles: [String]
  /// The records that detection looks at.
  let sample: Range<Int>

  /// The columns of a file with a row for each amount; `nil` when it is no such file.
  func columns() -> LongColumns? {
    if options.layout == .wide { return nil }
    var columns = LongColumns()
    let pairs = DebitCredit.all(
      among: titles,
      grid,
      options,
      rows: sample.lowerBound..<grid.count,
    )
    let roles = self.roles(pairs)
    var field = 0
    while field < titles.count {
      let role = roles[field]
      let hasNames = field + 1 < titles.count && holdsNames(field + 1, ofCodesIn: field, roles)
      let label = LongColumns.Label(
        fields: hasNames ? [field, field + 1] : [field],
        title: titles[field],
      )
      if !titles[field].isEmpty, !pairs.contains(where: { $0.balance?.field == field }) {
        columns.roles.append(TableReading.TitledRole(title: titles[field], role: role))
      }
      switch role {
      case .area: columns.areas.append(label)
      case .line(let line): columns.lines[line] = columns.lines[line] ?? label
      case .year: columns.year = field
      case .period: columns.period = field
      case .type: columns.type = field
      case .side: columns.side = field
      case .round: columns.round = field
      case .comment: columns.comments.append(field)
      case .text:
        columns.texts.append(field)
        if titles[field].namesUnit { columns.unit = field }
      case .ignored, .credit: break
      case .debit:
        guard let sides = pairs.first(where: { $0.debit.field == field }) else { break }
        let series = Series(reading: sides.title)
        columns.amounts.append(LongColumns.Amount(field: field, series: series, sides: sides))
      case .series(let series):
        columns.amounts.append(LongColumns.Amount(field: field, series: series))
      }
      let takesNames = if case .line = role { hasNames } else { role == .area && hasNames }
      field += takesNames ? 2 : 1
    }
    if columns.areas.isEmpty, let account = columns.lines.removeValue(forKey: .account) {
      columns.areas = [account]
    }
    guard !columns.areas.isEmpty, !columns.amounts.isEmpty else { return nil }
    return options.layout == .long || isLong(columns) ? columns : nil
  }

  private func isLong(_ columns: LongColumns) -> Bool {
    let hasPeriods = columns.period.map { !titles[$0].namesDate } ?? false
    if columns.type != nil || hasPeriods || columns.round != nil { return true }
    return !(columns.seriesFields.isEmpty && columns.lines.isEmpty) && areasRepeat(columns)
  }

  /// Whether an area stands on several rows, as no row of a published table does.
  private func areasRepeat(_ columns: LongColumns) -> Bool {
    var seen: Set<[String]> = []
    for record in sample where grid.filled(record).count > 1 {
      let labels = columns.areas.map { grid.text(record, $0.fields[0]) }
      if !labels.contains(""), !seen.insert(labels).inserted { return true }
    }
    return false
  }

  /// Whether the column holds the names of the codes to its left.
  private func holdsNames(_ field: Int, ofCodesIn codes: Int, _ roles: [ColumnRole]) -> Bool {
    guard options.role(ofColumn: titles[field]) == nil else { return false }
    switch roles[field] {
    case .area, .text, .comment, .line: break
    default: return false
    }
    return cells(field, allow: { $0 == .text }) && !cells(codes, allow: { $0 == .text })
      && titles[field].namesWords(ofCodesIn: titles[codes])
  }
}

extension LongColumnFinder {
  /// What each column is for: as declared, else by its title and cells.
  private func roles(_ pairs: [DebitCredit]) -> [ColumnRole] {
    var roles = titles.indices.map { field in
      options.role(ofColumn: titles[field]) ?? roleByWords(field)
    }
    for pair in pairs {
      roles[pair.debit.field] = .debit
      roles[pair.credit.field] = .credit
      if let field = pair.balance?.field { roles[field] = .ignored }
      if let field = pair.runningBalance { roles[field] = .text }
    }
    if !roles.contains(.period), let field = bookingDates(roles) { roles[field] = .period }
    let hasAreas = roles.indices.contains { roles[$0] == .area && titles[$0].namesArea }
    for field in titles.indices where options.role(ofColumn: titles[field]) == nil {
      // Other words beside named areas, such as a supplier's name, are no level of them.
      if hasAreas, roles[field] == .area, !titles[field].namesArea { roles[field] = .text }
    }
    let others = roles.indices.filter { roles[$0] == .area && !titles[$0].namesActivity }
    for field in titles.indices
    where roles[field] == .area && titles[field].namesActivity && !others.isEmpty
      && options.role(ofColumn: titles[field]) == nil && isNumeric(field)
    {
      roles[field] = .line(.activity)
    }
    return roles
  }

  /// The column of the days that amounts were booked on.
  private func bookingDates(_ roles: [ColumnRole]) -> Int? {
    titles.indices.filter { field in
      roles[field] == .text && titles[field].namesDate
        && options.role(ofColumn: titles[field]) == nil
        && holds(field) { TableReader.monthOfDay(in: $0) != nil }
    }.min { titles[$0].rankAmongDates < titles[$1].rankAmongDates }
  }

  private func roleByWords(_ field: Int) -> ColumnRole {
    let title = titles[field]
    if title.isEmpty, isBlank(field) { return .ignored }
    if title.namesYear, hasAny(field, { Series(reading: $0).year != nil }) { return .year }
    if title.namesRound { return .round }
    if title.namesPeriod, hasAny(field, { TableReader.months(in: $0) != nil }) { return .period }
    if title.namesSide { return .side }
    if isTypes(field) || title.namesType && hasAny(field, { options.type($0) != nil }) {
      return .type
    }
    if let line = title.namesLine { return .line(line) }
    if title.namesComment { return .comment }
    let series = Series(reading: title)
    if series.tellsKindOrYear { return amount(field, series) }
    if title.namesText || title.namesUnit && holds(field, { $0.isUnitOfAnything }) {
      return .text
    }
    if title.namesArea { return .area }
    if title.namesCode { return .text }
    return isWords(field) ? .area : amount(field, series)
  }

  private func amount(_ field: Int, _ series: Series) -> ColumnRole {
    var series = series
    if let kind = titles[field].namedKindOfNumber { series.kind = kind }
    return .series(series)
  }

  /// Whether every cell of a column tells a kind, such as `Utfall` or `Budget`.
  private func isTypes(_ field: Int) -> Bool {
    holds(field) { text in
      options.type(text) != nil
    }
  }

  /// Whether no row of the file holds anything in the column.
  private func isBlank(_ field: Int) -> Bool {
    (sample.lowerBound..<grid.count).allSatisfy { grid.text($0, field).isEmpty }
  }

  private func isNumeric(_ field: Int) -> Bool {
    cells(field) { if case .number = $0 { true } else { false } }
  }

  private func isWords(_ field: Int) -> Bool {
    cells(field) { $0 == .text }
  }

  /// Whether some cells are filled, and four of five of those are as wanted.
  private func cells(_ field: Int, allow isWanted: (CellReading) -> Bool) -> Bool {
    share(of: field, above: 4) { record in
      let reading = grid.reading(record, field)
      return reading == .empty ? nil : isWanted(reading)
    }
  }

  /// Whether those of a column's cells that are wanted are more than so many times the others.
  ///
  /// Looks no further than it takes to know that they are not.
  private func share(of field: Int, above times: Int, _ isWanted: (Int) -> Bool?) -> Bool {
    var wanted = 0
    var others = 0
    for record in sample {
      guard let isWanted = isWanted(record) else { continue }
      if isWanted { wanted += 1 } else { others += 1 }
      if others * times >= wanted + (sample.upperBound - record - 1) { return false }
    }
    return wanted > others * times
  }

  /// Whether some cell is as wanted; the title says the rest.
  private func hasAny(_ field: Int, _ isWanted: (String) -> Bool) -> Bool {
    sample.contains { isWanted(grid.text($0, field)) }
  }

  /// Whether some cells are filled, and nine of ten of those are as wanted.
  ///
  /// The others are told of where they stand.
  private func holds(_ field: Int, _ isWanted: (String) -> Bool) -> Bool {
    share(of: field, above: 9) { record in
      let text = grid.text(record, field)
      return text.isEmpty ? nil : isWanted(text)
    }
  }
}

extension ReadingOptions {
  /// What a word in a column of types means: as declared, else a kind by its name or first letter.
  func type(_ word: String) -> Series? {
    if let declared = types.first(where: { $0.key.isSameTitle(as: word) })?.value {
      return declared
    }
    switch word.lowercased() {
    case "b": return Series(.budget)
    case "u": return Series(.actual)
    case "p": return Series(.forecast)
    default:
      let series = Series(reading: word)
      return series.kind == .amount ? nil : series
    }
  }
}
