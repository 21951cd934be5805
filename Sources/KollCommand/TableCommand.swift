import ArgumentParser
import Koll
import KollModel

/// `koll table`: files with rows per area in, the table with sums out.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Print the table of one or more CSV files, with sums.",
    discussion: """
      koll table budget.csv
      koll table budget.csv --unit mnkr --decimals 1
      koll table budget.csv --add "Avvikelse=avvikelse(Prognos 2020, Budget 2020)"
      koll table budget.csv -o budget.xlsx -o budget.json
      """,
  )

  @Argument(help: ArgumentHelp("CSV files; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var reading: ReadingArguments

  @Option(help: ArgumentHelp("How many levels of areas to show.", valueName: "N"))
  var depth: Int?

  @Option(
    help: ArgumentHelp("The unit to show.", valueName: "kr|tkr|mnkr"),
    transform: MoneyUnit.argument,
  )
  var unit: MoneyUnit?

  @Option(
    help: ArgumentHelp(
      "The decimals to show; without it those of the file, and with another unit 0, or 1 for mnkr.",
      valueName: "N",
    )
  )
  var decimals: Int?

  @Option(help: ArgumentHelp("The sign convention to show.", valueName: "cost|result|ledger"))
  var sign: SignConvention?

  @Option(
    help: ArgumentHelp(
      "The columns to show, by title or key, with commas between.",
      valueName: "title,...",
    )
  )
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "A column to compute; may be given several times.",
      valueName: "title=expression",
    ),
    transform: TableRequest.AddedColumn.argument,
  )
  var add: [TableRequest.AddedColumn] = []

  @OptionGroup var output: OutputArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let decimals, !(0...6).contains(decimals) {
      throw ValidationError("--decimals takes a whole number from 0 to 6")
    }
    if let depth, depth < 1 { throw ValidationError("--depth takes a whole number from 1") }
    if let file = output.output.first(where: { $0 != "-" && files.contains($0) }) {
      throw ValidationError("'\(file)' is read; write the result to another file")
    }
    if files.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input can be read once")
    }
  }

  func run() throws {
    let outputs = try output.outputs()
    let request = TableRequest(
      files: files,
      reading: try reading.options(common),
      needsOneTable: outputs.contains { $0.format == .csv },
      depth: depth,
      unit: unit,
      decimals: decimals,
      sign: sign,
      columns: columns?.split(separator: ",").map { $0.trimmingBlanks },
      added: add,
      isStrict: common.strict,
    )
    let tables = try common.require(
      common.run { () throws(RunError) in try Koll.tables(request) }
    )
    let warnings = try common.run { () throws(RunError) in
      try Koll.write(tables, to: outputs, keeping: files)
    }
    if !warnings.isEmpty { common.report(warnings) }
  }
}

extension TableRequest.AddedColumn {
  /// Reads `TITLE=EXPRESSION` from the command line.
  @Sendable static func argument(_ text: String) throws -> Self {
    let parts = text.split(separator: "=", maxSplits: 1).map { $0.trimmingBlanks }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw ValidationError(
        "--add takes TITLE=EXPRESSION, such as \"Skillnad=Budget 2021 - Budget 2020\""
      )
    }
    return Self(title: parts[0], expression: parts[1])
  }
}
