public import ArgumentParser
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

  /// The options as import takes them.
  var options: ReadingOptions {
    ReadingOptions(delimiter: delimiter, encoding: encoding, unit: inputUnit, sign: inputSign)
  }
}

extension SignConvention: ExpressibleByArgument {}

extension MoneyUnit {
  /// Reads a unit from the command line.
  @Sendable static func argument(_ text: String) throws -> MoneyUnit {
    guard let unit = MoneyUnit(spelling: text) else {
      throw ValidationError("unknown unit '\(text)'; use kr, tkr or mnkr")
    }
    return unit
  }
}
