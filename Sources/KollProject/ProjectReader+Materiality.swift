internal import KollImport
internal import KollModel
internal import KollReport
internal import Yams

extension ProjectReader {
  /// Reads the limits above which deviations are told of, one for all levels or a list of them.
  mutating func readMateriality(_ mapping: YAMLMapping, unit: MoneyUnit) -> Materiality? {
    guard let node = mapping.values["materiality"] else { return nil }
    let nodes = node.sequence == nil ? [node] : mapping.list("materiality", &diagnostics)
    return Materiality(nodes.compactMap { readLimit($0, unit: unit) })
  }

  private mutating func readLimit(_ node: Node, unit: MoneyUnit) -> Materiality.Limit? {
    let keys = ["level", "amount", "unit", "percent", "require"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let level = mapping.wholeNumber("level", in: 0...20, &diagnostics)
    let unit = mapping.unit(&diagnostics) ?? unit
    let amount = readAmount(mapping, "amount", unit: unit)
    let share = readShare(mapping)
    let require = mapping.value(
      "require",
      Phrase(sv: "either, both", en: "either, both"),
      &diagnostics,
    ) {
      ["either": false, "both": true][$0]
    }
    guard mapping.values["amount"] != nil || mapping.values["percent"] != nil else {
      diagnostics.append(.missingKey("amount", at: mapping.place))
      return nil
    }
    return Materiality.Limit(
      level: level,
      amount: amount,
      share: share,
      needsBoth: require ?? false,
      unit: unit,
    )
  }

  private mutating func readShare(_ mapping: YAMLMapping) -> Rational? {
    let expected = Phrase(
      sv: "procent av det som jämförs med, till exempel 0.5",
      en: "per cent of what is compared with, for example 0.5",
    )
    return mapping.value("percent", expected, &diagnostics) { text in
      // Between braces a comma would end the value, and YAML has a point.
      let decimal = text.replacing(".", with: ",")
      guard case .number(let number) = NumberGrammar().read(Array(decimal.utf8)[...]),
        number.unit == nil, (0...100_000_000).contains(number.coefficient),
        number.decimals <= Materiality.decimalsOfShare
      else { return nil }
      return Rational(number.coefficient, decimals: number.decimals + 2)
    }
  }
}
