internal import KollModel

extension TableReader {
  /// What a row's own cells say of its amounts' series; reports a cell that cannot be read.
  ///
  /// Rows have few different ones, so what was read is kept and looked up by the cells' texts.
  mutating func statedSeries(
    _ record: Int,
    _ columns: LongColumns,
    _ known: inout [[String]: Series],
  ) -> Series? {
    guard columns.tellsSeries else { return Series(.amount, year: options.year) }
    let texts = columns.seriesFields.map { grid.text(record, $0) }
    if let series = known[texts] { return series }
    let series = statedSeries(record, columns)
    known[texts] = series
    return series
  }

  private mutating func statedSeries(_ record: Int, _ columns: LongColumns) -> Series? {
    let options = options
    var series = Series(.amount, year: options.year)
    let isRead = [
      read(columns.type, of: record, into: &series, TableReader.typeHelp) { text, series in
        guard let type = options.type(text) else { return false }
        series = type
        series.year = type.year ?? options.year
        return true
      },
      read(columns.year, of: record, into: &series, TableReader.yearHelp) { text, series in
        guard let year = Series(reading: text).year else { return false }
        series.year = year
        return true
      },
      readPeriod(columns.period, of: record, into: &series),
      read(columns.side, of: record, into: &series, TableReader.sideHelp) { text, series in
        series.side = TableReader.side(text)
        return series.side != nil
      },
      read(columns.round, of: record, into: &series, TableReader.roundHelp) { text, series in
        series.takeRound(text)
      },
    ]
    return isRead.allSatisfy(\.self) ? series : nil
  }

  private mutating func readPeriod(
    _ field: Int?,
    of record: Int,
    into series: inout Series,
  ) -> Bool {
    let options = options
    let isExtra = field.flatMap { ExtraPeriod(grid.text(record, $0)) } != nil
    let help = isExtra ? TableReader.extraPeriodHelp : TableReader.periodHelp
    return read(field, of: record, into: &series, help) { text, series in
      guard let extra = ExtraPeriod(text) else {
        return series.take(TableReader.months(in: text))
      }
      return options.periods[extra.number].map { series.take(extra, meaning: $0) } ?? false
    }
  }

  /// Whether a row is of a period that is declared to be passed over.
  func isPassedOver(_ record: Int, _ columns: LongColumns) -> Bool {
    guard !options.periods.isEmpty, let field = columns.period,
      let extra = ExtraPeriod(grid.text(record, field))
    else { return false }
    return options.periods[extra.number] == .ignored
  }

  /// Reads one cell that says something of the series; an empty one says nothing.
  private mutating func read(
    _ field: Int?,
    of record: Int,
    into series: inout Series,
    _ help: Phrase,
    _ take: (String, inout Series) -> Bool,
  ) -> Bool {
    guard let field else { return true }
    let text = grid.text(record, field)
    guard !text.isEmpty, !take(text, &series) else { return true }
    report(.seriesUnknown) { .unknownSeries(text, help, at: $0.grid.location(record, field)) }
    return false
  }

  /// What a cell in a column of periods names.
  enum NamedPeriod {
    /// Months of a year that the cell states.
    case period(Period, year: Int)
    /// The number of a month in a year that stands elsewhere.
    case month(Int)
    /// The whole year.
    case year(Int?)
  }

  /// Reads a cell of a column of periods: `2021-08`, `202108`, `aug`, `8`, `helår`.
  static func months(in text: String) -> NamedPeriod? {
    if let month = monthOfDay(in: text) { return .period(.month(month), year: month.year) }
    if let number = Int(text), (1...12).contains(number), text.utf8.count <= 2 {
      return .month(number)
    }
    let series = Series(reading: text)
    if let period = series.period, let year = series.year { return .period(period, year: year) }
    if let year = series.year, series == Series(.amount, year: year) { return .year(year) }
    if text.isSameTitle(as: "helår") || text.isSameTitle(as: "år") { return .year(nil) }
    // The name of a month needs a year to be read; any will do.
    if case .month(let month)? = Series(reading: text + " 2000").period {
      return .month(month.month)
    }
    return nil
  }

  /// Reads the month of a day: `2021-08-31`, `20210831`, `2021-08-31 00:00:00`.
  static func monthOfDay(in text: String) -> Month? {
    let day = text.prefix { $0 != " " && $0 != "T" }
    let digits = day.filter { $0 != "-" && $0 != "/" }
    guard digits.count == 8, digits.allSatisfy(\.isNumber), day.count == 8 || day.count == 10,
      let number = Int(digits), (1...31).contains(number % 100)
    else { return nil }
    return Month(year: number / 10_000, month: number / 100 % 100)
  }

  private static func side(_ text: String) -> Side? {
    switch text.lowercased() {
    case "i": .income
    case "k": .cost
    default: Series(reading: text).side
    }
  }
}

extension Series {
  /// Takes over the months of a row; `false` when its year says otherwise or is not known.
  fileprivate mutating func take(_ named: TableReader.NamedPeriod?) -> Bool {
    switch named {
    case nil: return false
    case .year(let stated):
      guard year == nil || stated == nil || year == stated else { return false }
      year = year ?? stated
    case .period(let stated, let ofYear):
      guard year == nil || year == ofYear else { return false }
      (period, year) = (stated, ofYear)
    case .month(let number):
      guard let month = year.flatMap({ Month(year: $0, month: number) }) else { return false }
      period = .month(month)
    }
    return true
  }

  /// Takes over what a period beside the months is declared to mean.
  fileprivate mutating func take(
    _ extra: ExtraPeriod,
    meaning: ReadingOptions.PeriodMeaning,
  ) -> Bool {
    switch meaning {
    case .month(let number):
      guard take(.year(extra.year)) else { return false }
      return take(.month(number))
    case .year:
      label = [label, "period \(extra)"].compactMap(\.self).joined(separator: " ")
      return take(.year(extra.year))
    case .ignored: return false
    }
  }

  /// Takes over when a row's forecast was made: a month, else words.
  fileprivate mutating func takeRound(_ text: String) -> Bool {
    switch TableReader.months(in: text) {
    case .period(.month(let month), _): round = month
    case .month(let number):
      guard let month = year.flatMap({ Month(year: $0, month: number) }) else { return false }
      round = month
    case .period, .year, nil: label = text.lowercased()
    }
    return true
  }
}

extension TableReader {
  fileprivate static let typeHelp = Phrase(
    sv: "skriv budget, prognos, utfall, ram eller plan, eller ange types: i en mappning",
    en: "write budget, prognos, utfall, ram or plan, or state types: in a mapping",
  )
  fileprivate static let yearHelp = Phrase(
    sv: "skriv ett år med fyra siffror",
    en: "write a year with four digits",
  )
  fileprivate static let periodHelp = Phrase(
    sv:
      "skriv en månad som 2021-08 eller 202108; står bara numret behövs ett år, i en kolumn eller "
      + "med year: i en mappning",
    en: "write a month such as 2021-08 or 202108; a number alone needs a year, in a column or with "
      + "year: in a mapping",
  )
  fileprivate static let extraPeriodHelp = Phrase(
    sv: "perioden är ingen månad; ange i en mappning var den räknas, till exempel periods: "
      + "{\"13\": 12} i december, {\"13\": år} i en kolumn för sig, {\"00\": ignorera} inte alls",
    en: "the period is no month; state in a mapping where it counts, for example periods: "
      + "{\"13\": 12} in December, {\"13\": year} in a column of its own, {\"00\": ignore} nowhere",
  )
  fileprivate static let sideHelp = Phrase(
    sv: "skriv kostnad eller intäkt",
    en: "write kostnad or intäkt",
  )
  fileprivate static let roundHelp = Phrase(
    sv: "skriv månaden då prognosen gjordes, som 2021-08",
    en: "write the month in which the forecast was made, such as 2021-08",
  )
}

extension Diagnostic {
  fileprivate static func unknownSeries(
    _ text: String,
    _ help: Phrase,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .seriesUnknown,
      at: place,
      value: text,
      Phrase(
        sv: "\"\(text)\" säger inte vad radens belopp avser",
        en: "\"\(text)\" does not say what the line's amounts are about",
      ),
      help: help,
    )
  }
}
