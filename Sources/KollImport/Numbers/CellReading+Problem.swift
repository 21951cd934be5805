public import KollModel

extension CellReading {
  /// Why something that begins like a number is none.
  public enum Problem: Error, Hashable, Sendable, CaseIterable {
    /// Comma and point both: `1.234,5`, `1,234.5`.
    case mixedMarks
    /// Commas or points between groups: `1.234.567`, `1,234,567`.
    case groupMarks
    /// Groups that are not of three digits: `12 34`.
    case badGroup
    /// A number with an exponent: `1e3`.
    case exponent
    /// A mark that could be for decimals or for thousands: `1.234`.
    case ambiguousMark
    /// The decimal mark that is not the column's: `12.5` where the comma is.
    case otherDecimalMark
    /// A decimal mark without a digit on each side: `12,` or `,5`.
    case markWithoutDigit
    /// An error of the spreadsheet's: `#SAKNAS!`, `#REF!`.
    case spreadsheetError
    /// The number signs that a spreadsheet shows when a column is too narrow: `####`.
    case columnTooNarrow
    /// More digits than are kept exactly.
    case tooManyDigits
    /// A letter among or directly behind the digits: `1 234,5O`.
    case letterInside
    /// A word behind the number that is no unit of money: `5 st`.
    case unknownUnit
    /// A date, a time, a range or a fraction: `2021-03`, `2019–2021`, `1/3`.
    case dateOrRange
    /// Something behind the number that belongs to none: `1 234 =`.
    case trailingText
    /// Parentheses, where it is not said what they mean.
    case parentheses
    /// A parenthesis that is not closed, or not opened.
    case unbalancedParenthesis
    /// More than one sign: `--5`, `-5-`.
    case severalSigns
    /// A sign with no number behind it: `+`, `- se not`.
    case signWithoutNumber
    /// A dash that is no minus: a long dash or a soft hyphen before a digit.
    case unknownSign
    /// A character that is not seen, such as one for the direction of text, before the number.
    case invisibleCharacter
  }
}

extension CellReading.Problem {
  /// The code of the diagnostic.
  public var code: DiagnosticCode {
    switch self {
    case .ambiguousMark: .amountAmbiguous
    case .tooManyDigits: .amountTooLarge
    default: .amountNotANumber
    }
  }
}
