extension Structure {
  /// What a row's labels mean.
  public enum Match: Hashable, Sendable {
    /// One area, as an index.
    case area(Int)
    /// Several areas, of which nothing says which.
    case ambiguous([Int])
    /// Areas that are not below those that the labels name above it.
    case elsewhere([Int])
    /// No area.
    case unknown
  }

  /// Finds the area that a row's labels mean.
  ///
  /// The last label says which area, by code, name, alias, or code and name; case, white space
  /// and kinds of dashes are ignored. Labels above it that are areas must be above it in the structure too. Where
  /// several areas are left, those that exist in the days of the figures are meant.
  /// - Parameters:
  ///   - labels: The row's labels, the widest first.
  ///   - days: The days that its figures are about.
  /// - Returns: What they mean.
  public func match(_ labels: [String], in days: [Validity] = []) -> Match {
    guard let label = labels.last else { return .unknown }
    let named = areas(called: label)
    guard !named.isEmpty else { return .unknown }
    var left = named
    for heading in labels.dropLast() {
      let wider = areas(called: heading)
      guard !wider.isEmpty else { continue }
      left = left.filter { area in areas(above: area).contains { wider.contains($0) } }
    }
    if left.isEmpty { return .elsewhere(named) }
    if left.count == 1 { return .area(left[0]) }
    let existing = left.filter { area in days.contains { areas[area].validity.overlaps($0) } }
    return existing.count == 1 ? .area(existing[0]) : .ambiguous(left)
  }

  /// The name of an area as people tell it from others: its path, or its own name for the whole.
  /// - Parameter area: An index into the areas.
  /// - Returns: The name.
  public func fullName(of area: Int) -> String {
    let labels = path(of: area).labels
    return labels.isEmpty ? areas[area].name : labels.joined(separator: " / ")
  }

  /// What to write instead of a label that is no area.
  /// - Parameter label: The label.
  /// - Returns: The help: the nearest name, or how to add the area.
  public func help(for label: String) -> Phrase {
    let names = areas.flatMap { area in
      [area.name] + area.aliases + (area.code.map { [$0, "\($0) \(area.name)"] } ?? [])
    }
    if let nearest = label.nearest(among: names) {
      return Phrase(sv: "menade du \"\(nearest)\"?", en: "did you mean \"\(nearest)\"?")
    }
    let code = label.prefix { !$0.isWhitespace }
    if let area = areas.first(where: { $0.code.map { $0 == code } ?? false }) {
      return Phrase(
        sv: "koden \(code) är \"\(area.name)\"; skriv namnet som alias om det är samma område",
        en: "code \(code) is \"\(area.name)\"; write the name as an alias if it is the same area",
      )
    }
    return Phrase(
      sv: "lägg till området i strukturen, eller namnet som alias för ett område som finns",
      en: "add the area to the structure, or the name as an alias of an area there",
    )
  }
}
