import ArgumentParser
import Koll
import KollFiles
import KollModel

/// `koll report`: a project in, its reports out.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the reports of a project: a folder with koll.yaml.",
    discussion: """
      koll report Samples/ale-2021
      koll report --period 2021-08
      koll report --period 2021-01...2021-12
      koll report --area "Barn- och utbildningsnämnden" --area 120
      koll report --report budget --format text -o /tmp/budget
      koll report --format template --period 2021-08

      Writes rapporter/PERIOD/REPORT-AREA.xlsx and .txt in the project's folder, and
      rapporter/manifest.json, and prints the names of what it wrote. What has not
      changed since the last run is left as it is. A file with errors stops the
      reports that stand on it and no others.
      """,
  )

  @Argument(help: ArgumentHelp("The project's folder.", valueName: "project"))
  var project = "."

  @Option(
    help: ArgumentHelp(
      "A month, a range with a report for each month, a year, or latest: the newest month with utfall.",
      valueName: "2021-08|2021-01...2021-12|2021|latest",
    ),
    transform: { text in
      guard let period = RequestedPeriod(text) else {
        throw ValidationError(
          "'\(text)' is no period; write a month as 2021-08, a range as 2021-01...2021-12, or a year"
        )
      }
      return period
    },
  )
  var period = RequestedPeriod.latest

  @Option(
    help: ArgumentHelp(
      "An area to report about, by code or name; without it those that the reports declare. May be given several times.",
      valueName: "area",
    )
  )
  var area: [String] = []

  @Option(
    help: ArgumentHelp(
      "A report to write; all without it. May be given several times.",
      valueName: "name",
    )
  )
  var report: [String] = []

  @Option(
    help: ArgumentHelp(
      "The formats to write, with commas between: xlsx, text, list, markdown, html, csv, json, and template, a sheet to fill in.",
      valueName: "xlsx,text,...",
    ),
    transform: ReportCommand.formats,
  )
  var format = Formats(written: [.xlsx, .text])

  /// The formats that are asked for.
  struct Formats {
    var written: [OutputFormat] = []
    /// Whether the sheets to fill in are.
    var hasTemplates = false
  }

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to; rapporter in the project without it.",
      valueName: "folder",
    ),
  )
  var output: String?

  @Flag(help: "Make every report anew, also where nothing has changed since the last run.")
  var force = false

  /// Which share of the reports the process writes for the one that started it.
  @Option(help: .hidden, transform: { try BatchRun.Share($0) })
  var share: BatchRun.Share?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let request = ReportRequest(
      project: project,
      period: period,
      reports: report,
      areas: area,
      formats: format.written,
      hasTemplates: format.hasTemplates,
      folder: output,
      isStrict: common.strict,
      isForced: force,
    )
    let run = BatchRun(
      request: request,
      showsProgress: !common.quiet && isTerminal(.error),
      language: common.language ?? .ofEnvironment,
    )
    if let share { return try common.run { () throws(RunError) in try run.work(share) } }
    let written = try common.run { () throws(RunError) in try run.lead() }
    let isAnythingThere = !written.paths.isEmpty || written.unchangedCount > 0
    common.report(written.diagnostics, isBeforeWriting: !isAnythingThere)
    let names = written.paths.map { $0 + "\n" }.joined()
    try common.run { () throws(RunError) in try Koll.print(names) }
    common.report(written)
    if written.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode(for: written.diagnostics)
    }
    // Everything is written; the status says that a tie in it is broken.
    if !written.areTiesWhole { throw ExitCode(2) }
  }

  @Sendable private static func formats(_ text: String) throws -> Formats {
    var formats = Formats()
    for name in text.split(separator: ",") {
      if let format = OutputFormat(rawValue: String(name)) {
        if !formats.written.contains(format) { formats.written.append(format) }
      } else if name == "template" {
        formats.hasTemplates = true
      } else {
        throw ValidationError(
          "unknown format '\(name)'; use text, list, markdown, html, csv, json, xlsx or template"
        )
      }
    }
    if formats.written.isEmpty, !formats.hasTemplates {
      throw ValidationError("--format names no format; use for example xlsx,text")
    }
    return formats
  }
}
