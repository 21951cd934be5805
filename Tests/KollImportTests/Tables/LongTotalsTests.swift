import KollImport
import KollModel
import Testing

/// Sums among the rows of files with a row for each amount: they are compared and never added.
@Suite struct LongTotalsTests {
  @Test(arguments: [
    "Summa ansvar 3010;;;;", "Summa 3010;;;;", "Summa 3010 Ekonomi;;;;", "Summa Ekonomi;;;;",
    "3010 Summa;;;;", "3010;Summa;;;", "3010;Ekonomi;Summa;;", "Totalt ansvar 3010;;;;",
    ";;Summa 3010;;", "Summa;;;;",
  ])
  func aSumOfAnAnsvarIsComparedWithItsRows(total: String) throws {
    let facts = try LongFacts(
      """
      Ansvar;Ansvar (T);Konto;Konto (T);Utfall 2021;Budget 2021
      3010;Ekonomi;5010;Löner;90;100
      3010;Ekonomi;6010;Hyra;21;20
      \(total)111;120
      3020;Kansli;5010;Löner;190;200
      3020;Kansli;6010;Hyra;31;30
      Totalt;;;;332;350
      """
    )
    #expect(facts.codes == [])
    #expect(
      facts.claims == [
        "Utfall 2021 111: 3010 Ekonomi", "Budget 2021 120: 3010 Ekonomi",
        "Utfall 2021 332: 3010 Ekonomi, 3020 Kansli", "Budget 2021 350: 3010 Ekonomi, 3020 Kansli",
      ]
    )
    #expect(facts.sums["3010 Ekonomi|Utfall 2021"] == "111")
  }

  @Test func aSumOfUnknownAmountsIsToldOfAndNeverAdded() throws {
    let facts = try LongFacts(
      """
      Ansvar;Konto;Period;Belopp
      3010;5010;202101;100
      3010;6010;202102;20
      Summa sida 1;;;120
      3020;5010;202101;200
      Summa;;;200
      3020;6010;202102;30
      Summa ansvar 3020;;202101;200
      Totalt;;;350
      """
    )
    #expect(facts.diagnostics.map { $0.location?.line } == [4, 6, 9])
    #expect(facts.codes == [.rowAfterTotal, .rowAfterTotal, .rowAfterTotal])
    #expect(facts.claims == ["2021-01 200: 3020"])
    #expect(facts.sums.values.sorted() == ["100", "20", "200", "30"])
  }

  @Test func aSumOfPartOfAnAreaIsNoSumOfAll() throws {
    let facts = try LongFacts(
      """
      Ansvar;Konto;Utfall 2021
      3010;5010;100
      Summa ansvar 3010;;100
      3020;5010;200
      Summa;;200
      3020;6010;30
      """
    )
    #expect(facts.diagnostics.map { $0.location?.line } == [5])
    #expect(facts.claims == ["Utfall 2021 100: 3010"])
  }

  @Test func aWrongSumOfAllIsComparedAllTheSame() throws {
    let facts = try LongFacts("Ansvar;Konto;Utfall 2021\n3010;1;5\n3010;2;0\n3020;1;6\nSumma;;12")
    #expect(facts.claims == ["Utfall 2021 12: 3010, 3020"])
  }

  @Test func theHeaderOfEachPrintedPageIsNoRow() throws {
    let facts = try LongFacts(
      """
      Ansvar;Konto;Period;Belopp
      3010;5010;202101;100
      Ansvar;Konto;Period;Belopp
      3020;5010;202101;200
      """
    )
    #expect(facts.sums == ["3010|2021-01": "100", "3020|2021-01": "200"])
  }

  @Test func untitledColumnsWithoutCellsAreNoColumns() throws {
    let facts = try LongFacts(
      """
      Ansvar;;Konto;Utfall 2021;;
      3010;;5010;100;;
      3010;;6010;20;;
      ;;Summa 3010;120;;
      3020;;6010;30;;
      """
    )
    #expect(facts.columns == ["Utfall 2021"])
    #expect(facts.claims == ["Utfall 2021 120: 3010"])
    #expect(facts.codes == [])
  }

  @Test func figuresInAColumnWithoutATitleAreRefused() {
    let text = "Ansvar;Konto;Utfall 2021;;X\n3010;5010;100;5;\n3010;6010;20;6;1"
    let found = TableReader.read(Array(text.utf8), file: "long.csv")
    #expect(found.diagnostics.map(\.code) == [.headerMissing])
  }

  @Test(arguments: ["IB", "Ingående balans", "Ing. saldo", "Utgående balans 2021-12-31"])
  func aBalanceBesideTheAmountsIsToldOfAndNeverAdded(label: String) throws {
    let facts = try LongFacts(
      """
      Ansvar;Konto;Utfall 2021
      3010;\(label);50
      3010;5010;100
      3010;6010;20
      """
    )
    #expect(facts.codes == [.rowAfterTotal])
    #expect(facts.sums == ["3010|Utfall 2021": "120"])
  }

  @Test func aSumThatIsTooLargeIsNamedAndNotTheRowsFirstField() {
    let text =
      "Ansvar;Konto;Utfall 2021;Budget 2021\n3010;5010;5;7\n3010;6010;7;8\n"
      + "Summa;;12;9999999999999999"
    let found = TableReader.read(Array(text.utf8), file: "long.csv").diagnostics.first
    #expect(found?.code == .amountTooLarge)
    #expect(found?.value == "9999999999999999")
    #expect(found?.field == "Budget 2021")
  }
}
