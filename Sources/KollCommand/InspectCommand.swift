import ArgumentParser
import Koll
import KollModel

/// `koll inspect`: how a file is understood, each detection with its reason.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how a file is understood: encoding, columns, sums, each with its reason.",
    discussion: """
      koll inspect budget.csv
      koll inspect budget.csv --records --format json
      """,
  )

  @Argument(help: ArgumentHelp("A CSV file; - is standard input.", valueName: "file"))
  var file: String

  @OptionGroup var reading: ReadingArguments

  @Flag(help: "Show the records as they are written, quotes resolved and nothing trimmed.")
  var records = false

  @Option(help: ArgumentHelp("The format on standard output.", valueName: "text|json"))
  var format = CommonOptions.DiagnosticFormat.text

  @OptionGroup var common: CommonOptions

  func run() throws {
    let text = try records ? recordText() : inspectionText()
    try common.run { () throws(RunError) in try Koll.print(text) }
  }

  private func inspectionText() throws -> String {
    let options = try reading.options(common)
    let inspection = try common.require(
      common.run { () throws(RunError) in try Koll.inspect(file, reading: options) }
    )
    switch format {
    case .text: return inspection.text(in: common.language ?? .ofEnvironment)
    case .json: return inspection.json
    }
  }

  private func recordText() throws -> String {
    let options = try reading.options(common)
    let records = try common.require(
      common.run { () throws(RunError) in try Koll.records(file, reading: options) }
    )
    switch format {
    case .text:
      return records.map { $0.map(\.printable).joined(separator: " | ") + "\n" }.joined()
    case .json: return Koll.json(records: records)
    }
  }
}
