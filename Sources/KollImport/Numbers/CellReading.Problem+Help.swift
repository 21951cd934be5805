public import KollModel

extension CellReading.Problem {
  /// The next thing to do, when there is one to name.
  public var help: Phrase? {
    switch self {
    case .spreadsheetError:
      Phrase(
        sv: "rätta formeln i kalkylarket och spara filen på nytt",
        en: "correct the formula in the spreadsheet and save the file again",
      )
    case .columnTooNarrow:
      Phrase(
        sv: "gör kolumnen bredare i kalkylarket och spara filen på nytt",
        en: "make the column wider in the spreadsheet and save the file again",
      )
    case .exponent:
      Phrase(
        sv: "ge kolumnen ett talformat utan exponent i kalkylarket och spara filen på nytt",
        en: "give the column a number format without exponent and save the file again",
      )
    case .ambiguousMark, .otherDecimalMark:
      Phrase(
        sv: "skriv decimalkomma, till exempel 1 234,5, eller ange vilket decimaltecken "
          + "kolumnen har",
        en: "write a decimal comma, for example 1 234,5, or state which decimal mark "
          + "the column has",
      )
    case .parentheses:
      Phrase(
        sv: "skriv ett minustecken, eller ange att parentes betyder minus i kolumnen",
        en: "write a minus sign, or state that parentheses mean minus in the column",
      )
    case .unknownUnit:
      Phrase(
        sv: "skriv bara talet, eller en av enheterna kr, tkr, mnkr, mdkr och %",
        en: "write only the number, or one of the units kr, tkr, mnkr, mdkr and %",
      )
    case .signWithoutNumber:
      Phrase(
        sv: "skriv ett tal, eller - eller – ensamt när värde saknas",
        en: "write a number, or - or – alone when there is no value",
      )
    case .tooManyDigits, .dateOrRange:
      nil
    default:
      Phrase(
        sv: "skriv siffror med högst två decimaler, till exempel 1 234,50",
        en: "write digits with at most two decimals, for example 1 234,50",
      )
    }
  }
}
