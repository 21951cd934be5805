import KollCalculation
import KollImport
import KollModel
import KollProject
import KollReport
import KollTestSupport
import Testing

@Suite struct ProjectReaderTests {
  /// A project file in which every key is there; each test changes one line.
  fileprivate static let whole = """
    version: 1
    organisation:
      code: ks
      name: Kommunstyrelsen
    sources:
      - file: a.csv
        encoding: utf-8
        delimiter: ";"
        unit: tkr
        sign: cost
        columns:
          B21: budget 2021
    savings:
      title: Besparingar
      year: 2021
      task: 8 900
      unit: tkr
      approximate: true
      measures:
        file: m.csv
    reports:
      - name: budget
        title: Budget 2021
        year: 2021
        unit: tkr
        decimals: 1
        largest: 3
        sections: [summary, table]
        columns:
          - budget 2021
          - title: Egen
            series: budget 2021
            decimals: 2
          - title: Dubbelt
            expression: Egen * 2
    """

  fileprivate func read(_ text: String) -> ProjectReader.Result {
    ProjectReader.read(Array(text.utf8), file: "koll.yaml")
  }

  fileprivate func errors(_ text: String) -> [Diagnostic] {
    read(text).diagnostics.filter { $0.severity == .error }
  }

  /// The one line that begins so, changed.
  fileprivate func changing(_ line: String, to new: String) throws -> String {
    let range = try #require(Self.whole.firstRange(of: line))
    var text = Self.whole
    text.replaceSubrange(range, with: new)
    return text
  }

  @Test func aWholeProjectIsRead() throws {
    let result = read(Self.whole)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
    let project = try #require(result.project)
    #expect(project.organisation.code == "ks")
    #expect(project.organisation.name == "Kommunstyrelsen")
    let source = try #require(project.sources.first)
    #expect(source.file == "a.csv")
    #expect(source.options.delimiter == UInt8(ascii: ";"))
    #expect(source.options.encoding == .utf8)
    #expect(source.options.unit == .tkr)
    #expect(source.options.sign == .cost)
    #expect(source.options.columns == ["B21": .series(Series(.budget, year: 2021))])
    let savings = try #require(project.savings)
    #expect(savings.task.money == Money(minorUnits: 890_000_000))
    #expect(savings.task.isApproximate)
    #expect(savings.year == 2021)
    #expect(savings.measures?.file == "m.csv")
    let report = try #require(project.reports.first)
    #expect(report.name == "budget")
    #expect(report.decimals == 1)
    #expect(report.largestCount == 3)
    #expect(report.sections == [.standard(.summary), .standard(.table)])
    guard case .declared(let columns) = report.columns else {
      Issue.record("the columns are declared one by one")
      return
    }
    #expect(columns.map(\.title) == [nil, "Egen", "Dubbelt"])
    #expect(columns.map(\.decimals) == [nil, 2, nil])
    #expect(columns.map(\.place?.line) == [30, 32, 35])
    #expect(columns.map(\.place?.column) == [9, 17, 21])
  }

  /// A key that must be there, the line to take away, and where the lack is reported.
  private static let required: [(String, String, Int, Int)] = [
    ("version", "version: 1\n", 1, 1), ("code", "  code: ks\n", 3, 3),
    ("name", "  name: Kommunstyrelsen\n", 3, 3),
    ("year", "  year: 2021\n  task", 14, 3),
    ("file", "file: a.csv\n    encoding", 6, 5),
    ("title", "    title: Budget 2021\n", 22, 5), ("unit", "    unit: tkr\n    decimals", 22, 5),
  ]

  @Test(arguments: required)
  func aKeyThatIsMissingIsNamedAtTheMappingItBelongsTo(
    _ key: String,
    _ line: String,
    _ number: Int,
    _ column: Int,
  ) throws {
    let kept = line.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let found = errors(
      try changing(line, to: String(line.hasPrefix("file") ? kept.drop { $0 == " " } : kept))
    )
    #expect(found.map(\.code) == [.projectKeyMissing], "\(found)")
    #expect(found.first?.field == key)
    #expect(found.first?.location?.line == number)
    #expect(found.first?.location?.column == column)
  }

  @Test func eachRequiredPartIsMissedWhenTheFileHasOnlyAVersion() {
    let fields = errors("version: 1\n").map(\.field)
    #expect(fields == ["organisation", "sources", "reports"])
  }

  /// A misspelled key, what it should be, and where it stands.
  private static let misspelled: [(String, String, String, Int, Int)] = [
    ("version: 1", "vesion: 1", "version", 1, 1),
    ("organisation:", "organization:", "organisation", 2, 1),
    ("  code:", "  cod:", "code", 3, 3), ("    encoding:", "    encodng:", "encoding", 7, 5),
    ("  approximate:", "  approximat:", "approximate", 18, 3),
    ("    largest:", "    larges:", "largest", 27, 5),
    ("        decimals: 2", "        decimal: 2", "decimals", 33, 9),
    ("reports:", "report:", "reports", 21, 1), ("savings:", "saving:", "savings", 13, 1),
  ]

  /// A limit that cannot be meant, and what is told of it.
  private static let limits: [(String, String)] = [
    ("{percent: 0,5}", "in braces a comma divides keys"),
    ("{amount: 0}", "does not fit the key \"amount\""),
    ("{percent: 0}", "does not fit the key \"percent\""),
    ("[{level: 1, amount: 1}, {level: 1, percent: 2}]", "another limit for level 1"),
    ("[{amount: 1}, {level: 1, percent: 2}, {percent: 2}]", "another limit for all levels"),
  ]

  @Test(arguments: limits)
  func aLimitThatCannotBeMeantIsAnErrorAtItsPlace(_ limit: String, _ message: String) throws {
    let line = "    largest: 3"
    let found = errors(try changing(line, to: "\(line)\n    materiality: \(limit)"))
    let told = try #require(found.first)
    #expect(told.message.english.contains(message), "\(found)")
    #expect(told.location?.line == 28)
  }

  @Test func aReportOfSavingsNeedsATask() throws {
    let text = """
      version: 1
      organisation: {code: ks, name: Kommunstyrelsen}
      sources: [{file: a.csv}]
      reports: [{kind: besparingar, name: b, unit: tkr}]
      """
    let found = errors(text)
    #expect(found.map(\.field) == ["savings"])
    #expect(found.first?.location?.line == 4)
  }

  @Test(arguments: misspelled)
  func anUnknownKeyIsReportedAtItsPlaceWithTheNearest(
    _ line: String,
    _ wrong: String,
    _ key: String,
    _ number: Int,
    _ column: Int,
  ) throws {
    let found = errors(try changing(line, to: wrong))
    let unknown = try #require(found.first { $0.code == .projectKeyUnknown })
    #expect(unknown.help?.english == "did you mean \"\(key)\"?")
    #expect(unknown.location?.line == number)
    #expect(unknown.location?.column == column)
    let marked = wrong.split(separator: ":")[0].split(separator: " ").joined()
    #expect(unknown.location?.excerpt?.markedText == marked)
  }

  /// A line, a value that its key does not take, and where the value stands.
  private static let wrong: [(String, String, Int, Int)] = [
    ("version: 1", "version: 2", 1, 10), ("version: 1", "version: [1]", 1, 10),
    ("code: ks", "code: K S", 3, 9), ("code: ks", "code: ../ks", 3, 9),
    ("code: ks", "code: " + String(repeating: "k", count: 41), 3, 9),
    ("name: Kommunstyrelsen", "name: [a]", 4, 9), ("name: Kommunstyrelsen", "name: ''", 4, 10),
    ("encoding: utf-8", "encoding: ebcdic", 7, 15),
    ("delimiter: \";\"", "delimiter: \"x\"", 8, 17),
    ("unit: tkr\n    sign", "unit: euro\n    sign", 9, 11), ("sign: cost", "sign: plus", 10, 11),
    ("B21: budget 2021", "B21: [a]", 12, 12), ("year: 2021\n  task", "year: 21\n  task", 15, 9),
    ("task: 8 900", "task: mycket", 16, 9), ("task: 8 900", "task: 0", 16, 9),
    ("task: 8 900", "task: -5", 16, 9), ("task: 8 900", "task: 8,9 mnkr", 16, 9),
    ("task: 8 900", "task: 99999999999999999999", 16, 9), ("task: 8 900", "task: 5 %", 16, 9),
    ("approximate: true", "approximate: kanske", 18, 16),
    ("name: budget", "name: Årsbudget", 22, 11), ("decimals: 1", "decimals: 7", 26, 15),
    ("decimals: 1", "decimals: en", 26, 15), ("largest: 3", "largest: 0", 27, 14),
    ("sections: [summary, table]", "sections: [summary, tabel]", 28, 25),
    ("sections: [summary, table]", "sections: summary", 28, 15),
    ("file: a.csv", "file: /etc/passwd", 6, 11), ("file: a.csv", "file: ../a.csv", 6, 11),
    ("file: a.csv", "file: b/../../a.csv", 6, 11), ("file: a.csv", "file: ./a.csv", 6, 11),
    ("file: a.csv", "file: b//a.csv", 6, 11), ("file: a.csv", "file: b/", 6, 11),
    ("file: a.csv", "file: \"a\\0.csv\"", 6, 12), ("file: a.csv", "file: ..", 6, 11),
    ("file: m.csv", "file: ../m.csv", 20, 11),
  ]

  @Test(arguments: wrong)
  func aValueThatDoesNotFitIsReportedAtItsPlace(
    _ line: String,
    _ wrong: String,
    _ number: Int,
    _ column: Int,
  ) throws {
    let found = errors(try changing(line, to: wrong))
    #expect(found.map(\.code) == [.projectValueInvalid], "\(found)")
    #expect(found.first?.location?.line == number)
    #expect(found.first?.location?.column == column)
    #expect(read(try changing(line, to: wrong)).project == nil)
  }

  @Test func whatMustBeAMappingOrAListIsReportedWhenItIsNone() throws {
    for (line, new) in [
      ("organisation:\n  code: ks\n  name: Kommunstyrelsen", "organisation: ks"),
      ("  - file: a.csv\n", "  - a.csv\n  - file: a.csv\n"),
      ("    columns:\n      B21: budget 2021", "    columns: a"),
    ] {
      let found = errors(try changing(line, to: new))
      #expect(found.map(\.code) == [.projectValueInvalid], "\(new): \(found)")
    }
    for text in ["- a\n", "text\n", "12\n", "[]\n"] {
      #expect(errors(text).map(\.code) == [.projectValueInvalid], "\(text)")
    }
  }

  @Test func theStructureIsAPathOrAMapping() throws {
    let plain = read("structure: s.csv\n" + Self.whole)
    #expect(plain.project?.structure?.file == "s.csv")
    #expect(plain.project?.structure?.place.column == 12)
    let mapping = "structure:\n  file: s.csv\n  encoding: windows-1252\n  delimiter: tab\n"
    let stated = try #require(read(mapping + Self.whole).project?.structure)
    #expect(stated.options.encoding == .windows1252 && stated.options.delimiter == 9)
    #expect(stated.keyColumn == 3)
    for wrong in ["../s.csv", "[s.csv]", "{file: /s.csv}"] {
      #expect(errors("structure: \(wrong)\n" + Self.whole).map(\.code) == [.projectValueInvalid])
    }
    #expect(errors("structure: {}\n" + Self.whole).map(\.code) == [.projectKeyMissing])
  }

  @Test func whatHappensToFiguresThatTwoSourcesStateIsSaid() throws {
    #expect(read(Self.whole).project?.sources.map(\.options.duplicates) == [.error])
    let added = try changing("    sign: cost", to: "    sign: cost\n    duplicates: add")
    #expect(read(added).project?.sources.map(\.options.duplicates) == [.add])
    let wrong = try changing("    sign: cost", to: "    sign: cost\n    duplicates: sum")
    #expect(errors(wrong).map(\.code) == [.projectValueInvalid])
    let braces = "version: 1\nsources: [{file: a.csv}]\n"
    #expect(read(braces).draft?.sources.map(\.keyColumn) == [nil])
    #expect(read(Self.whole).project?.sources.map(\.keyColumn) == [5])
  }

  @Test func aTableOfItsOwnIsShownByItsName() throws {
    let tables =
      "tables: [{name: investeringar, file: i.csv}, {name: investeringar, file: j.csv}]\n"
    let section = "[{table: investeringar, columns: investeringar}, table]"
    let text = try changing("[summary, table]", to: section)
    let project = try #require(read(tables + text).project)
    #expect(project.tables.map(\.name) == ["investeringar", "investeringar"])
    #expect(project.tables.map(\.source.file) == ["i.csv", "j.csv"])
    let sections = try #require(project.reports.first?.sections)
    let own = try #require(sections.first?.ownTable)
    #expect((own.name, own.title) == ("investeringar", "Investeringar"))
    guard case .table = sections[0], case .set(.investments, _) = own.columns else {
      Issue.record("\(sections)")
      return
    }
    let unknown = errors(text)
    #expect(unknown.map(\.value) == ["investeringar"])
    #expect(unknown.first?.location?.line == 28)
    #expect(errors("tables: [{file: i.csv}]\n" + Self.whole).map(\.field) == ["name"])
    #expect(errors("tables: [{name: a}]\n" + Self.whole).map(\.field) == ["file"])
  }

  @Test func aReportOfStatementsAloneNeedsNeitherSourcesNorColumns() {
    let text = """
      version: 1
      organisation: {code: k, name: K}
      statements: [{statement: resultaträkning, file: r.csv}]
      reports:
        - name: a
          title: A
          unit: tkr
          sections:
            - {statement: resultaträkning, columns: resultaträkning}
            - checks
            - sources
      """
    #expect(errors(text).isEmpty, "\(errors(text))")
    let withTable = errors(text.replacing("- checks", with: "- table"))
    #expect(withTable.map(\.field) == ["columns"])
  }

  @Test func aColumnIsASeriesOrAnExpressionAndNotBoth() throws {
    for columns in ["title: X", "title: X, series: a, expression: b"] {
      let found = errors(try changing("      - budget 2021\n", to: "      - {\(columns)}\n"))
      #expect(found.map(\.code) == [.projectValueInvalid], "\(found)")
      #expect(found.first?.location?.line == 30)
    }
    let untitled = errors(try changing("      - budget 2021\n", to: "      - {expression: 1}\n"))
    #expect(untitled.map(\.field) == ["title"])
  }

  @Test func twoReportsThatWouldWriteTheSameFilesAreRefused() throws {
    let second = """

        - name: budget
          title: Igen
          year: 2021
          unit: tkr
          columns: [budget 2021]
      """
    let found = errors(Self.whole + second)
    #expect(found.map(\.code) == [.projectValueInvalid])
    #expect(found.first?.value == "budget")
    let otherYear = Self.whole + second.replacing("2021\n    unit", with: "2022\n    unit")
    #expect(errors(otherYear).isEmpty)
  }

  @Test func everythingThatIsWrongIsReportedInOneRun() throws {
    var text = Self.whole
    for (_, wrong) in [("version: 1", "vesion: 1")] {
      text = text.replacing("version: 1", with: wrong)
    }
    text = text.replacing("sign: cost", with: "sign: plus").replacing(
      "decimals: 1",
      with: "decimals: 9",
    )
    .replacing("file: m.csv", with: "file: /m.csv").replacing(
      "series: budget 2021",
      with: "serie: x",
    )
    let codes = errors(text).map(\.code)
    #expect(codes.count { $0 == .projectKeyUnknown } == 2)
    #expect(codes.count { $0 == .projectKeyMissing } == 1)
    #expect(codes.count { $0 == .projectValueInvalid } == 4, "\(codes)")
  }

  @Test func arbitraryBytesNeverTrapAndEveryPlaceLiesInTheFile() {
    for seed in Seeds.first(20) {
      var generator = SeededGenerator(seed: seed)
      for round in 0..<60 {
        var bytes = Array(Self.whole.utf8)
        if round.isMultiple(of: 3) {
          bytes = generator.bytes(Int.random(in: 0...200, using: &generator))
        } else {
          for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let piece = generator.element(of: [
              ":", "-", "\n", "\"", "[", "{", "&a", "*a", "\t", "é", "|", "?", "!!x", "%",
            ])
            bytes.replaceSubrange(place..<min(bytes.count, place + 2), with: Array(piece.utf8))
          }
        }
        let result = ProjectReader.read(bytes, file: "koll.yaml")
        let lines = String(decoding: bytes, as: UTF8.self)
          .split(omittingEmptySubsequences: false) { $0.isNewline }
        #expect((result.project == nil) == result.diagnostics.contains { $0.severity == .error })
        for location in result.diagnostics.compactMap(\.location) {
          guard let line = location.line else { continue }
          #expect((1...(lines.count + 1)).contains(line), "seed \(seed), round \(round)")
          let width = lines.indices.contains(line - 1) ? lines[line - 1].unicodeScalars.count : 0
          #expect((1...(width + 1)).contains(location.column ?? 1), "seed \(seed), round \(round)")
        }
      }
    }
  }
}

extension ProjectReaderTests {
  @Test(arguments: ["sources", "reports", "sections", "columns"])
  func anEmptyListIsReportedAndNotDoneInSilence(_ key: String) {
    let lines = Self.whole.split(separator: "\n", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    var skipped: Int?
    for line in lines {
      let indent = line.prefix { $0 == " " }.count
      if let depth = skipped, indent > depth { continue }
      skipped = nil
      guard line.dropFirst(indent).hasPrefix(key + ":"), key != "columns" || indent == 4,
        !line.hasSuffix("B21: budget 2021"),
        kept.contains("reports:") || key == "sources" || key == "reports"
      else {
        kept.append(line)
        continue
      }
      kept.append(line.prefix(indent) + key + ": []")
      skipped = indent
    }
    let found = errors(kept.joined(separator: "\n"))
    #expect(found.map(\.code) == [.projectValueInvalid], "\(found)")
    #expect(found.first?.field == key)
  }

  @Test func whatCouldBeReadOfAFaultyFileIsHandedOn() throws {
    let result = read(try changing("version: 1", to: "vesion: 1"))
    #expect(result.project == nil)
    #expect(result.draft?.sources.map(\.file) == ["a.csv"])
    #expect(result.draft?.savings?.measures?.file == "m.csv")
    #expect(read("- a\n").draft == nil)
  }

  @Test func aTextSectionSaysWhatBecomesOfItWithoutText() throws {
    func sections(_ text: String) throws -> [ReportDefinition.Section] {
      let sections = "sections: [summary, \(text)]"
      let project = try changing("    sections: [summary, table]", to: "    \(sections)")
      let result = read(project.replacing("savings:", with: "texts: texter/2021\nsavings:"))
      #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
      #expect(result.draft?.texts == "texter/2021")
      return result.project?.reports.first?.sections ?? []
    }
    for (words, expected) in [
      ("", ReportDefinition.Missing.say), (", missing: say", .say),
      (", missing: omit", .omit), (", missing: error", .error),
    ] {
      guard case .text(let text)? = try sections("{text: ett-2, title: Ett\(words)}").last else {
        Issue.record("no text")
        continue
      }
      #expect(text.name == "ett-2")
      #expect(text.title == "Ett")
      #expect(text.missing == expected)
    }
  }

  @Test(arguments: ["/texter", "../texter", "a/../b", "texter/", ".", "a//b"])
  func theFolderOfTheTextsLiesInTheProject(_ folder: String) throws {
    let project = Self.whole.replacing("savings:", with: "texts: \(folder)\nsavings:")
    #expect(errors(project).map(\.field) == ["texts"])
  }
}
