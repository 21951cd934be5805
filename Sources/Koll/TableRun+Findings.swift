internal import KollCalculation
internal import KollImport
internal import KollModel

extension Note {
  /// Which columns of money state no unit.
  static func missingUnits(in table: ComputedTable) -> [Note] {
    let money = table.columns.filter(\.series.kind.isMoney)
    let missing = money.filter { $0.scale.unit == nil }
    if missing.isEmpty { return [] }
    if missing.count == money.count {
      return [Note(text: "Underlaget anger ingen enhet för beloppen.")]
    }
    return missing.map { Note(column: $0.key, text: "Underlaget anger ingen enhet.") }
  }
}

extension Diagnostic {
  /// What detection guessed and nobody stated.
  /// - Parameters:
  ///   - detection: What was detected.
  ///   - file: The file.
  ///   - option: The option that states it; the setting's own when `nil`.
  /// - Returns: The warning; `nil` when the detection is certain.
  static func guess(
    _ detection: Detection,
    in file: String,
    option: String? = nil,
  ) -> Diagnostic? {
    guard !detection.isCertain else { return nil }
    let option = option ?? detection.setting
    return Diagnostic(
      .guessNotPinned,
      .warning,
      at: Location(file: file),
      field: detection.setting,
      value: detection.value,
      Phrase(
        sv: "\(detection.setting) antas vara \(detection.value): \(detection.reason.swedish)",
        en: "\(detection.setting) is taken to be \(detection.value): \(detection.reason.english)",
      ),
      help: Phrase(
        sv: "ange --\(option) om det är fel",
        en: "give --\(option) if that is wrong",
      ),
    )
  }

  static func severalTables(_ count: Int, in file: String) -> Diagnostic {
    Diagnostic(
      .severalTables,
      at: Location(file: file),
      Phrase(
        sv: "filen har \(count) tabeller, och här behövs en",
        en: "the file has \(count) tables, and one is needed here",
      ),
      help: Phrase(
        sv: "välj en med --table 1 till --table \(count)",
        en: "choose one with --table 1 to --table \(count)",
      ),
    )
  }

  static func unitUnknown(_ title: String, in file: String) -> Diagnostic {
    Diagnostic(
      .unitUnknown,
      at: Location(file: file),
      field: title,
      Phrase(
        sv: "kolumnen \(title) anger ingen enhet och kan inte visas i en annan",
        en: "column \(title) states no unit and cannot be shown in another",
      ),
      help: Phrase(
        sv: "ange filens enhet med --input-unit",
        en: "give the file's unit with --input-unit",
      ),
    )
  }

  /// A series whose unit one file states and another does not, so that they have no common scale.
  static func unitMixed(_ title: String, in file: String) -> Diagnostic {
    Diagnostic(
      .unitUnknown,
      at: Location(file: file),
      field: title,
      Phrase(
        sv: "kolumnen \(title) anger ingen enhet, men en annan fil anger en för samma serie",
        en: "column \(title) states no unit, but another file states one for the same series",
      ),
      help: Phrase(
        sv: "ange filens enhet med --input-unit",
        en: "give the file's unit with --input-unit",
      ),
    )
  }

  /// A file given twice.
  static func twice(_ file: String, as earlier: String) -> Diagnostic {
    Diagnostic(
      .fileTwice,
      at: Location(file: file),
      value: file,
      file == earlier
        ? Phrase(sv: "filen är angiven två gånger", en: "the file is given twice")
        : Phrase(
          sv: "filen har samma innehåll som \(earlier)",
          en: "the file has the same contents as \(earlier)",
        ),
      help: Phrase(sv: "ange den en gång", en: "give it once"),
    )
  }

  static func signUnknown(in file: String?) -> Diagnostic {
    Diagnostic(
      .signUnknown,
      at: file.map { Location(file: $0) },
      Phrase(
        sv: "filens teckenregel är varken känd eller angiven, så tecknen kan inte vändas",
        en: "the file's sign convention is neither found nor given, so signs cannot be turned",
      ),
      help: Phrase(
        sv: "ange den med --input-sign cost, result eller ledger",
        en: "give it with --input-sign cost, result or ledger",
      ),
    )
  }

  static func refused(_ failure: ExpressionParser.Failure, _ expression: String) -> Diagnostic {
    let excerpt = Excerpt(text: expression, marked: failure.part)
    return Diagnostic(
      failure.code,
      at: Location(file: "--add", line: 1, column: failure.part.lowerBound + 1, excerpt: excerpt),
      value: expression,
      failure.message,
      help: failure.help,
    )
  }

  static func unknownColumn(_ name: String, among titles: [String]) -> Diagnostic {
    let titles = titles.filter { !$0.isEmpty }
    let list = titles.joined(separator: ", ")
    return Diagnostic(
      .columnUnknown,
      at: Location(file: "--columns"),
      value: name,
      Phrase(sv: "ingen kolumn heter \"\(name)\"", en: "no column is called \"\(name)\""),
      help: name.nearest(among: titles).map {
        Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      } ?? Phrase(sv: "kolumnerna är: \(list)", en: "the columns are: \(list)"),
    )
  }

  static func overflow(_ files: [String]) -> Diagnostic {
    Diagnostic(
      .amountTooLarge,
      at: Location(file: files.joined(separator: ", ")),
      Phrase(
        sv: "en summa eller ett beräknat tal är större än Koll räknar exakt med",
        en: "a sum or a computed number is larger than Koll counts exactly",
      ),
      help: Phrase(
        sv: "kontrollera enheten och att ingen kolumn med koder läses som belopp",
        en: "check the unit, and that no column of codes is read as amounts",
      ),
    )
  }

  /// A stated sum that is not the sum of its rows, or a derived figure that does not follow.
  static func differing(_ check: Check, in columns: [TableColumn]) -> Diagnostic? {
    guard check.verdict != .equal else { return nil }
    let column = columns[check.column]
    func shown(_ money: Money) -> String {
      let style = NumberStyle.swedish(decimals: column.decimals)
      return (try? style.format(money.shown(in: column.scale))) ?? "…"
    }
    let isRounding = check.verdict == .rounding
    let parts = Phrase(parts: check, computed: check.computed.map(shown))
    var sv = "\(check.row), \(column.title): filen anger \(shown(check.stated)), \(parts.swedish)"
    var en =
      "\(check.row), \(column.title): the file states \(shown(check.stated)), \(parts.english)"
    if let difference = check.difference {
      sv += ", skillnad \(shown(difference))" + (isRounding ? "; ser ut som avrundning" : "")
      en += ", difference \(shown(difference))" + (isRounding ? "; it looks like rounding" : "")
    }
    return Diagnostic(
      .totalDiffers,
      .warning,
      at: check.origin.map { Location(file: $0.file, line: $0.line) },
      field: column.title,
      value: shown(check.stated),
      Phrase(sv: sv, en: en),
      help: isRounding ? nil : check.kind.help,
    )
  }
}

extension Phrase {
  /// What the parts of a check give.
  fileprivate init(parts check: Check, computed: String?) {
    switch (check.kind, computed) {
    case (.rows, let computed?):
      self.init(sv: "raderna ger \(computed)", en: "the rows give \(computed)")
    case (.rows, nil):
      self.init(sv: "men raderna har inga belopp", en: "but no row that it covers has a figure")
    case (.columns, let computed?):
      self.init(sv: "kolumnerna ger \(computed)", en: "the columns give \(computed)")
    case (.columns, nil):
      self.init(sv: "men kolumnerna saknar belopp", en: "but the columns have no figure")
    }
  }
}

extension Check.Kind {
  /// What to look at when the figures differ.
  fileprivate var help: Phrase {
    switch self {
    case .rows:
      Phrase(
        sv: "kontrollera om en rad saknas, står två gånger eller är felskriven",
        en: "check whether a row is missing, doubled or mistyped",
      )
    case .columns:
      Phrase(
        sv: "kontrollera radens belopp, och vilka kolumner den följer av med koll inspect",
        en: "check the figures of the row, and with koll inspect which columns they follow from",
      )
    }
  }
}
