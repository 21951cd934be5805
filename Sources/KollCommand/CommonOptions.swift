public import ArgumentParser
import Koll
import KollExport
import KollFiles
public import KollModel

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Print no warnings, only errors.")
  var quiet = false

  @Flag(help: "Count warnings as errors: exit status 1.")
  var strict = false

  @Option(help: ArgumentHelp("How findings are printed.", valueName: "text|json"))
  var diagnostics = DiagnosticFormat.text

  @Option(
    help: ArgumentHelp(
      "The language of findings; by default the environment's.",
      valueName: "sv|en",
    )
  )
  var language: Language?

  /// How findings are printed.
  enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }
}

extension Language: ExpressibleByArgument {}

extension CommonOptions {
  /// Prints findings to standard error.
  func report(_ findings: [Diagnostic], isBeforeWriting: Bool = true) {
    let shown = quiet ? findings.filter { $0.severity == .error } : findings
    let exporter = DiagnosticExporter(
      language: language ?? .ofEnvironment,
      isBeforeWriting: isBeforeWriting,
    )
    switch diagnostics {
    case .text: CommonOptions.printError(exporter.text(shown))
    case .json: CommonOptions.printError(exporter.json(shown).document)
    }
  }

  /// Says how much a run of several reports did, on standard error and for people alone.
  func report(_ written: WrittenReports) {
    let count = written.paths.count + written.unchangedCount
    guard !quiet, diagnostics == .text, written.unchangedCount > 0 || count > 4 else { return }
    let (files, left, failed) = (
      written.paths.count, written.unchangedCount, written.notWritten.count,
    )
    let words: String =
      switch language ?? .ofEnvironment {
      case .swedish:
        "filer skrivna: \(files), oförändrade: \(left); rapporter ej skrivna: \(failed)"
      case .english: "files written: \(files), unchanged: \(left); reports not written: \(failed)"
      }
    CommonOptions.printError(words + "\n")
  }

  /// Prints what was found, and ends the command when there is no result.
  func require<Value>(_ outcome: Outcome<Value>, isBeforeWriting: Bool = true) throws -> Value {
    report(outcome.diagnostics, isBeforeWriting: isBeforeWriting)
    guard let value = outcome.value else { throw ExitCode(for: outcome.diagnostics) }
    return value
  }

  /// Runs a step that may fail for reasons outside the input; says why and ends with status 74.
  func run<Value>(_ step: () throws(RunError) -> Value) throws -> Value {
    do throws(RunError) {
      return try step()
    } catch {
      report([Diagnostic(.runFailed, .error, error.phrase)], isBeforeWriting: false)
      throw ExitCode(74)
    }
  }

  /// Prints to standard error.
  static func printError(_ text: String) {
    // When not even standard error can be written, the exit status is all that is left to say.
    try? writeStandardError(Array(text.utf8))
  }
}

extension ExitCode {
  /// The status of a run that its findings ended: 74 when a file could not be read.
  init(for findings: [Diagnostic]) {
    self.init(findings.contains { [.fileMissing, .runFailed].contains($0.code) } ? 74 : 1)
  }
}
