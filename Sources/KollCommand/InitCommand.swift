import ArgumentParser
import Koll
import KollModel

/// `koll init`: a project made of files with figures.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a project of CSV files: koll.yaml with what was detected, and struktur.csv.",
    discussion: """
      koll init uppfoljning budget.csv utfall.csv
      koll init .
      koll init ks export.csv --mapping raindance.yaml

      What the options say is written too, the same for every file.
      Files that lie elsewhere are copied into the folder. Nothing is overwritten.
      Then edit the name in koll.yaml, and run koll check and koll report.
      """,
  )

  @Argument(
    help: ArgumentHelp("The project's folder; made when it is not there.", valueName: "dir")
  )
  var folder: String

  @Argument(
    help: ArgumentHelp(
      "CSV files with figures; without any, those of the folder.",
      valueName: "file",
    )
  )
  var files: [String] = []

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.contains("-") || folder == "-" {
      throw ValidationError("a project is made of files, not of standard input")
    }
  }

  func run() throws {
    let options = try reading.options(common)
    let written = try common.require(
      common.run { () throws(RunError) in
        try Koll.initialise(folder, files: files, reading: options)
      }
    )
    let names = written.map { $0.printable + "\n" }.joined()
    try common.run { () throws(RunError) in try Koll.print(names) }
  }
}
