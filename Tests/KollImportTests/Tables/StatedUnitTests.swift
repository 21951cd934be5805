import KollImport
import KollModel
import Testing

/// Which unit a table's amounts are in, and which rows are sums whatever stands beside the word.
struct StatedUnitTests {
  private func read(_ text: String, unit: MoneyUnit? = nil) -> TableReader.Result {
    let options = ReadingOptions(unit: unit)
    return TableReader.read(Array(text.utf8), file: "a.csv", options: options)
  }

  @Test(arguments: [
    ("Belopp i tusen kronor", MoneyUnit.tkr), ("Belopp i tusental kronor", .tkr),
    ("Belopp i tusentals kronor", .tkr), ("Belopp i 1000-tal kronor", .tkr),
    ("Belopp i 1 000 kr", .tkr), ("Alla belopp anges i miljoner kronor", .mnkr),
    ("Belopp i miljarder kronor", .mdkr), ("Belopp i kronor", .kr), ("tkr", .tkr),
  ])
  func unitsMayBeWords(caption: String, unit: MoneyUnit) throws {
    let table = try #require(read(caption + "\nNämnd;Budget 2021\nA;100\n").table)
    #expect(table.layout.columns.map(\.scale.unit) == [unit])
    #expect(table.layout.title == nil)
  }

  @Test(arguments: [
    "Utfall 2021-08 (tkr)", "Utfall 2021-01...2021-08, tkr", "Utfall tkr 2021-08-31",
  ])
  func aDateBesideAUnitIsNoAmount(title: String) throws {
    let table = try #require(read("Nämnd;\(title)\nA;100\n").table)
    #expect(table.layout.columns.map(\.scale.unit) == [.tkr])
  }

  @Test(arguments: ["Budget i tkr, utfall i kr", "Avgift 100 kr per elev"])
  func aCaptionThatStatesNoOneUnitStatesNone(caption: String) throws {
    let table = try #require(read(caption + "\nNämnd;Budget 2021\nA;100\n").table)
    #expect(table.layout.columns.map(\.scale.unit) == [nil])
  }

  @Test func theFilesOwnUnitHoldsAndAnotherGivenIsToldOf() throws {
    let result = read("Belopp i tkr\nNämnd;Budget 2021\nA;1\n", unit: .kr)
    #expect(result.table?.layout.columns.map(\.scale.unit) == [.tkr])
    #expect(result.diagnostics.map(\.code) == [.unitContradicted])
    #expect(read("Nämnd;Budget 2021\nA;1\n", unit: .kr).diagnostics.isEmpty)
  }

  @Test func aRowOfSharesIsNoSumWhateverItIsCalled() throws {
    let text = "Sjukfrånvaro;2021;2020\nTotal sjukfrånvaro;7,1 %;7,9 %\nKvinnor;7,8 %;8,6 %\n"
    let table = try #require(read(text).table)
    #expect(table.layout.rows.map(\.role) == [.item, .item])
    #expect(table.facts.count == 4)
  }

  @Test func sharesOnSumsStandInANote() throws {
    let text = "Nämnd;Årsarbetare;Sjukfrånvaro %\nA;10;5,0\nB;30;7,0\nTotalt;40;6,5\n"
    let notes = try #require(read(text).table).notes.map(\.text)
    #expect(notes == ["Filens summarader anger i Sjukfrånvaro %: Totalt 6,5."])
  }

  @Test func rowsOfDifferentUnitsAreNotSummed() throws {
    let text = "Nyckeltal;2021;2020\nInvånare;31868;31402\nSoliditet, %;48,2;46,0\n"
    #expect(try #require(read(text).table).layout.untotalled != nil)
  }

  @Test func rowsIndentedBelowARowThatIsCountedTooAreToldOf() throws {
    let text = "Nämnd;Budget 2021\nKS;300\n  Kansli;100\n  HR;200\nBUN;700\n  Skola;700\n"
    let unproven = text.replacing("Skola;700", with: "Skola;690")
    #expect(read(unproven).diagnostics.map(\.code) == [.guessNotPinned, .guessNotPinned])
    var options = ReadingOptions()
    options.rows = ["KS": .subtotal, "BUN": .subtotal]
    let mapped = TableReader.read(Array(text.utf8), file: "a.csv", options: options)
    #expect(mapped.diagnostics.isEmpty, "\(mapped.diagnostics)")
    #expect(
      mapped.table?.areas.map(\.labels) == [["KS", "Kansli"], ["KS", "HR"], ["BUN", "Skola"]]
    )
  }

  @Test func aCodeBeforeAWordForASumHidesNothing() throws {
    let text =
      "Kod;Verksamhet;Budget 2021\n100;A;500\n190;Summa pol;500\n215;B;300\n290;Summa infra;300\n"
      + "900;Totalt;801\n"
    let table = try #require(read(text).table)
    #expect(table.layout.rows.map(\.label) == ["100 A", "215 B"])
    #expect(table.claims.map(\.stated.minorUnits) == [500_000, 300_000, 801_000])
  }

  @Test func sumsOfNamedAreasInLongFilesCoverThoseAreas() throws {
    let text =
      "Ansvar;Konto;Period;Utfall\n10 KS;5010;202101;100\n10 KS;5020;202101;50\nSumma 10;;;150\n"
      + "11 BUN;5010;202101;7\nTotalt;;;157\n"
    let result = read(text)
    let table = try #require(result.table, "\(result.diagnostics)")
    #expect(table.claims.map(\.area.labels) == [["10 KS"], []])
    #expect(result.diagnostics.isEmpty)
  }
}
