import ArgumentParser
import Koll
import KollExport
import KollFiles
import KollModel

/// The command that people and scripts run.
@main
struct KollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koll",
    abstract: "Budget and follow-up reports from plain CSV files, exact to the öre.",
    discussion: """
      koll table budget.csv                 the table with its sums
      koll table budget.csv -o budget.xlsx  the same as a workbook
      koll inspect budget.csv               how the file is understood
      koll init ks budget.csv               a project made of files
      koll check Samples/ale-2021           everything that is wrong with a project
      koll report Samples/ale-2021          a project's reports
      koll savings Samples/ale-2021         a savings task, divided and followed up
      koll explain 120 "Budget 2021"        where a figure comes from
      koll diff 2021-07 2021-08             what differs, area by area
      koll verify rapporter                 whether reports and inputs are unchanged

      Exit status: 0 done, warnings allowed
                   1 the input has errors; nothing was written
                   2 written, but figures that must be the same are not
                  64 wrong usage
                  74 reading or writing failed
      """,
    version: Koll.version,
    subcommands: [
      TableCommand.self, InspectCommand.self, InitCommand.self, CheckCommand.self,
      ReportCommand.self, SavingsCommand.self, ExplainCommand.self, DiffCommand.self,
      VerifyCommand.self,
    ],
  )

  static func main() {
    prepareProcess()
    main(nil)
    // Some file servers say only now that what was printed is not kept.
    do throws(FileError) {
      try closeStandardOutput()
    } catch {
      let finding = Diagnostic(.runFailed, .error, error.phrase)
      let exporter = DiagnosticExporter(language: .ofEnvironment, isBeforeWriting: false)
      CommonOptions.printError(exporter.text([finding]))
      exit(withError: ExitCode(74))
    }
  }
}
