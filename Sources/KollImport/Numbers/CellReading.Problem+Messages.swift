public import KollModel

extension CellReading.Problem {
  /// What was found, for a diagnostic: lower case, no full stop.
  /// - Parameter value: The cell's text.
  /// - Returns: The sentence, with the text in quotes.
  public func message(quoting value: String) -> Phrase {
    let reason = reason(for: value)
    return Phrase(
      sv: "\"\(value)\" \(reason.swedish)",
      en: "\"\(value)\" \(reason.english)",
    )
  }

  private func reason(for value: String) -> Phrase {
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
        sv: "är inget tal: siffrorna står inte i grupper om tre med ett blanksteg emellan",
        en: "is not a number: its digits do not stand in groups of three with one space between",
      )
    case .exponent:
      Phrase(
        sv: "är inget belopp: det är skrivet med exponent",
        en: "is not an amount: it is written with an exponent",
      )
    case .ambiguousMark:
      Phrase(
        sv:
          "kan betyda både \(value.mark(as: " ")) och \(value.mark(as: ",")): skiljetecknet kan stå "
          + "för tusental eller för decimaler",
        en: "can mean both \(value.mark(as: " ")) and \(value.mark(as: ",")): the mark can be for "
          + "thousands or for decimals",
      )
    case .otherDecimalMark:
      value.contains(".")
        ? Phrase(
          sv: "har decimalpunkt, men här skrivs decimaler med komma",
          en: "has a decimal point, but decimals are written with a comma here",
        )
        : Phrase(
          sv: "har decimalkomma, men här skrivs decimaler med punkt",
          en: "has a decimal comma, but decimals are written with a point here",
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
    default: syntaxReason(for: value)
    }
  }

  private func syntaxReason(for value: String) -> Phrase {
    switch self {
    case .tooManyDigits:
      Phrase(
        sv: "har fler siffror än som kan räknas exakt",
        en: "has more digits than can be counted exactly",
      )
    case .letterInside:
      Phrase(
        sv: "är inget tal: bland siffrorna står bokstaven \(value.strayLetter)"
          + (value.digitMeant.map { ", kanske för siffran \($0)" } ?? ""),
        en: "is not a number: among the digits stands the letter \(value.strayLetter)"
          + (value.digitMeant.map { ", perhaps for the digit \($0)" } ?? ""),
      )
    case .unknownUnit:
      Phrase(
        sv: "är inget belopp: ordet \(value.firstWord) efter talet är ingen känd enhet",
        en: "is not an amount: the word \(value.firstWord) behind the number is no known unit",
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
        sv: "är inget tal: strecket framför (\(value.firstCodePoint)) är inget minustecken",
        en: "is not a number: the dash before it (\(value.firstCodePoint)) is no minus sign",
      )
    case .invisibleCharacter:
      Phrase(
        sv: "är inget tal: ett osynligt tecken (\(value.firstCodePoint)) står framför det",
        en: "is not a number: an invisible character (\(value.firstCodePoint)) stands before it",
      )
    default:
      Phrase(
        sv: "är inget tal: det står något mer efter talet",
        en: "is not a number: something more stands behind the number",
      )
    }
  }
}

extension String {
  /// The text with its comma or point as another character.
  fileprivate func mark(as replacement: Character) -> String {
    String(map { $0 == "," || $0 == "." ? replacement : $0 })
  }

  /// The first letters, as the `st` of `5 st`.
  fileprivate var firstWord: Substring { drop { !$0.isLetter }.prefix { $0.isLetter } }

  /// The first letter, as the O of `18 37O`.
  fileprivate var strayLetter: Substring { firstWord.prefix(1) }

  /// The digit that the first letter looks like, when it is one that is often mistyped.
  fileprivate var digitMeant: Int? {
    switch strayLetter {
    case "O", "o": 0
    case "l", "I": 1
    default: nil
    }
  }

  /// The number of the first character in Unicode, as `U+2014`.
  fileprivate var firstCodePoint: String {
    let value = String(unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - value.count)) + value
  }
}
