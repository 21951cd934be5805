public import KollModel

extension Savings {
  /// What is wrong or doubtful about the measures by themselves.
  /// - Parameter month: The month of the report; `nil` when it is about the whole year.
  /// - Returns: The findings, warnings all, in the order of the measures.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public func findings(in month: Month?) throws(AmountOverflow) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for measure in measures where measure.status != .dropped {
      let effect = try effect(of: measure)
      if effect == nil, measure.status.isIdentified { findings.append(.withoutAmount(measure)) }
      if measure.kind == .income, (effect ?? measure.fullYear)?.money ?? .zero < .zero {
        findings.append(.incomeBelowZero(measure))
      }
      if let realised = measure.realised, let effect, realised > effect.money {
        findings.append(
          .abovePlan(
            measure,
            realised: try realised.text(in: display),
            effect: try effect.text(in: display),
          )
        )
      }
      if let start = measure.start, let month, start <= month, !measure.status.isDecided {
        findings.append(.overdue(measure, start))
      }
      if measure.isInForecast == false, measure.realised ?? .zero > .zero {
        findings.append(.countedTwice(measure))
      }
    }
    return findings
  }

  /// The finding that the measures do not reach the task; `nil` when they do.
  /// - Parameter place: Where the task is stated.
  /// - Returns: The finding, or `nil`.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func shortfall(at place: Diagnostic.Location) throws(AmountOverflow) -> Diagnostic? {
    let gap = try self.gap
    guard gap.money > .zero else { return nil }
    return .below(self, by: try gap.text(in: display), at: place)
  }
}

extension Savings {
  /// How findings show money: in the task's unit, with the decimals that it is stated in.
  private var display: MoneyDisplay { MoneyDisplay(unit).exact(for: [task.money]) }
}

extension Diagnostic {
  fileprivate init(
    _ code: DiagnosticCode,
    of measure: Savings.Measure,
    field: String? = nil,
    _ message: Phrase,
    help: Phrase? = nil,
  ) {
    self.init(
      code,
      .warning,
      at: Location(file: measure.origin.file, line: measure.origin.line),
      field: field,
      value: measure.id,
      message,
      help: help,
    )
  }

  fileprivate static func withoutAmount(_ measure: Savings.Measure) -> Diagnostic {
    let lacksStart = measure.fullYear != nil
    return Diagnostic(
      .measureWithoutAmount,
      of: measure,
      Phrase(
        sv: "åtgärden \(measure.id), \"\(measure.text)\", saknar "
          + (lacksStart ? "startmånad, så att årets effekt inte kan räknas" : "belopp")
          + " och räknas inte in",
        en: "measure \(measure.id), \"\(measure.text)\", states no "
          + (lacksStart ? "month of start, so that the year's effect is unknown," : "amount")
          + " and is not counted",
      ),
    )
  }

  fileprivate static func incomeBelowZero(_ measure: Savings.Measure) -> Diagnostic {
    Diagnostic(
      .measureSign,
      of: measure,
      Phrase(
        sv: "intäktsökningen \(measure.id), \"\(measure.text)\", har en effekt under noll och "
          + "minskar besparingen",
        en: "the increase of income \(measure.id), \"\(measure.text)\", has an effect below zero "
          + "and lowers the savings",
      ),
      help: Phrase(
        sv: "skriv högre intäkter som lägre kostnader: över noll för det som förbättrar resultatet",
        en: "write higher income as lower costs: above zero for what improves the result",
      ),
    )
  }

  fileprivate static func abovePlan(
    _ measure: Savings.Measure,
    realised: String,
    effect: String,
  ) -> Diagnostic {
    Diagnostic(
      .measureAbovePlan,
      of: measure,
      Phrase(
        sv: "åtgärden \(measure.id) har sparat \(realised), mer än årets effekt \(effect)",
        en: "measure \(measure.id) has saved \(realised), more than the year's effect \(effect)",
      ),
      help: Phrase(
        sv: "kontrollera utfallet, eller höj effekt i år",
        en: "check utfall, or raise effekt i år",
      ),
    )
  }

  fileprivate static func overdue(_ measure: Savings.Measure, _ start: Month) -> Diagnostic {
    Diagnostic(
      .measureOverdue,
      of: measure,
      Phrase(
        sv: "åtgärden \(measure.id) skulle börja \(start) och är ännu \(measure.status.rawValue)",
        en: "measure \(measure.id) was to begin \(start) and is still \(measure.status.rawValue)",
      ),
      help: Phrase(
        sv: "flytta fram start, så att årets effekt blir rätt, eller ändra status",
        en: "move start, so that the year's effect is right, or change status",
      ),
    )
  }

  fileprivate static func countedTwice(_ measure: Savings.Measure) -> Diagnostic {
    Diagnostic(
      .measureCountedTwice,
      of: measure,
      field: "i prognosen",
      Phrase(
        sv: "åtgärden \(measure.id) har utfall, som prognosen bygger på, men sägs inte vara i "
          + "prognosen: effekten kan räknas två gånger",
        en:
          "measure \(measure.id) has an outcome, which the forecast builds on, but is said not to "
          + "be in the forecast: its effect may be counted twice",
      ),
      help: Phrase(
        sv: "ange ja i kolumnen i prognosen, eller ta bort åtgärdens effekt ur prognosen",
        en: "state ja in the column i prognosen, or take the effect out of the forecast",
      ),
    )
  }

  fileprivate static func below(
    _ savings: Savings,
    by gap: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .measuresBelowTask,
      .warning,
      at: place,
      Phrase(
        sv: "åtgärderna når inte uppdraget för \(savings.year): \(gap) är inte identifierat",
        en: "the measures do not reach the task for \(savings.year): \(gap) is not identified",
      ),
    )
  }
}
