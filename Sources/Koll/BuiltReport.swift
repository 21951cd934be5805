internal import KollCalculation
internal import KollModel
internal import KollReport

/// A report with its figures decided, ready to be written.
struct BuiltReport {
  let definition: ReportDefinition
  /// The word for whom it is about that its files get.
  let code: String
  let period: ReportPeriod
  /// The table of the areas; without columns where the report shows none of them.
  let table: ComputedTable
  /// The tables of the sections that have their own, in the order of the sections.
  let sectionTables: [ComputedTable]
  let document: Document
  /// The sheet that somebody fills in for the report, where it is asked for.
  let template: Document?
  /// The rows of the sources, for a workbook of their own; `nil` where the report has none.
  let rows: Document?

  /// The report's tables with figures, that of the areas first.
  var tables: [ComputedTable] { table.columns.isEmpty ? sectionTables : [table] + sectionTables }

  /// The table that a CSV file holds: that of the areas, else the only one; `nil` when there is none.
  var tableOfCSV: ComputedTable? {
    guard table.columns.isEmpty else { return table }
    return sectionTables.count == 1 ? sectionTables.first : nil
  }
}

extension Diagnostic {
  /// A report without areas and with no table or several, which a CSV file cannot hold.
  static func withoutTableOfCSV(_ report: BuiltReport) -> Diagnostic {
    let (name, count) = (report.definition.name, report.tables.count)
    return Diagnostic(
      .severalTables,
      at: Location(file: "--format"),
      value: name,
      count == 0
        ? Phrase(
          sv: "rapporten \"\(name)\" har ingen tabell att skriva som csv",
          en: "the report \"\(name)\" has no table to write as csv",
        )
        : Phrase(
          sv: "rapporten \"\(name)\" har \(count) tabeller och ingen för områdena; "
            + "en csv-fil rymmer en",
          en: "the report \"\(name)\" has \(count) tables and none of the areas; "
            + "a csv file holds one",
        ),
      help: Phrase(
        sv: "välj json, xlsx eller text, eller skriv andra rapporter som csv med --report",
        en: "choose json, xlsx or text, or write other reports as csv with --report",
      ),
    )
  }
}
