import KollImport
import KollModel
import Testing

/// What a mapping states goes before what would be found out.
struct MappingTests {
  private func read(
    _ text: String,
    _ change: (inout ReadingOptions) -> Void,
  ) -> TableReader.Result {
    var options = ReadingOptions()
    change(&options)
    return TableReader.read(Array(text.utf8), file: "a.csv", options: options)
  }

  private func rows(_ result: TableReader.Result) -> [String] {
    result.table?.layout.rows.map { "\($0.role) \($0.area.labels.joined(separator: "/"))" } ?? []
  }

  @Test func aRowThatLooksLikeASumIsAnItemWhenTheMappingSaysSo() {
    let text = "Område;Budget 2021;Utfall 2021\nKS;300;310\nA;100;110\nB;200;200\nNetto hyror;5;5\n"
    #expect(rows(read(text) { _ in }) != ["item KS", "item A", "item B", "item Netto hyror"])
    let mapped = read(text) { $0.rows = ["KS": .item, "netto  hyror": .item] }
    #expect(rows(mapped) == ["item KS", "item A", "item B", "item Netto hyror"])
    #expect(mapped.table?.claims.isEmpty == true)
  }

  @Test func rowsAreTotalsPartsAndRemarksWhenTheMappingSaysSo() {
    let text = "Område;Budget 2021\nA;100\nhyror;40\nB;200\nHela bolaget;300\nBokslut;7\n"
    let mapped = read(text) {
      $0.rows = ["hyror": .ofWhich, "Hela bolaget": .total, "Bokslut": .memo]
    }
    #expect(rows(mapped) == ["item A", "ofWhich A/hyror", "item B", "memo Bokslut"])
    #expect(mapped.table?.claims.map(\.label) == ["Hela bolaget"])
  }

  @Test func aRowWithoutFiguresIsAHeadingOrAnItemAsTheMappingSays() {
    let text = "Område;Budget 2021\nA;100\nSkola;\nB;200\nTotalt;300\n"
    #expect(rows(read(text) { $0.rows = ["Skola": .item] }) == ["item A", "item Skola", "item B"])
    #expect(
      rows(read(text) { $0.rows = ["Skola": .heading] })
        == ["item A", "heading Skola", "item Skola/B"]
    )
    #expect(read(text) { $0.rows = ["Skola": .item] }.diagnostics.isEmpty)
  }

  @Test func columnsAreForWhatTheMappingSays() throws {
    let text = "Kod;Namn;X1;X2;Sign;Y\n1;A;10;2021;ab;5\n2;B;20;2022;cd;6\n"
    let table = try #require(
      read(text) {
        $0.columns = [
          "x1": .series(Series(.budget, year: 2021)), "X2": .text, "Sign": .ignored,
          "Y": .series(Series(.rate)),
        ]
      }.table
    )
    #expect(table.layout.columns.map(\.title) == ["X1", "X2", "Y"])
    #expect(table.series.map(\.kind) == [.budget, .text, .rate])
  }

  @Test func aTitleThatTheFileDoesNotHaveIsAnError() {
    let found = read("A;Budget\nx;1\n") { $0.columns = ["Bugdet": .text] }.diagnostics
    #expect(found.map(\.code) == [.columnUnknown])
    #expect(found.first?.help?.english.contains("Budget") == true)
  }

  @Test func theDecimalMarkAndParenthesesAreReadAsStated() throws {
    let table = try #require(
      read("A;Budget\nx;(1.234)\ny;2.500\n") {
        $0.decimalMark = .point
        $0.allowsParentheses = true
        $0.unit = .mnkr
      }.table
    )
    #expect(table.facts.map(\.amount.minorUnits) == [-123_400_000, 250_000_000])
  }

  @Test func unitCostsAreNeverSummed() throws {
    for title in ["Kostnad per elev", "kr/elev", "Kostnad/plats", "Budget per invånare 2021"] {
      let table = try #require(
        read("Skola;\(title);Antal elever\nA;100;3\nB;200;4\nTotalt;150;7\n") { _ in }.table
      )
      #expect(table.series.map(\.kind) == [.rate, .count], "\(title)")
      #expect(table.claims.map(\.series) == [1])
    }
  }

  @Test func anAreaThatBeginsWithACodeIsStillALabel() throws {
    let text = "Nämnd;Enhet;Budget 2021\nKS;12 Kansliet;10\nKS;Ekonomi;20\nBUN;Skola;30\n"
    let table = try #require(read(text) { _ in }.table)
    #expect(table.areas.map(\.labels).first == ["KS", "12 Kansliet"])
  }
}
