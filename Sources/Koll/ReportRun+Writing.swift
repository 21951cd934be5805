internal import KollCalculation
internal import KollExport
internal import KollExportXLSX
internal import KollFiles
internal import KollModel
internal import KollProject
internal import KollReport

extension BuiltReport {
  /// The report's files in every format asked for, ready to be written together.
  /// - Parameters:
  ///   - formats: The formats.
  ///   - folder: The folder to write to.
  ///   - author: Whose report it is.
  ///   - inputs: The paths of files that nothing is written over.
  /// - Returns: The writer of the files.
  /// - Throws: ``RunError`` when a figure cannot be written, or the folder cannot be made.
  func writer(
    _ formats: [OutputFormat],
    in folder: String,
    author: String?,
    keeping inputs: [String],
  ) throws(RunError) -> OutputWriter {
    var writer = OutputWriter(keeping: inputs)
    let created = definition.date.flatMap(CalendarDate.init) ?? CalendarDate(of: period)
    do throws(AmountOverflow) {
      for format in formats {
        let file = path(in: folder, definition.file(format, ofArea: code, period))
        try writer.add(
          document,
          to: Output(path: file, format: format),
          created: created,
          author: author,
        ) { () throws(AmountOverflow) in
          try tableOfCSV.map { table throws(AmountOverflow) in try CSVExporter().write(table) }
        } json: { () throws(AmountOverflow) in
          try JSONExporter().json(tables)
        }
      }
    } catch {
      throw .overflow
    }
    let documents = [
      (template, definition.fileOfTemplate(ofArea: code)),
      (rows, definition.fileOfRows(ofArea: code)),
    ]
    for case (let document?, let name) in documents {
      let file = path(in: folder, "\(period)/\(name)")
      writer.add(document, created: created, author: author, at: file)
    }
    do throws(FileError) { try createFolder(path(in: folder, period.description)) } catch {
      throw .file(error)
    }
    return writer
  }

  /// The comparisons of stated figures with computed ones in the report's tables.
  var checks: [Manifest.CheckRecord] {
    tables.flatMap { table in
      table.checks.map { check in
        Manifest.CheckRecord(
          report: definition.name,
          period: period.description,
          area: code,
          table: table.title,
          row: check.row,
          column: table.columns[check.column].title,
          verdict: check.verdict.rawValue,
        )
      }
    }
  }
}

extension ReportDefinition {
  /// The name of the report's files about an area, without extension.
  func fileName(ofArea code: String) -> String { "\(name)-\(code)" }

  /// The path of one of the report's files from the folder of reports.
  func file(_ format: OutputFormat, ofArea code: String, _ period: ReportPeriod) -> String {
    "\(period)/\(fileName(ofArea: code))\(format.fileNameEnding).\(format.pathExtension)"
  }

  /// What the name of a template has behind that of the report.
  static let templateWord = "-mall"
  /// What the name of the workbook with the rows of the sources has.
  static let rowsWord = "-rader"

  /// The name of the sheet to fill in.
  func fileOfTemplate(ofArea code: String) -> String {
    fileName(ofArea: code) + ReportDefinition.templateWord + ".xlsx"
  }

  /// The name of the workbook with the rows of the sources.
  func fileOfRows(ofArea code: String) -> String {
    fileName(ofArea: code) + ReportDefinition.rowsWord + ".xlsx"
  }
}

/// A path below a folder.
func path(in folder: String, _ name: String) -> String {
  if folder == "." { return name }
  return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}

extension CalendarDate {
  /// The day in the calendar.
  init?(_ day: Day) {
    self.init(year: day.month.year, month: day.month.month, day: day.day)
  }

  /// New Year's Day of the year that a report is about, or the first day of its month.
  init(of period: ReportPeriod) {
    let month = period.month?.month ?? 1
    guard let date = CalendarDate(year: period.month?.year ?? period.year, month: month, day: 1)
    else {
      preconditionFailure("a report's year is from 1900 to 2199")
    }
    self = date
  }
}
