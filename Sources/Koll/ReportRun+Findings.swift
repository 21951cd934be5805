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

  /// A statement that a report shows and no file has.
  static func withoutFigures(
    _ statement: String,
    in report: ReportDefinition,
  ) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: Location(file: "koll.yaml"),
      field: "sections",
      value: statement,
      Phrase(
        sv: "rapporten \"\(report.name)\" visar \(statement), som ingen fil under statements har",
        en: "the report \"\(report.name)\" shows \(statement), which no file under statements has",
      ),
      help: Phrase(
        sv: "lägg till den under statements: statement: \(statement) och file",
        en: "add it under statements: statement: \(statement) and file",
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
