internal import KollImport
internal import KollModel

/// The register of the organisation, `struktur.csv`: its schema and what its rows mean.
enum StructureRegister {
  private typealias Field = Structure.Entry.Field

  static let schema = RegisterSchema(
    name: Phrase(sv: "struktur", en: "structure"),
    columns: [
      RegisterColumn(Field.code.rawValue, .text),
      RegisterColumn(Field.name.rawValue, .text, isRequired: true),
      RegisterColumn(Field.parent.rawValue, .text),
      RegisterColumn(Field.type.rawValue, .text),
      RegisterColumn(Field.validFrom.rawValue, .firstDay),
      RegisterColumn(Field.validTo.rawValue, .lastDay),
      RegisterColumn(Field.aliases.rawValue, .text),
    ],
  )

  static func structure(
    _ register: Register
  ) -> (structure: Structure?, diagnostics: [Diagnostic]) {
    Structure.build(from: register.rows.compactMap(entry))
  }

  private static func entry(_ row: Register.Row) -> Structure.Entry? {
    guard let name = row.text(Field.name.rawValue) else { return nil }
    let places = Field.allCases.compactMap { field in
      row.places[field.rawValue].map { (field, $0) }
    }
    let area = Structure.Area(
      code: row.text(Field.code.rawValue),
      name: name,
      type: row.text(Field.type.rawValue),
      validity: Validity(
        from: row.day(Field.validFrom.rawValue),
        to: row.day(Field.validTo.rawValue),
      ),
      aliases: row.text(Field.aliases.rawValue)?.split(separator: "|")
        .map { $0.trimmingBlanks }.filter { !$0.isEmpty } ?? [],
      origin: row.origin,
    )
    return Structure.Entry(
      area,
      parent: row.text(Field.parent.rawValue),
      places: Dictionary(places) { first, _ in first },
    )
  }
}
