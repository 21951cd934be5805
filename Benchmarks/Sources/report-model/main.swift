import KollCalculation
import KollModel
import KollReport
import Timing

// Prints how long it takes to compute a large municipality's report: the median of 20 runs.

let figures = Municipality.table
let rules = PeriodRules(
  periodisation: .priorOutcome,
  reportPeriod: Month(year: 2021, month: 8).map { ReportPeriod(through: $0, in: .calendar) },
)
let columns =
  (1...12).map { "utfall 2021-\($0 < 10 ? "0" : "")\($0)" } + [
    "utfall 2021-01...2021-08", "utfall 2020-01...2020-08", "utfall 2020", "utfall 2019",
    "utfall 2021-01...2021-08 kostnader", "utfall 2021-01...2021-08 intäkter",
    "budget 2021-01...2021-08", "budget 2021", "plan 2021",
  ]
let expressions = [
  "avvikelse(Utfall jan–aug 2021, Budget jan–aug 2021)",
  "avvikelse%(Utfall jan–aug 2021, Budget jan–aug 2021)",
  "Utfall jan–aug 2021 - Utfall jan–aug 2020",
]
let declarations =
  columns.map { ColumnDeclaration(content: .series(Series(reading: $0))) }
  + expressions.map { ColumnDeclaration(title: $0, content: .expression($0)) }
let report = ReportDefinition(
  name: "uppföljning",
  title: "Uppföljning",
  year: 2021,
  unit: .kr,
  columns: .declared(declarations),
)

/// Computes the report, and notes the time after each step.
@MainActor func document(_ stopwatch: inout Stopwatch) throws -> Document {
  let (definition, findings) = TableDefinition(joining: [figures])
    .declaring(declarations, rules: rules)
  precondition(findings.isEmpty, "every column follows from the figures: \(findings)")
  stopwatch.note("rows and columns")
  var ledger = Ledger()
  try ledger.add(figures)
  stopwatch.note("sums of facts")
  var table = try definition.computed(from: ledger)
  stopwatch.note("cells")
  table.checks = try ComputedTable.checks(of: figures)
  table.notes += try table.roundingNotes()
  stopwatch.note("checks and notes")
  let builder = ReportBuilder(
    definition: report,
    period: rules.reportPeriod ?? ReportPeriod(year: 2021),
    organisation: "Provkommunen",
    table: table,
    savings: nil,
    sources: [],
  )
  let document = try builder.document()
  stopwatch.note("document")
  return document
}

var stopwatch = Stopwatch()
for _ in 1...20 {
  stopwatch.begin()
  let document = try document(&stopwatch)
  stopwatch.end()
  precondition(document.sections.count > 2, "the report has its sections")
}
print(stopwatch.medians)
print("\(figures.facts.count) facts, \(declarations.count) columns")
