internal import KollCalculation
internal import KollModel

extension ReportBuilder {
  /// A section whose text people write, without the text; `nil` where the report does without it.
  func section(of text: ReportDefinition.TextSection, at place: Int) -> Section? {
    guard texts.sections[place] == nil else { return Section(title: text.title, blocks: []) }
    guard text.missing != .omit else { return nil }
    return Section(title: text.title, blocks: [.paragraph("Text saknas.")])
  }

  /// Puts texts in their sections, with the figures of the report.
  /// - Parameters:
  ///   - sections: The report's sections.
  ///   - texts: The texts, by the places of their sections.
  ///   - placeOfComments: The section that managers' comments stand in, when there is one.
  ///   - findings: Gets what is wrong or doubtful about the texts.
  /// - Throws: `AmountOverflow` when a figure has too many digits to write.
  func fill(
    _ sections: inout [Section],
    with texts: [Int: WrittenText],
    commentsAt placeOfComments: Int?,
    _ findings: inout [Diagnostic],
  ) throws(AmountOverflow) {
    // In the report of an area the manager's own words come first.
    let told = placeOfComments == nil ? [] : [AreaPath.total] + areasToldOf
    let comments = told.filter { self.texts.comments[$0] != nil }
    guard !texts.isEmpty || !comments.isEmpty else { return }
    let own = sectionTables.sorted { $0.key < $1.key }.map(\.value)
    // What stands in workbooks only would make findings depend on the format.
    let shown = sections.filter { !$0.isAppendix } + [try savings?.section()].compactMap(\.self)
    let tables = [table] + own + shown.flatMap(\.blocks).compactMap(\.table)
    let figures = ReportFigures(areas: table, others: own, codes: self.texts.codes)
    var filling = TextFilling(figures, among: tables)
    for (place, text) in texts.sorted(by: { $0.key < $1.key }) {
      sections[place].blocks = try filling.blocks(of: text)
    }
    for area in comments {
      guard let place = placeOfComments, let text = self.texts.comments[area] else { continue }
      let title = ["Kommentar", area.labels.last].compactMap(\.self).joined(separator: ": ")
      sections[place].blocks += [.heading(title, level: 1)] + (try filling.blocks(of: text))
    }
    findings += filling.findings
  }
}
