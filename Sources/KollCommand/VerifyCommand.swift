import ArgumentParser
import Koll
import KollModel

/// `koll verify`: whether reports and inputs are as they were when the reports were written.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare reports and their inputs with the manifest beside the reports.",
    discussion: """
      koll verify rapporter
      koll verify /arkiv/2021/rapporter --project /arkiv/2021

      The inputs are compared when the project is named or the folder lies in it.
      Exit status 1 when something differs; each file that does is named.
      """,
  )

  @Argument(help: ArgumentHelp("The folder with manifest.json.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("The project's folder.", valueName: "folder"))
  var project: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let verification = try common.run { () throws(RunError) in
      try Koll.verify(folder, project: project, isStrict: common.strict)
    }
    common.report(verification.diagnostics, isBeforeWriting: false)
    guard verification.isWhole else { throw ExitCode(for: verification.diagnostics) }
    let (outputs, inputs) = (verification.outputCount, verification.inputCount)
    let words: String =
      switch common.language ?? .ofEnvironment {
      case .swedish:
        "som de skrevs: \(outputs) filer" + (inputs.map { "; som de lästes: \($0) filer" } ?? "")
      case .english:
        "as they were written: \(outputs) files"
          + (inputs.map { "; as they were read: \($0) files" } ?? "")
      }
    try common.run { () throws(RunError) in try Koll.print(words + "\n") }
  }
}
