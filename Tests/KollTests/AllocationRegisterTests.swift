import Koll
import KollCalculation
import KollModel
import KollReport
import KollTestSupport
import Testing

/// The register of a division: which areas its rows are about, and that it is read back.
@Suite struct AllocationRegisterTests {
  private static let budget = """
    Nämnd;Avdelning;Budget 2021
    Barnnämnden;Administration;10 000
    Barnnämnden;Skola;40 000
    Vårdnämnden;Administration;20 000
    Vårdnämnden;Äldre;30 000

    """

  @Test func aNameOfSeveralAreasIsAnErrorAlsoWithoutAStructure() throws {
    let folder = try folder(limits: "Administration;7;;")
    let outcome = try Koll.savings(folder.path)
    let finding = try #require(outcome.diagnostics.first { $0.severity == .error })
    #expect(finding.code == .areaAmbiguous)
    #expect(finding.location?.line == 3)
    #expect(finding.message.swedish.contains("\"Barnnämnden / Administration\""))
  }

  @Test(arguments: [false, true])
  func aWrittenDivisionIsReadBackAndIsTheDecision(hasStructure: Bool) throws {
    let structure = """
      kod;namn;överordnad
      ;Barnnämnden;
      ;Administration;Barnnämnden
      ;Skola;Barnnämnden
      ;Vårdnämnden;
      ;Administration;Vårdnämnden
      ;Äldre;Vårdnämnden

      """
    let folder = try folder(
      limits: """
        Barnnämnden;;40;
        Vårdnämnden;;60;1
        Barnnämnden / Administration;;50;
        Skola;;50;
        Vårdnämnden / Administration;;25;
        Äldre;;75;;Se bilaga
        """,
      structure: hasStructure ? structure : nil,
    )
    let proposal = try #require(try Koll.savings(folder.path).value)
    #expect(proposal.report.divisions.first?.division.isProposal == true)
    try Koll.write(proposal, to: [Output(path: folder["lim.csv"], format: .csv)])
    let written = try folder.tree.text(of: "lim.csv")
    #expect(written.contains("\r\nVårdnämnden / Administration;250;25;;"))
    let decision = try #require(try Koll.savings(folder.path).value)
    #expect(decision.report.divisions.first?.division.isProposal == false)
    let parts = try #require(proposal.report.divisions.first).division.parts
    let decided = try #require(decision.report.divisions.first).division.parts
    #expect(decided.mapValues(\.amount) == parts.mapValues(\.amount))
    #expect(decided.mapValues(\.limit?.share) == parts.mapValues(\.limit?.share))
    #expect(decided[AreaPath(["Vårdnämnden", "Äldre"])]?.limit?.comment == "Se bilaga")
    #expect(decided.mapValues(\.limit?.turn) == parts.mapValues(\.limit?.turn))
  }

  private func folder(limits: String, structure: String? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.tree.write(Self.budget, to: "budget.csv")
    try folder.tree.write(
      "Belopp i tkr\nområde;belopp;andel;ordning;kommentar\n\(limits)\n",
      to: "lim.csv",
    )
    try folder.tree.write("Belopp i tkr\nid;åtgärd;status\n", to: "besparingar.csv")
    if let structure { try folder.tree.write(structure, to: "struktur.csv") }
    let named = structure == nil ? "" : #"structure: {file: struktur.csv, delimiter: ";"}"#
    try folder.tree.write(
      """
      version: 1
      organisation: {code: k, name: Test}
      \(named)
      sources:
        - {file: budget.csv, encoding: utf-8, delimiter: ";", unit: tkr, sign: cost}
      savings:
        year: 2021
        task: 1 000
        unit: tkr
        measures: {file: besparingar.csv, encoding: utf-8, delimiter: ";"}
        allocation:
          method: shares
          limits: {file: lim.csv, encoding: utf-8, delimiter: ";"}
      reports:
        - {name: r, title: R, year: 2021, unit: tkr, columns: [budget 2021]}

      """,
      to: "koll.yaml",
    )
    return folder
  }
}
