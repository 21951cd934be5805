public import KollModel

extension CellReading.Problem {
  /// What was found, for a diagnostic: lower case, no full stop.
  /// - Parameter value: The cell's text.
  /// - Returns: The sentence, with the text in quotes.
  public func message(quoting value: String) -> Phrase {
    let reason = reason
    return Phrase(
      sv: "\"\(value)\" \(reason.swedish)",
      en: "\"\(value)\" \(reason.english)",
    )
  }

  private var reason: Phrase {
    switch self {
    case .mixedMarks:
      Phrase(
        sv: "är inget tal: det har både komma och punkt",
        en: "is not a number: it has both comma and point",
      )
    case .groupMarks:
      Phrase(
        sv: "är inget tal: siffergrupper skiljs med blanksteg, inte med komma eller punkt",
        en: "is not a number: groups are separated by spaces, not by commas or points",
      )
    case .badGroup:
      Phrase(
        sv: "är inget tal: siffergrupperna har inte tre siffror var",
        en: "is not a number: its groups have not three digits each",
      )
    case .exponent:
      Phrase(
        sv: "är inget belopp: det är skrivet med exponent",
        en: "is not an amount: it is written with an exponent",
      )
    case .ambiguousMark:
      Phrase(
        sv: "kan betyda två tal: skiljetecknet kan stå för decimaler eller för tusental",
        en: "can mean two numbers: the mark can be for decimals or for thousands",
      )
    case .otherDecimalMark:
      Phrase(
        sv: "är inget tal med det decimaltecken som gäller här",
        en: "is not a number with the decimal mark that is used here",
      )
    case .markWithoutDigit:
      Phrase(
        sv: "är inget tal: det saknas en siffra före eller efter decimaltecknet",
        en: "is not a number: a digit is missing before or after the decimal mark",
      )
    case .spreadsheetError:
      Phrase(
        sv: "är ett fel i kalkylarket, inget tal",
        en: "is an error of the spreadsheet, not a number",
      )
    case .columnTooNarrow:
      Phrase(
        sv: "är inget tal: kolumnen var för smal när filen sparades",
        en: "is not a number: the column was too narrow when the file was saved",
      )
    default: syntaxReason
    }
  }

  private var syntaxReason: Phrase {
    switch self {
    case .tooManyDigits:
      Phrase(
        sv: "har fler siffror än som kan räknas exakt",
        en: "has more digits than can be counted exactly",
      )
    case .letterInside:
      Phrase(
        sv: "är inget tal: det står en bokstav bland siffrorna",
        en: "is not a number: a letter stands among the digits",
      )
    case .unknownUnit:
      Phrase(
        sv: "är inget belopp: ordet efter talet är ingen känd enhet",
        en: "is not an amount: the word behind the number is no known unit",
      )
    case .dateOrRange:
      Phrase(
        sv: "är inget tal utan ser ut som ett datum, ett intervall eller ett bråk",
        en: "is not a number but looks like a date, a range or a fraction",
      )
    case .parentheses:
      Phrase(
        sv: "står inom parentes, som kan betyda minus eller förra årets värde",
        en: "stands in parentheses, which can mean minus or last year's value",
      )
    case .unbalancedParenthesis:
      Phrase(
        sv: "är inget tal: en parentes saknar sin motsvarighet",
        en: "is not a number: a parenthesis lacks its counterpart",
      )
    case .severalSigns:
      Phrase(
        sv: "är inget tal: det har mer än ett tecken för plus eller minus",
        en: "is not a number: it has more than one sign",
      )
    case .signWithoutNumber:
      Phrase(
        sv: "är inget tal: efter tecknet kommer ingen siffra",
        en: "is not a number: no digit follows the sign",
      )
    case .unknownSign:
      Phrase(
        sv: "är inget tal: strecket framför är inget minustecken",
        en: "is not a number: the dash before it is no minus sign",
      )
    case .invisibleCharacter:
      Phrase(
        sv: "är inget tal: ett osynligt tecken står framför det",
        en: "is not a number: an invisible character stands before it",
      )
    default:
      Phrase(
        sv: "är inget tal: det står något mer efter talet",
        en: "is not a number: something more stands behind the number",
      )
    }
  }
}
