internal import KollCalculation
internal import KollModel
internal import Yams

extension ProjectReader {
  mutating func readFiscalYear(_ root: YAMLMapping) -> FiscalYear {
    let month = root.wholeNumber("fiscal-year-start", in: 1...12, &diagnostics)
    return month.flatMap(FiscalYear.init(beginningInMonth:)) ?? .calendar
  }

  mutating func readPeriodisation(_ root: YAMLMapping) -> PeriodRules.Periodisation {
    guard let node = root.values["periodisation"] else { return .weights(.even) }
    let weights = node.sequence?.compactMap { $0.scalar.flatMap { Int64($0.string) } }
    let periodisation: PeriodRules.Periodisation? =
      switch node.scalar?.string {
      case "even": .weights(.even)
      case "4-4-5": .weights(.weeks445)
      case "prior-outcome": .priorOutcome
      default: weights.flatMap(MonthWeights.init).map(PeriodRules.Periodisation.weights)
      }
    if periodisation == nil {
      let expected = Phrase(
        sv:
          "even, 4-4-5, prior-outcome eller tolv vikter, till exempel [8, 8, 8, 8, 8, 8, 12, 8, 8, 8, 8, 8]",
        en:
          "even, 4-4-5, prior-outcome or twelve weights, for example [8, 8, 8, 8, 8, 8, 12, 8, 8, 8, 8, 8]",
      )
      diagnostics.append(
        .invalid(
          "periodisation",
          expected,
          value: node.scalar?.string,
          at: root.place(of: "periodisation"),
        )
      )
    }
    return periodisation ?? .weights(.even)
  }

  mutating func readInternalItems(_ root: YAMLMapping) -> InternalItems? {
    guard root.values["internal-counterparts"] != nil else { return nil }
    let codes = root.list("internal-counterparts", &diagnostics).compactMap(\.scalar?.string)
    return InternalItems(counterparts: codes.filter { !$0.isEmpty })
  }
}
