internal import KollCalculation
internal import KollExport
internal import KollImport
internal import KollModel
internal import KollReport

/// The register of what is decided about single areas' parts of a task, `fördelning.csv`: its
/// schema, what its rows mean, and how a division is written as one.
enum AllocationRegister {
  private enum Column {
    static let area = Register.areaColumn
    static let amount = "belopp"
    static let floor = "golv"
    static let cap = "tak"
    static let share = "andel"
    static let driver = "drivare"
    static let turn = "ordning"
    static let reason = "skäl"
    static let decidedBy = "vem"
    static let paragraph = "paragraf"
    static let comment = "kommentar"
  }

  static let schema = RegisterSchema(
    name: Phrase(sv: "fördelning", en: "allocation"),
    columns: [
      RegisterColumn(Column.area, .text, isRequired: true),
      RegisterColumn(Column.amount, .money),
      RegisterColumn(Column.floor, .money),
      RegisterColumn(Column.cap, .money),
      RegisterColumn(Column.share, .share),
      RegisterColumn(Column.driver, .number),
      RegisterColumn(Column.turn, .place),
      RegisterColumn(Column.reason, .text),
      RegisterColumn(Column.decidedBy, .text),
      RegisterColumn(Column.paragraph, .text),
      RegisterColumn(Column.comment, .text),
    ],
  )

  static func limits(
    _ register: Register,
    path: (String) -> AreaPath,
  ) -> [AreaPath: AllocationLimit] {
    var limits: [AreaPath: AllocationLimit] = [:]
    for row in register.rows {
      guard let area = row.text(Column.area) else { continue }
      var limit = AllocationLimit(origin: row.origin)
      limit.amount = row.money(Column.amount)
      limit.floor = row.money(Column.floor)
      limit.cap = row.money(Column.cap)
      limit.share = row.share(Column.share)
      limit.driver = row.number(Column.driver)
      limit.turn = row.place(Column.turn)
      limit.reason = row.text(Column.reason)
      limit.decidedBy = row.text(Column.decidedBy)
      limit.paragraph = row.text(Column.paragraph)
      limit.comment = row.text(Column.comment)
      limits[path(area)] = limit
    }
    return limits
  }

  /// Areas that stand twice.
  static func duplicates(in register: Register, path: (String) -> AreaPath) -> [Diagnostic] {
    register.repeated(by: { $0.text(Column.area).map(path) }).map { row, first in
      let area = row.text(Column.area) ?? ""
      return Diagnostic(
        .duplicateFact,
        at: row.places[Column.area],
        field: Column.area,
        value: area,
        Phrase(
          sv: "området \"\(area)\" står redan på rad \(first.origin.line)",
          en: "the area \"\(area)\" already stands on line \(first.origin.line)",
        ),
      )
    }
  }

  /// A division as a register that locks every part, for the decision to be filled in.
  ///
  /// What was decided beside the amounts is kept, so that a part that is opened again is divided as
  /// before.
  static func text(
    of planned: PlannedDivision,
    names: AreaNames,
  ) throws(AmountOverflow) -> String {
    var rows: [[String: String]] = []
    let parts = planned.division.parts.sorted { $0.value.row < $1.value.row }
    for (path, part) in parts {
      var row = try cells(of: part, in: planned.plan.unit)
      row[Column.area] = names.name(of: path)
      row[Column.reason] = part.limit?.reason ?? planned.reason
      rows.append(row)
    }
    let always = [
      Column.area, Column.amount, Column.reason, Column.decidedBy, Column.paragraph,
    ]
    let columns = schema.columns.map(\.name).filter { column in
      always.contains(column) || rows.contains { $0[column] != nil }
    }
    return CSVText.file(
      [["Belopp i \(planned.plan.unit.rawValue)"], columns]
        + rows.map { row in columns.map { row[$0] ?? "" } }
    )
  }

  /// What a part is and what is decided of it, by column.
  private static func cells(
    of part: Division.Part,
    in unit: MoneyUnit,
  ) throws(AmountOverflow) -> [String: String] {
    func text(_ money: Money?) throws(AmountOverflow) -> String? {
      try money?.shown(in: Scale(unit: unit)).exactDecimal(mark: ",")
    }
    var cells: [String: String] = [:]
    cells[Column.amount] = try text(part.amount)
    cells[Column.floor] = try text(part.limit?.floor)
    cells[Column.cap] = try text(part.limit?.cap)
    cells[Column.share] = try part.limit?.share?.perCentDecimal(mark: ",")
    cells[Column.driver] = try part.limit?.driver?.exactDecimal(mark: ",")
    cells[Column.turn] = part.limit?.turn.map(String.init)
    cells[Column.decidedBy] = part.limit?.decidedBy
    cells[Column.paragraph] = part.limit?.paragraph
    cells[Column.comment] = part.limit?.comment
    return cells
  }
}
