import ArgumentParser
import Koll
import KollModel

/// `koll diff`: what differs between two months, forecasts, budgets or folders of input.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what differs between two months, forecasts, budgets or folders, area by area.",
    discussion: """
      koll diff "prognos 2025 per 2025-05" "prognos 2025 per 2025-08"
      koll diff 2025-05 2025-08 --depth 1 --project Samples/exempelkommun
      koll diff "budget 2024" "budget 2025" -o skillnad.xlsx -o skillnad.csv
      koll diff underlag-juli underlag-augusti

      Months: the year's forecast made in each, and the outcome to the end of each.
      Folders: every series of money in them. A folder is a project, or has files
      that a project's koll.yaml names. One named as a month is written ./2025-08.
      """,
  )

  @Argument(
    help: ArgumentHelp(
      "What to compare with: a month, a forecast or another series, or a folder.",
      valueName: "old",
    )
  )
  var old: String

  @Argument(help: ArgumentHelp("What to compare, of the same kind.", valueName: "new"))
  var new: String

  @Option(
    help: ArgumentHelp(
      "The project's folder; the current one without it.",
      valueName: "project",
    )
  )
  var project: String?

  @Option(
    help: ArgumentHelp(
      "How many levels of areas to tell apart; 1 is the nämnder. All without it.",
      valueName: "N",
    )
  )
  var depth: Int?

  @OptionGroup var output: OutputArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let depth, depth < 1 { throw ValidationError("--depth takes a whole number from 1") }
  }

  func run() throws {
    guard let subject = DiffSubject(from: old, to: new) else {
      throw ValidationError(
        "'\(old)' and '\(new)' are not of one kind; compare two months, two series or two folders"
      )
    }
    let outputs = try output.outputs()
    let result = try common.require(
      common.run { () throws(RunError) in
        try Koll.diff(subject, project: project, depth: depth, isStrict: common.strict)
      }
    )
    let warnings = try common.run { () throws(RunError) in
      try Koll.write(result, to: outputs)
    }
    if !warnings.isEmpty { common.report(warnings) }
  }
}
