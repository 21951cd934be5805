import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// What is of all years together, as a project of investment, beside what is of one year.
@Suite struct AllYearsTests {
  private func computed(
    _ text: String,
    _ sign: SignConvention,
    _ columns: [(String, String)],
  ) throws -> (rows: [[Int64?]], diagnostics: [Diagnostic]) {
    let table = ImportedTable(text: text, unit: .kr, sign: sign)
    let declarations = columns.map { title, series in
      ColumnDeclaration(title: title, content: .series(Series(reading: series)))
    }
    let deviation = ColumnDeclaration(
      title: "Avvikelse",
      content: .expression("avvikelse(\(columns[1].0), \(columns[0].0))"),
    )
    let (definition, findings) = TableDefinition(joining: [table]).declaring(
      declarations + [deviation]
    )
    var ledger = Ledger()
    try ledger.add(table)
    let rows = try definition.computed(from: ledger).rows
    return (
      rows.map { row in row.cells.map { $0.value.money.map { $0.minorUnits / 100 } } }, findings,
    )
  }

  @Test func aTotalIsNoYearAndAYearNoTotal() throws {
    let text = """
      Projekt | Beslutad totalutgift | Prognos totalutgift | Budget 2021 | Prognos 2021
      Skola   | 200                  | 210                 | 70          | 66
      Bro     | 30                   | 30                  | 8           | 9
      """
    let (rows, diagnostics) = try computed(
      text,
      .cost,
      [("Beslutad", "budget totalt"), ("Beräknad", "prognos totalt")],
    )
    #expect(diagnostics.isEmpty)
    #expect(rows == [[200, 210, -10], [30, 30, 0], [230, 240, -10]])
    let year = try computed(
      text,
      .cost,
      [("Budget", "budget 2021"), ("Prognos", "prognos 2021")],
    )
    #expect(year.rows == [[70, 66, 4], [8, 9, -1], [78, 75, 3]])
    let yearsOnly = try computed(
      """
      Projekt | Budget 2021 | Prognos 2021
      Skola   | 70          | 66
      """,
      .cost,
      [("Beslutad", "budget totalt"), ("Beräknad", "prognos totalt")],
    )
    #expect(yearsOnly.diagnostics.map(\.code).prefix(2) == [.columnUnknown, .columnUnknown])
  }

  @Test(arguments: [(SignConvention.cost, 1 as Int64), (.result, -1)])
  func expenditureLessIncomeIsTheNet(sign: SignConvention, turn: Int64) throws {
    let (rows, diagnostics) = try computed(
      """
      Projekt | Budget totalt utgifter | Budget totalt inkomster | Prognos totalt utgifter | Prognos totalt inkomster
      Bro     | \(turn * 30)          | 10                      | \(turn * 33)            | 12
      """,
      sign,
      [("Beslutad", "budget totalt netto"), ("Beräknad", "prognos totalt netto")],
    )
    #expect(diagnostics.isEmpty)
    #expect(rows.first == [turn * 20, turn * 21, -1])
  }
}
