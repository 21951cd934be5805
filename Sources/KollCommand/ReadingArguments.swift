public import ArgumentParser
import Koll
import KollImport
public import KollModel

/// The options that say how files are read.
struct ReadingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The separator: ; , | or tab; found out by itself.", valueName: "C"),
    transform: { name in
      guard let byte = Delimiter.byte(named: name) else {
        throw ValidationError("'\(name)' is no separator; use one of ; , | tab")
      }
      return byte
    },
  )
  var delimiter: UInt8?

  @Option(
    help: ArgumentHelp(
      "The encoding, such as utf-8 or windows-1252; found out by itself.",
      valueName: "NAME",
    ),
    transform: { name in
      guard let encoding = TextEncoding(name: name) else {
        let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("unknown encoding '\(name)'; use one of \(names)")
      }
      return encoding
    },
  )
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp(
      "The decimal mark; a comma, or what a column's own cells prove.",
      valueName: "comma|point",
    )
  )
  var decimalMark: DecimalMark?

  @Option(
    help: ArgumentHelp(
      "A YAML file that says what the columns are, by their titles.",
      valueName: "FILE",
    )
  )
  var mapping: String?

  @Option(help: ArgumentHelp("Which of a file's tables to take, counted from 1.", valueName: "N"))
  var table: Int?

  @Option(
    help: ArgumentHelp(
      "The unit of the file's amounts when it states none.",
      valueName: "kr|tkr|mnkr",
    ),
    transform: MoneyUnit.argument,
  )
  var inputUnit: MoneyUnit?

  @Option(
    help: ArgumentHelp("The convention of the file's signs.", valueName: "cost|result|ledger")
  )
  var inputSign: SignConvention?

  func validate() throws {
    if let table, table < 1 { throw ValidationError("--table takes a whole number from 1") }
  }

  /// The options as import takes them: those of the mapping, and before them those given here.
  /// - Parameter common: What findings in the mapping are reported by.
  /// - Returns: The options.
  /// - Throws: When the mapping cannot be used.
  func options(_ common: CommonOptions) throws -> ReadingOptions {
    var options = ReadingOptions()
    if let mapping {
      options = try common.require(
        common.run { () throws(RunError) in try Koll.mapping(mapping) }
      )
    }
    options.delimiter = delimiter ?? options.delimiter
    options.encoding = encoding ?? options.encoding
    options.decimalMark = decimalMark ?? options.decimalMark
    options.unit = inputUnit ?? options.unit
    options.sign = inputSign ?? options.sign
    options.table = table ?? options.table
    return options
  }
}

extension SignConvention: ExpressibleByArgument {}

extension DecimalMark: ExpressibleByArgument {}

extension MoneyUnit {
  /// Reads a unit from the command line.
  @Sendable static func argument(_ text: String) throws -> MoneyUnit {
    guard let unit = MoneyUnit(spelling: text) else {
      throw ValidationError("unknown unit '\(text)'; use kr, tkr or mnkr")
    }
    return unit
  }
}
