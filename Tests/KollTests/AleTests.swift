import Koll
import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// The table of Ale kommun, Kommunstyrelsens verksamhetsplan med budget 2021, as an economist reads
/// it: forecast 2020, budget 2020 and budget 2021 in tkr, and what Koll makes of them.
@Suite struct AleTests {
  private struct Area: Sendable, CustomTestStringConvertible {
    let name: String
    let stated: [Int64]
    let deviation: Int64
    let change: Int64

    init(_ name: String, _ stated: [Int64], _ deviation: Int64, _ change: Int64) {
      self.name = name
      self.stated = stated
      self.deviation = deviation
      self.change = change
    }

    var testDescription: String { name }
  }

  private static let areas = [
    Area("Kommunchef (sektorcentrala medel)", [16_192, 20_292, 18_293], 4_100, -1_999),
    Area("Ekonomiavdelning", [17_281, 17_981, 18_379], 700, 398),
    Area("HR avdelning", [21_467, 21_467, 21_873], 0, 406),
    Area("Kansli och säkerhetsavdelning", [17_987, 18_787, 19_714], 800, 927),
    Area("Avdelningen Strategi och uppföljning", [30_708, 34_338, 29_877], 3_630, -4_461),
    Area("Räddningstjänst (BORF)", [31_117, 31_087, 33_287], -30, 2_200),
    Area("Förtroendemannaverksamhet", [13_650, 14_850, 14_674], 1_200, -176),
    Area("Pensioner", [30_300, 29_000, 29_000], -1_300, 0),
    Area("Totalt", [178_702, 187_802, 185_097], 9_100, -2_705),
  ]

  private static let file = PackageFolder.path + "/Samples/ale-2021/beslutsomraden.csv"

  private func table(unit: MoneyUnit? = nil, decimals: Int? = nil) throws -> ComputedTable {
    let request = TableRequest(
      files: [Self.file],
      unit: unit,
      decimals: decimals,
      added: [
        .init(title: "Prognosavvikelse", expression: "avvikelse(Prognos 2020, Budget 2020)"),
        .init(title: "Prognosavvikelse %", expression: "avvikelse%(Prognos 2020, Budget 2020)"),
        .init(title: "Ramförändring", expression: "Budget 2021 - Budget 2020"),
        .init(title: "Ramförändring %", expression: "(Budget 2021 - Budget 2020) / Budget 2020"),
      ],
    )
    let outcome = try Koll.table(request)
    #expect(outcome.diagnostics.isEmpty)
    return try #require(outcome.value)
  }

  /// A cell as the table shows it.
  private func shown(_ row: ComputedRow, _ column: Int, in table: ComputedTable) throws -> String? {
    let definition = table.columns[column]
    guard let number = row.cells[column].value.number(in: definition.scale) else { return nil }
    let isShare = definition.series.kind == .ratio
    let style = NumberStyle.plain(decimals: definition.decimals)
    return try style.format(isShare ? number * Rational(100) : number)
  }

  @Test(arguments: areas)
  private func eachRowHasItsFiguresDeviationAndChange(_ area: Area) throws {
    let table = try table()
    let row = try #require(table.rows.first { $0.label == area.name })
    for (column, expected) in area.stated.enumerated() {
      #expect(row.cells[column].value == .money(Money(minorUnits: expected * 100_000)))
    }
    #expect(row.cells[3].value == .money(Money(minorUnits: area.deviation * 100_000)))
    #expect(row.cells[5].value == .money(Money(minorUnits: area.change * 100_000)))
  }

  @Test func theRowsComeInTheOrderOfThePlan() throws {
    #expect(try table().rows.map(\.label) == Self.areas.map(\.name))
  }

  @Test func theTotalsSharesAreThoseOfThePlan() throws {
    let table = try table()
    let total = try #require(table.total)
    #expect(try shown(total, 4, in: table) == "4.8")
    #expect(try shown(total, 6, in: table) == "-1.4")
  }

  @Test func theStatedTotalsTie() throws {
    let checks = try table().checks
    #expect(checks.map(\.verdict) == [.equal, .equal, .equal])
    #expect(checks.map(\.stated.minorUnits) == [17_870_200_000, 18_780_200_000, 18_509_700_000])
    #expect(checks.map(\.origin?.line) == [11, 11, 11])
  }

  @Test func inMnkrEachFigureIsRoundedByItselfHalfAwayFromZero() throws {
    let table = try table(unit: .mnkr, decimals: 1)
    let people = try #require(table.rows.first { $0.label == "Förtroendemannaverksamhet" })
    #expect(try shown(people, 0, in: table) == "13.7")
    #expect(try shown(people, 1, in: table) == "14.9")
    let total = try #require(table.total)
    #expect(try (0..<3).map { try shown(total, $0, in: table) } == ["178.7", "187.8", "185.1"])
  }

  @Test func inMnkrTheRowsDoNotAddUpAndTheNoteSaysSo() throws {
    let table = try table(unit: .mnkr, decimals: 1)
    let sums = try (0..<3).map { column in
      try table.rows.dropLast().reduce(Int128(0)) { sum, row in
        let number = try #require(row.cells[column].value.number(in: table.columns[column].scale))
        return try sum + number.rounded(toDecimals: 1)
      }
    }
    #expect(sums == [1788, 1879, 1852])
    let note = try #require(table.notes.first { $0.text.contains("avrundat för sig") })
    for title in ["Prognos 2020", "Budget 2020", "Budget 2021"] {
      #expect(note.text.contains(title))
    }
    #expect(try !self.table().notes.contains { $0.text.contains("avrundat") })
  }

  @Test func theFiguresKeepTheFilesUnitAndSigns() throws {
    let table = try table()
    #expect(table.unit == .tkr)
    #expect(table.sign == .cost)
    #expect(
      table.columns.map(\.key) == [
        "prognos-2020", "budget-2020", "budget-2021", "prognosavvikelse",
        "prognosavvikelse-procent",
        "ramforandring", "ramforandring-procent",
      ]
    )
  }
}
