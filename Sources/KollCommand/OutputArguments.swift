public import ArgumentParser
public import Koll

/// The options that say where a result goes and in which format.
struct OutputArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The format on standard output.",
      valueName: "text|list|markdown|html|csv|json|xlsx",
    )
  )
  var format: OutputFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A file to write; its extension (.txt .md .html .csv .json .xlsx) decides the format. May be given several times.",
      valueName: "file",
    ),
  )
  var output: [String] = []

  /// Refuses what cannot be written as asked before any file is read.
  func validate() throws {
    _ = try outputs()
  }

  /// The places to write to; standard output when none is named.
  func outputs() throws -> [Output] {
    guard !output.isEmpty else {
      guard format != .xlsx else {
        throw ValidationError("a workbook is written to a file: add -o table.xlsx")
      }
      return [Output(path: "-", format: format ?? .text)]
    }
    return try output.map { path in
      if path == "-" { return Output(path: path, format: format ?? .text) }
      guard let format = OutputFormat(pathExtensionOf: path) else {
        throw ValidationError(
          "'\(path)' has none of the extensions .txt .md .html .csv .json .xlsx"
        )
      }
      return Output(path: path, format: format)
    }
  }
}

extension OutputFormat: ExpressibleByArgument {}
