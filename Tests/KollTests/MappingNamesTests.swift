import Koll
import KollImport
import KollModel
import KollTestSupport
import Testing

/// What a mapping names is in the file, or is told of where the mapping names it.
@Suite struct MappingNamesTests {
  private static let wide = "Belopp i tkr\nOmråde;Budget 2021\nStab;1\nKansli;2\nTotalt;3\n"
  private static let long =
    "Belopp i tkr\nOmråde;Konto;Typ;Period;Belopp\nStab;3010;B1;2021-01;-1\nStab;4010;B1;2021-01;2\n"

  @Test(arguments: [
    ("rows: {Stabb: item}", wide, DiagnosticCode.projectValueInvalid, 8),
    ("columns: {Budget 2012: budget 2021}", wide, .columnUnknown, 11),
    ("types: {B1: budget}\nrows: {Stab: item}", long, .projectValueInvalid, 8),
  ])
  func whatTheFileDoesNotHaveIsAnError(
    mapping: String,
    text: String,
    code: DiagnosticCode,
    column: Int,
  ) throws {
    let found = try findings(mapping, on: text)
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.severity) == [.error])
    let place = try #require(found.first?.location)
    #expect(place.file.hasSuffix("/m.yaml"))
    #expect(place.line == mapping.split(separator: "\n").count)
    #expect(place.column == column)
  }

  /// A mapping serves several exports, and not all of them have every word.
  @Test(arguments: [
    ("types: {B1: budget, P1: prognos}", "P1"),
    ("types: {B1: budget}\naccounts: {\"3\": intäkt, \"5-7\": kostnad}", "5"),
  ])
  func wordsThatTheFileDoesNotHaveAreAWarning(mapping: String, value: String) throws {
    let found = try findings(mapping, on: MappingNamesTests.long)
    #expect(found.map(\.code) == [.projectValueInvalid])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.value == value)
    #expect(found.first?.location?.line == mapping.split(separator: "\n").count)
  }

  @Test(arguments: [
    ("rows: {stab: item, Totalt: total}", wide),
    ("columns: {budget  2021: budget 2021}", wide),
    ("types: {b1: budget}\naccounts: {\"3\": intäkt, \"4-7\": kostnad}", long),
  ])
  func whatTheFileHasIsNotToldOf(mapping: String, text: String) throws {
    #expect(try findings(mapping, on: text).isEmpty)
  }

  @Test func inAProjectThePlaceIsInTheProjectFile() throws {
    let folder = try TemporaryFolder()
    try folder.tree.write(MappingNamesTests.wide, to: "p/a.csv")
    let project = """
      version: 1
      organisation: {code: x, name: X}
      sources:
        - {file: a.csv, sign: cost, rows: {Stabb: item}}
      reports:
        - {name: r, title: R, year: 2021, unit: tkr, columns: [budget 2021]}

      """
    try folder.tree.write(project, to: "p/koll.yaml")
    let check = try Koll.check(folder["p"])
    #expect(check.diagnostics.map(\.code) == [.projectValueInvalid])
    #expect(check.diagnostics.first?.location?.file == folder["p"] + "/koll.yaml")
    #expect(check.diagnostics.first?.location?.line == 4)
  }

  @Test(arguments: [
    // Two columns are declared to be the same.
    ("Område;Bel1;Bel2\nStab;1;2\n", "columns: {Bel1: budget 2021, Bel2: budget 2021}"),
    // A row for each amount: both would count.
    (
      "Område;Konto;Period;Bel1;Bel2\nStab;4010;2021-01;1;2\n",
      "columns: {Bel1: utfall, Bel2: utfall}",
    ),
  ])
  func oneSeriesInTwoColumnsIsAnError(text: String, mapping: String) throws {
    let found = try findings(mapping, on: "Belopp i tkr\n" + text)
    #expect(found.map(\.code) == [.duplicateFact])
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.message.english.contains("Bel1") == true)
  }

  @Test(arguments: ["Budget 2021;Bud 2021", "Budget 2021;Budget 2021"])
  func titlesOfTheSameMeaningAreToldOf(titles: String) throws {
    let text = "Belopp i tkr\nOmråde;\(titles)\nStab;1;2\n"
    let found = TableReader.read(Array(text.utf8), file: "a.csv").diagnostics
    #expect(found.map(\.code) == [.duplicateFact])
    #expect(found.map(\.severity) == [.warning])
    let folder = try TemporaryFolder()
    try folder.tree.write(text, to: "a.csv")
    #expect(try Koll.initialise(folder["p"], files: [folder["a.csv"]]).value != nil)
    let check = try Koll.check(folder["p"])
    #expect(check.isSound, "\(check.diagnostics)")
  }

  private func findings(_ mapping: String, on text: String) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    try folder.tree.write(mapping + "\n", to: "m.yaml")
    let options = try #require(try Koll.mapping(folder["m.yaml"]).value)
    return TableReader.read(Array(text.utf8), file: "a.csv", options: options).diagnostics
  }
}
