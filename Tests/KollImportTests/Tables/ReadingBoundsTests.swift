import KollImport
import KollModel
import Testing

/// What keeps memory and time in proportion to a file, whatever it holds.
struct ReadingBoundsTests {
  private func read(_ text: String) -> TableReader.Result {
    TableReader.read(Array(text.utf8), file: "a.csv")
  }

  @Test func findingsOfAKindAboveAThousandAreCounted() {
    let rows = (0..<1_500).map { "A\($0);1O\n" }.joined()
    let found = read("Nämnd;Budget 2021\n" + rows + "B;1;2\n").diagnostics
    #expect(found.count { $0.code == .amountNotANumber && $0.count == 1 } == 1_000)
    #expect(found.filter { $0.count > 1 }.map(\.count) == [500])
    #expect(found.last?.location == Diagnostic.Location(file: "a.csv"))
    #expect(found.contains { $0.code == .fieldCount })
  }

  @Test func warningsThatAreCountedHideNoError() {
    let rows = (0..<1_500).map { "A\($0);se bilaga;1\n" }.joined()
    let result = read("Nämnd;Budget 2021;Utfall 2021\n" + rows + "B;1O;1\n")
    #expect(result.tables.isEmpty)
    #expect(result.diagnostics.contains { $0.code == .amountNotANumber })
  }

  @Test func runningTotalsOfMoreRowsThanAreComparedAreAnError() {
    let rows = (1...5_000).map { "A\($0);1\nSumma;\($0)\n" }.joined()
    let result = read("Nämnd;Budget 2021\n" + rows)
    #expect(result.tables.isEmpty)
    #expect(result.diagnostics.map(\.code) == [.fileTooLarge])
  }

  @Test func manyRunningTotalsAreComparedEach() throws {
    let rows = (1...500).map { "A\($0);1\nSumma;\($0)\n" }.joined()
    let table = try #require(read("Nämnd;Budget 2021\n" + rows).table)
    #expect(table.claims.count == 500)
    #expect(table.claims.map(\.stated.minorUnits).max() == 500_000)
    #expect(table.layout.rows.count == 500)
  }

  @Test func equalTitlesByTheThousandAreNumbered() throws {
    let titles = String(repeating: ";Budget 2021", count: 1_000)
    let figures = String(repeating: ";1", count: 1_000)
    let table = try #require(read("Nämnd\(titles)\nA\(figures)\nB\(figures)\n").table)
    #expect(table.layout.columns.last?.title == "Budget 2021 (1000)")
    #expect(Set(table.layout.columns.map(\.key)).count == 1_000)
  }

  @Test func linesAboveTheHeaderAreCaptionsHoweverMany() throws {
    let captions = (0..<4_000).map { "Utskriven \($0);av mig\n" }.joined()
    let text = captions + "Nämnd;Budget 2021;Utfall 2021\nA;1;2\nB;3;4\n"
    let table = try #require(read(text).table)
    #expect(table.layout.columns.map(\.title) == ["Budget 2021", "Utfall 2021"])
    #expect(table.facts.count == 4)
  }

  @Test func groupsInGroupsEndAtALevelThatNoOrganisationHas() throws {
    let rows = (0..<2_000).map { "A\($0);5;5\n" }.joined()
    let table = try #require(read("Nämnd;Budget 2021;Utfall 2021\n" + rows).table)
    #expect(table.areas.allSatisfy { $0.labels.count <= 51 })
  }

  @Test func headingsMayBeAsManyAsTheirRows() throws {
    let rows = (0..<4_000).map { "Nämnd \($0);;\nA;1;2\n" }.joined()
    let table = try #require(read("Område;Budget 2021;Utfall 2021\n" + rows).table)
    #expect(table.layout.rows.count { $0.role == .heading } == 4_000)
  }

  @Test func everyTableOfAFileOfManyIsFound() {
    let table = "Nämnd;Budget 2021\nA;1\nB;2\n\n"
    let result = read(String(repeating: table, count: 300))
    #expect(result.tables.count == 300)
    #expect(result.tables.allSatisfy { $0.facts.count == 2 })
  }

  @Test func rowsAreToldApartByTheirWordsAndNotByHowTheyAreWritten() {
    let rows = (0..<3_000).map { "2021;A;\(4000 + $0);Budget;1\n" }.joined()
    let header = "År;Nämnd;Konto;Typ;Belopp\n"
    #expect(read(header + rows).diagnostics.isEmpty)
    let found = read(header + rows + "2021;A;  5000 ;Budget;2\n").diagnostics
    #expect(found.map(\.code) == [.duplicateFact])
    #expect(found.first?.message.english.contains("line 1002") == true)
  }
}
