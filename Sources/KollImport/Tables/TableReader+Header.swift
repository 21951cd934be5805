internal import KollModel

extension TableReader {
  /// A table's header: its captions and its columns.
  struct Header {
    /// The header's lower record.
    var record: Int
    /// The line above that tells what the table is about.
    var title: String?
    /// The unit that a caption or the first header cell states.
    var unit: MoneyUnit?
    /// What the columns of labels are called.
    var areaTitle: String
    /// The columns that hold labels, the widest area's first.
    var labels: [LabelColumn]
    /// The columns beside the labels.
    var columns: [HeaderColumn]
    /// How many fields a row has.
    var width: Int
    /// Text above the header that is neither title nor unit.
    var notes: [String]

    /// The fields that hold labels.
    var labelFields: [Int] { labels.flatMap(\.fields) }
  }

  /// A column of the header.
  struct HeaderColumn {
    var field: Int
    var key: String
    var title: String
    var series: Series
    /// The columns that the figures are the difference of, when they are.
    var sides: DebitCredit?
    /// The unit that the header's own text states.
    var unit: MoneyUnit?
    /// Why the column is taken for what it is.
    var reason: Phrase
  }

  /// Reads a header: captions, then which columns hold labels and what the others state.
  mutating func readHeader(_ found: FoundHeader, rows: Range<Int>) -> Header {
    let titles = columnTitles(found)
    let width = (titles.lastIndex { !$0.isEmpty } ?? 0) + 1
    let labels = labelColumns(titles, width: width, rows: rows)
    var header = Header(
      record: found.lower,
      areaTitle: labels.map { title(of: $0, titles) }.filter { !$0.isEmpty }
        .joined(separator: " / "),
      labels: labels,
      columns: [],
      width: width,
      notes: [],
    )
    readCaptions(found.captions, into: &header)
    let firsts = found.rows.reversed().map { grid.text($0, 0) }
    header.unit = header.unit ?? firsts.lazy.compactMap(\.statedUnit).first
    readColumns(titles, units: found.units, rows: rows, into: &header)
    return header
  }

  /// The columns' titles: the lower row's, and behind each the upper rows' that stand over it.
  ///
  /// A year of two digits is one only behind its kind, and stands there.
  func columnTitles(_ found: FoundHeader) -> [String] {
    var titles = (0..<(found.rows.map(grid.width).max() ?? 0)).map { grid.text(found.lower, $0) }
    guard found.upper != nil else { return titles }
    let uppers = found.rows.dropLast()
    titles[0] =
      found.rows.reversed().lazy.map { self.grid.text($0, 0) }.first { !$0.isEmpty } ?? ""
    var above = uppers.map { _ in "" }
    for field in titles.indices.dropFirst() {
      for (row, record) in uppers.enumerated() where !grid.text(record, field).isEmpty {
        // What stands over both ends what the row below it said.
        above[row] = grid.text(record, field)
        for lower in above.indices where lower > row { above[lower] = "" }
      }
      let title = titles[field]
      let over = above.reversed()
      let parts = title.shortYear == nil ? [title] + over : over + [title]
      titles[field] = parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return titles
  }

  func readCaptions(_ captions: Range<Int>, into header: inout Header) {
    for record in captions {
      let caption = grid.filled(record).map { grid.text(record, $0) }.joined(separator: " ")
      if caption.isEmpty { continue }
      header.unit = header.unit ?? caption.statedUnit
      if caption.isUnitStatement { continue }
      if header.title == nil { header.title = caption } else { header.notes.append(caption) }
    }
  }

  private mutating func readColumns(
    _ titles: [String],
    units: Int?,
    rows: Range<Int>,
    into header: inout Header,
  ) {
    var uniqueTitles = UniqueNames()
    var uniqueKeys = UniqueNames()
    var seen: [Series: Int] = [:]
    let pairs = DebitCredit.all(among: titles, grid, options, rows: rows)
    header.notes += pairs.map(\.note)
    let other = header.labelFields + pairs.flatMap(\.fields)
    let hasTotals = titles.contains { Series(reading: $0).isOfAllYears }
    for field in 0..<header.width where !other.contains(field) {
      let sides = pairs.first { $0.debit.field == field }
      let text = sides?.title ?? titles[field]
      if text.isEmpty {
        // A column between others that holds nothing is no column.
        if rows.allSatisfy({ grid.text($0, field).isEmpty }) { continue }
        diagnostics.append(.untitledColumn(at: grid.location(header.record, field)))
      }
      let role = options.role(ofColumn: text)
      if role == .ignored { continue }
      let key = uniqueKeys.unique(text.key) { "\($0)-\($1)" }
      var series = role?.series ?? Series(reading: text)
      if role == nil, hasTotals { series = series.accumulatedFromTheBeginning }
      let unit = units.map { grid.text($0, field) } ?? ""
      var reason = TableReader.declared
      if role == nil { (series.kind, reason) = kind(of: series, text + " " + unit, field, rows) }
      if let other = seen[series] {
        tellOfShared(series, field, other, titles, header.record)
        series.label = key
      }
      seen[series] = seen[series] ?? field
      header.columns.append(
        HeaderColumn(
          field: field,
          key: key,
          title: uniqueTitles.unique(text) { "\($0) (\($1))" },
          series: series,
          sides: sides,
          unit: text.statedUnit ?? unit.statedUnit,
          reason: reason,
        )
      )
    }
  }

  /// Tells of two columns that state the same: an error where both are declared to.
  ///
  /// Otherwise the second is kept as a column of its own.
  private mutating func tellOfShared(
    _ series: Series,
    _ field: Int,
    _ other: Int,
    _ titles: [String],
    _ record: Int,
  ) {
    guard series.kind.isFollowedUp else { return }
    let areDeclared = [field, other].allSatisfy { options.role(ofColumn: titles[$0]) != nil }
    diagnostics.append(
      .sharedSeries(
        titles[field],
        titles[other],
        other,
        areDeclared ? .error : .warning,
        at: grid.location(record, field),
      )
    )
  }

  /// What a column states, by its title and, where that says nothing, by its cells; and why.
  private func kind(
    of series: Series,
    _ title: String,
    _ field: Int,
    _ rows: Range<Int>,
  ) -> (SeriesKind, Phrase) {
    if title.namesRatio {
      return (.ratio, Phrase(sv: "rubriken säger andel", en: "the title says share"))
    }
    if isPerCent(field, rows) {
      return (.ratio, Phrase(sv: "alla tal är procent", en: "all numbers are per cent"))
    }
    if title.namesText || title.namesCode {
      return (
        .text, Phrase(sv: "rubriken säger text eller kod", en: "the title says words or codes"),
      )
    }
    if holdsUnits(field, title, rows) {
      return (
        .text, Phrase(sv: "rubriken och cellerna är enheter", en: "title and cells are units"),
      )
    }
    if title.namesRate || title.mayNameRate && isBlankOnSums(field, rows) {
      return (.rate, Phrase(sv: "rubriken säger per styck", en: "the title says for each"))
    }
    if title.namesCount {
      return (.count, Phrase(sv: "rubriken säger antal", en: "the title says count"))
    }
    if series.tellsKindOrYear {
      return (series.kind, Phrase(sv: "rubriken säger det", en: "the title says so"))
    }
    if title.namesYears, holdsYears(field, rows) {
      return (.text, Phrase(sv: "rubriken och cellerna är år", en: "title and cells are years"))
    }
    if isWords(field, rows) {
      return (.text, Phrase(sv: "nästan alla celler är ord", en: "almost all cells are words"))
    }
    return (
      .amount,
      Phrase(sv: "tal utan känt ord i rubriken", en: "numbers without a known word in the title"),
    )
  }

  /// Whether every filled cell of a column is a year.
  private func holdsYears(_ field: Int, _ rows: Range<Int>) -> Bool {
    rows.allSatisfy { record in
      let text = grid.text(record, field)
      return text.isEmpty || Series(reading: text) == Series(.amount, year: Int(text))
    }
  }

  /// Whether rows that a word calls sums have figures, and none of them in the column.
  private func isBlankOnSums(_ field: Int, _ rows: Range<Int>) -> Bool {
    let sums = rows.filter { RowWords.isSum(grid.text($0, 0)) && hasFigures($0) }
    return !sums.isEmpty && sums.allSatisfy { grid.reading($0, field) == .empty }
  }

  /// Whether every figure of a column is a percentage.
  private func isPerCent(_ field: Int, _ rows: Range<Int>) -> Bool {
    var found = false
    for record in rows {
      guard case .number(let number) = grid.reading(record, field) else { continue }
      guard number.isPercent else { return false }
      found = true
    }
    return found
  }
}

extension ColumnRole {
  /// What a column of the role states in a table with a column for each series.
  fileprivate var series: Series {
    if case .series(let series) = self { series } else { Series(.text) }
  }
}

extension String {
  /// The title of the labels' column without the unit that Koll's own CSV states in it.
  var withoutUnitStatement: String {
    guard let comma = lastIndex(of: ","),
      self[index(after: comma)...].lowercased().contains("belopp i ")
    else { return self }
    return String(self[..<comma])
  }
}

extension SeriesKind {
  /// Whether a report asks for the kind's figures, so that two columns of one series are in doubt.
  var isFollowedUp: Bool {
    switch self {
    case .budget, .forecast, .actual, .frame, .plan: true
    case .variance, .amount, .ratio, .count, .rate, .text: false
    }
  }
}

extension Diagnostic {
  fileprivate static func sharedSeries(
    _ title: String,
    _ other: String,
    _ field: Int,
    _ severity: Severity,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .duplicateFact,
      severity,
      at: place,
      field: title,
      Phrase(
        sv: "kolumnen \"\(title)\" är för samma serie som kolumn \(field + 1), \"\(other)\", som "
          + "är den som menas med serien",
        en:
          "column \"\(title)\" is for the same series as column \(field + 1), \"\(other)\", which "
          + "is what the series means",
      ),
      help: Phrase(
        sv: "ange under columns vad den ena är i stället, eller ignorera",
        en: "state under columns what one of them is instead, or ignore",
      ),
    )
  }

  static func untitledColumn(at place: Location) -> Diagnostic {
    Diagnostic(
      .headerMissing,
      at: place,
      Phrase(sv: "kolumnen saknar rubrik", en: "the column has no title"),
      help: Phrase(
        sv: "skriv vad kolumnen visar, till exempel Budget 2021",
        en: "write what the column shows, for example Budget 2021",
      ),
    )
  }
}
