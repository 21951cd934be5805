internal import KollModel

extension TableReader {
  /// Tells of columns whose own unit is another than the one that was given for the file.
  mutating func warnOfOtherUnits(_ columns: [LayoutColumn]) {
    guard let given = options.unit else { return }
    let others = columns.filter { $0.series.kind.isMoney && $0.scale.unit != given }
    guard let first = others.first, let unit = first.scale.unit else { return }
    diagnostics.append(
      .otherUnit(
        given,
        than: unit,
        in: others.map(\.title),
        at: Diagnostic.Location(file: grid.file),
      )
    )
  }
}

extension Diagnostic {
  /// The unit given for a file is not the one that it states for columns, or for all of it.
  static func otherUnit(
    _ given: MoneyUnit,
    than stated: MoneyUnit,
    in titles: [String] = [],
    at place: Location,
  ) -> Diagnostic {
    let list = titles.prefix(8).joined(separator: ", ")
    let (för, columns) = list.isEmpty ? ("", "") : (" för \(list)", " for \(list)")
    return Diagnostic(
      .unitContradicted,
      .warning,
      at: place,
      field: "unit",
      value: given.rawValue,
      Phrase(
        sv: "enheten är angiven som \(given.rawValue), men filen anger "
          + "\(stated.rawValue)\(för); filens enhet gäller",
        en: "the unit is given as \(given.rawValue), but the file states "
          + "\(stated.rawValue)\(columns); the file's unit holds",
      ),
      help: Phrase(
        sv: "rätta enheten i filen om den är fel",
        en: "correct the unit in the file if it is wrong",
      ),
    )
  }
}
