import KollArchive
import KollExportXLSX
import KollModel
import KollReport
import KollTestSupport
import Testing

/// A workbook that was written, read again from its bytes.
struct WrittenWorkbook: Sendable {
  let bytes: [UInt8]
  let receipt: WorkbookReceipt
  private let parts: [String: [UInt8]]
  private let texts: [String]

  /// Writes a document, verifies the file and unpacks it.
  init(
    _ document: Document,
    _ properties: WorkbookProperties = .ofTests,
    rowLimit: Int = 1_048_576,
  ) throws {
    let exporter = WorkbookExporter(properties: properties, rowLimit: rowLimit)
    try self.init { path, folder throws(WorkbookError) in
      try exporter.write(document, to: path, temporaryFolder: folder)
    }
  }

  /// Has a workbook written to a path, verifies the file and unpacks it.
  init(_ write: (String, String) throws(WorkbookError) -> WorkbookReceipt) throws {
    let folder = try TemporaryFolder()
    receipt = try write(folder["workbook.xlsx"], folder.path)
    bytes = try folder.tree.bytes(of: "workbook.xlsx")
    try #require(try folder.tree.paths() == ["workbook.xlsx"], "temporary files were left")
    try receipt.verify(bytes)
    parts = try WrittenWorkbook.parts(of: bytes)
    texts = SheetReading.texts(of: parts["xl/sharedStrings.xml"] ?? [])
  }

  /// The contents of all parts of an archive, by their names.
  static func parts(of bytes: [UInt8]) throws -> [String: [UInt8]] {
    let archive = try ArchiveReader(bytes)
    var parts: [String: [UInt8]] = [:]
    for part in archive.parts { parts[part.name] = try archive.contents(of: part.name) }
    return parts
  }

  /// The names and contents of all parts, sorted by name.
  var allParts: [(name: String, contents: [UInt8])] {
    parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A part as text.
  func part(_ name: String) throws -> String {
    String(decoding: try #require(parts[name]), as: UTF8.self)
  }

  /// A sheet's part as text; sheets are counted from 1.
  func sheet(_ number: Int = 1) throws -> String {
    try part("xl/worksheets/sheet\(number).xml")
  }

  /// The cells of a sheet by their references.
  func cells(_ number: Int = 1) throws -> [String: WrittenCell] {
    SheetReading.cells(
      of: try sheet(number),
      texts: texts,
      patterns: SheetReading.patterns(of: try part("xl/styles.xml")),
    )
  }

  /// The names of the sheets, in the order of the tabs.
  var sheetNames: [String] {
    get throws {
      try part("xl/workbook.xml").split(separator: "<sheet ").dropFirst()
        .map { SheetReading.attribute("name", in: String($0)) ?? "" }
    }
  }
}

extension WorkbookProperties {
  /// Properties that no test depends on.
  static var ofTests: WorkbookProperties {
    guard let date = CalendarDate(year: 2020, month: 12, day: 31) else {
      preconditionFailure("the last day of a year exists")
    }
    return WorkbookProperties(created: date, application: "Koll 0")
  }
}
