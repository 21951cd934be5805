internal import KollCalculation
internal import KollModel

extension ReportBuilder {
  /// One of the widest areas with those below it.
  struct AreaPart {
    /// The section that shows it.
    let section: Section
    /// The cells' rows there, by the rows of the report's table.
    let rows: [Int: Int]
    /// What its table is called.
    let name: TableName
  }

  /// The widest areas that others are parts of.
  func areaParts() throws(AmountOverflow) -> [AreaPart] {
    guard !table.columns.isEmpty else { return [] }
    var parts: [AreaPart] = []
    for area in table.widestGroups {
      guard var part = table.part(of: area), let title = part.title,
        let rows = table.rowsOfPart(of: area)
      else { continue }
      let name = TableName.area(parts.count)
      (part.name, part.title) = (name, nil)
      part.notes += try part.roundingNotes()
      let places = zip(rows, part.placesShowingLoneRowsOnce)
      parts.append(
        AreaPart(
          section: Section(title: title, blocks: [.table(part.showingLoneRowsOnce)]),
          rows: Dictionary(uniqueKeysWithValues: places.map { ($0, $1) }),
          name: name,
        )
      )
    }
    return parts
  }

  /// The areas as the report's own table shows them; the figures of those that have a section of
  /// their own are read from there.
  /// - Parameter parts: The areas with sections of their own.
  /// - Returns: The section.
  func summary(of parts: [AreaPart]) -> Section {
    var whole = table
    for part in parts {
      for (row, place) in part.rows {
        for column in whole.columns.indices {
          let detail = CellPlace(part.name, row: place, column: column)
          whole.rows[row].cells[column].terms = [CellTerm(detail)]
        }
      }
    }
    let shown = definition.depth.map(whole.limited) ?? whole
    return Section(
      title: "Ekonomisk sammanställning",
      tab: "Sammanställning",
      blocks: shown.columns.isEmpty
        ? [.paragraph(ReportBuilder.withoutFigures)] : [.table(shown.showingLoneRowsOnce)],
    )
  }
}
