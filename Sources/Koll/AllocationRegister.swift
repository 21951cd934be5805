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
  static func text(of planned: PlannedDivision) throws(AmountOverflow) -> String {
    let (plan, division) = (planned.plan, planned.division)
    let names = division.parts.keys.compactMap(\.labels.last)
    let style = NumberStyle.plain(decimals: 0)
    var records = [
      ["Belopp i \(plan.unit.rawValue)"],
      [Column.area, Column.amount, Column.reason, Column.decidedBy, Column.paragraph],
    ]
    for (path, part) in division.parts.sorted(by: { $0.value.row < $1.value.row }) {
      let isUnique = names.count { $0 == path.labels.last } == 1
      records.append([
        isUnique ? path.labels.last ?? "" : path.fullName,
        try style.format(part.amount.shown(in: Scale(unit: plan.unit))),
        part.limit?.reason ?? planned.reason,
        part.limit?.decidedBy ?? "",
        part.limit?.paragraph ?? "",
      ])
    }
    return CSVText.file(records)
  }
}
