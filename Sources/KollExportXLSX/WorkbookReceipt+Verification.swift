internal import KollArchive
internal import KollReport

extension WorkbookReceipt {
  /// Looks whether a finished workbook holds what was written to it.
  ///
  /// All parts must be there and no others, each well-formed to its end, with as many sheets,
  /// rows, cells, formulas and texts as were written. A block of a part that a failed write lost
  /// is found by this even where the rest happens to be well-formed.
  /// - Parameter bytes: The whole file, read again from where it was written.
  /// - Throws: ``WorkbookError/damaged(part:_:)`` for the first difference.
  public func verify(_ bytes: [UInt8]) throws(WorkbookError) {
    let archive: ArchiveReader
    do throws(ArchiveError) {
      archive = try ArchiveReader(bytes)
    } catch {
      throw .damaged(part: error.part ?? "xlsx", .unreadable)
    }
    let names = expectedParts
    for part in archive.parts where !names.contains(part.name) {
      throw .damaged(part: part.name, .missing)
    }
    for name in names { try verify(name, in: archive) }
  }

  /// The parts that the library writes for workbooks of our kind.
  private var expectedParts: [String] {
    [PartName.contentTypes, PartName.relationships, PartName.application, PartName.core]
      + [PartName.workbook, PartName.workbookRelationships, PartName.styles, PartName.theme]
      + (texts.count > 0 ? [PartName.texts] : [])
      + sheets.indices.map(PartName.sheet) + partsOfCharts
  }

  /// The parts that the library writes for charts and for tables of its own: one each, a drawing for
  /// a sheet with charts, and for a sheet with any of them what leads there.
  private var partsOfCharts: [String] {
    sheets.indices.filter { !sheets[$0].isPlain }.map(PartName.sheetRelationships)
      + drawn.indices.flatMap { [PartName.drawing($0), PartName.drawingRelationships($0)] }
      + charts.indices.map(PartName.chart) + tables.indices.map(PartName.table)
      + pictures.indices.map(PartName.picture)
  }

  /// The charts of the workbook.
  private var charts: [ChartTally] { sheets.flatMap(\.charts) }
  /// How many columns each of the program's own tables has.
  private var tables: [Int] { sheets.flatMap(\.tables) }
  /// The pictures of the workbook.
  private var pictures: [Picture] { sheets.flatMap(\.pictures) }
  /// The sheets with charts or pictures.
  private var drawn: [SheetTally] { sheets.filter(\.isDrawn) }

  private func verify(_ name: String, in archive: ArchiveReader) throws(WorkbookError) {
    guard let part = archive.part(named: name) else { throw .damaged(part: name, .missing) }
    if let picture = pictures.indices.first(where: { PartName.picture($0) == name }) {
      guard try archive.wholeContents(of: part) == pictures[picture].bytes else {
        throw .damaged(part: name, .contentDiffers)
      }
      return
    }
    let scan = try archive.scan(part)
    let isAsWritten =
      name == PartName.styles
      ? hasAllStyles(scan, try archive.wholeContents(of: part)) : isAsWritten(name, scan)
    guard isAsWritten else { throw .damaged(part: name, .contentDiffers) }
  }

  private func isAsWritten(_ name: String, _ scan: XMLScan) -> Bool {
    let hasTexts = texts.count > 0 ? 1 : 0
    switch name {
    case PartName.contentTypes:
      return scan.root == "Types"
        && scan.count(of: "Default") == (pictures.isEmpty ? 2 : 3)
        && scan.count(of: "Override") == sheets.count + 5 + hasTexts + charts.count + drawn.count
          + tables.count
    case PartName.relationships:
      return scan.root == "Relationships" && scan.count(of: "Relationship") == 3
    case PartName.workbookRelationships:
      return scan.root == "Relationships"
        && scan.count(of: "Relationship") == sheets.count + 2 + hasTexts
    case PartName.workbook:
      return scan.root == "workbook" && scan.count(of: "sheet") == sheets.count
        && scan.count(of: "definedName") == definedNames && scan.count(of: "calcPr") == 1
    case PartName.application:
      // Two headings stand before the names of sheets and ranges; those of filters are left out.
      let filters = sheets.reduce(0) { $0 + $1.filters }
      return scan.root == "Properties"
        && scan.count(of: "vt:lpstr") == sheets.count + definedNames - filters + 2
    case PartName.core:
      return scan.root == "cp:coreProperties" && scan.count(of: "dcterms:created") == 1
    case PartName.theme: return scan.root == "a:theme"
    case PartName.texts:
      return scan.root == "sst" && scan.count(of: "si") == texts.count
        && scan.count(of: "t") == texts.count && scan.textBytes(in: "t") == texts.bytes
    default:
      guard let sheet = sheets.indices.first(where: { PartName.sheet($0) == name }) else {
        return isAsDrawn(name, scan)
      }
      return sheets[sheet].isFound(in: scan)
    }
  }

  /// Whether a part of a chart, a drawing or a table of its own holds what was put there.
  private func isAsDrawn(_ name: String, _ scan: XMLScan) -> Bool {
    if let chart = charts.indices.first(where: { PartName.chart($0) == name }) {
      return charts[chart].isFound(in: scan)
    }
    if let table = tables.indices.first(where: { PartName.table($0) == name }) {
      return scan.root == "table" && scan.count(of: "tableColumn") == tables[table]
    }
    if let sheet = sheets.indices.first(where: { PartName.sheetRelationships($0) == name }) {
      let leads = sheets[sheet].tables.count + (sheets[sheet].isDrawn ? 1 : 0)
      return scan.root == "Relationships" && scan.count(of: "Relationship") == leads
    }
    for (number, sheet) in drawn.enumerated() {
      switch name {
      case PartName.drawing(number):
        return scan.root == "xdr:wsDr" && scan.count(of: "xdr:graphicFrame") == sheet.charts.count
          && scan.count(of: "xdr:pic") == sheet.pictures.count
      case PartName.drawingRelationships(number):
        return scan.root == "Relationships"
          && scan.count(of: "Relationship") == sheet.charts.count + sheet.pictures.count
      default: continue
      }
    }
    return false
  }

  /// The lists of a styles part state how many entries follow.
  private func hasAllStyles(_ scan: XMLScan, _ contents: [UInt8]) -> Bool {
    // The looks of cells, and the one that the style "Normal" is made of.
    guard scan.root == "styleSheet",
      let looks = declaredCount(of: "cellXfs", in: contents),
      let base = declaredCount(of: "cellStyleXfs", in: contents),
      scan.count(of: "xf") == looks + base
    else { return false }
    // What is laid over cells, one look at most, has a font and a fill of its own in its own list.
    let laidOver = sheets.contains { $0.signals > 0 } ? 1 : 0
    let lists = [
      ("fonts", "font", laidOver), ("fills", "fill", laidOver), ("borders", "border", 0),
    ]
    let hasPatterns = scan.count(of: "numFmts") == 1
    return declaredCount(of: "dxfs", in: contents) == laidOver
      && scan.count(of: "dxf") == laidOver
      && (lists + (hasPatterns ? [("numFmts", "numFmt", 0)] : [])).allSatisfy {
        list,
        entry,
        others in
        declaredCount(of: list, in: contents) == scan.count(of: entry) - others
      }
  }
}

extension ArchiveReader {
  /// What a part of XML is made of, read a piece at a time: a sheet may be larger than memory.
  fileprivate func scan(_ part: ArchivePart) throws(WorkbookError) -> XMLScan {
    var scanner = XMLScanner(part: part.name)
    do {
      var pieces = try pieces(of: part)
      while let piece = try pieces.next() { try scanner.read(piece) }
      return try scanner.finish()
    } catch {
      throw .damaged(part: part.name, error is XMLError ? .malformed : .unreadable)
    }
  }

  /// The contents of a part that is small.
  fileprivate func wholeContents(of part: ArchivePart) throws(WorkbookError) -> [UInt8] {
    do throws(ArchiveError) {
      return try contents(of: part)
    } catch {
      throw .damaged(part: part.name, .unreadable)
    }
  }
}

extension SheetTally {
  /// Whether the sheet is cells alone.
  fileprivate var isPlain: Bool { !isDrawn && tables.isEmpty }

  /// Whether something is drawn on the sheet.
  fileprivate var isDrawn: Bool { !charts.isEmpty || !pictures.isEmpty }

  /// Whether a sheet's part holds what was written.
  fileprivate func isFound(in scan: XMLScan) -> Bool {
    let inlineTexts = inlineBytes == nil ? 0 : texts
    return scan.root == "worksheet"
      && scan.count(of: "row") == rows
      && scan.count(of: "col") == columns
      && scan.count(of: "c") == cells
      && scan.count(of: "f") == formulas
      && scan.count(of: "v") == cells - blanks - inlineTexts
      && scan.count(of: "is") == inlineTexts
      && scan.count(of: "t") == inlineTexts
      && scan.textBytes(in: "t") == inlineBytes ?? 0
      && scan.count(of: "autoFilter") == filters
      && scan.count(of: "drawing") == (isDrawn ? 1 : 0)
      && scan.count(of: "hyperlink") == links
      && scan.count(of: "dataValidation") == validations
      && scan.count(of: "sheetProtection") == (isLocked ? 1 : 0)
      && scan.count(of: "tablePart") == tables.count
      && scan.count(of: "conditionalFormatting") == signals
      && scan.count(of: "cfRule") == signals
      && [
        "sheetPr", "dimension", "sheetView", "pageMargins", "pageSetup", "oddHeader", "oddFooter",
      ]
      .allSatisfy { scan.count(of: $0) == 1 }
  }
}

extension ChartTally {
  /// Whether a chart's part holds what was written.
  fileprivate func isFound(in scan: XMLScan) -> Bool {
    scan.root == "c:chartSpace" && scan.count(of: "c:ser") == strips
      && scan.count(of: "c:pt") == points
      && scan.count(of: "c:upDownBars") == (hasHangingBars ? 1 : 0)
  }
}

/// The names of a workbook's parts.
private enum PartName {
  static let contentTypes = "[Content_Types].xml"
  static let relationships = "_rels/.rels"
  static let application = "docProps/app.xml"
  static let core = "docProps/core.xml"
  static let workbook = "xl/workbook.xml"
  static let workbookRelationships = "xl/_rels/workbook.xml.rels"
  static let styles = "xl/styles.xml"
  static let theme = "xl/theme/theme1.xml"
  static let texts = "xl/sharedStrings.xml"

  static func sheet(_ index: Int) -> String { "xl/worksheets/sheet\(index + 1).xml" }
  static func sheetRelationships(_ index: Int) -> String {
    "xl/worksheets/_rels/sheet\(index + 1).xml.rels"
  }
  static func drawing(_ index: Int) -> String { "xl/drawings/drawing\(index + 1).xml" }
  static func drawingRelationships(_ index: Int) -> String {
    "xl/drawings/_rels/drawing\(index + 1).xml.rels"
  }
  static func table(_ index: Int) -> String { "xl/tables/table\(index + 1).xml" }
  static func picture(_ index: Int) -> String { "xl/media/image\(index + 1).png" }
  static func chart(_ index: Int) -> String { "xl/charts/chart\(index + 1).xml" }
}
