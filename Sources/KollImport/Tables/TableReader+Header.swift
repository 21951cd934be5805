internal import KollModel

extension TableReader {
  /// The header and what stands above it.
  struct Header {
    /// The header's record.
    var record: Int
    /// The line above that tells what the table is about.
    var title: String?
    /// The unit that a caption or the first header cell states.
    var unit: MoneyUnit?
    /// What the column of labels is called.
    var areaTitle: String
    /// The columns with figures.
    var columns: [HeaderColumn]
    /// Text above the header that is neither title nor unit.
    var notes: [String]
  }

  /// A column of the header.
  struct HeaderColumn {
    var key: String
    var title: String
    var series: Series
    /// The unit that the header's own text states.
    var unit: MoneyUnit?
  }

  /// Finds the header: the first record with more than one field filled.
  mutating func findHeader() -> Header? {
    let found = (0..<records.count).first { filledFields($0).count > 1 }
    guard let record = found, isHeader(record) else {
      diagnostics.append(.noHeader(at: found.map { location($0) }, file: file))
      return nil
    }
    guard record + 1 >= records.count || !isHeader(record + 1) else {
      diagnostics.append(.twoHeaderRows(at: location(record + 1)))
      return nil
    }
    var header = Header(record: record, areaTitle: "", columns: [], notes: [])
    readCaptions(into: &header)
    readTitles(into: &header)
    return header
  }

  /// Whether no field after the first is an amount: a header's figures are years at most.
  private func isHeader(_ record: Int) -> Bool {
    let fields = filledFields(record).filter { $0 > 0 }
    guard !fields.isEmpty else { return false }
    return fields.allSatisfy { field in
      let title = text(record, field)
      if Series(reading: title).year != nil { return true }
      if case .text = NumberGrammar().read(records.bytes(record, field)) { return true }
      return false
    }
  }

  private func readCaptions(into header: inout Header) {
    for record in 0..<header.record {
      guard let field = filledFields(record).first else { continue }
      let caption = text(record, field)
      if let unit = caption.statedUnit, header.unit == nil {
        header.unit = unit
      } else if header.title == nil {
        header.title = caption
      } else {
        header.notes.append(caption)
      }
    }
  }

  private mutating func readTitles(into header: inout Header) {
    let first = text(header.record, 0)
    header.areaTitle = first.withoutUnitStatement
    header.unit = header.unit ?? first.statedUnit
    var titles = UniqueNames()
    var keys = UniqueNames()
    var seen: Set<Series> = []
    let width = (filledFields(header.record).last ?? 0) + 1
    for field in 1..<max(width, 1) {
      let text = text(header.record, field)
      if text.isEmpty { diagnostics.append(.untitledColumn(at: location(header.record, field))) }
      let title = titles.unique(text) { "\($0) (\($1))" }
      let key = keys.unique(text.key) { "\($0)-\($1)" }
      var series = options.series[text] ?? Series(reading: text)
      if !seen.insert(series).inserted {
        series.label = key
        seen.insert(series)
      }
      header.columns.append(
        HeaderColumn(key: key, title: title, series: series, unit: text.statedUnit)
      )
    }
  }
}

extension String {
  /// The title of the labels' column without the unit that Koll's own CSV states in it.
  fileprivate var withoutUnitStatement: String {
    guard let comma = lastIndex(of: ","),
      self[index(after: comma)...].lowercased().contains("belopp i ")
    else { return self }
    return String(self[..<comma])
  }
}

extension Diagnostic {
  fileprivate static func noHeader(at place: Location?, file: String) -> Diagnostic {
    Diagnostic(
      .headerMissing,
      at: place ?? Location(file: file),
      Phrase(
        sv: "hittar ingen rubrikrad med kolumner för belopp",
        en: "found no header row with columns of amounts",
      ),
      help: Phrase(
        sv: "första raden med flera fält ska namnge kolumnerna, till exempel "
          + "Beslutsområde;Budget 2021",
        en: "the first line with several fields names the columns, for example "
          + "Beslutsområde;Budget 2021",
      ),
    )
  }

  fileprivate static func twoHeaderRows(at place: Location) -> Diagnostic {
    Diagnostic(
      .shapeUnsupported,
      at: place,
      Phrase(
        sv: "rubriken har två rader; den här versionen läser en",
        en: "the header has two rows; this version reads one",
      ),
      help: Phrase(
        sv: "skriv året i varje kolumns rubrik, till exempel Budget 2021",
        en: "write the year in each column's title, for example Budget 2021",
      ),
    )
  }

  fileprivate static func untitledColumn(at place: Location) -> Diagnostic {
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
