internal import KollCalculation
public import KollModel
public import KollReport

extension JSONExporter {
  /// A savings task's follow-up as an object.
  /// - Parameter report: The follow-up.
  /// - Returns: The object.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func json(_ report: SavingsReport) throws(AmountOverflow) -> JSON {
    let savings = report.savings
    let numbers = MoneyNumbers(unit: report.display.unit)
    let first = report.divisions.first
    var members: [JSON.Member] = [
      .init("unit", .text(report.display.unit.rawValue)),
      .init("title", .text(savings.title)),
      .init("year", .number(savings.year)),
      .init("task", try numbers.json(savings.task.money)),
      .init("taskApproximate", .boolean(savings.task.isApproximate)),
    ]
    members += try division(first, numbers)
    var variants: [JSON] = []
    for planned in report.divisions.dropFirst() {
      variants.append(.object(try division(planned, numbers)))
    }
    members.append(.init("variants", .array(variants)))
    var measures: [JSON] = []
    for measure in savings.measures { measures.append(try json(measure, of: savings, numbers)) }
    members.append(.init("measures", .array(measures)))
    members.append(.init("status", try status(of: savings, numbers)))
    return .object(members)
  }

  private func division(
    _ planned: PlannedDivision?,
    _ numbers: MoneyNumbers,
  ) throws(AmountOverflow) -> [JSON.Member] {
    guard let planned else {
      return [
        .init("variant", .null), .init("method", .null), .init("basis", .null),
        .init("proposal", .null), .init("allocation", .array([])),
        .init("unallocated", .array([])),
      ]
    }
    var parts: [JSON] = []
    let ordered = planned.division.parts.sorted { $0.value.row < $1.value.row }
    for (path, part) in ordered {
      parts.append(try json(part, of: path, in: planned, numbers))
    }
    var open: [JSON] = []
    for (path, rest) in planned.division.unallocated.sorted(by: {
      $0.key.fullName < $1.key.fullName
    }) {
      open.append(
        .object([
          .init("path", .array(path.labels.map(JSON.text))),
          .init("amount", try numbers.json(rest)),
        ])
      )
    }
    return [
      .init("variant", .optional(planned.plan.title)),
      .init("method", .optional(planned.plan.methods.first?.name)),
      .init("basis", .optional(planned.areas.columns.first?.key)),
      .init("proposal", .boolean(planned.division.isProposal)),
      .init("allocation", .array(parts)),
      .init("unallocated", .array(open)),
    ]
  }

  private func json(
    _ part: Division.Part,
    of path: AreaPath,
    in planned: PlannedDivision,
    _ numbers: MoneyNumbers,
  ) throws(AmountOverflow) -> JSON {
    let row = planned.areas.rows[part.row]
    let basis = planned.areas.columns.first.flatMap { column in
      row.cells.first?.value.number(in: column.scale)
    }
    return .object([
      .init("area", .text(row.label)),
      .init("path", .array(path.labels.map(JSON.text))),
      .init("basis", try MoneyNumbers.json(basis)),
      .init("share", try MoneyNumbers.perCent(planned.division.share(of: path))),
      .init("amount", try numbers.json(part.amount)),
      .init("locked", .boolean(part.isLocked)),
      .init("reason", .optional(part.limit?.reason)),
      .init("decidedBy", .optional(part.limit?.decidedBy)),
      .init("paragraph", .optional(part.limit?.paragraph)),
      .init("withoutLocks", try numbers.json(part.unlocked)),
    ])
  }

  private func json(
    _ measure: Savings.Measure,
    of savings: Savings,
    _ numbers: MoneyNumbers,
  ) throws(AmountOverflow) -> JSON {
    let effect = try savings.effect(of: measure)
    let isApproximate = (effect ?? measure.fullYear)?.isApproximate == true
    return .object([
      .init("id", .text(measure.id)),
      .init("area", .optional(measure.area?.labels.last)),
      .init("text", .text(measure.text)),
      .init("owner", .optional(measure.owner)),
      .init("kind", .optional(measure.kind?.rawValue)),
      .init("status", .text(measure.status.rawValue)),
      .init("date", .optional(measure.date?.description)),
      .init("paragraph", .optional(measure.paragraph)),
      .init("start", .optional(measure.start?.description)),
      .init("thisYear", try numbers.json(effect?.money)),
      .init("approximate", .boolean(isApproximate)),
      .init("fullYear", try numbers.json(measure.fullYear?.money)),
      .init("nextYear", try numbers.json(try savings.increment(of: measure)?.money)),
      .init("probability", try MoneyNumbers.perCent(measure.probability)),
      .init("realised", try numbers.json(measure.realised)),
      .init("source", JSONExporter.json(measure.origin)),
    ])
  }

  private func status(
    of savings: Savings,
    _ numbers: MoneyNumbers,
  ) throws(AmountOverflow) -> JSON {
    let steps = try savings.steps()
    return .object([
      .init("task", try numbers.json(savings.task.money)),
      .init("identified", try numbers.json(steps.identified?.money)),
      .init("decided", try numbers.json(steps.decided?.money)),
      .init("forecast", try numbers.json(steps.forecast?.money)),
      .init("realised", try numbers.json(steps.realised?.money)),
      .init("fullYear", try numbers.json(steps.fullYear?.money)),
      .init("nextYear", try numbers.json(steps.increment?.money)),
      .init("gap", try numbers.json(savings.gap.money)),
    ])
  }
}

/// Amounts as numbers in one unit.
private struct MoneyNumbers {
  let unit: MoneyUnit

  static func json(_ number: Rational?) throws(AmountOverflow) -> JSON {
    guard let number else { return .null }
    return .number(try number.exactDecimal(mark: "."))
  }

  static func perCent(_ share: Rational?) throws(AmountOverflow) -> JSON {
    guard let share else { return .null }
    return .number(try share.perCentDecimal(mark: "."))
  }

  func json(_ money: Money?) throws(AmountOverflow) -> JSON {
    try MoneyNumbers.json(money?.shown(in: Scale(unit: unit)))
  }
}
