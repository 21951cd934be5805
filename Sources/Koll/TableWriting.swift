public import KollCalculation
internal import KollExport
internal import KollExportXLSX
internal import KollModel
internal import KollReport

extension Koll {
  /// Writes a table to its places: all of them, or none.
  /// - Parameters:
  ///   - table: The table.
  ///   - outputs: Where to write it, and in which format; a workbook's day of creation is fixed,
  ///     since a table has no date of its own.
  /// - Throws: ``RunError`` when it cannot be written; the places then hold what they held.
  public static func write(
    _ table: ComputedTable,
    to outputs: [Output],
  ) throws(RunError) {
    var writer = OutputWriter()
    let document = Document(table)
    do throws(AmountOverflow) {
      for output in outputs {
        switch output.format {
        case .text: writer.add(try TextExporter().write(document.sections[0]), at: output.path)
        case .csv: writer.add(try CSVExporter().write(table), at: output.path)
        case .json: writer.add(try JSONExporter().json(table).document, at: output.path)
        case .xlsx:
          writer.add(
            document,
            created: CalendarDate(firstDayOf: 2000),
            author: nil,
            at: output.path,
          )
        }
      }
    } catch {
      throw .overflow
    }
    _ = try writer.write()
  }
}
