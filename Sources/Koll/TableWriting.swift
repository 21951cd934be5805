public import KollCalculation
internal import KollExport
internal import KollExportXLSX
public import KollModel
internal import KollReport

extension Koll {
  /// Writes tables to their places: all of them, or none.
  ///
  /// Text, Markdown, pages and workbooks take all tables one after the other, JSON one object or an array of them.
  /// - Parameters:
  ///   - tables: The tables, at least one; exactly one where an output is CSV.
  ///   - outputs: Where to write them, and in which format; a workbook's day of creation is fixed,
  ///     since a table has no date of its own.
  ///   - inputs: The paths of the files that the tables were made of; they are never written over.
  /// - Returns: What a workbook had to shorten.
  /// - Throws: ``RunError`` when they cannot be written; the places then hold what they held.
  @discardableResult
  public static func write(
    _ tables: [ComputedTable],
    to outputs: [Output],
    keeping inputs: [String] = [],
  ) throws(RunError) -> [Diagnostic] {
    var writer = OutputWriter(keeping: inputs)
    let document = Document(tables)
    do throws(AmountOverflow) {
      for output in outputs {
        switch output.format {
        // A table alone is read without headings.
        case .text: writer.add(try TextExporter().write(document.sections), at: output.path)
        case .list: writer.add(try TextExporter.list.write(document.sections), at: output.path)
        case .markdown:
          writer.add(try MarkdownExporter().write(document.sections), at: output.path)
        case .html, .csv, .json, .xlsx:
          try writer.add(
            document,
            to: output,
            created: CalendarDate(of: ReportPeriod(year: 2000)),
            author: nil,
          ) { () throws(AmountOverflow) in
            try tables.first.map { table throws(AmountOverflow) in try CSVExporter().write(table) }
          } json: { () throws(AmountOverflow) in
            try JSONExporter().json(tables)
          }
        }
      }
    } catch {
      throw .overflow
    }
    return try writer.write().warnings
  }
}
