internal import KollImport
internal import KollModel
internal import KollReport

extension ProjectReader {
  /// The longest name of a font that spreadsheet programs take.
  private static let longestFont = 31

  /// Reads how the project's documents look, and where its logo is.
  mutating func readTheme(_ root: YAMLMapping) -> (theme: Theme, logo: Project.Source?) {
    let keys = ["font", "colour", "logo"]
    guard let node = root.values["theme"],
      let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics)
    else { return (Theme(), nil) }
    let font = mapping.value(
      "font",
      Phrase(
        sv: "ett typsnitts namn: bokstäver, siffror, mellanslag och bindestreck, högst 31 tecken",
        en: "a font's name: letters, digits, blanks and hyphens, at most 31 characters",
      ),
      &diagnostics,
    ) { $0.isFontName(upTo: ProjectReader.longestFont) ? $0 : nil }
    let colour = mapping.value(
      "colour",
      Phrase(sv: "en färg som \"#005AA0\"", en: "a colour such as \"#005AA0\""),
      &diagnostics,
      Colour.init,
    )
    let logo = mapping.values["logo"].flatMap { _ in filePath(mapping, "logo") }.map { file in
      Project.Source(
        file: file,
        options: ReadingOptions(),
        place: mapping.place(of: "logo"),
        keyColumn: nil,
      )
    }
    return (Theme(font: font, colour: colour), logo)
  }
}

extension String {
  fileprivate func isFontName(upTo limit: Int) -> Bool {
    !isEmpty && utf16.count <= limit
      && allSatisfy { $0.isLetter || $0.isNumber && $0.isASCII || $0 == " " || $0 == "-" }
  }
}
