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
  /// - Returns: What a workbook had to shorten.
  /// - Throws: ``RunError`` when they cannot be written; the places then hold what they held.
  @discardableResult
  public static func write(
    _ tables: [ComputedTable],
    to outputs: [Output],
  ) throws(RunError) -> [Diagnostic] {
    var writer = OutputWriter()
    let document = Document(tables)
    do throws(AmountOverflow) {
      for output in outputs {
        switch output.format {
        case .text: writer.add(try TextExporter().write(document.sections), at: output.path)
        case .list: writer.add(try TextExporter.list.write(document.sections), at: output.path)
        case .markdown:
          writer.add(try MarkdownExporter().write(document.sections), at: output.path)
        case .html: writer.add(try HTMLExporter().write(document), at: output.path)
        case .csv:
          for table in tables { writer.add(try CSVExporter().write(table), at: output.path) }
        case .json: writer.add(try JSONExporter().json(tables).document, at: output.path)
        case .xlsx:
          writer.add(
            document,
            created: CalendarDate(of: ReportPeriod(year: 2000)),
            author: nil,
            at: output.path,
          )
        }
      }
    } catch {
      throw .overflow
    }
    return try writer.write().warnings
  }
}
