internal import KollCalculation
public import KollModel
public import KollReport

extension JSONExporter {
  /// A figure and where it comes from, as an object.
  /// - Parameter figure: The figure.
  /// - Returns: The object.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func json(_ figure: ExplainedFigure) throws(AmountOverflow) -> JSON {
    .object([
      .init("report", .optional(figure.report)),
      .init("period", .text(figure.period.description)),
      .init("sign", .optional(figure.sign?.rawValue)),
      .init("cell", .optional(figure.cell)),
      .init("figure", .object(try members(of: figure.explanation))),
    ])
  }

  private func members(
    of explanation: Explanation
  ) throws(AmountOverflow) -> [JSON.Member] {
    var terms: [JSON] = []
    for term in explanation.terms {
      terms.append(
        .object(
          [.init("subtracted", .boolean(term.isSubtracted))]
            + (try members(of: term.explanation))
        )
      )
    }
    var sources: [JSON] = []
    for record in explanation.records { sources.append(try json(record)) }
    let column = explanation.column
    return [
      .init("title", .text(explanation.title)),
      .init("value", try json(explanation.cell.value, in: column)),
      .init("unit", .optional(column.unitName)),
      .init("approximate", .boolean(explanation.cell.isApproximate)),
      .init("rule", .text(explanation.rule.name)),
      .init("words", .optional(explanation.words)),
      .init("cut", .boolean(explanation.isCut)),
      .init("terms", .array(terms)),
      .init("sources", .array(sources)),
    ]
  }

  private func json(_ record: StatedRecord) throws(AmountOverflow) -> JSON {
    .object([
      .init("file", .text(record.origin.file)),
      .init("line", .number(record.origin.line)),
      .init("label", .text(record.label)),
      .init("column", .text(record.column)),
      .init("value", .number(try record.number.exactDecimal(mark: "."))),
      .init("unit", .optional(record.unitName)),
      .init("turned", .boolean(record.isTurned)),
      .init(
        "amount",
        .number(try record.number(of: record.amount).exactDecimal(mark: ".")),
      ),
      .init("moves", .array(try moves(of: record))),
    ])
  }

  private func moves(of record: StatedRecord) throws(AmountOverflow) -> [JSON] {
    var moves: [JSON] = []
    for move in record.moves { moves.append(try json(move)) }
    return moves
  }

  private func json(_ move: AreaMove) throws(AmountOverflow) -> JSON {
    .object([
      .init("from", .text(move.move.from.fullName)),
      .init("to", .text(move.move.to.fullName)),
      .init("share", .number(try move.move.share.perCentDecimal(mark: "."))),
      .init("date", .text(move.move.date.description)),
      .init("file", .text(move.move.origin.file)),
      .init("line", .number(move.move.origin.line)),
    ])
  }
}

extension Explanation.Rule {
  /// The name that programs know the rule by.
  fileprivate var name: String {
    switch self {
    case .sum: "sum"
    case .expression: "expression"
    case .part: "part"
    case .projection: "projection"
    case .remark: "remark"
    case .absent: "absent"
    }
  }
}
