import KollImport
import KollModel
import Testing

/// Files with a row for each amount, as finance systems export them.
struct LongTableTests {
  @Test func aRowForEachAmountMeansTheSameFactsAsAColumnForEachSeries() throws {
    let long = try LongFacts(
      """
      år;period;nämnd;avdelning;konto;typ;belopp
      2021;2021-01;Kommunstyrelsen;Ekonomi;4010;Utfall;100,5
      2021;2021-01;Kommunstyrelsen;Ekonomi;5010;Utfall;50
      2021;2021-01;Kommunstyrelsen;Kansli;4010;Utfall;70
      2021;;Kommunstyrelsen;Ekonomi;4010;Budget;1 800
      2021;;Kommunstyrelsen;Kansli;4010;Budget;900
      2021;2021-01;Utbildning;Grundskola;0410;Utfall;7
      """
    )
    let wide = try LongFacts(
      """
      nämnd;avdelning;Budget 2021;Utfall 2021-01
      Kommunstyrelsen;Ekonomi;1 800;150,5
      ;Kansli;900;70
      Utbildning;Grundskola;;7
      """
    )
    #expect(long.sums == wide.sums)
    #expect(long.columns == ["Budget 2021", "Utfall 2021-01"])
    #expect(long.table.lines.map(\.account) == ["4010", "5010", "0410"])
    #expect(long.table.facts.map(\.origin.line) == [2, 3, 4, 5, 6, 7])
  }

  @Test func aMonthExportOfAccountsIsSummedPerArea() throws {
    let facts = try LongFacts(
      """
      Ansvar;Ansvar (T);Konto;Konto (T);Verksamhet;Budget 2021;Utfall 2021
      1100;Ekonomi;3010;Avgifter;920;-50;-40
      1100;Ekonomi;5010;Löner;920;500;480
      0200;Kansli;5010;Löner;910;300;310
      0200;Kansli;5010;Löner;920;30;31
      """
    )
    #expect(
      facts.sums == [
        "1100 Ekonomi|Budget 2021": "450", "1100 Ekonomi|Utfall 2021": "440",
        "0200 Kansli|Budget 2021": "330", "0200 Kansli|Utfall 2021": "341",
      ]
    )
    #expect(facts.table.lines.first?.account == "3010 Avgifter")
    #expect(facts.table.lines.map(\.activity) == ["920", "920", "910"])
    #expect(facts.table.layout.sign == .ledger)
    #expect(facts.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("2021-08", "2021-08"), ("202108", "2021-08"), ("aug", "2021-08"), ("augusti", "2021-08"),
    ("8", "2021-08"), ("08", "2021-08"), ("jan–aug 2021", "2021-01...2021-08"),
  ])
  func periodsAreReadAsFinanceSystemsWriteThem(written: String, meant: String) throws {
    let facts = try LongFacts(
      """
      År;Enhet;Period;Typ;Belopp
      2021;Park;\(written);U;5
      2021;Gata;\(written);U;6
      """
    )
    #expect(facts.table.series.map(\.period?.description) == [meant])
    #expect(facts.table.series.map(\.kind) == [.actual])
  }

  @Test func aForecastKeepsTheMonthItWasMadeIn() throws {
    let facts = try LongFacts(
      """
      År;Enhet;Typ;Omgång;Belopp
      2021;Park;Prognos;2021-03;5
      2021;Park;Prognos;2021-08;6
      2021;Park;Budget;;7
      """
    )
    #expect(
      facts.columns == ["Budget 2021", "Prognos 2021 per 2021-03", "Prognos 2021 per 2021-08"]
    )
  }

  @Test func sidesBecomeSeriesOfTheirOwn() throws {
    let facts = try LongFacts(
      """
      Enhet;Typ;Intäkt/Kostnad;År;Belopp
      Park;Budget;Intäkt;2021;5
      Park;Budget;Kostnad;2021;16
      """
    )
    #expect(facts.table.series.map(\.side) == [.cost, .income])
    #expect(facts.sums == ["Park|Budget 2021 kostnader": "16", "Park|Budget 2021 intäkter": "5"])
  }

  @Test func groupsStandTogetherWhereverTheirRowsStand() throws {
    let facts = try LongFacts(
      """
      Nämnd;Enhet;Konto;Utfall 2021
      KS;Park;1;10
      BUN;Skola;1;20
      KS;Gata;1;30
      KS;Park;2;1
      """
    )
    #expect(
      facts.table.layout.rows.map(\.area.labels) == [
        ["KS", "Park"], ["KS", "Gata"], ["BUN", "Skola"],
      ]
    )
    #expect(facts.table.layout.rows.map(\.origin?.line) == [nil, 4, 3])
  }

  @Test func aStatedTotalIsAClaimAndNoFact() throws {
    let facts = try LongFacts(
      """
      Enhet;Konto;Utfall 2021
      Park;1;10
      Park;2;5
      Totalt;;15
      """
    )
    #expect(facts.sums == ["Park|Utfall 2021": "15"])
    #expect(facts.table.claims.map(\.stated.minorUnits) == [15_000])
  }

  @Test func theSameRowTwiceIsRefusedUnlessItIsToBeAdded() throws {
    let text = """
      Enhet;Konto;Text;Utfall 2021
      Park;1;Faktura;10
      Park;1;Faktura;10
      Park;1;Annan faktura;10
      """
    #expect(read(text).diagnostics.map(\.code) == [.duplicateFact])
    #expect(read(text).diagnostics.first?.location?.line == 3)
    var options = ReadingOptions()
    options.duplicates = .add
    #expect(try LongFacts(text, options).sums == ["Park|Utfall 2021": "30"])
  }

  @Test(arguments: [
    ("År;Enhet;Typ;Belopp\n2021;Park;Utfall;1\n2021;Gata;Utfal;2", [DiagnosticCode.seriesUnknown]),
    ("Enhet;Period;Typ;Belopp\nPark;8;Utfall;1", [.seriesUnknown]),
    (
      "År;Enhet;Period;Typ;Belopp\n2021;Park;2021-01;Utfall;1\n2021;Park;13;Utfall;1",
      [.seriesUnknown],
    ),
    ("År;Enhet;Period;Typ;Belopp\n2021;Park;2020-01;Utfall;1", [.seriesUnknown]),
    ("År;Enhet;Typ;Belopp\n2021;;Utfall;1", [.labelMissing]),
    ("År;Enhet;Typ;Belopp\n2021;Park;Utfall;1O", [.amountNotANumber]),
    (
      "Nämnd;Enhet;Konto;Utfall 2021\nKS;;1;10\nKS;Park;1;10\nKS;Park;2;10",
      [.labelMissing],
    ),
  ])
  func whatARowDoesNotSayIsAnError(text: String, codes: [DiagnosticCode]) {
    let found = read(text + "\n" + (text.hasPrefix("År;Enhet;Typ") ? rows : ""))
    #expect(found.diagnostics.map(\.code) == codes)
    #expect(found.tables.isEmpty)
  }

  /// More rows of the same kind, so that the columns are known for what they are.
  private var rows: String {
    (1...20).map { "20\($0 + 30);Enhet \($0);Utfall;\($0)" }.joined(separator: "\n")
  }

  private func read(
    _ text: String,
    _ options: ReadingOptions = ReadingOptions(),
  ) -> TableReader.Result {
    TableReader.read(Array(text.utf8), file: "long.csv", options: options)
  }
}
