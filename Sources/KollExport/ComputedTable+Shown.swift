internal import KollCalculation
internal import KollModel
internal import KollReport

extension ComputedTable {
  /// The rows that people read, as indices: a heading is left out whose group's sum stands right
  /// below it under the same name.
  var shownRows: [Int] { rows.indices.filter { !isRepeatedBelow($0) } }

  private func isRepeatedBelow(_ row: Int) -> Bool {
    guard rows[row].role == .heading, row + 1 < rows.count else { return false }
    return rows[row + 1].role == .subtotal && rows[row + 1].path == rows[row].path
  }

  /// The words of a row's cells; nothing stands beside a heading.
  func texts(ofRow row: ComputedRow) throws(AmountOverflow) -> [String] {
    guard row.role != .heading else { return columns.map { _ in "" } }
    var texts: [String] = []
    texts.reserveCapacity(columns.count)
    // A span lends its elements: a column taken out of an array is copied with all that it holds.
    let columns = columns.span
    let cells = row.cells.span
    for place in columns.indices { texts.append(try columns[place].text(of: cells[place])) }
    return texts
  }
}

extension ComputedRow {
  /// How many steps the label stands to the right of those of the first level.
  var indent: Int { max(0, level - 1) }

  /// Whether the row is set apart from those that it sums up or stands above.
  var isProminent: Bool { [.heading, .subtotal, .total].contains(role) }
}

extension Note {
  /// The note with the row and the column that it is about.
  func statement(in table: ComputedTable) -> String {
    let title = table.columns.first { $0.key == column }?.title
    let place = [row, title].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? text : "\(place): \(text)"
  }
}
