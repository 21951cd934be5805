internal import KollModel
internal import KollProject
internal import KollReport

extension ProjectRun {
  /// Reads how the project's documents look, with the logo from its file.
  mutating func readTheme() throws(RunError) {
    guard let project else { return }
    theme = project.theme
    guard let source = project.logo, let bytes = try open(source) else { return }
    let description = "Logotyp, \(project.organisation.name)"
    theme.logo = Picture(png: bytes, description: description)
    if theme.logo == nil { diagnostics.append(.noLogo(source)) }
  }
}

extension Diagnostic {
  fileprivate static func noLogo(_ source: Project.Source) -> Diagnostic {
    let (kibibytes, dots) = (Picture.mostBytes / 1_024, Picture.mostDots)
    return Diagnostic(
      .projectValueInvalid,
      at: source.place,
      field: "logo",
      value: source.file,
      Phrase(
        sv: "\(source.file) är ingen hel bild i PNG, eller för stor",
        en: "\(source.file) is no whole PNG picture, or too large",
      ),
      help: Phrase(
        sv: "spara logotypen som PNG, högst \(kibibytes) kB och \(dots) punkter på en sida",
        en: "save the logo as PNG, at most \(kibibytes) kB and \(dots) dots on a side",
      ),
    )
  }
}
