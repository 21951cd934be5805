import ArgumentParser
import Koll
import KollModel

/// `koll explain`: from a figure to the lines that state it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show where a figure comes from: its formula, its terms and the lines of files.",
    discussion: """
      koll explain Ekonomiavdelning "Budget 2021" --project Samples/ale-2021
      koll explain ks "Avvikelse 2020 %" --project Samples/ale-2021
      koll explain --cell "Sammanställning!C7" --project Samples/ale-2021
      koll explain 120 "utfall 2021-01...2021-08" --format json

      An area is a code or a name; the organisation's own is the total. A column is a
      title or a key of a report's column, or a series, also one that no report shows.
      """,
  )

  @Argument(help: ArgumentHelp("The area, by code or name.", valueName: "area"))
  var area: String?

  @Argument(help: ArgumentHelp("The column, by title, key or series.", valueName: "column"))
  var column: String?

  @Option(
    help: ArgumentHelp("A cell of the workbook instead of area and column.", valueName: "sheet!C7")
  )
  var cell: String?

  @Option(
    name: .customLong("area"),
    help: ArgumentHelp(
      "With --cell, whose workbook; the organisation's without it.",
      valueName: "area",
    ),
  )
  var subject: String?

  @Option(help: ArgumentHelp("The project's folder.", valueName: "dir"))
  var project = "."

  @Option(
    help: ArgumentHelp(
      "A month, a year, or latest: the newest month with utfall.",
      valueName: "2021-08|2021|latest",
    )
  )
  var period = "latest"

  @Option(
    help: ArgumentHelp("The report; the first that has the figure without it.", valueName: "name")
  )
  var report: String?

  @Option(help: ArgumentHelp("How many levels below the figure are shown.", valueName: "levels"))
  var depth: Int?

  @Option(help: ArgumentHelp("The format on standard output.", valueName: "text|json"))
  var format = CommonOptions.DiagnosticFormat.text

  @OptionGroup var common: CommonOptions

  /// Refuses what names no figure before any file is read.
  func validate() throws {
    _ = try request()
    if let depth, depth < 0 { throw ValidationError("--depth is a number from 0") }
  }

  func run() throws {
    let request = try request()
    let outcome = try common.run { () throws(RunError) in try Koll.explain(request) }
    let figure = try common.require(outcome, isBeforeWriting: false)
    let text = try common.run { () throws(RunError) in
      try Koll.text(of: figure, depth: depth, asJSON: format == .json)
    }
    try common.run { () throws(RunError) in try Koll.print(text) }
  }

  private func request() throws -> ExplainRequest {
    guard let period = RequestedPeriod(period) else {
      throw ValidationError("'\(period)' is no period; write a month as 2021-08, or a year")
    }
    if case .months(let first, let last) = period, first != last {
      throw ValidationError("a figure is of one period; write one month, or a year")
    }
    let figure: ExplainRequest.Figure
    switch (area, column, cell) {
    case (let area?, let column?, nil) where subject == nil: figure = .area(area, column: column)
    case (nil, nil, let cell?): figure = .cell(cell, area: subject)
    default: throw ValidationError("name an area and a column, or a cell with --cell")
    }
    return ExplainRequest(project: project, figure: figure, period: period, report: report)
  }
}
