internal import KollModel
public import KollReport

/// Writes a document as a workbook: each section a sheet, each sum and derived figure a live
/// formula with its exact value beside it.
public struct WorkbookExporter: Sendable {
  /// What the workbook says about itself.
  public let properties: WorkbookProperties
  /// How many rows a sheet has at most.
  let rowLimit: Int

  /// Creates an exporter.
  /// - Parameter properties: What the workbook says about itself.
  public init(properties: WorkbookProperties) {
    self.init(properties: properties, rowLimit: SheetLimits.rows)
  }

  /// Creates an exporter whose sheets have fewer rows than programs can open.
  package init(properties: WorkbookProperties, rowLimit: Int) {
    self.properties = properties
    self.rowLimit = rowLimit
  }

  /// Writes the workbook.
  ///
  /// The library reports success after failed writes to its temporary files. The file at the path
  /// is therefore not to be used before ``WorkbookReceipt/verify(_:)`` has found in it what the
  /// receipt says: write to a sibling of the destination, verify, and only then rename.
  /// - Parameters:
  ///   - document: The document; one without sections gives a sheet with its title.
  ///   - path: Where the file is written; one that is there is replaced.
  ///   - temporaryFolder: Where the parts are collected, on the same file system as the path.
  /// - Returns: What must be found in the file.
  /// - Throws: ``WorkbookError`` when the document does not fit a workbook or it cannot be written.
  public func write(
    _ document: Document,
    to path: String,
    temporaryFolder: String,
  ) throws(WorkbookError) -> WorkbookReceipt {
    let workbook = try WorkbookPlan(document, rowLimit: rowLimit)
    let plans = workbook.sheets
    var sheets: [(name: String, writer: SheetWriter)] = []
    let sources = SourceLinks(plans)
    let places = TablePlaces(plans)
    for (name, plan) in plans {
      let writer = SheetWriter(plan, of: document, sources, places)
      try writer.checkSize(of: name, rowLimit: rowLimit)
      sheets.append((name, writer))
    }
    return try write(sheets, workbook.renamed, of: document, to: path, temporaryFolder)
  }

  private func write(
    _ sheets: [(name: String, writer: SheetWriter)],
    _ renamed: [Diagnostic],
    of document: Document,
    to path: String,
    _ temporaryFolder: String,
  ) throws(WorkbookError) -> WorkbookReceipt {
    let properties = FileProperties(
      title: document.title,
      organisation: document.organisation,
      properties,
    )
    return try Workbook.write(
      to: path,
      temporaryFolder: temporaryFolder,
      isStreamed: document.isStreamed,
    ) { workbook throws(WorkbookError) in
      workbook.setDefaultFont(of: document.theme)
      try workbook.set(properties)
      var styles = StyleBook(document.theme)
      var tallies: [SheetTally] = []
      var warnings = renamed
      for (index, sheet) in sheets.enumerated() {
        let tally = try workbook.addSheet(named: sheet.name, styles: &styles) {
          lent throws(WorkbookError) in
          if index == 0 { lent.activate() }
          try sheet.writer.write(to: &lent, of: workbook)
          warnings += lent.shortened
        }
        tallies.append(tally)
      }
      return WorkbookReceipt(
        sheets: tallies,
        texts: workbook.texts,
        definedNames: tallies.reduce(0) { $0 + $1.definedNames },
        warnings: warnings,
      )
    }
  }
}

extension Document {
  /// Whether it has more rows than memory should hold at once.
  fileprivate var isStreamed: Bool {
    sections.contains { section in
      section.blocks.contains { if case .rows = $0 { true } else { false } }
    }
  }
}
