internal import KollImport
internal import KollModel
internal import KollReport
internal import Yams

extension ProjectReader {
  /// Reads the limits above which deviations are told of, one for all levels or a list of them.
  mutating func readMateriality(_ mapping: YAMLMapping, unit: MoneyUnit) -> Materiality? {
    guard let node = mapping.values["materiality"] else { return nil }
    let nodes = node.sequence == nil ? [node] : mapping.list("materiality", &diagnostics)
    var limits: [Materiality.Limit] = []
    for node in nodes {
      guard let limit = readLimit(node, unit: unit) else { continue }
      if limits.contains(where: { $0.level == limit.level }) {
        diagnostics.append(.secondLimit(ofLevel: limit.level, at: yaml.place(of: node)))
      }
      limits.append(limit)
    }
    return Materiality(limits)
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
      sv: "procent över noll av det som jämförs med, till exempel 0.5",
      en: "per cent above zero of what is compared with, for example 0.5",
    )
    return mapping.value("percent", expected, &diagnostics) { text in
      // Between braces a comma would end the value, and YAML has a point.
      let decimal = text.replacing(".", with: ",")
      guard case .number(let number) = NumberGrammar().read(Array(decimal.utf8)[...]),
        number.unit == nil, (1...100_000_000).contains(number.coefficient),
        number.decimals <= Materiality.decimalsOfShare
      else { return nil }
      return Rational(number.coefficient, decimals: number.decimals + 2)
    }
  }
}

extension Diagnostic {
  fileprivate static func secondLimit(ofLevel level: Int?, at place: Location) -> Diagnostic {
    let subject =
      level.map { Phrase(sv: "nivå \($0)", en: "level \($0)") }
      ?? Phrase(sv: "alla nivåer", en: "all levels")
    return Diagnostic(
      .projectValueInvalid,
      at: place,
      field: "materiality",
      value: level.map(String.init),
      Phrase(
        sv: "en gräns till för \(subject.swedish)",
        en: "another limit for \(subject.english)",
      ),
      help: Phrase(
        sv:
          "skriv belopp och procent för en nivå i samma gräns: {level: 1, amount: 500, percent: 0.5}",
        en:
          "write amount and per cent of a level in one limit: {level: 1, amount: 500, percent: 0.5}",
      ),
    )
  }
}
