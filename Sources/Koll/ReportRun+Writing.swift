internal import KollCalculation
internal import KollExport
internal import KollExportXLSX
internal import KollFiles
internal import KollModel
internal import KollProject
internal import KollReport

extension ReportRun {
  /// Writes the reports in every format asked for, and the manifest last: all of them, or none.
  func write(_ reports: [BuiltReport]) throws(RunError) -> OutputWriter.Written {
    guard !reports.isEmpty else { return OutputWriter.Written(paths: [], warnings: []) }
    let folder = request.folder ?? path(in: inputs.folder, "rapporter")
    var writer = OutputWriter()
    for report in reports {
      let period = report.period.description
      let name = report.definition.fileName(ofArea: report.code)
      for format in request.formats {
        let relative = "\(period)/\(name)\(format.fileNameEnding).\(format.pathExtension)"
        try add(report, format, to: &writer, at: path(in: folder, relative))
      }
      if let template = report.template {
        let relative = "\(period)/\(report.definition.fileOfTemplate(ofArea: report.code))"
        add(template, of: report, to: &writer, at: path(in: folder, relative))
      }
      if let rows = report.rows {
        let relative = "\(period)/\(report.definition.fileOfRows(ofArea: report.code))"
        add(rows, of: report, to: &writer, at: path(in: folder, relative))
      }
      do throws(FileError) { try createFolder(path(in: folder, period)) } catch {
        throw .file(error)
      }
    }
    return try writer.write(manifest: { digests in
      (path(in: folder, "manifest.json"), manifest(of: reports, digests, in: folder).document)
    })
  }

  private func add(
    _ report: BuiltReport,
    _ format: OutputFormat,
    to writer: inout OutputWriter,
    at path: String,
  ) throws(RunError) {
    do throws(AmountOverflow) {
      switch format {
      case .text: writer.add(try TextExporter().write(report.document), at: path)
      case .list: writer.add(try TextExporter.list.write(report.document), at: path)
      case .markdown: writer.add(try MarkdownExporter().write(report.document), at: path)
      case .html: writer.add(try HTMLExporter().write(report.document), at: path)
      case .csv:
        guard let table = report.tableOfCSV else { break }
        writer.add(try CSVExporter().write(table), at: path)
      case .json: writer.add(try JSONExporter().json(report.tables).document, at: path)
      case .xlsx: add(report.document, of: report, to: &writer, at: path)
      }
    } catch {
      throw .overflow
    }
  }

  private func add(
    _ document: Document,
    of report: BuiltReport,
    to writer: inout OutputWriter,
    at path: String,
  ) {
    writer.add(
      document,
      created: report.definition.date.flatMap(CalendarDate.init) ?? CalendarDate(of: report.period),
      author: inputs.project?.organisation.name,
      at: path,
    )
  }

  /// What was read and written, with the fingerprint of each file.
  private func manifest(
    of reports: [BuiltReport],
    _ outputs: [(path: String, sha256: String)],
    in folder: String,
  ) -> JSON {
    let prefix = path(in: folder, "")
    return .object([
      .init("program", .text(Koll.nameAndVersion)),
      .init(
        "inputs",
        .array(
          (inputs.sources + inputs.textRecords).map { source in
            .object([
              .init("file", .text(source.file)),
              .init("rows", .number(source.recordCount)),
              .init("sha256", .text(source.sha256)),
            ])
          }
        ),
      ),
      .init(
        "outputs",
        .array(
          outputs.map { output in
            .object([
              .init("file", .text(String(output.path.dropFirst(prefix.count)))),
              .init("sha256", .text(output.sha256)),
            ])
          }
        ),
      ),
      .init("checks", .array(reports.flatMap(checks))),
    ])
  }

  private func checks(of report: BuiltReport) -> [JSON] {
    report.tables.flatMap { table in
      table.checks.map { JSON.object(members(of: $0, in: table, of: report)) }
    }
  }

  private func members(
    of check: Check,
    in table: ComputedTable,
    of report: BuiltReport,
  ) -> [JSON.Member] {
    let title = table.title.map { [JSON.Member("table", .text($0))] } ?? []
    return [
      .init("report", .text(report.definition.name)),
      .init("period", .text(report.period.description)),
    ] + title + [
      .init("row", .text(check.row)),
      .init("column", .text(table.columns[check.column].title)),
      .init("verdict", .text(check.verdict.rawValue)),
    ]
  }
}

extension ReportDefinition {
  /// The name of the report's files about an area, without extension.
  func fileName(ofArea code: String) -> String { "\(name)-\(code)" }

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
