internal import KollModel

extension Diagnostic {
  static func noHeader(_ names: [String], at place: Location) -> Diagnostic {
    Diagnostic(
      .headerMissing,
      at: place,
      Phrase(
        sv: "hittar ingen rubrikrad",
        en: "found no header row",
      ),
      help: Phrase(
        sv: "kolumnerna heter: \(names.joined(separator: "; "))",
        en: "the columns are called: \(names.joined(separator: "; "))",
      ),
    )
  }

  static func unknown(_ name: String, among names: [String], at place: Location) -> Diagnostic {
    let nearest = name.nearest(among: names)
    return Diagnostic(
      .columnUnknown,
      at: place,
      value: name,
      Phrase(
        sv: "registret har ingen kolumn \"\(name)\"",
        en: "the register has no column \"\(name)\"",
      ),
      help: nearest.map {
        Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      }
        ?? Phrase(
          sv: "kolumnerna heter: \(names.joined(separator: "; "))",
          en: "the columns are called: \(names.joined(separator: "; "))",
        ),
    )
  }

  static func repeated(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .duplicateFact,
      at: place,
      field: name,
      value: name,
      Phrase(
        sv: "kolumnen \"\(name)\" står två gånger",
        en: "the column \"\(name)\" stands twice",
      ),
    )
  }

  static func missing(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .headerMissing,
      at: place,
      field: name,
      Phrase(sv: "kolumnen \"\(name)\" saknas", en: "the column \"\(name)\" is missing"),
    )
  }

  static func empty(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .registerValueInvalid,
      at: place,
      field: name,
      Phrase(
        sv: "kolumnen \"\(name)\" måste vara ifylld",
        en: "the column \"\(name)\" must be filled in",
      ),
    )
  }

  static func tooWide(_ found: Int, _ expected: Int, at place: Location) -> Diagnostic {
    Diagnostic(
      .fieldCount,
      at: place,
      Phrase(
        sv: "raden har \(found) fält; rubriken har \(expected)",
        en: "the line has \(found) fields; the header has \(expected)",
      ),
      help: Phrase(
        sv: "sätt citattecken om text som innehåller skiljetecknet",
        en: "put quotes around text that contains the separator",
      ),
    )
  }

  static func noUnit(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .unitUnknown,
      at: place,
      field: name,
      Phrase(
        sv: "det är inte känt i vilken enhet beloppet är",
        en: "the unit of the amount is not known",
      ),
      help: Phrase(
        sv: "skriv \"Belopp i tkr\" på en rad ovanför rubriken",
        en: "write \"Belopp i tkr\" on a line above the header",
      ),
    )
  }

  static func invalid(_ value: String, _ column: RegisterColumn, at place: Location) -> Diagnostic {
    Diagnostic(
      .registerValueInvalid,
      at: place,
      field: column.name,
      value: value,
      Phrase(
        sv: "\"\(value)\" passar inte i kolumnen \"\(column.name)\"",
        en: "\"\(value)\" does not fit the column \"\(column.name)\"",
      ),
      help: column.kind.help,
    )
  }
}

extension RegisterColumn.Kind {
  /// What the column takes.
  fileprivate var help: Phrase {
    switch self {
    case .text: Phrase(sv: "skriv text", en: "write words")
    case .word(let words):
      Phrase(
        sv: "skriv något av: \(words.joined(separator: ", "))",
        en: "write one of: \(words.joined(separator: ", "))",
      )
    case .money:
      Phrase(
        sv: "skriv ett belopp med siffror, till exempel 3 500, eller lämna tomt",
        en: "write an amount in digits, for example 3 500, or leave it empty",
      )
    case .share:
      Phrase(
        sv: "skriv en andel i procent, över 0 och högst 100, till exempel 33,5",
        en: "write a share in per cent, above 0 and at most 100, for example 33,5",
      )
    case .number:
      Phrase(
        sv: "skriv ett tal, noll eller mer, med högst sex decimaler, till exempel 1 250 eller 12,5",
        en: "write a number, zero or above, with at most six decimals, for example 1 250 or 12,5",
      )
    case .place:
      Phrase(sv: "skriv ett heltal från 1 till 9999", en: "write a whole number from 1 to 9999")
    case .year: Phrase(sv: "skriv ett år som 2021", en: "write a year such as 2021")
    case .month: Phrase(sv: "skriv en månad som 2021-07", en: "write a month such as 2021-07")
    case .firstDay, .lastDay:
      Phrase(
        sv: "skriv en dag som 2021-07-01 eller en månad som 2021-07",
        en: "write a day such as 2021-07-01 or a month such as 2021-07",
      )
    case .yesOrNo: Phrase(sv: "skriv ja eller nej", en: "write ja or nej")
    }
  }
}
