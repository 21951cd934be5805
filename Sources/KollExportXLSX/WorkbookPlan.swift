internal import KollModel
internal import KollReport

/// Which sheets a document becomes, and what stands where on each.
struct WorkbookPlan {
  /// The sheets in order, by the names on their tabs.
  let sheets: [(name: String, plan: SheetPlan)]
  /// The warnings about tabs that could not have the names asked for.
  let renamed: [Diagnostic]

  /// Arranges a document.
  /// - Parameters:
  ///   - document: The document; one without sections gives a sheet with its title.
  ///   - rowLimit: How many rows a sheet has at most.
  /// - Throws: ``WorkbookError`` when it needs more sheets than a workbook has.
  init(_ document: Document, rowLimit: Int) throws(WorkbookError) {
    let sections =
      document.sections.isEmpty
      ? [Section(title: document.title, blocks: [])] : document.sections
    let parts = sections.enumerated().flatMap { index, section in
      SheetPart.parts(of: section, rowLimit: rowLimit) { section in
        let part = SheetPart(section: section, number: 1, isContinued: false)
        return SheetPlan(part, of: document, among: [], place: index).rowCount
      }
    }
    guard parts.count <= SheetLimits.sheets else { throw .tooMany(.sheets) }
    var namer = SheetNamer()
    var renamed: [Diagnostic] = []
    var tabs: [SheetPlan.Tab] = []
    for (index, part) in parts.enumerated() {
      let wish = part.section.tab ?? part.section.title
      let name = namer.name(for: wish, number: index + 1)
      tabs.append((name, part.title))
      if part.number == 1, part.section.tab != nil, name != wish {
        renamed.append(.renamed(wish, to: name))
      }
    }
    self.renamed = renamed
    sheets = parts.enumerated().map { place, part in
      (name: tabs[place].name, plan: SheetPlan(part, of: document, among: tabs, place: place))
    }
  }
}

extension Diagnostic {
  /// The warning that a sheet's tab could not have the name asked for.
  fileprivate static func renamed(_ wish: String, to name: String) -> Diagnostic {
    Diagnostic(
      .textShortened,
      .warning,
      value: wish.shortened(toUTF16: 60),
      Phrase(
        sv: """
          bladet heter "\(name)": ett bladnamn har högst \(SheetLimits.sheetName) tecken, inga av \
          []:*?/\\ och finns bara en gång
          """,
        en: """
          the sheet is called "\(name)": a sheet's name has at most \(SheetLimits.sheetName) \
          characters, none of []:*?/\\ and is there only once
          """,
      ),
    )
  }
}
