import KollCalculation
import KollExport
import KollModel
import KollReport
import Timing

// Prints how long it takes to write a municipality's delårsrapport as text, Markdown and HTML, from
// its computed tables: the median of 20 runs; and how large the three are.

guard let month = Municipality.month else { fatalError("2025-08 is a month") }
let period = ReportPeriod(through: month, in: .calendar)
let rules = PeriodRules(reportPeriod: period)
let figures = Municipality.table
var report = ReportKind.interim.definition(name: "delar", unit: .tkr)
report.sections.insert(.standard(.areas), at: report.sections.count - 3)

/// The table of the areas in some columns.
@MainActor func table(_ columns: [ColumnDeclaration]) throws -> ComputedTable {
  let (definition, findings) = TableDefinition(joining: [figures]).declaring(columns, rules: rules)
  precondition(!findings.contains { $0.severity == .error }, "\(findings)")
  var ledger = Ledger()
  try ledger.add(figures)
  return try definition.computed(from: ledger)
}

let context = ColumnSet.Context(
  period: period,
  fiscalYear: .calendar,
  rounds: [5, 8].compactMap { Month(year: 2025, month: $0) },
  earlierForecasts: [],
)
var areas = try table(ColumnSet.operations.columns(in: context, at: nil))
areas.name = .areas
let trail = ForecastReport(trail: try table(context.trail))
let builder = ReportBuilder(
  definition: report,
  period: period,
  organisation: "Provkommunen",
  table: areas,
  forecast: trail,
  comments: AreaComments(of: [figures]),
  areaSources: AreaSources(of: [figures]),
  savings: nil,
  sources: [SourceRecord(file: "underlag.csv", recordCount: 400, sha256: "")],
)

var stopwatch = Stopwatch()
var sizes: [Int] = []
for _ in 1...20 {
  stopwatch.begin()
  let document = try builder.document()
  stopwatch.note("document")
  let text = try TextExporter().write(document)
  stopwatch.note("text")
  let markdown = try MarkdownExporter().write(document)
  stopwatch.note("Markdown")
  let page = try HTMLExporter().write(document)
  stopwatch.note("HTML")
  stopwatch.end()
  sizes = [text, markdown, page].map(\.utf8.count)
}
print(stopwatch.medians)
print(
  "\(figures.areas.count) areas, \(areas.columns.count) columns; text, Markdown, HTML: \(sizes) bytes"
)
