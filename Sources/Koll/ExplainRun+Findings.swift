internal import KollCalculation
internal import KollExportXLSX
internal import KollModel
internal import KollReport

extension Diagnostic {
  /// What is no column of a report and no series.
  static func unknownColumn(_ name: String, among reports: [BuiltReport]) -> Diagnostic {
    let titles = reports.flatMap(\.table.columns).map(\.title)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let list = titles.joined(separator: ", ")
    let nearest = name.nearest(among: titles)
    return Diagnostic(
      .columnUnknown,
      at: Location(file: "COLUMN"),
      value: name,
      Phrase(
        sv: "\"\(name)\" är ingen kolumn i projektets rapporter och ingen serie",
        en: "\"\(name)\" is no column of the project's reports and no series",
      ),
      help: Phrase(
        sv: (nearest.map { "menade du \"\($0)\"? " } ?? "")
          + "kolumnerna är: \(list); en serie skrivs till exempel budget 2021",
        en: (nearest.map { "did you mean \"\($0)\"? " } ?? "")
          + "the columns are: \(list); a series is written for example budget 2021",
      ),
    )
  }

  /// An area that the table of the areas has no row of.
  static func withoutRow(_ area: String) -> Diagnostic {
    Diagnostic(
      .areaWithoutFigures,
      .error,
      at: Location(file: "AREA"),
      value: area,
      Phrase(
        sv: "inget underlag har belopp för \"\(area)\"",
        en: "no source has figures of \"\(area)\"",
      ),
    )
  }

  /// What is no cell of a workbook.
  static func malformedCell(_ text: String) -> Diagnostic {
    Diagnostic(
      .cellUnknown,
      at: Location(file: "--cell"),
      value: text,
      Phrase(
        sv: "\"\(text)\" är ingen cell i en arbetsbok",
        en: "\"\(text)\" is no cell of a workbook",
      ),
      help: Phrase(
        sv: "skriv bladets namn, ett utropstecken och cellen: \"Sammanställning!C7\"",
        en: "write the sheet's name, an exclamation mark and the cell: \"Sammanställning!C7\"",
      ),
    )
  }

  /// A sheet that no workbook of the reports has.
  static func unknownSheet(_ cell: WorkbookCell, among sheets: [String]) -> Diagnostic {
    let list = sheets.joined(separator: ", ")
    let nearest = cell.sheet.nearest(among: sheets)
    return Diagnostic(
      .cellUnknown,
      at: Location(file: "--cell"),
      value: cell.sheet,
      Phrase(
        sv: "arbetsboken har inget blad \"\(cell.sheet)\"",
        en: "the workbook has no sheet \"\(cell.sheet)\"",
      ),
      help: Phrase(
        sv: (nearest.map { "menade du \"\($0)\"? " } ?? "") + "bladen är: \(list)",
        en: (nearest.map { "did you mean \"\($0)\"? " } ?? "") + "the sheets are: \(list)",
      ),
    )
  }

  /// A cell that holds words or nothing.
  static func withoutFigure(
    _ cell: WorkbookCell,
    _ words: String?,
    _ map: WorkbookMap,
  ) -> Diagnostic {
    let area = map.usedArea(of: cell.sheet) ?? ""
    return Diagnostic(
      .cellUnknown,
      at: Location(file: "--cell"),
      value: cell.description,
      words.map { words in
        Phrase(
          sv: "cellen \(cell) har ingen siffra utan texten \"\(words)\"",
          en: "the cell \(cell) holds no figure but the text \"\(words)\"",
        )
      }
        ?? Phrase(sv: "cellen \(cell) är tom", en: "the cell \(cell) is empty"),
      help: Phrase(
        sv: "bladet använder cellerna \(area)",
        en: "the sheet uses the cells \(area)",
      ),
    )
  }
}

extension ComputedTable {
  /// The column that a title or a key names, case and the kind of blanks ignored.
  func column(named name: String) -> Int? {
    func words(_ text: String) -> [Substring] {
      text.lowercased().split(whereSeparator: \.isWhitespace)
    }
    let wanted = words(name)
    return columns.firstIndex { words($0.title) == wanted }
      ?? columns.firstIndex { words($0.key) == wanted }
  }
}
