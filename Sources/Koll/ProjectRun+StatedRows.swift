internal import KollCalculation
internal import KollModel
internal import KollProject
internal import KollReport

extension ProjectRun {
  /// Every figure that the project's sources state: of the areas, of statements and of its own
  /// tables, each with the sign of its file.
  /// - Throws: `AmountOverflow` when a figure does not fit with its file's sign.
  var statedRows: StatedRows {
    get throws(AmountOverflow) {
      let own = ownTables.sorted { $0.key < $1.key }.flatMap(\.value)
      let tables = [
        (FileReading.Role.figures, statedTables), (.statement, statements.map(\.table)),
        (.table, own),
      ]
      var stated: [ImportedTable] = []
      for (role, tables) in tables {
        for table in tables { stated.append(try withOwnSign(table, role)) }
      }
      return StatedRows(of: stated, in: structure)
    }
  }

  /// A table with the signs of the file that it was read from; what comes from no such file, as a
  /// register of decisions, stays as it is.
  private func withOwnSign(
    _ table: ImportedTable,
    _ role: FileReading.Role,
  ) throws(AmountOverflow) -> ImportedTable {
    let name = table.facts.first?.origin.file
    let file = files.first { $0.role == role && $0.source.file == name }
    guard let sign = file?.tables.first?.layout.sign else { return table }
    return try table.inSign(sign)
  }
}
