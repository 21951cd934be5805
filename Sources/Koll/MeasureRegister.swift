internal import KollCalculation
internal import KollImport
internal import KollModel

/// The register of measures, `besparingar.csv`: its schema and what its rows mean.
enum MeasureRegister {
  private enum Column {
    static let id = "id"
    static let area = Register.areaColumn
    static let text = "åtgärd"
    static let status = "status"
    static let thisYear = "effekt i år"
    static let approximate = "ungefärligt"
    static let fullYear = "helårseffekt"
    static let realised = "utfall"
    static let comment = "kommentar"
  }

  static let schema = RegisterSchema(
    name: Phrase(sv: "åtgärder", en: "measures"),
    columns: [
      RegisterColumn(Column.id, .text, isRequired: true),
      RegisterColumn(Column.area, .text),
      RegisterColumn(Column.text, .text, isRequired: true),
      RegisterColumn(
        Column.status,
        .word(Savings.Status.allCases.map(\.rawValue)),
        isRequired: true,
      ),
      RegisterColumn(Column.thisYear, .money),
      RegisterColumn(Column.approximate, .yesOrNo),
      RegisterColumn(Column.fullYear, .money),
      RegisterColumn(Column.realised, .money),
      RegisterColumn(Column.comment, .text),
    ],
  )

  static func measures(_ register: Register) -> [Savings.Measure] {
    register.rows.compactMap { row in
      guard let id = row.text(Column.id), let text = row.text(Column.text),
        let status = row.text(Column.status).flatMap(Savings.Status.init)
      else { return nil }
      let isApproximate = row.isYes(Column.approximate)
      func amount(_ column: String) -> Savings.Amount? {
        row.money(column).map { Savings.Amount($0, isApproximate: isApproximate) }
      }
      return Savings.Measure(
        id: id,
        area: row.text(Column.area),
        text: text,
        status: status,
        thisYear: amount(Column.thisYear),
        fullYear: amount(Column.fullYear),
        realised: row.money(Column.realised),
        comment: row.text(Column.comment),
        origin: row.origin,
      )
    }
  }

  /// Measures that share their id with an earlier one.
  static func duplicates(in register: Register) -> [Diagnostic] {
    var lines: [String: Int] = [:]
    return register.rows.compactMap { row in
      guard let id = row.text(Column.id) else { return nil }
      guard let line = lines[id] else {
        lines[id] = row.origin.line
        return nil
      }
      return Diagnostic(
        .duplicateFact,
        at: row.places[Column.id],
        field: Column.id,
        value: id,
        Phrase(
          sv: "åtgärden \"\(id)\" står redan på rad \(line)",
          en: "measure \"\(id)\" already stands on line \(line)",
        ),
      )
    }
  }
}
