internal import KollModel

extension AllocationRefusal {
  /// The refusal as a finding: which areas stand in the way, and what would make it possible.
  /// - Parameter plan: The plan that was refused.
  /// - Returns: The finding.
  /// - Throws: ``AmountOverflow`` when a figure has too many digits to write.
  func diagnostic(in plan: AllocationPlan) throws(AmountOverflow) -> Diagnostic {
    let unit = plan.unit
    switch self {
    case .notWhole(let money, let area):
      return .notWhole(try money.text(in: MoneyDisplay(.kr, decimals: 2)), area, plan)
    case .beyondDepth(let areas): return .beyondDepth(areas, plan)
    case .mixedSigns(let areas): return .mixedSigns(areas, plan)
    case .missingBasis(let areas): return .missingBasis(areas, plan)
    case .missingDriver(let areas): return .missingDriver(areas, plan)
    case .shares(let parent, let sum):
      let percent = try NumberStyle.swedish(decimals: 2).format(sum * Rational(100))
      return .shares(below: parent, percent, plan)
    case .overflow: return .tooLarge(plan)
    case .impossible(let parent, let amount, let failure):
      func text(_ units: Int64) throws(AmountOverflow) -> String {
        try NumberStyle.swedish(decimals: 0).format(Rational(units)) + "\u{A0}" + unit.rawValue
      }
      let amountText = try text(amount)
      switch failure {
      case .belowFloors(let sum):
        return .belowFloors(parent, amountText, try text(sum), try text(sum - amount), plan)
      case .aboveCaps(let sum):
        return .aboveCaps(parent, amountText, try text(sum), try text(amount - sum), plan)
      case .noWeight(let rest): return .noWeight(parent, amountText, try text(rest), plan)
      case .crossedBounds(let id, let floor, let cap):
        return .crossedBounds(AreaPath(id: id), try text(floor), try text(cap), plan)
      case .noRoomForRounding(let id, let difference):
        return .noRoomForRounding(AreaPath(id: id), try text(difference), plan)
      case .overflow: return .tooLarge(plan)
      }
    }
  }
}

extension AreaPath {
  /// What tells the area from others where an allocation names it.
  var allocationID: String { labels.joined(separator: "\u{1F}") }

  fileprivate init(id: String) {
    self.init(id.split(separator: "\u{1F}").map(String.init))
  }

  fileprivate var quoted: String { "\"\(fullName)\"" }

  /// The area in a sentence after "for"; the whole in one word.
  fileprivate var swedishWhole: String { labels.isEmpty ? "helheten" : quoted }
  fileprivate var englishWhole: String { labels.isEmpty ? "the whole" : quoted }
}

extension [AreaPath] {
  /// The first areas by name, and how many more there are.
  fileprivate var list: String {
    prefix(5).map(\.quoted).joined(separator: ", ") + (count > 5 ? ", … (\(count))" : "")
  }
}

extension AllocationPlan {
  /// Where what is decided of an area stands; the plan's own place when nothing is.
  fileprivate func place(of area: AreaPath?) -> Diagnostic.Location? {
    guard let origin = area.flatMap({ limits[$0]?.origin }) else { return place }
    return Diagnostic.Location(file: origin.file, line: origin.line)
  }

  /// The locked amounts, floors or caps below an area, as the findings name them.
  fileprivate func rows(below parent: AreaPath, where isMeant: (AllocationLimit) -> Bool) -> String
  {
    let lines = limits.filter { path, limit in
      path.labels.starts(with: parent.labels) && isMeant(limit)
    }.map(\.value.origin.line).sorted()
    return lines.prefix(5).map(String.init).joined(separator: ", ") + (lines.count > 5 ? ", …" : "")
  }
}

extension Diagnostic {
  fileprivate static func notWhole(
    _ amount: String,
    _ area: AreaPath?,
    _ plan: AllocationPlan,
  ) -> Diagnostic {
    let unit = plan.unit.rawValue
    return Diagnostic(
      .allocationImpossible,
      at: plan.place(of: area),
      value: amount,
      Phrase(
        sv: "\(amount) är inget helt antal \(unit), som fördelningen räknas i",
        en: "\(amount) is no whole number of \(unit), which the allocation counts in",
      ),
      help: Phrase(
        sv: "avrunda beloppet, eller ange en mindre enhet för fördelningen: unit: kr",
        en: "round the amount, or state a smaller unit for the allocation: unit: kr",
      ),
    )
  }

  fileprivate static func beyondDepth(_ areas: [AreaPath], _ plan: AllocationPlan) -> Diagnostic {
    Diagnostic(
      .allocationImpossible,
      at: plan.place(of: areas.first),
      value: areas.list,
      Phrase(
        sv: "uppdraget fördelas inte på \(areas.list), som något är beslutat för",
        en: "the task is not divided down to \(areas.list), for which something is decided",
      ),
      help: Phrase(
        sv: "ta bort raden, eller höj depth så att områdena under får delar",
        en: "take the row away, or raise depth so that the areas below get parts",
      ),
    )
  }

  fileprivate static func mixedSigns(_ areas: [AreaPath], _ plan: AllocationPlan) -> Diagnostic {
    Diagnostic(
      .basisUnusable,
      at: plan.place,
      value: areas.list,
      Phrase(
        sv: "underlaget har båda tecknen: \(areas.list) går mot de andra",
        en: "the basis has both signs: \(areas.list) goes against the others",
      ),
      help: Phrase(
        sv: "välj ett underlag av bruttokostnader, undanta områdena med beloppet 0, eller ange "
          + "mixed-signs: absolute eller exempt",
        en: "take a basis of gross costs, exempt the areas by the amount 0, or state mixed-signs: "
          + "absolute or exempt",
      ),
    )
  }

  fileprivate static func missingBasis(_ areas: [AreaPath], _ plan: AllocationPlan) -> Diagnostic {
    Diagnostic(
      .basisUnusable,
      at: plan.place,
      value: areas.list,
      Phrase(
        sv: "underlag saknas för \(areas.list)",
        en: "there is no basis for \(areas.list)",
      ),
      help: Phrase(
        sv: "lägg till siffror, undanta områdena med beloppet 0, eller ange missing-basis: exempt",
        en: "add figures, exempt the areas by the amount 0, or state missing-basis: exempt",
      ),
    )
  }

  fileprivate static func missingDriver(_ areas: [AreaPath], _ plan: AllocationPlan) -> Diagnostic {
    Diagnostic(
      .basisUnusable,
      at: plan.limits.values.min { $0.origin.line < $1.origin.line }
        .map { Location(file: $0.origin.file) } ?? plan.place,
      value: areas.list,
      Phrase(
        sv: "drivare saknas för \(areas.list)",
        en: "there is no driver for \(areas.list)",
      ),
      help: Phrase(
        sv: "fyll i kolumnen drivare för områdena, eller ange missing-basis: exempt",
        en: "fill in the column drivare for the areas, or state missing-basis: exempt",
      ),
    )
  }

  fileprivate static func shares(
    below parent: AreaPath,
    _ percent: String,
    _ plan: AllocationPlan,
  ) -> Diagnostic {
    let rows = plan.rows(below: parent) { $0.share != nil }
    return Diagnostic(
      .allocationImpossible,
      at: plan.place,
      value: percent,
      Phrase(
        sv: "andelarna av \(parent.swedishWhole) är tillsammans \(percent) %, inte 100 %"
          + (rows.isEmpty ? "" : " (rad \(rows))"),
        en: "the shares of \(parent.englishWhole) are together \(percent) %, not 100 %"
          + (rows.isEmpty ? "" : " (line \(rows))"),
      ),
      help: Phrase(
        sv: "ändra kolumnen andel så att områdenas andelar blir 100 %",
        en: "change the column andel so that the areas' shares are 100 %",
      ),
    )
  }

  fileprivate static func belowFloors(
    _ parent: AreaPath,
    _ amount: String,
    _ sum: String,
    _ excess: String,
    _ plan: AllocationPlan,
  ) -> Diagnostic {
    let rows = plan.rows(below: parent) { $0.amount != nil || $0.floor != nil }
    return Diagnostic(
      .allocationImpossible,
      at: plan.place,
      value: amount,
      Phrase(
        sv: "låsta belopp och golv är tillsammans \(sum), mer än \(amount) för "
          + "\(parent.swedishWhole) (rad \(rows))",
        en: "locked amounts and floors are together \(sum), more than \(amount) for "
          + "\(parent.englishWhole) (line \(rows))",
      ),
      help: Phrase(
        sv: "sänk dem med minst \(excess), eller höj uppdraget",
        en: "lower them by at least \(excess), or raise the task",
      ),
    )
  }

  fileprivate static func aboveCaps(
    _ parent: AreaPath,
    _ amount: String,
    _ sum: String,
    _ rest: String,
    _ plan: AllocationPlan,
  ) -> Diagnostic {
    let rows = plan.rows(below: parent) { $0.amount != nil || $0.cap != nil }
    return Diagnostic(
      .allocationImpossible,
      at: plan.place,
      value: amount,
      Phrase(
        sv: "låsta belopp och tak räcker till \(sum) av \(amount) för \(parent.swedishWhole) "
          + "(rad \(rows))",
        en: "locked amounts and caps allow \(sum) of \(amount) for \(parent.englishWhole) "
          + "(line \(rows))",
      ),
      help: Phrase(
        sv: "höj dem med minst \(rest), ta bort ett av dem, eller ange remainder: unallocated",
        en:
          "raise them by at least \(rest), take one of them away, or state remainder: unallocated",
      ),
    )
  }

  fileprivate static func noWeight(
    _ parent: AreaPath,
    _ amount: String,
    _ rest: String,
    _ plan: AllocationPlan,
  ) -> Diagnostic {
    Diagnostic(
      .allocationImpossible,
      at: plan.place,
      value: amount,
      Phrase(
        sv: "\(rest) av \(amount) för \(parent.swedishWhole) har inget område att gå till: alla är "
          + "låsta eller saknar vikt",
        en: "\(rest) of \(amount) for \(parent.englishWhole) has no area to go to: all are locked "
          + "or without weight",
      ),
      help: Phrase(
        sv: "lås upp ett område, ändra de låsta beloppen med \(rest), eller ange remainder: "
          + "unallocated",
        en: "unlock an area, change the locked amounts by \(rest), or state remainder: unallocated",
      ),
    )
  }

  fileprivate static func crossedBounds(
    _ area: AreaPath,
    _ floor: String,
    _ cap: String,
    _ plan: AllocationPlan,
  ) -> Diagnostic {
    Diagnostic(
      .allocationImpossible,
      at: plan.place(of: area),
      value: area.quoted,
      Phrase(
        sv: "\(area.quoted) ska ha minst \(floor) och högst \(cap)",
        en: "\(area.quoted) is to have at least \(floor) and at most \(cap)",
      ),
      help: Phrase(
        sv: "golvet, taket och det låsta beloppet ska rymma varandra, också för områdena under",
        en: "the floor, the cap and the locked amount must have room for each other, those of the "
          + "areas below included",
      ),
    )
  }

  fileprivate static func noRoomForRounding(
    _ area: AreaPath,
    _ difference: String,
    _ plan: AllocationPlan,
  ) -> Diagnostic {
    Diagnostic(
      .allocationImpossible,
      at: plan.place(of: area),
      value: area.quoted,
      Phrase(
        sv: "\(area.quoted) kan inte ta emot avrundningens \(difference) inom sitt golv och tak",
        en: "\(area.quoted) cannot take the rounding's \(difference) within its floor and cap",
      ),
      help: Phrase(
        sv: "ange rounding: largest-remainder, eller ett annat område",
        en: "state rounding: largest-remainder, or another area",
      ),
    )
  }

  fileprivate static func tooLarge(_ plan: AllocationPlan) -> Diagnostic {
    Diagnostic(
      .amountTooLarge,
      at: plan.place,
      Phrase(
        sv: "fördelningens tal är för stora för att räknas exakt",
        en: "the numbers of the allocation are too large to be exact",
      ),
    )
  }
}
