internal import KollCalculation
internal import KollImport
internal import KollModel

/// The register of measures, `besparingar.csv`: its schema and what its rows mean.
enum MeasureRegister {
  private enum Column {
    static let id = "id"
    static let round = "omgång"
    static let area = Register.areaColumn
    static let text = "åtgärd"
    static let owner = "ansvarig"
    static let kind = "slag"
    static let status = "status"
    static let date = "datum"
    static let paragraph = "paragraf"
    static let start = "start"
    static let fullYear = "helårseffekt"
    static let thisYear = "effekt i år"
    static let approximate = "ungefärligt"
    static let probability = "sannolikhet"
    static let realised = "utfall"
    static let isInForecast = "i prognosen"
    static let comment = "kommentar"
  }

  static let schema = RegisterSchema(
    name: Phrase(sv: "åtgärder", en: "measures"),
    columns: [
      RegisterColumn(Column.id, .text, isRequired: true),
      RegisterColumn(Column.round, .month),
      RegisterColumn(Column.area, .text),
      RegisterColumn(Column.text, .text, isRequired: true),
      RegisterColumn(Column.owner, .text),
      RegisterColumn(Column.kind, .word(Savings.Kind.allCases.map(\.rawValue))),
      RegisterColumn(
        Column.status,
        .word(Savings.Status.allCases.map(\.rawValue)),
        isRequired: true,
      ),
      RegisterColumn(Column.date, .firstDay),
      RegisterColumn(Column.paragraph, .text),
      RegisterColumn(Column.start, .month),
      RegisterColumn(Column.fullYear, .money),
      RegisterColumn(Column.thisYear, .money),
      RegisterColumn(Column.approximate, .yesOrNo),
      RegisterColumn(Column.probability, .share),
      RegisterColumn(Column.realised, .money),
      RegisterColumn(Column.isInForecast, .yesOrNo),
      RegisterColumn(Column.comment, .text),
    ],
  )

  static func measures(_ register: Register, path: (String) -> AreaPath) -> [Savings.Measure] {
    register.rows.compactMap { row in
      guard let id = row.text(Column.id), let text = row.text(Column.text),
        let status = row.text(Column.status).flatMap(Savings.Status.init)
      else { return nil }
      let isApproximate = row.yesOrNo(Column.approximate) == true
      func amount(_ column: String) -> Savings.Amount? {
        row.money(column).map { money in
          let record = row.record(of: money, in: column, called: id, unit: register.unit)
          return Savings.Amount(money, isApproximate: isApproximate, source: .record(record))
        }
      }
      var measure = Savings.Measure(id: id, text: text, status: status, origin: row.origin)
      measure.area = row.text(Column.area).map(path)
      measure.owner = row.text(Column.owner)
      measure.kind = row.text(Column.kind).flatMap(Savings.Kind.init)
      measure.date = row.day(Column.date)
      measure.paragraph = row.text(Column.paragraph)
      measure.start = row.month(Column.start)
      measure.statedThisYear = amount(Column.thisYear)
      measure.fullYear = amount(Column.fullYear)
      measure.realised = row.money(Column.realised)
      measure.probability = row.share(Column.probability)
      measure.isInForecast = row.yesOrNo(Column.isInForecast)
      measure.round = row.month(Column.round)
      measure.comment = row.text(Column.comment)
      return measure
    }
  }

  /// Measures that do not say which round they are of, where others do.
  static func withoutRound(in register: Register) -> [Diagnostic] {
    let open = register.rows.filter { $0.month(Column.round) == nil }
    guard open.count < register.rows.count else { return [] }
    return open.map { row in
      let id = row.text(Column.id) ?? ""
      return Diagnostic(
        .registerValueInvalid,
        at: row.places[Column.id],
        field: Column.round,
        value: id,
        Phrase(
          sv: "åtgärden \"\(id)\" anger ingen omgång, fast andra gör det",
          en: "measure \"\(id)\" states no omgång, though others do",
        ),
        help: Phrase(
          sv: "fyll i månaden för uppföljningen på alla rader, eller på ingen",
          en: "fill in the month of the follow-up on every row, or on none",
        ),
      )
    }
  }

  /// Measures that share their id with an earlier one of their round.
  static func duplicates(in register: Register) -> [Diagnostic] {
    register.repeated(by: { row in
      row.text(Column.id).map { [$0, row.month(Column.round)?.description ?? ""] }
    }).map { row, first in
      let id = row.text(Column.id) ?? ""
      return Diagnostic(
        .duplicateFact,
        at: row.places[Column.id],
        field: Column.id,
        value: id,
        Phrase(
          sv: "åtgärden \"\(id)\" står redan på rad \(first.origin.line)",
          en: "measure \"\(id)\" already stands on line \(first.origin.line)",
        ),
      )
    }
  }
}
