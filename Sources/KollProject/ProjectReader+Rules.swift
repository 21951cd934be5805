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
    if node.scalar?.string == "prior-outcome" { return .priorOutcome }
    let words = ["even", "4-4-5", "prior-outcome"]
    return .weights(readMonthWeights("periodisation", root, words) ?? .even)
  }

  /// How much of a year falls on each month: a word, or twelve weights.
  /// - Parameters:
  ///   - key: The key that says it.
  ///   - mapping: The mapping that has the key.
  ///   - words: The words that the key takes, for the message.
  /// - Returns: The weights, or `nil` when the key is not there or says none.
  mutating func readMonthWeights(
    _ key: String,
    _ mapping: YAMLMapping,
    _ words: [String],
  ) -> MonthWeights? {
    guard let node = mapping.values[key] else { return nil }
    let weights = node.sequence?.compactMap { $0.scalar.flatMap { Int64($0.string) } }
    switch node.scalar?.string {
    case "even": return .even
    case "4-4-5": return .weeks445
    default: break
    }
    if let weights = weights.flatMap(MonthWeights.init) { return weights }
    let (list, example) = (words.joined(separator: ", "), "[8, 8, 8, 8, 8, 8, 12, 8, 8, 8, 8, 8]")
    let expected = Phrase(
      sv: "\(list) eller tolv vikter, till exempel \(example)",
      en: "\(list) or twelve weights, for example \(example)",
    )
    diagnostics.append(
      .invalid(key, expected, value: node.scalar?.string, at: mapping.place(of: key))
    )
    return nil
  }

  mutating func readInternalItems(_ root: YAMLMapping) -> InternalItems? {
    guard root.values["internal-counterparts"] != nil else { return nil }
    let codes = root.list("internal-counterparts", &diagnostics).compactMap(\.scalar?.string)
    return InternalItems(counterparts: codes.filter { !$0.isEmpty })
  }
}
