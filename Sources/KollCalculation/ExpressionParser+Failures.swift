internal import KollModel

extension ExpressionParser {
  func unexpected() -> Failure {
    var following = self
    let isColumn = following.takeName() != nil
    let found =
      isColumn ? String(rest[..<following.rest.startIndex]) : rest.first.map { String($0) }
    let word = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == " " })
    if !isColumn, rest.first?.isLetter == true {
      let name = word.split(separator: " ").joined(separator: " ")
      return unknownName(name, at: position..<position + name.unicodeScalars.count)
    }
    return Failure(
      code: .expressionMalformed,
      part: position..<position + (found?.unicodeScalars.count ?? 0),
      message: found.map {
        Phrase(sv: "oväntat \"\($0)\" i uttrycket", en: "unexpected \"\($0)\" in the expression")
      } ?? Phrase(sv: "uttrycket slutar för tidigt", en: "the expression ends too soon"),
      help: Phrase(
        sv: "skriv till exempel: avvikelse(Prognos 2020, Budget 2020)",
        en: "write for example: deviation(Prognos 2020, Budget 2020)",
      ),
    )
  }

  func tooDeep() -> Failure {
    Failure(
      code: .expressionMalformed,
      part: position..<position,
      message: Phrase(
        sv: "uttrycket har för många parenteser i varandra",
        en: "the expression nests too deeply",
      ),
      help: nil,
    )
  }

  func tooLong() -> Failure {
    Failure(
      code: .expressionMalformed,
      part: position..<position,
      message: Phrase(
        sv: "uttrycket har för många led",
        en: "the expression has too many terms",
      ),
      help: Phrase(
        sv: "dela upp det på flera kolumner",
        en: "divide it among several columns",
      ),
    )
  }

  func unclosedBracket(from start: Int) -> Failure {
    Failure(
      code: .expressionMalformed,
      part: start..<text.unicodeScalars.count,
      message: Phrase(sv: "hakparentesen stängs aldrig", en: "the bracket is never closed"),
      help: nil,
    )
  }

  func unknownName(_ name: String, at part: Range<Int>) -> Failure {
    let titles = columns.map(\.title).filter { !$0.isEmpty }
    let nearest = name.nearest(among: titles).map { $0.needsBrackets ? "[\($0)]" : $0 }
    return Failure(
      code: .columnUnknown,
      part: part,
      message: Phrase(
        sv: "ingen kolumn heter \"\(name)\"",
        en: "no column is called \"\(name)\"",
      ),
      help: nearest.map {
        Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      }
        ?? Phrase(
          sv: "kolumnerna är: \(titles.joined(separator: ", "))",
          en: "the columns are: \(titles.joined(separator: ", "))",
        ),
      missingName: name,
    )
  }

  func mixed(_ left: Operand, _ right: Operand) -> Failure {
    Failure(
      code: .expressionMixesKinds,
      part: left.part.lowerBound..<right.part.upperBound,
      message: Phrase(
        sv: "uttrycket blandar slag eller enheter som inte kan räknas ihop",
        en: "the expression mixes kinds or units that do not go together",
      ),
      help: Phrase(
        sv: "belopp läggs ihop med belopp i samma enhet; andelar och antal var för sig",
        en: "add money to money in the same unit; shares and counts by themselves",
      ),
    )
  }

  func mixedSides(_ part: Range<Int>) -> Failure {
    Failure(
      code: .expressionMixesKinds,
      part: part,
      message: Phrase(
        sv: "en avvikelse jämför inte kostnader med intäkter",
        en: "a deviation does not compare costs with income",
      ),
      help: nil,
    )
  }

  func unknownDirection(_ part: Range<Int>) -> Failure {
    Failure(
      code: .signUnknown,
      part: part,
      message: Phrase(
        sv: "det är inte känt om mer är bättre: teckenregeln eller kolumnens sida saknas",
        en: "whether more is better is not known: the sign convention or the side is missing",
      ),
      help: Phrase(
        sv: "ange --input-sign cost, result eller ledger, eller sign i koll.yaml",
        en: "give --input-sign cost, result or ledger, or sign in koll.yaml",
      ),
    )
  }
}
