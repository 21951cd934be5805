internal import KollCalculation
internal import KollImport
internal import KollModel
internal import KollProject

extension Diagnostic {
  /// Columns titled as months that may be added up from January.
  static func monthsInDoubt(_ columns: [LayoutColumn], in file: String) -> Diagnostic {
    let titles = [columns.first, columns.last].compactMap { $0?.title }.joined(separator: " – ")
    var finding = Diagnostic(
      .guessNotPinned,
      .warning,
      at: Location(file: file),
      field: columns.first?.title,
      Phrase(
        sv: "\(titles) är rubricerade som månader, men beloppen växer som om de vore ackumulerade",
        en: "\(titles) are titled as months, but the amounts grow as if they were accumulated",
      ),
      help: Phrase(
        sv: "ange under columns vad de är: utfall 2021-02 för en månad, utfall 2021-01...2021-02 "
          + "för ackumulerat",
        en: "state under columns what they are: utfall 2021-02 for a month, "
          + "utfall 2021-01...2021-02 for accumulated",
      ),
    )
    finding.pins = columns.map { Pin("columns", of: $0.title, $0.series.title.lowercased()) }
    return finding
  }

  /// A source that is the same file as another.
  static func twice(_ source: Project.Source, as earlier: Project.Source) -> Diagnostic {
    let isSamePath = source.file == earlier.file
    let line = earlier.place.line.map(String.init) ?? ""
    return Diagnostic(
      .fileTwice,
      at: source.place,
      value: source.file,
      isSamePath
        ? Phrase(
          sv: "\(source.file) står redan på rad \(line)",
          en: "\(source.file) already stands on line \(line)",
        )
        : Phrase(
          sv: "\(source.file) är samma fil som \(earlier.file) på rad \(line): "
            + "de har samma innehåll",
          en: "\(source.file) is the same file as \(earlier.file) on line \(line): "
            + "they have the same contents",
        ),
      help: Phrase(
        sv: "ta bort den ena; är det fel fil, exportera den rätta på nytt",
        en: "take one away; if it is the wrong file, export the right one again",
      ),
    )
  }

  /// What a table of a project must state and does not: the unit of money and the signs.
  static func unstated(
    in table: ImportedTable,
    of source: Project.Source,
    isSignKnown: Bool,
  ) -> [Diagnostic] {
    let unitless = table.layout.columns.filter {
      $0.series.kind.isMoney && $0.scale.unit == nil
    }
    var findings: [Diagnostic] = []
    if !unitless.isEmpty {
      findings.append(.unitUnknown(unitless.map(\.title), of: source))
    }
    if !isSignKnown, table.layout.sign == nil, table.needsSign {
      findings.append(.signUnknown(of: source))
    }
    return findings
  }

  private static func unitUnknown(_ titles: [String], of source: Project.Source) -> Diagnostic {
    let list = titles.prefix(3).joined(separator: ", ") + (titles.count > 3 ? " …" : "")
    return Diagnostic(
      .unitUnknown,
      at: source.place,
      field: titles.first,
      Phrase(
        sv: "\(source.file) anger ingen enhet för \(list)",
        en: "\(source.file) states no unit for \(list)",
      ),
      help: Phrase(
        sv: "lägg till unit: kr, unit: tkr eller unit: mnkr",
        en: "add unit: kr, unit: tkr or unit: mnkr",
      ),
    )
  }

  private static func signUnknown(of source: Project.Source) -> Diagnostic {
    Diagnostic(
      .signUnknown,
      at: source.place,
      Phrase(
        sv: "det framgår inte vilket tecken kostnader har i \(source.file)",
        en: "\(source.file) does not show which sign costs have",
      ),
      help: Phrase(
        sv: "lägg till sign: cost (nettokostnader plus), sign: result (intäkter plus, "
          + "kostnader minus) eller sign: ledger (kostnader plus, intäkter minus)",
        en: "add sign: cost (net costs plus), sign: result (income plus, costs minus) "
          + "or sign: ledger (costs plus, income minus)",
      ),
    )
  }

  static func severalTables(_ count: Int, in source: Project.Source) -> Diagnostic {
    Diagnostic(
      .severalTables,
      at: source.place,
      Phrase(
        sv: "\(source.file) har \(count) tabeller, och ett projekt läser en per fil",
        en: "\(source.file) has \(count) tables, and a project reads one of each file",
      ),
      help: Phrase(
        sv: "spara varje tabell i en egen fil",
        en: "save each table in a file of its own",
      ),
    )
  }

  /// An area that may be an area of an earlier file.
  static func similar(_ doubt: SpellingDoubt) -> Diagnostic {
    let area = doubt.area.fullName
    let earlier = doubt.earlier.fullName
    let (file, line) = (doubt.earlierOrigin.file, doubt.earlierOrigin.line)
    return Diagnostic(
      .areaAmbiguous,
      .warning,
      at: Location(file: doubt.origin.file, line: doubt.origin.line),
      value: area,
      Phrase(
        sv: "\"\(area)\" kan vara samma område som \"\(earlier)\" i \(file), rad \(line); "
          + "de räknas som två",
        en: "\"\(area)\" may be the same area as \"\(earlier)\" in \(file), line \(line); "
          + "they count as two",
      ),
      help: Phrase(
        sv: "skriv namnet lika i båda filerna, om det är samma område",
        en: "write the name alike in both files, if it is the same area",
      ),
    )
  }

  /// Figures that two files state for the same area and series.
  static func overlap(
    _ overlap: Overlap,
    _ titles: [String],
    isInProject: Bool = false,
  ) -> Diagnostic {
    let area = overlap.area.fullName
    // A column has several figures of an area where they are about different lines.
    let columns = overlap.columns.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    let shown = columns.prefix(3).map { titles[$0] }.joined(separator: ", ")
    let count = overlap.columns.count
    let earlier = overlap.earlier
    let list = columns.count > 3 ? "\(shown) …" : shown
    let swedish = count == 1 ? "\(area), \(list)" : "\(area): \(count) belopp (\(list))"
    let english = count == 1 ? "\(area), \(list)" : "\(area): \(count) figures (\(list))"
    let more = isInProject && overlap.later.file != overlap.earlier.file
    let verb = count == 1 ? "stands" : "stand"
    return Diagnostic(
      .duplicateFact,
      at: Location(file: overlap.later.file, line: overlap.later.line),
      field: titles[overlap.columns[0]],
      value: area,
      Phrase(
        sv: "\(swedish) står redan i \(earlier.file), rad \(earlier.line)",
        en: "\(english) already \(verb) in \(earlier.file), line \(earlier.line)",
      ),
      help: Phrase(
        sv: "ta bort den ena"
          + (more ? "; ska beloppen adderas, skriv duplicates: add vid filen i koll.yaml" : ""),
        en: "take one of them away"
          + (more ? "; if they are to be added up, write duplicates: add at the file" : ""),
      ),
    )
  }
}
