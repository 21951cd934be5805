internal import KollModel
internal import KollReport
internal import Yams

extension ProjectReader {
  /// Reads a section whose text people write.
  mutating func readTextSection(_ node: Node) -> ReportDefinition.Section? {
    let keys = ["text", "title", "missing"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let name = fileName(mapping, "text")
    let title = mapping.requiredText("title", &diagnostics)
    let missing: ReportDefinition.Missing? = mapping.word("missing", &diagnostics)
    let place = mapping.place(of: "text")
    if !hasTexts { diagnostics.append(.withoutTexts(at: place)) }
    guard let name, let title else { return nil }
    return .text(
      ReportDefinition.TextSection(
        name: name,
        title: title,
        missing: missing ?? .say,
        place: place,
      )
    )
  }
}

extension Diagnostic {
  fileprivate static func withoutTexts(at place: Location) -> Diagnostic {
    Diagnostic(
      .projectKeyMissing,
      at: place,
      field: "texts",
      Phrase(
        sv: "avsnittet är en text, och nyckeln \"texts\" saknas",
        en: "the section is a text, and the key \"texts\" is missing",
      ),
      help: Phrase(
        sv: "lägg till mappen med texterna överst i filen: texts: texter",
        en: "add the folder with the texts at the top of the file: texts: texter",
      ),
    )
  }
}
