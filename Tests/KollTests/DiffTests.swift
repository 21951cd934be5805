import Koll
import KollCalculation
import KollModel
import KollReport
import KollTestSupport
import Testing

/// What differs between folders of input, months and series of a project.
@Suite struct DiffTests {
  private static let sample = PackageFolder.path + "/Samples/exempelkommun"

  /// A folder with a project of one file in each of two folders, `old` and `new`.
  private struct Pair: ~Copyable {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func write(_ text: String, to path: String) throws {
      try folder.tree.write(Array(text.utf8), to: path)
    }

    func writeProject(_ options: String, in name: String) throws {
      let text = """
        version: 1
        organisation: {code: k, name: Kommunen}
        sources:
          - {file: a.csv, encoding: utf-8, delimiter: ";", \(options)}
        reports:
          - {name: manad, kind: månadsuppföljning, unit: tkr}

        """
      try write(text, to: "\(name)/koll.yaml")
    }

    /// What differs, a line for each area that does: `Budget 2021: Skola ändrad +5`.
    func lines(project: String? = nil) throws -> [String] {
      let subject = try #require(
        DiffSubject(from: "\(folder.path)/old", to: "\(folder.path)/new")
      )
      let outcome = try Koll.diff(subject, project: project.map { "\(folder.path)/\($0)" })
      let report = try #require(outcome.value, "\(outcome.diagnostics)").report
      return try report.compared.flatMap { figures in
        try figures.difference.changes.map { change in
          let column = try #require(report.tables.first?.columns[2])
          let amount = try column.text(of: Cell(.money(change.amount)))
          return "\(figures.title): \(change.area.fullName) \(change.kind) \(amount)"
        }
      }
    }
  }

  @Test func aSampleDiffersNotFromItself() throws {
    let outcome = try Koll.diff(.folders(Self.sample, Self.sample))
    let report = try #require(outcome.value).report
    #expect(report.compared.isEmpty)
    #expect(report.unchanged.contains("Budget 2025"))
    #expect(report.unchanged.contains("Resultaträkning: Budget 2025"))
  }

  @Test func theSameAmountsInAnotherUnitAndSignAreTheSame() throws {
    let pair = try Pair()
    try pair.writeProject("unit: tkr, sign: cost", in: "old")
    try pair.writeProject("unit: kr, sign: ledger", in: "new")
    try pair.write("Område;Budget 2021 intäkter\nSkola;12\nVård;30\n", to: "old/a.csv")
    try pair.write("Område;Budget 2021 intäkter\nSkola;-12000\nVård;-31000\n", to: "new/a.csv")
    #expect(try pair.lines() == ["Budget 2021 intäkter: Vård changed −1"])
  }

  /// In the new project the column Verksamhet tells the area.
  @Test func anUnchangedFileThatIsReadByAnotherColumnIsRemapped() throws {
    let pair = try Pair()
    let columns = "layout: long, unit: tkr, sign: cost, columns: {Belopp: utfall"
    try pair.writeProject("\(columns), Ansvar: area, Verksamhet: ignore}", in: "old")
    try pair.writeProject("\(columns), Ansvar: ignore, Verksamhet: area}", in: "new")
    let file = """
      Ansvar;Verksamhet;Konto;Period;Belopp
      Nord;Skola;4010;202101;10
      Nord;Vård;4010;202101;20
      Syd;Skola;4010;202101;40

      """
    for folder in ["old", "new"] { try pair.write(file, to: "\(folder)/a.csv") }
    let lines = try pair.lines()
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.contains("remapped") })
  }

  @Test func aFolderWithTheFilesOfTheOtherProjectIsReadByIt() throws {
    let pair = try Pair()
    try pair.writeProject("unit: tkr, sign: cost", in: "new")
    try pair.write("Område;Budget 2021\nSkola;12\nVård;30\n", to: "old/a.csv")
    try pair.write("Område;Budget 2021\nSkola;17\nVård;30\n", to: "new/a.csv")
    #expect(try pair.lines() == ["Budget 2021: Skola changed +5"])
  }

  @Test func aSeriesThatOnlyOneFolderHasIsNewAndAFileThatOneLacksIsAbsent() throws {
    let pair = try Pair()
    try pair.write(
      """
      version: 1
      organisation: {code: k, name: Kommunen}
      sources:
        - {file: a.csv, encoding: utf-8, delimiter: ";", unit: tkr, sign: cost}
        - {file: under/b.csv, encoding: utf-8, delimiter: ";", unit: tkr, sign: cost}
      reports:
        - {name: manad, kind: månadsuppföljning, unit: tkr}

      """,
      to: "p/koll.yaml",
    )
    try pair.write("Område;Budget 2021\nSkola;12\n", to: "old/a.csv")
    try pair.write("Område;Budget 2021\nSkola;12\n", to: "new/a.csv")
    // Its own name is enough.
    try pair.write("Område;Utfall 2021\nSkola;0\n", to: "new/b.csv")
    #expect(try pair.lines(project: "p") == ["Bokslut 2021: Skola new 0"])
  }

  @Test func whatIsComparedIsOfOneKind() {
    #expect(DiffSubject(from: "2021-03", to: "2021-08").map(\.isOfMonths) == true)
    #expect(DiffSubject(from: "budget 2020", to: "budget 2021").map(\.isOfSeries) == true)
    #expect(DiffSubject(from: "./2021-03", to: "gammal") == .folders("./2021-03", "gammal"))
    #expect(DiffSubject(from: "2021-03", to: "budget 2021") == nil)
    #expect(DiffSubject(from: "budget 2021", to: "gammal") == nil)
  }

  @Test func areasOfADepthAreTheSumsOfThoseBelow() throws {
    let subject = try #require(
      DiffSubject(from: "prognos 2025 per 2025-05", to: "prognos 2025 per 2025-08")
    )
    let whole = try #require(try Koll.diff(subject, project: Self.sample).value).report
    let nämnder = try #require(try Koll.diff(subject, project: Self.sample, depth: 1).value).report
    let (all, widest) = (whole.compared[0].difference, nämnder.compared[0].difference)
    #expect(all.amount == widest.amount)
    #expect(widest.areas.allSatisfy { $0.labels.count == 1 })
    for change in widest.changes {
      let below = all.changes.filter { $0.area.isPart(of: change.area) }
      #expect(below.reduce(0) { $0 + $1.amount.minorUnits } == change.amount.minorUnits)
    }
  }

  /// March has a forecast and an outcome, April an outcome alone.
  @Test func twoMonthsAreComparedInWhatBothHave() throws {
    let subject = try #require(DiffSubject(from: "2025-03", to: "2025-04"))
    let report = try #require(try Koll.diff(subject, project: Self.sample).value).report
    #expect(report.compared.map(\.title) == ["Utfall jan–apr 2025 mot utfall jan–mar 2025"])
    #expect(report.compared.map(\.moreIsBetter) == [nil])
    #expect(
      report.preamble.first
        == "Underlagen har inte årets prognos från både mars 2025 och april 2025."
    )
  }
}

extension DiffSubject {
  fileprivate var isOfMonths: Bool { if case .months = self { true } else { false } }
  fileprivate var isOfSeries: Bool { if case .series = self { true } else { false } }
}
