internal import KollImport
internal import KollModel

extension Register {
  /// The column of every register whose rows belong to areas.
  static let areaColumn = "område"

  /// Rows whose area no table of the project has.
  func unknownAreas(in column: String = areaColumn, among areas: [String]) -> [Diagnostic] {
    let known = Set(areas.map(\.areaKey))
    return rows.compactMap { row in
      guard let area = row.text(column), !known.contains(area.areaKey) else { return nil }
      return .inNoTable(area, among: areas, at: row.places[column], in: column)
    }
  }

  /// Rows whose area the project does not have, or that may be several of its areas.
  func doubtfulAreas(in column: String = areaColumn, by names: AreaNames) -> [Diagnostic] {
    rows.compactMap { row in
      row.text(column).flatMap { names.doubt(about: $0, at: row.places[column], in: column) }
    }
  }
}

extension AreaNames {
  /// Why a name does not mean one area; `nil` when it does.
  /// - Parameters:
  ///   - name: The name.
  ///   - place: Where it stands.
  ///   - field: The column, key or option that it stands in.
  /// - Returns: The finding.
  func doubt(
    about name: String,
    at place: Diagnostic.Location?,
    in field: String,
  ) -> Diagnostic? {
    switch match(name) {
    case .area: return nil
    case .unknown:
      guard let structure else {
        return .inNoTable(name, among: areas.flatMap(\.names), at: place, in: field)
      }
      return .unknown(name, at: place, in: field, help: structure.help(for: name))
    case .ambiguous(let areas):
      return .ambiguous(name, Array(areas.prefix(3)), at: place, in: field)
    }
  }
}

extension Diagnostic {
  fileprivate static func inNoTable(
    _ area: String,
    among areas: [String],
    at place: Location?,
    in column: String,
  ) -> Diagnostic {
    Diagnostic(
      .areaUnknown,
      at: place,
      field: column,
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

  fileprivate static func unknown(
    _ area: String,
    at place: Location?,
    in column: String,
    help: Phrase,
  ) -> Diagnostic {
    Diagnostic(
      .areaUnknown,
      at: place,
      field: column,
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
    in column: String,
  ) -> Diagnostic {
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      .areaAmbiguous,
      at: place,
      field: column,
      value: area,
      Phrase(
        sv: "\"\(area)\" kan vara flera områden: \(list)",
        en: "\"\(area)\" may be several areas: \(list)",
      ),
      help: Phrase(
        sv: "skriv områdets kod eller hela namn",
        en: "write the area's code or full name",
      ),
    )
  }
}
