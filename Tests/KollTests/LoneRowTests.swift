import Koll
import KollCalculation
import KollTestSupport
import Testing

/// The sum of a group with a single row is shown once to people, and kept for programs.
@Suite struct LoneRowTests {
  private func table(_ text: String) throws -> ComputedTable {
    let folder = try TemporaryFolder()
    try folder.tree.write(text, to: "a.csv")
    return try #require(try Koll.table(TableRequest(files: [folder["a.csv"]])).value)
  }

  @Test func aLoneRowStandsUnderBothNamesInTheGroupsPlace() throws {
    let whole = try table("N;A;E;B\nKS;Adm;x;1\nBUN;Adm;x;2\nBUN;Adm;y;3\nV;Park;Park;5\n")
    let shown = whole.showingLoneRowsOnce
    #expect(whole.rows.count == 11)
    #expect(
      shown.rows.map { "\($0.level) \($0.label)" } == [
        "1 KS / Adm / x", "1 BUN", "2 Adm", "3 x", "3 y", "1 V / Park", "0 Totalt",
      ]
    )
    let total = try #require(shown.rows.last)
    #expect(total.terms.map { shown.rows[$0.row].label } == ["KS / Adm / x", "x", "y", "V / Park"])
    #expect(shown.rows[1].terms.map(\.row) == [3, 4])
  }

  @Test func aHeadingKeepsItsOneRowBelowIt() throws {
    let shown = try table("N;B\nSkola;\nFsk;1\nSumma skola;1\nVård;\nA;2\nB;3\nSumma vård;5\n")
      .showingLoneRowsOnce
    #expect(shown.rows.map(\.label).prefix(2) == ["Skola", "Fsk"])
  }
}
