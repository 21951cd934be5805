import KollImport
import KollModel
import Testing

/// By which words a row is a sum, and what is told where there is none.
struct SumWordTests {
  @Test(
    arguments: [
      "Slutsumma", "Samtliga nämnder", "Alla nämnder", "Σ", "∑ nämnder", "Totalsumma",
      "Totalsumman",
      "Summa summarum", "Nämnderna totalt", "Kommunen totalt", "Summa kommunen", "Koncernen",
      "Kommunen", "Hela kommunen", "Ale kommun", "Sammanlagt", "Tot.", "Sa. nämnder", "Deltotal",
      "**Totalt**", "Totala nettokostnader", "Totalt koncernen", "Nettosumma",
    ]
  )
  func aWordMakesTheLastRowOfOneColumnASum(label: String) throws {
    let table = try Shape("Nämnd;Budget 2021\nKS;10\nBUN;20\nSN;30\n\(label);60\n")
    #expect(table.rows == ["item KS 10", "item BUN 20", "item SN 30"])
    #expect(table.claims == ["\(label) [] 60 = KS + BUN + SN"])
  }

  @Test(arguments: ["Kommunen", "Ale kommun", "Samtliga skolor", "Klumpsumma"])
  func aWordThatNamesAnAreaIsNoSumUnlessTheFiguresAre(label: String) throws {
    let table = try Shape("Nämnd;Budget 2021\nKS;10\nBUN;20\n\(label);17\nTotalt;47\n")
    #expect(table.rows == ["item KS 10", "item BUN 20", "item \(label) 17"])
  }

  @Test func aSumWithoutAWordInOneColumnIsCountedAndToldOf() throws {
    let last = try Shape(
      "Nämnd;Budget 2021\nKS;10\nBUN;20\nAlltihop;30\n",
      findings: ["4 guess-not-pinned"],
    )
    #expect(last.sums == ["60"])
    let first = "Nämnd;Budget 2021\nAlltihop;30\nKS;10\nBUN;20\n"
    _ = try Shape(first, findings: ["2 guess-not-pinned"])
    let levels = "Nämnd;Avdelning;Budget 2021\nKS;Adm;10\nKS;IT;20\nBUN;Skola;5\nAlltihop;;35\n"
    _ = try Shape(levels, findings: ["5 guess-not-pinned"])
    let groups = "Nämnd;Budget 2021\nKS;30\nKansli;10\nIT;20\nBUN;70\nSkola;30\nFörskola;40\n"
    _ = try Shape(groups, findings: ["2 guess-not-pinned", "5 guess-not-pinned"])
    _ = try Shape("Nämnd;Budget 2021\nKS;30\nKansli;10\nIT;20\nBUN;70\n")
  }

  @Test func anAreaThatIsSaidToBeOneIsNotToldOf() throws {
    var options = ReadingOptions()
    options.rows = ["Alltihop": .item]
    let text = "Nämnd;Budget 2021\nKS;10\nBUN;20\nAlltihop;30\n"
    let result = TableReader.read(Array(text.utf8), file: "a.csv", options: options)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func aNameBeforeTheWordIsTheAreaOfASumAsSpreadsheetsWriteIt() throws {
    let table = try Shape(
      """
      Nämnd;Avdelning;Budget 2021
      KS;Kansli;10
      KS;IT;20
      KS Summa;;30
      BUN;Skola;40
      BUN Summa;;40
      Totalsumma;;70
      """
    )
    #expect(table.rows == ["item KS/Kansli 10", "item KS/IT 20", "item BUN/Skola 40"])
    #expect(table.areasOfClaims == [["KS"], ["BUN"], []])
    #expect(table.allClaimsTie)
  }

  @Test(arguments: ["varav", "Varav:", "därav:"])
  func whatStandsBelowABareVaravIsNoArea(word: String) throws {
    let start = "Nämnd;Budget 2021\nSN;200\n\(word);\n"
    let parts = ["item SN 200", "ofWhich SN/\(word)", "ofWhich SN/IFO 80"]
    let total = try Shape(start + "IFO;80\nKN;100\nTotalt;300\n")
    #expect(total.rows == parts + ["item KN 100"])
    #expect(total.allClaimsTie)
    let indented = try Shape(start + "  IFO;80\nKN;100\n")
    #expect(indented.rows == parts + ["item KN 100"])
    let whole = try Shape(start + "IFO;80\nÄldre;120\nKN;100\n")
    #expect(whole.rows == parts + ["ofWhich SN/Äldre 120", "item KN 100"])
    let open = try Shape(start + "IFO;80\nKN;150\n", findings: ["3 guess-not-pinned"])
    #expect(open.rows == parts + ["item KN 150"])
  }

  @Test func partsThatAreSaidToBeSoBelowABareVaravAreNotToldOf() throws {
    var options = ReadingOptions()
    options.rows = ["IFO": .ofWhich, "KN": .item]
    let text = "Nämnd;Budget 2021\nSN;200\nvarav;\nIFO;80\nKN;100\n"
    let result = TableReader.read(Array(text.utf8), file: "a.csv", options: options)
    #expect(result.diagnostics.isEmpty)
    #expect(result.table?.layout.rows.map(\.role) == [.item, .ofWhich, .ofWhich, .item])
  }

  @Test func aSumThatOnlyFiguresSpeakForIsToldOf() throws {
    let table = try Shape(
      "Nämnd;Budget 2021;Utfall 2021\nKommunstyrelse;300;310\nKulturnämnd;100;105\n"
        + "Fritidsnämnd;200;205\nSocialnämnd;900;910\n",
      findings: ["2 guess-not-pinned"],
    )
    #expect(table.labelsOfClaims == ["Kommunstyrelse"])
  }

  @Test(
    arguments: [
      "KS;300;310\nKansli;100;105\nIT;200;205\nSN;900;910\nTotalt;1200;1220\n",
      "10 KS;300;310\n101 Kansli;100;105\n102 IT;200;205\n20 SN;900;910\n",
      "1000 KS;300;310\n1010 Kansli;100;105\n1020 IT;200;205\n2000 SN;900;910\n",
      "KS;300;310\n  Kansli;100;105\n  IT;200;205\nSN;900;910\n",
      "KS;300;310\nKansli;100;105\nIT;200;205\nSN;900;910\nIFO;400;410\nÄldre;500;500\n",
    ]
  )
  func aSumThatMoreThanFiguresSpeakForIsNotToldOf(rows: String) throws {
    let table = try Shape("Nämnd;Budget 2021;Utfall 2021\n" + rows)
    #expect(table.sums == ["1200", table.sums[1]])
  }
}
