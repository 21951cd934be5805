import Koll

// Import and compute: the sample's budgets in mnkr, with a column of our own.
let outcome = try Koll.table(
  TableRequest(
    files: ["Samples/ale-2021/beslutsomraden.csv"],
    unit: .mnkr,
    columns: ["Budget 2020", "Budget 2021"],
    added: [.init(title: "Förändring", expression: "Budget 2021 - Budget 2020")],
  )
)
for finding in outcome.diagnostics { print(finding.message.english) }

// Export: as text on standard output, and as a workbook with live formulas.
if let table = outcome.value {
  try Koll.write(
    [table],
    to: [Output(path: "-", format: .text), Output(path: "budget-table.xlsx", format: .xlsx)],
  )
}
