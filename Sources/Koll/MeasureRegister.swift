internal import KollCalculation
internal import KollImport
internal import KollModel

/// The register of measures, `besparingar.csv`: its schema and what its rows mean.
enum MeasureRegister {
  private enum Column {
    static let id = "id"
    static let area = "område"
    static let text = "åtgärd"
    static let status = "status"
    static let thisYear = "effekt i år"
    static let approximate = "ungefärligt"
    static let fullYear = "helårseffekt"
    static let realised = "utfall"
    static let comment = "kommentar"
  }

  static var areaColumn: String { Column.area }

  private static let schema = RegisterSchema(
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

  static func read(
    _ bytes: [UInt8],
    file: String,
    options: ReadingOptions,
  ) -> RegisterReader.Result {
    RegisterReader.read(bytes, file: file, schema: schema, options: options)
  }

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

  /// Measures whose area no table of the project has.
  static func unknownAreas(in register: Register, among areas: [String]) -> [Diagnostic] {
    register.rows.compactMap { row in
      guard let area = row.text(Column.area), !areas.contains(area) else { return nil }
      return Diagnostic(
        .areaUnknown,
        at: row.places[Column.area],
        field: Column.area,
        value: area,
        Phrase(
          sv: "området \"\(area)\" finns inte i projektets tabeller",
          en: "the area \"\(area)\" is in none of the project's tables",
        ),
        help: area.nearest(among: areas).map {
          Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
        },
      )
    }
  }

  /// Measures whose area is not in the organisation, or may be several of its areas.
  static func unknownAreas(in register: Register, of structure: Structure) -> [Diagnostic] {
    register.rows.compactMap { row in
      guard let area = row.text(Column.area) else { return nil }
      switch structure.match([area]) {
      case .area: return nil
      case .unknown, .elsewhere:
        return .unknown(area, at: row.places[Column.area], help: structure.help(for: area))
      case .ambiguous(let areas):
        let names = areas.prefix(3).map { structure.fullName(of: $0) }
        return .ambiguous(area, names, at: row.places[Column.area])
      }
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

extension Diagnostic {
  fileprivate static func unknown(
    _ area: String,
    at place: Location?,
    help: Phrase,
  ) -> Diagnostic {
    Diagnostic(
      .areaUnknown,
      at: place,
      field: MeasureRegister.areaColumn,
      value: area,
      Phrase(
        sv: "\"\(area)\" är inget område i strukturen",
        en: "\"\(area)\" is no area of the structure",
      ),
      help: help,
    )
  }

  fileprivate static func ambiguous(
    _ area: String,
    _ names: [String],
    at place: Location?,
  ) -> Diagnostic {
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      .areaAmbiguous,
      at: place,
      field: MeasureRegister.areaColumn,
      value: area,
      Phrase(
        sv: "\"\(area)\" kan vara flera områden: \(list)",
        en: "\"\(area)\" may be several areas: \(list)",
      ),
      help: Phrase(sv: "skriv områdets kod", en: "write the area's code"),
    )
  }
}
