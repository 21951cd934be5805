internal import KollCalculation
internal import KollModel
internal import KollReport

extension ProjectRun {
  /// Every figure that the project's sources state: of the areas, of statements and of its own
  /// tables, each with the sign of its file.
  /// - Throws: `AmountOverflow` when a figure does not fit with its file's sign.
  var statedRows: StatedRows {
    get throws(AmountOverflow) {
      let placed = try withOwnSigns(statedTables, .figures)
      let ofStatements = try withOwnSigns(statements.map(\.table), .statement)
      let own = files.filter { $0.role == .table }.compactMap(\.tables.first)
      return StatedRows(of: placed + ofStatements + own, in: structure)
    }
  }

  /// Tables with the signs of the files that they were read from; what comes from no such file, as a
  /// register of decisions, stays as it is.
  private func withOwnSigns(
    _ tables: [ImportedTable],
    _ role: FileReading.Role,
  ) throws(AmountOverflow) -> [ImportedTable] {
    let read = files.filter { $0.role == role }.compactMap(\.tables.first)
    var result: [ImportedTable] = []
    for (place, table) in tables.enumerated() {
      let sign = read.indices.contains(place) ? read[place].layout.sign : nil
      result.append(try sign.map { sign throws(AmountOverflow) in try table.inSign(sign) } ?? table)
    }
    return result
  }
}
