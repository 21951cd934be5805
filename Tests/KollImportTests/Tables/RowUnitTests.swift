import KollImport
import KollModel
import Testing

/// Units that stand in a table's rows, and figures that no sum means anything of.
struct RowUnitTests {
  private func read(_ text: String, unit: MoneyUnit? = nil) -> TableReader.Result {
    TableReader.read(Array(text.utf8), file: "a.csv", options: ReadingOptions(unit: unit))
  }

  @Test(arguments: ["Enhet", "Sort", "Mått"])
  func aColumnOfOneUnitStatesTheUnitOfTheMoney(title: String) throws {
    let result = read("Nämnd;\(title);Budget 2021\nKS;tkr;100\nSN;tkr;2\nTotalt;;102\n")
    let table = try #require(result.table, "\(result.diagnostics)")
    #expect(table.areas.map(\.labels) == [["KS"], ["SN"]])
    #expect(table.layout.columns.map(\.scale.unit) == [nil, .tkr])
    #expect(table.layout.untotalled == nil)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func rowsInDifferentUnitsOfMoneyNeedTheOneToShow() throws {
    let text = "Nämnd;Enhet;Budget 2021\nKS;tkr;100\nSN;mnkr;2\nTotalt;tkr;2100\n"
    #expect(read(text).diagnostics.map(\.code) == [.unitUnknown, .unitUnknown, .unitUnknown])
    let result = read(text, unit: .tkr)
    let table = try #require(result.table, "\(result.diagnostics)")
    #expect(table.facts.map(\.amount.minorUnits) == [10_000_000, 200_000_000])
    #expect(table.claims.map(\.stated.minorUnits) == [210_000_000])
  }

  @Test func unitsOfOtherThingsAreNotSummedWithMoney() throws {
    let text = "Mål;Enhet;Utfall 2021\nKostnad;tkr;100\nElever;antal;20\nFrånvaro;%;4,5\n"
    let table = try #require(read(text).table)
    #expect(table.layout.untotalled != nil)
    #expect(table.areas.map(\.labels) == [["Kostnad"], ["Elever"], ["Frånvaro"]])
  }

  @Test func aColumnOfOrganisationalUnitsIsALevel() throws {
    let table = try #require(
      read("Nämnd;Enhet;Budget 2021\nKS;Kansli;100\nKS;HR;2\nSN;Park;7\n").table
    )
    #expect(table.areas.map(\.labels) == [["KS", "Kansli"], ["KS", "HR"], ["SN", "Park"]])
  }

  @Test func aLongFileMayHaveAColumnOfUnits() throws {
    let text = "Period;Nämnd;Enhet;Utfall\n202101;KS;tkr;100\n202101;SN;mnkr;2\n"
    #expect(read(text).table == nil)
    let table = try #require(read(text, unit: .tkr).table)
    #expect(table.facts.map(\.amount.minorUnits) == [10_000_000, 200_000_000])
    #expect(table.areas.map(\.labels) == [["KS"], ["SN"]])
  }

  @Test(arguments: [
    "Drift (tkr);100\nInvesteringar (mnkr);2",
    "Antal elever;100\nKostnad per elev, kr;2000",
    "Personal, tkr;100\nAntal årsarbetare;20",
    "Personalkostnad;100\nAntal årsarbetare;20",
  ])
  func labelsOfDifferentUnitsAreNotSummed(rows: String) throws {
    let table = try #require(read("Nyckeltal;Budget 2021\n\(rows)\n").table)
    #expect(table.layout.untotalled == "Raderna har olika enheter, och summeras därför inte.")
  }

  @Test(arguments: [
    "Drift (tkr);100\nRänta (tkr);2",
    "Antal elever;100\nAntal barn;20",
    "Sänkt bidrag per elev;100\nHöjd avgift 5 tkr;20\nTotalt;120",
  ])
  func labelsOfOneUnitAndRowsThatTheFileSumsAreSummed(rows: String) throws {
    let table = try #require(read("Nyckeltal;Budget 2021\n\(rows)\n").table)
    #expect(table.layout.untotalled == nil)
  }

  @Test(arguments: [
    ("Pris", SeriesKind.rate), ("À-pris", .rate), ("Medelbetyg", .rate), ("Index", .rate),
    ("Meritvärde", .rate), ("Lärartäthet", .rate), ("Snitt", .rate), ("Volym", .count),
    ("Medel", .rate),
  ])
  func pricesAndAveragesAreNoSums(title: String, kind: SeriesKind) throws {
    let table = try #require(read("Nämnd;\(title);Budget 2021\nA;5;10\nB;7;20\nTotalt;;30\n").table)
    #expect(table.series.map(\.kind) == [kind, .budget])
  }

  @Test(arguments: ["Pris", "Medel", "Prisuppräkning"])
  func whatPricesRiseByAndFundsAreSummedWhereTheFileSumsThem(title: String) throws {
    let table = try #require(
      read("Nämnd;\(title);Budget 2021\nA;5;10\nB;7;20\nTotalt;12;30\n").table
    )
    #expect(table.series.map(\.kind) == [.amount, .budget])
    #expect(table.claims.count == 2)
  }
}
