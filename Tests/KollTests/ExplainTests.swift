import Foundation
import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import KollTestSupport
import Testing

@testable import Koll

/// From figures of the samples' reports to the lines of their files, which the tests read themselves.
@Suite struct ExplainTests {
  /// A report of a sample with all that explains its figures.
  private struct Explained {
    let report: BuiltReport
    let map: WorkbookMap
    let explainer: FigureExplainer
    let files: RawFiles

    init(_ name: String, of sample: String, area: String? = nil) throws {
      files = try RawFiles(of: sample)
      let request = ReportRequest(
        project: files.sample,
        reports: [name],
        areas: [area].compactMap(\.self),
        formats: [.xlsx],
      )
      let inputs = try ProjectRun(folder: request.project)
      var run = ReportRun(request: request, inputs: inputs)
      let reports = run.reports()
      report = try #require(reports?.first)
      map = try WorkbookMap(of: report.document)
      let path = try area.map { area in
        guard case .area(let path) = inputs.areaNames.match(area) else { throw Missing() }
        return path
      }
      explainer = try ExplainRun(
        request: ExplainRequest(figure: .cell("", area: area)),
        inputs: inputs,
      ).explainer(of: report, about: path ?? .total)
    }

    func explanation(of cell: WorkbookCell) throws -> Explanation? {
      guard case .cell(let row, let column, let table) = map.content(of: cell) else { return nil }
      return try explainer.explanation(row: row, column: column, of: table)
    }
  }

  private struct Missing: Error {}

  /// Expects that each figure is what its terms come to, and that each line states what it is said to
  /// state.
  private func expectTruth(
    of explanation: Explanation,
    in files: RawFiles,
    _ place: String,
  ) throws {
    switch explanation.rule {
    case .remark, .absent: #expect(explanation.terms.isEmpty && explanation.records.isEmpty)
    case .sum, .expression, .part, .projection:
      #expect(try explanation.combined == explanation.number, "\(place): \(explanation.title)")
    }
    for record in explanation.records {
      let numbers = try files.numbers(of: record.origin.file, line: record.origin.line)
      let stated = Decimal(string: "\(record.number.decimal)")
      #expect(
        numbers.contains(stated),
        "\(place): \(record.origin.file):\(record.origin.line) has \(numbers), not \(record.number)",
      )
    }
    for term in explanation.terms { try expectTruth(of: term.explanation, in: files, place) }
  }

  /// The lines that an explanation ends with.
  private func lines(of explanation: Explanation) -> [Origin] {
    explanation.records.map(\.origin) + explanation.terms.flatMap { lines(of: $0.explanation) }
  }

  @Test func everyFigureOfTheAleReportIsThatOfItsLines() throws {
    let file = "beslutsomraden.csv"
    let files = try RawFiles(of: "ale-2021")
    let fields = try files.fields(of: file)
    // Lines 3 to 10 are the areas; the last is the stated total, of which nothing is made.
    let areas = Dictionary(uniqueKeysWithValues: (3...10).map { (fields[$0 - 1][0], [$0]) })
      .merging(["Totalt": Array(3...10)]) { $1 }
    #expect(areas.count == 9)
    for (area, own) in areas {
      var sums: [Decimal] = []
      for column in 1...3 {
        sums.append(
          try own.reduce(0) { try $0 + #require(RawFiles.number(fields[$1 - 1][column])) }
        )
      }
      let (forecast, before, budget) = (sums[0], sums[1], sums[2])
      let expected: [(String, Decimal)] = [
        ("Prognos 2020", forecast), ("Budget 2020", before), ("Budget 2021", budget),
        ("Avvikelse prognos mot budget 2020", before - forecast),
        ("Avvikelse 2020 %", (before - forecast) / before),
        ("Förändring budget 2020 till 2021", budget - before),
        ("Förändring till 2021 %", (budget - before) / before),
      ]
      for (column, value) in expected {
        let request = ExplainRequest(
          project: files.sample,
          figure: .area(area == "Totalt" ? "ks" : area, column: column),
        )
        let outcome = try Koll.explain(request)
        let explanation = try #require(outcome.value).explanation
        let number = try #require(explanation.number)
        #expect(abs(number.decimal - value) < 1e-12, "\(area), \(column)")
        #expect(Set(lines(of: explanation).map(\.line)) == Set(own), "\(area), \(column)")
        try expectTruth(of: explanation, in: files, "\(area), \(column)")
      }
    }
  }

  /// The workbook is read as the goldens keep it: what a cell holds is not asked of what explains it.
  @Test func everyNumberOfTheAleWorkbookLeadsToItsLines() throws {
    let explained = try Explained("budget", of: "ale-2021")
    let parts = FileTree(
      PackageFolder.path
        + "/Tests/KollCommandTests/Goldens/report-ale/expected/rapporter/2021/budget-ks.xlsx/xl"
    )
    var count = 0
    for (place, sheet) in explained.map.sheets.enumerated() {
      let xml = try parts.text(of: "worksheets/sheet\(place + 1).xml")
      for (reference, shown) in numbers(in: xml) {
        let cell = try #require(WorkbookCell("'\(sheet)'!\(reference)"))
        let explanation = try #require(try explained.explanation(of: cell), "\(cell)")
        let number = try #require(explanation.number).double
        #expect(abs(number - shown) <= 1e-9 * max(1, abs(shown)), "\(cell)")
        try expectTruth(of: explanation, in: explained.files, "\(cell)")
        // How many records a file has, and what rounding explains, stands on no line.
        let isOfNoLine = sheet == "Underlag" || (sheet == "Kontroller" && reference.hasPrefix("E"))
        #expect(lines(of: explanation).isEmpty == isOfNoLine, "\(cell)")
        count += 1
      }
    }
    #expect(count > 140)
  }

  /// The numbers of a sheet's cells, by their references.
  private func numbers(in xml: String) -> [(reference: String, number: Double)] {
    xml.matches(of: /<c r="([A-Z]+[0-9]+)"([^>\/]*)>\s*(?:<f>[^<]*<\/f>\s*)?<v>([^<]*)<\/v>/)
      .compactMap { match in
        guard !match.2.contains("t="), let number = Double(match.3) else { return nil }
        return (String(match.1), number)
      }
  }

  @Test(arguments: ["delar", "besparingar"])
  func figuresOfExempelkommunAreWhatTheirTermsComeTo(report: String) throws {
    let explained = try Explained(report, of: "exempelkommun")
    var untold: Set<String> = []
    // Trees are long: a part of the figures is followed to the end.
    for (place, cell) in explained.map.figures.enumerated() where place % 17 == 0 {
      let explanation = try #require(try explained.explanation(of: cell), "\(cell)")
      if case .remark(.computed) = explanation.rule { untold.insert(cell.sheet) }
      try expectTruth(of: explanation, in: explained.files, "\(cell)")
    }
    // Only divisions of a savings task, and counts of records, are made in steps that are not told.
    let known: Set = [
      "Besparingar", "Fördelning", "Uppföljning", "Underlag", "Prognos", "Kontroller",
    ]
    #expect(untold.isSubset(of: known), "\(untold)")
  }

  @Test func theReportOfAnAreaLeadsToTheLinesOfTheWholeFile() throws {
    let explained = try Explained("manad", of: "exempelkommun", area: "02")
    for (place, cell) in explained.map.figures.enumerated() where place % 17 == 0 {
      let explanation = try #require(try explained.explanation(of: cell), "\(cell)")
      try expectTruth(of: explanation, in: explained.files, "\(cell)")
    }
  }
}

extension Rational {
  fileprivate var decimal: Decimal {
    // Decimal has 38 digits, as many as the terms.
    Decimal(string: "\(numerator)").flatMap { top in
      Decimal(string: "\(denominator)").map { top / $0 }
    } ?? .nan
  }

  fileprivate var double: Double { Double(numerator) / Double(denominator) }
}
