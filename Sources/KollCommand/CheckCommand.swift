import ArgumentParser
import Koll
import KollModel

/// `koll check`: everything that is wrong with a project, in one run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a project: all that its reports need, without writing them.",
    discussion: """
      koll check
      koll check Samples/ale-2021
      koll check --format json

      Tells how each file was read, and reports every error of every file. What was
      guessed is an error in a project; the lines to paste into koll.yaml are printed.
      """,
  )

  @Argument(help: ArgumentHelp("The project's folder.", valueName: "project"))
  var project = "."

  @Option(help: ArgumentHelp("The format on standard output.", valueName: "text|json"))
  var format = CommonOptions.DiagnosticFormat.text

  @OptionGroup var common: CommonOptions

  func run() throws {
    let check = try common.run { () throws(RunError) in
      try Koll.check(project, isStrict: common.strict)
    }
    common.report(check.diagnostics, isBeforeWriting: false)
    let text =
      switch format {
      case .text: check.text(in: common.language ?? .ofEnvironment)
      case .json: check.json
      }
    try common.run { () throws(RunError) in try Koll.print(text) }
    if !check.isSound { throw ExitCode(for: check.diagnostics) }
  }
}
