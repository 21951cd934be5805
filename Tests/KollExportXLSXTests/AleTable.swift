import KollCalculation
import KollModel
import KollReport

/// The published budget table of Ale kommun for 2021: figures as stated, in tkr.
enum AleTable {
  static let areas: [(label: String, forecast: Int64, budget: Int64, next: Int64)] = [
    ("Kommunchef (sektorcentrala medel)", 16_192, 20_292, 18_293),
    ("Ekonomiavdelning", 17_281, 17_981, 18_379),
    ("HR avdelning", 21_467, 21_467, 21_873),
    ("Kansli och säkerhetsavdelning", 17_987, 18_787, 19_714),
    ("Avdelningen Strategi och uppföljning", 30_708, 34_338, 29_877),
    ("Räddningstjänst (BORF)", 31_117, 31_087, 33_287),
    ("Förtroendemannaverksamhet", 13_650, 14_850, 14_674),
    ("Pensioner", 30_300, 29_000, 29_000),
  ]

  static let columns = [
    column("Prognos 2020", .forecast),
    column("Budget 2020"),
    column("Budget 2021"),
    column(
      "Prognosavvikelse 2020",
      .variance,
      by: .binary(.minus, .column(1), .column(0)),
      isChange: true,
    ),
    column(
      "Förändring budget 2020–2021",
      .variance,
      by: .binary(.minus, .column(2), .column(1)),
      isChange: true,
    ),
    column(
      "Förändring i procent",
      .ratio,
      decimals: 1,
      by: .binary(.over, .column(4), .column(1)),
      isChange: true,
    ),
  ]

  static var table: ComputedTable {
    var rows = areas.map { item($0.label, cells($0.forecast, $0.budget, $0.next)) }
    rows.append(sum("Totalt", of: Array(1...8), cells(178_702, 187_802, 185_097)))
    return ComputedTable(
      title: "Budget per beslutsområde",
      areaTitle: "Beslutsområde",
      sign: .cost,
      columns: columns,
      rows: rows,
      notes: [Note(row: "Pensioner", text: "Prognosen är preliminär.")],
    )
  }

  static var document: Document {
    Document(
      title: "Budget 2021, ekonomisk sammanställning",
      organisation: "Ale kommun, kommunstyrelsen",
      preamble: ["Nettokostnad är positiv. Plus i en avvikelse är bättre än budget."],
      sections: [
        Section(
          title: "Sammanfattning",
          blocks: [
            .paragraph("Budgeten för 2021 är 185 097 tkr, 2 705 tkr lägre än för 2020."),
            .list(["Störst avvikelse har Kommunchef.", "Pensioner går över budget."]),
          ],
        ),
        Section(
          title: "Ekonomisk sammanställning",
          tab: "Sammanställning",
          blocks: [.table(table)],
        ),
      ],
    )
  }

  private static func cells(_ forecast: Int64, _ budget: Int64, _ next: Int64) -> [Cell] {
    [
      tkr(forecast), tkr(budget), tkr(next), tkr(budget - forecast), tkr(next - budget),
      share(Int128(next - budget), of: Int128(budget)),
    ]
  }
}
