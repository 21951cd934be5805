import Koll
import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Names of areas that several files spell differently.
@Suite struct AreaSpellingTests {
  @Test func namesThatDifferInCaseBlanksAndDashesAloneAreOneArea() throws {
    let outcome = try run(
      "Avdelning;Budget 2021\nIT-avdelning;100\nBarn  och  skola;300\nPensioner;400\nTotalt;800\n",
      "Avdelning;Utfall 2021\nIT–avdelning;90\nBarn och skola;310\nPENSIONER;410\nTotalt;810\n",
    )
    let rows = try #require(outcome.value).rows
    #expect(
      rows.filter { $0.role == .item }.map(\.label) == [
        "IT-avdelning", "Barn och skola", "Pensioner",
      ]
    )
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Kultur- och fritid", "Kultur och fritid"), ("Pensioner", "Pensioner*"),
    ("Räddningstjänst.", "Räddningstjänst"), ("Kansli", "Kansli²"),
  ])
  func namesWhoseLettersAreTheSameAreToldOf(first: String, second: String) throws {
    let outcome = try run(
      "Avdelning;Budget 2021\n\(first);100\nSkola;1\n",
      "Avdelning;Utfall 2021\n\(second);90\nSkola;2\n",
    )
    #expect(outcome.diagnostics.map(\.code) == [.areaAmbiguous])
    #expect(outcome.diagnostics.map(\.severity) == [.warning])
    let message = try #require(outcome.diagnostics.first).message.swedish
    #expect(message.contains("\"\(first)\"") && message.contains("\"\(second)\""))
  }

  @Test func namesThatOneFileTellsApartAreTwoAreas() throws {
    let outcome = try run(
      "Avdelning;Budget 2021\nIT-avdelning;100\nIt-avdelning;50\n",
      "Avdelning;Utfall 2021\nIT-avdelning;90\nIt-avdelning;45\n",
    )
    #expect(try #require(outcome.value).rows.count { $0.role == .item } == 2)
    #expect(outcome.diagnostics.isEmpty)
  }

  private func run(_ first: String, _ second: String) throws -> Outcome<ComputedTable> {
    let folder = try TemporaryFolder()
    try folder.tree.write(first, to: "a.csv")
    try folder.tree.write(second, to: "b.csv")
    return try Koll.table(TableRequest(files: [folder["a.csv"], folder["b.csv"]]))
  }
}
