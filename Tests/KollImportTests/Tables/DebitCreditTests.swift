import KollImport
import KollModel
import Testing

/// Ledgers that state amounts in a column of debits and one of credits.
@Suite struct DebitCreditTests {
  @Test func debitsLessCreditsAreTheAmountsInTheSignOfALedger() throws {
    let facts = try LongFacts(
      """
      Ansvar;Slag;Proj;Motp;Period;Debet;Kredit
      3010;3011;;;202101;;1 500,00
      3010;5010;;;202101;120 000,50;
      3020;5010;1001;861;202101;80 000,00;0,00
      3020;6010;1001;861;202102;;2 000
      """
    )
    #expect(facts.columns == ["2021-01", "2021-02"])
    #expect(
      facts.sums == [
        "3010|2021-01": "118 500,5", "3020|2021-01": "80 000", "3020|2021-02": "−2 000",
      ]
    )
    #expect(facts.table.layout.sign == .ledger)
    #expect(facts.table.layout.columns.map(\.series.side) == [.net, .net])
    #expect(facts.table.lines.map(\.counterpart) == [nil, nil, "861", "861"])
    #expect(facts.codes == [])
    #expect(facts.table.notes.map(\.text).contains("Belopp är Debet minus Kredit."))
  }

  @Test func rowsWithBothSidesAreToldOf() throws {
    let facts = try LongFacts(
      """
      Ansvar;Konto;Utfall 2021 debet;Utfall 2021 kredit
      3010;3011;;1 500
      3010;5010;120 000;500
      3010;6010;;
      """
    )
    #expect(facts.sums == ["3010|Utfall 2021": "118 000"])
    #expect(
      facts.table.notes.map(\.text) == [
        "Utfall 2021 är Utfall 2021 debet minus Utfall 2021 kredit. "
          + "På rad 3 är båda ifyllda."
      ]
    )
  }

  @Test(arguments: ["Ansvar;Konto;Debet;Kredit;Saldo", "Ansvar;Konto;Saldo;Debet;Kredit"])
  func aBalanceOfEachRowIsTheAmountAndIsCompared(header: String) throws {
    let isLast = header.hasSuffix("Saldo")
    let rows = [
      ("3010;3011", "0,00", "1 500,00", "−1 500,00"), ("3010;5010", "90 000,00", "0,00", "90 000"),
      ("3010;6010", "10,00", "", "10,00"), ("3010;6020", "11,00", "1", "10,00"),
      ("3020;5010", "80 000,00", "2 000,00", "78 000,00"), ("3020;6010", "5,00", "", "6,00"),
    ]
    let lines = rows.map { label, debit, credit, balance in
      ([label] + (isLast ? [debit, credit, balance] : [balance, debit, credit]))
        .joined(separator: ";")
    }
    let facts = try LongFacts(([header] + lines).joined(separator: "\n"))
    #expect(facts.columns == ["Saldo"])
    #expect(facts.sums == ["3010|Saldo": "88 520", "3020|Saldo": "78 005"])
    #expect(facts.codes == [.totalDiffers])
    #expect(facts.diagnostics.first?.location?.line == 7)
    #expect(facts.diagnostics.first?.value == "6,00")
  }

  @Test func aBalanceThatGoesOnFromRowToRowIsNoAmount() throws {
    let facts = try LongFacts(
      """
      Ansvar;Konto;Bokföringsdatum;Debet;Kredit;Saldo
      3010;5010;2021-01-05;100;;100
      3010;5010;2021-01-09;50;;150
      3010;5010;2021-02-03;;20;130
      3020;5010;2021-02-09;5;;135
      """
    )
    #expect(facts.sums == ["3010|2021-01": "150", "3010|2021-02": "−20", "3020|2021-02": "5"])
    #expect(facts.table.notes.map(\.text).contains("Visas inte: Saldo."))
  }

  @Test func creditsWithAMinusAreAdded() throws {
    let facts = try LongFacts(
      "Ansvar;Konto;Debet;Kredit\n3010;3011;;-1 500\n3010;5010;2 000;\n3010;6010;;-100"
    )
    #expect(facts.sums == ["3010|Belopp": "400"])
    #expect(
      facts.table.notes.map(\.text) == [
        "Belopp är Debet plus Kredit, som står med minustecken."
      ]
    )
  }

  @Test func aTableOfAreasIsReadTheSameWay() throws {
    let facts = try LongFacts(
      "Avdelning;Debet;Kredit;Saldo\nEkonomi;120;20;100\nKansli;85;2;83\nSumma;205;22;183"
    )
    #expect(facts.columns == ["Saldo"])
    #expect(facts.sums == ["Ekonomi|Saldo": "100", "Kansli|Saldo": "83"])
    #expect(facts.table.layout.sign == .ledger)
    #expect(facts.claims == ["Saldo 183: Ekonomi, Kansli"])
  }

  @Test func aMappingNamesTheTwoColumns() throws {
    var options = ReadingOptions()
    options.columns = ["D": ColumnRole(reading: "debet"), "K": ColumnRole(reading: "kredit")]
    let facts = try LongFacts("Ansvar;Konto;D;K\n3010;3011;;5\n3010;5010;20;", options)
    #expect(facts.sums == ["3010|Belopp": "15"])
    #expect(ColumnRole.debit.word == "debet" && ColumnRole.credit.word == "kredit")
  }

  @Test func aFaultInEitherColumnIsNamedThere() {
    let text = "Ansvar;Konto;Debet;Kredit\n3010;3011;;5O\n3010;5010;2O;\n3010;5020;1;"
    let found = TableReader.read(Array(text.utf8), file: "long.csv").diagnostics
    #expect(found.map(\.field) == ["Kredit", "Debet"])
    #expect(found.map(\.code) == [.amountNotANumber, .amountNotANumber])
  }
}
