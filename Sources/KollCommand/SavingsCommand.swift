import ArgumentParser
import Koll
import KollModel

/// `koll savings`: a savings task divided over areas, and its measures followed up.
struct SavingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "savings",
    abstract: "Divide a project's savings task over its areas and follow up its measures.",
    discussion: """
      koll savings Samples/ale-2021
      koll savings --format json
      koll savings -o fördelning.csv -o besparingar.xlsx

      The division is a proposal until what is decided for the areas, such as the
      fördelning.csv above, is named in koll.yaml under savings, allocation, limits.
      """,
  )

  @Argument(help: ArgumentHelp("The project's folder.", valueName: "project"))
  var project = "."

  @OptionGroup var output: OutputArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let outputs = try output.outputs()
    let result = try common.require(
      common.run { () throws(RunError) in
        try Koll.savings(
          project,
          needsDivision: outputs.contains { $0.format == .csv },
          isStrict: common.strict,
        )
      }
    )
    let warnings = try common.run { () throws(RunError) in
      try Koll.write(result, to: outputs)
    }
    if !warnings.isEmpty { common.report(warnings) }
  }
}
