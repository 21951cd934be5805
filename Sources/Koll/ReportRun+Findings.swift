internal import KollCalculation
internal import KollModel
internal import KollReport

extension Diagnostic {
  /// Budgets that are together larger than the frame that fullmäktige gave.
  static func overFrame(_ excess: FrameExcess) -> Diagnostic {
    func shown(_ money: Money) -> String {
      let style = NumberStyle.swedish(decimals: 0)
      return (try? style.format(money.shown(in: Scale(unit: .kr)).magnitude)) ?? "…"
    }
    let name = excess.area.fullName
    let (budget, frame) = (shown(excess.budget), shown(excess.frame))
    return Diagnostic(
      .budgetOverFrame,
      .warning,
      at: Location(file: excess.origin.file, line: excess.origin.line),
      value: name,
      Phrase(
        sv: "budgeten \(excess.year) för \(name.isEmpty ? "alla områden" : name) är \(budget) kr, "
          + "mer än ramen på \(frame) kr",
        en: "the budget \(excess.year) of \(name.isEmpty ? "all areas" : name) is \(budget) kr, "
          + "more than the frame of \(frame) kr",
      ),
      help: Phrase(
        sv: "kontrollera ramen och budgeten; ett beslut om mer pengar hör till budgetbeslut.csv",
        en: "check the frame and the budget; a decision on more money belongs in budgetbeslut.csv",
      ),
    )
  }

  /// Two figures that must be the same and are not.
  static func broken(_ tie: Tie) -> Diagnostic {
    Diagnostic(
      .tieBroken,
      .warning,
      at: Location(file: "koll.yaml"),
      field: tie.title,
      Phrase(
        sv: "avstämningen håller inte: \(tie.figures), skillnad \(tie.shown(tie.difference))",
        en: "a tie does not hold: \(tie.figures), difference \(tie.shown(tie.difference))",
      ),
      help: Phrase(
        sv: "rätta underlaget som har fel belopp; avvikelsen står i rapporten",
        en: "correct the source that has the wrong figure; the report shows the difference",
      ),
    )
  }

  /// A section that a report shows and no file has figures for.
  static func withoutFigures(
    _ section: ReportDefinition.Section,
    in report: ReportDefinition,
  ) -> Diagnostic? {
    let (list, key, own): (String, String, ReportDefinition.OwnTable)
    switch section {
    case .standard: return nil
    case .statement(let shown): (list, key, own) = ("statements", "statement", shown)
    case .table(let shown): (list, key, own) = ("tables", "name", shown)
    }
    let isLaw = report.requires(section)
    return Diagnostic(
      .partMissing,
      own.missing == .error ? .error : .warning,
      at: Location(file: "koll.yaml"),
      field: "sections",
      value: own.name,
      Phrase(
        sv: "rapporten \"\(report.name)\" visar \(own.name), som ingen fil under \(list) har"
          + (isLaw ? "; lagen kräver den i en delårsrapport" : ""),
        en: "the report \"\(report.name)\" shows \(own.name), which no file under \(list) has"
          + (isLaw ? "; the law requires it in a delårsrapport" : ""),
      ),
      help: Phrase(
        sv: "lägg till den under \(list): \(key): \(own.name) och file"
          + (own.missing == .say ? "; till dess står den som saknad i rapporten" : ""),
        en: "add it under \(list): \(key): \(own.name) and file"
          + (own.missing == .say ? "; until then the report says that it is missing" : ""),
      ),
    )
  }

  /// A comment on a forecast that has moved since.
  static func stale(_ comment: StaleComment) -> Diagnostic {
    Diagnostic(
      .commentStale,
      .warning,
      at: Location(file: comment.origin.file, line: comment.origin.line),
      value: comment.area,
      Phrase(
        sv: "kommentaren till \(comment.area) gäller en tidigare prognos, som har ändrats mer än "
          + "väsentlighetsgränsen",
        en:
          "the comment on \(comment.area) is about an earlier forecast, which has changed by more "
          + "than the limit of materiality",
      ),
      help: Phrase(
        sv: "skriv en ny kommentar till den nya prognosen; rapporten säger: \(comment.words)",
        en: "write a new comment on the new forecast; the report says: \(comment.words)",
      ),
    )
  }

  /// An area that a report is asked for and no source has figures of.
  static func withoutFigures(_ area: ReportDefinition.NamedArea) -> Diagnostic {
    Diagnostic(
      .areaWithoutFigures,
      .warning,
      at: area.place,
      field: "areas",
      value: area.name,
      Phrase(
        sv: "inget underlag har belopp för \"\(area.name)\"; ingen rapport skrivs för området",
        en: "no source has figures of \"\(area.name)\"; no report is written for the area",
      ),
    )
  }

  /// A report that is made for none of the times asked for.
  static func withoutPeriod(_ report: ReportDefinition) -> Diagnostic {
    guard let year = report.year else {
      return Diagnostic(
        .periodMissing,
        at: Location(file: "--report"),
        value: report.name,
        Phrase(
          sv:
            "rapporten \"\(report.name)\" har inget år, och inget underlag har utfall för någon månad",
          en: "the report \"\(report.name)\" has no year, and no source has utfall for any month",
        ),
        help: Phrase(
          sv: "ange --period, till exempel 2021-08 eller 2021, eller year i koll.yaml",
          en: "give --period, for example 2021-08 or 2021, or year in koll.yaml",
        ),
      )
    }
    return Diagnostic(
      .periodMissing,
      .warning,
      at: Location(file: "--period"),
      value: report.name,
      Phrase(
        sv: "rapporten \"\(report.name)\" avser \(year) och skrivs inte",
        en: "the report \"\(report.name)\" is about \(year) and is not written",
      ),
    )
  }

  static func unknownReport(_ name: String, among names: [String]) -> Diagnostic {
    let list = names.joined(separator: ", ")
    return Diagnostic(
      .projectValueInvalid,
      at: Location(file: "--report"),
      value: name,
      Phrase(sv: "ingen rapport heter \"\(name)\"", en: "no report is called \"\(name)\""),
      help: Phrase(sv: "rapporterna är: \(list)", en: "the reports are: \(list)"),
    )
  }
}
