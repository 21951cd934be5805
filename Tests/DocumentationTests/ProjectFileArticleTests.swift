import KollTestSupport
import Testing

/// The page about the project names every key and column that the command takes.
@Suite struct ProjectFileArticleTests {
  /// Projects with a key or column that none is like, so that the help lists those there are.
  static let projects = [
    "unheard-of: 1",
    "organisation: {unheard-of: 1}",
    "structure: {unheard-of: 1}",
    "sources: [{unheard-of: 1}]",
    "savings: {unheard-of: 1}",
    "savings: {measures: {unheard-of: 1}}",
    "savings: {allocation: {unheard-of: 1}}",
    "savings: {allocation: {levels: [{unheard-of: 1}]}}",
    "savings: {allocation: {limits: {unheard-of: 1}}}",
    "reports: [{unheard-of: 1}]",
    "reports: [{columns: [{unheard-of: 1}]}]",
  ]

  @Test(arguments: projects)
  func everyKeyIsOnThePage(_ project: String) async throws {
    let folder = try TemporaryFolder()
    try folder.tree.write("version: 1\n\(project)\n", to: "koll.yaml")
    let names = try await namesListed(behind: "the keys are: ", ",", in: folder.path)
    try expectOnThePage(names)
  }

  @Test func everyColumnOfTheMeasuresIsOnThePage() async throws {
    let folder = try TemporaryFolder()
    let tree = PackageFolder.tree
    for file in ["koll.yaml", "beslutsomraden.csv"] {
      try folder.tree.write(try tree.bytes(of: "Samples/ale-2021/\(file)"), to: file)
    }
    try folder.tree.write("id;åtgärd;status;unheard-of\nS1;Ett;idé;\n", to: "besparingar.csv")
    let project = try folder.tree.text(of: "koll.yaml").split(separator: "\n")
    let measures = project.lastIndex { $0.contains("encoding: windows-1252") }
    let lines = project.indices.filter { $0 != measures }.map { project[$0] }
    try folder.tree.write(lines.joined(separator: "\n"), to: "koll.yaml")
    let names = try await namesListed(behind: "the columns are called: ", ";", in: folder.path)
    try expectOnThePage(names)
  }

  @Test func everyColumnOfTheLimitsIsOnThePage() async throws {
    let folder = try TemporaryFolder()
    let project = "version: 1\nsavings: {allocation: {limits: f.csv}, measures: {file: m.csv}}\n"
    try folder.tree.write(project, to: "koll.yaml")
    try folder.tree.write("id;åtgärd;status\nS1;Ett;idé\n", to: "m.csv")
    try folder.tree.write("område;unheard-of\nSkola;1\n", to: "f.csv")
    try expectOnThePage(
      try await namesListed(behind: "the columns are called: ", ";", in: folder.path)
    )
  }

  @Test func everyColumnOfTheStructureIsOnThePage() async throws {
    let folder = try TemporaryFolder()
    try folder.tree.write("version: 1\nstructure: struktur.csv\n", to: "koll.yaml")
    try folder.tree.write("kod;namn;unheard-of\n1;A;\n", to: "struktur.csv")
    try expectOnThePage(
      try await namesListed(behind: "the columns are called: ", ";", in: folder.path)
    )
  }

  private func expectOnThePage(_ names: [String]) throws {
    let article = try Article.named("ProjectFile")
    let page = article.text(of: article.lines.indices)
    #expect(!names.isEmpty)
    for name in names {
      let isNamed = page.contains("`\(name)`")
      #expect(isNamed, "the page does not name \(name)")
    }
  }

  private func namesListed(
    behind words: String,
    _ separator: Character,
    in folder: String,
  ) async throws -> [String] {
    let result = try await Executable().run(["report", folder], in: folder)
    let lines = String(decoding: result.errors, as: UTF8.self).splitLines
    let help = try #require(lines.first { $0.contains(words) }, "\(result)")
    let list = try #require(help.firstRange(of: words)).upperBound
    return help[list...].split(separator: separator).map { name in
      String(name.drop { $0 == " " })
    }
  }
}
