internal import KollCalculation
internal import KollImport
internal import KollModel
internal import Yams

extension ProjectReader {
  mutating func readSavings(_ node: Node) -> Project.SavingsDeclaration? {
    let keys = ["title", "year", "task", "unit", "approximate", "measures", "allocation"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let title = mapping.text("title", &diagnostics) ?? "Effektiviserings- och besparingsuppdrag"
    let year = readYear(mapping)
    let unit = mapping.unit(&diagnostics)
    let task = readTask(mapping, unit: unit)
    let isApproximate = yesOrNo(mapping, "approximate") ?? false
    let allocations = readAllocations(mapping, unit: unit ?? .kr)
    return Project.SavingsDeclaration(
      title: title,
      year: year ?? 0,
      unit: unit ?? .kr,
      task: Savings.Amount(task ?? .zero, isApproximate: isApproximate),
      measures: mapping.values["measures"].flatMap { readSource($0) },
      allocations: allocations,
      place: mapping.place(of: "task"),
    )
  }

  private mutating func readTask(_ mapping: YAMLMapping, unit: MoneyUnit?) -> Money? {
    for key in ["task", "unit"] where mapping.values[key] == nil {
      diagnostics.append(.missingKey(key, at: mapping.place))
    }
    return unit.flatMap { readAmount(mapping, "task", unit: $0) }
  }

  /// Reads an amount above zero, in a unit that is stated elsewhere.
  mutating func readAmount(_ mapping: YAMLMapping, _ key: String, unit: MoneyUnit) -> Money? {
    let expected = Phrase(
      sv: "ett belopp över noll i siffror, till exempel 8 900",
      en: "an amount above zero in digits, for example 8 900",
    )
    return mapping.value(key, expected, &diagnostics) { text in
      guard case .number(let number) = NumberGrammar().read(Array(text.utf8)[...]),
        !number.isPercent, number.unit == nil || number.unit == unit, number.coefficient > 0
      else { return nil }
      let amount = Rational(number.coefficient, decimals: min(number.decimals, 18))
      return try? Money(showing: amount, in: Scale(unit: unit))
    }
  }

  /// One way of dividing the task, or a list of which the first counts.
  private mutating func readAllocations(
    _ mapping: YAMLMapping,
    unit: MoneyUnit,
  ) -> [Project.Allocation] {
    guard let node = mapping.values["allocation"] else { return [] }
    let nodes = node.sequence == nil ? [node] : mapping.list("allocation", &diagnostics)
    return nodes.compactMap { readAllocation($0, unit: unit) }
  }

  private mutating func readAllocation(_ node: Node, unit: MoneyUnit) -> Project.Allocation? {
    let keys = [
      "title", "method", "basis", "levels", "depth", "unit", "rounding", "mixed-signs",
      "missing-basis", "remainder", "months", "limits",
    ]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let rounding = readRounding(mapping)
    var plan = AllocationPlan(
      title: mapping.text("title", &diagnostics),
      methods: readMethods(mapping),
      depth: mapping.wholeNumber("depth", in: 1...20, &diagnostics),
      unit: mapping.unit(&diagnostics) ?? unit,
      place: mapping.place,
    )
    plan.mixedSigns = mapping.word("mixed-signs", &diagnostics) ?? .error
    plan.missingBasis = mapping.word("missing-basis", &diagnostics) ?? .error
    plan.remainder = mapping.word("remainder", &diagnostics) ?? .error
    plan.months = readMonths(mapping)
    if let rounding { plan.rounding = rounding }
    return Project.Allocation(
      plan: plan,
      limits: mapping.values["limits"].flatMap { readRegister("limits", $0, mapping) },
    )
  }

  /// One method for all levels, or a list with one for each.
  private mutating func readMethods(_ mapping: YAMLMapping) -> [AllocationPlan.Method] {
    guard mapping.values["levels"] != nil else { return [readMethod(mapping)] }
    for key in ["method", "basis"] where mapping.values[key] != nil {
      diagnostics.append(.unknownKey(key, among: ["levels"], at: mapping.place(of: key)))
    }
    let methods = mapping.list("levels", &diagnostics).compactMap { node in
      YAMLMapping(node, in: yaml, keys: ["method", "basis"], &diagnostics).map { readMethod($0) }
    }
    return methods.isEmpty ? [.equal] : methods
  }

  private mutating func readMethod(_ mapping: YAMLMapping) -> AllocationPlan.Method {
    let names = Phrase(
      sv: "proportional, driver, shares eller equal",
      en: "proportional, driver, shares or equal",
    )
    let basis = mapping.text("basis", &diagnostics).map { text in
      ColumnDeclaration(content: content(ofBasis: text), place: mapping.place(of: "basis"))
    }
    let name = mapping.value("method", names, &diagnostics) { name in
      ["proportional", "driver", "shares", "equal"].contains(name) ? name : nil
    }
    if basis != nil, let name, name != "proportional" {
      let expected = Phrase(
        sv: "siffror att fördela efter när method är proportional",
        en: "figures to divide by where method is proportional",
      )
      diagnostics.append(.invalid("basis", expected, at: mapping.place(of: "basis")))
    }
    switch name ?? "proportional" {
    case "driver": return .driver
    case "shares": return .shares
    case "equal": return .equal
    default:
      if basis == nil { diagnostics.append(.missingKey("basis", at: mapping.place)) }
      return basis.map(AllocationPlan.Method.proportional) ?? .equal
    }
  }

  /// How parts fall on the months, in the words of `periodisation`.
  private mutating func readMonths(_ mapping: YAMLMapping) -> MonthWeights? {
    guard mapping.values["months"] != nil else { return nil }
    return readMonthWeights("months", mapping, ["even", "4-4-5"])
  }

  private mutating func readRounding(_ mapping: YAMLMapping) -> Allocation.Rounding? {
    let names = "largest-remainder, largest-weight, last, running-total"
    return mapping.value("rounding", Phrase(sv: names, en: names), &diagnostics) { text in
      switch text {
      case "largest-remainder": .largestRemainder
      case "largest-weight": .largestWeight
      case "last": .last
      case "running-total": .runningTotal
      default: nil
      }
    }
  }
}
