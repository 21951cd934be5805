extension Structure {
  /// An area as a register states it, its parent still a name.
  public struct Entry: Hashable, Sendable {
    /// The area, without its parent.
    public var area: Area
    /// The code or the name of the area that it is a part of.
    public var parent: String?
    /// Where the register states what; the whole row where a column is not there.
    public var places: [Field: Diagnostic.Location]

    /// What a register states of an area, by the column's name there.
    public enum Field: String, Sendable, CaseIterable {
      /// The code.
      case code = "kod"
      /// The name.
      case name = "namn"
      /// The area that it is a part of.
      case parent = "överordnad"
      /// What kind of area it is.
      case type = "typ"
      /// The first day or month.
      case validFrom = "giltig från"
      /// The last day or month.
      case validTo = "giltig till"
      /// Other names, with `|` between.
      case aliases = "alias"
    }

    /// Creates an entry.
    /// - Parameters:
    ///   - area: The area, without its parent.
    ///   - parent: The code or the name of the area that it is a part of.
    ///   - places: Where the register states what.
    public init(
      _ area: Area,
      parent: String? = nil,
      places: [Field: Diagnostic.Location] = [:],
    ) {
      self.area = area
      self.parent = parent
      self.places = places
    }

    func place(of field: Field) -> Diagnostic.Location {
      places[field] ?? Diagnostic.Location(file: area.origin.file, line: area.origin.line)
    }
  }

  /// Makes a structure of a register's entries, and says everything that is wrong with it.
  /// - Parameter entries: The entries in the register's order.
  /// - Returns: The structure, or `nil` with the findings that stand in its way.
  public static func build(
    from entries: [Entry]
  ) -> (structure: Structure?, diagnostics: [Diagnostic]) {
    var building = StructureBuilding(entries)
    building.checkCodes()
    building.resolveParents()
    building.checkCycles()
    building.checkNames()
    building.checkAliases()
    building.checkValidity()
    guard building.diagnostics.isEmpty else { return (nil, building.diagnostics.inLineOrder) }
    return (Structure(building.areas), [])
  }
}

/// The checks of a structure, each of which may find something.
private struct StructureBuilding {
  let entries: [Structure.Entry]
  /// The areas, with their parents as far as they were found.
  private(set) var areas: [Structure.Area]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ entries: [Structure.Entry]) {
    self.entries = entries
    areas = entries.map(\.area)
  }

  mutating func checkCodes() {
    var lines: [String: Int] = [:]
    for entry in entries {
      guard let code = entry.area.code else { continue }
      if let line = lines[code.areaKey] {
        diagnostics.append(.twice(code, .code, line: line, at: entry.place(of: .code)))
      } else {
        lines[code.areaKey] = entry.area.origin.line
      }
    }
  }

  mutating func resolveParents() {
    let byCode = grouped { [$0.code].compactMap(\.self) }
    let byName = grouped { [$0.name] }
    let byAlias = grouped(by: \.aliases)
    for (index, entry) in entries.enumerated() {
      guard let parent = entry.parent else { continue }
      let key = parent.areaKey
      let found = [byCode, byName, byAlias].lazy.compactMap { $0[key] }.first ?? []
      if found.count == 1 {
        areas[index].parent = found[0]
      } else if found.isEmpty {
        let names = entries.flatMap { [$0.area.code, $0.area.name] }.compactMap(\.self)
        diagnostics.append(.unknownParent(parent, among: names, at: entry.place(of: .parent)))
      } else {
        let lines = found.map { entries[$0].area.origin.line }
        diagnostics.append(.ambiguousParent(parent, lines, at: entry.place(of: .parent)))
      }
    }
  }

  private func grouped(by names: (Structure.Area) -> [String]) -> [String: [Int]] {
    var groups: [String: [Int]] = [:]
    for (index, area) in areas.enumerated() {
      for key in names(area).map(\.areaKey) where groups[key]?.last != index {
        groups[key, default: []].append(index)
      }
    }
    return groups
  }

  /// Reports each cycle once, at the first of its areas, and opens it there.
  mutating func checkCycles() {
    // The walk in which an area was first met; each is walked over once.
    var walks: [Int?] = areas.map { _ in nil }
    for start in areas.indices {
      var next: Int? = start
      while let area = next, walks[area] == nil {
        walks[area] = start
        next = areas[area].parent
      }
      guard let closing = next, walks[closing] == start else { continue }
      var names: [String] = []
      var area = closing
      repeat {
        names.append(areas[area].name)
        area = areas[area].parent ?? closing
      } while area != closing
      diagnostics.append(.cycle(names, at: entries[closing].place(of: .parent)))
      areas[closing].parent = nil
    }
  }

  /// Reports names that stand twice below the same area at the same time.
  mutating func checkNames() {
    let siblings = Dictionary(grouping: areas.indices) { index in
      [areas[index].parent.map(String.init) ?? "", areas[index].name.areaKey]
    }
    for index in areas.indices {
      let same = siblings[[areas[index].parent.map(String.init) ?? "", areas[index].name.areaKey]]
      let earlier = same?.first { other in
        other < index && areas[other].validity.overlaps(areas[index].validity)
      }
      guard let earlier else { continue }
      let (line, place) = (areas[earlier].origin.line, entries[index].place(of: .name))
      diagnostics.append(.twice(areas[index].name, .name, line: line, at: place))
    }
  }

  /// Reports aliases that another area has as its code, name or alias at the same time.
  ///
  /// Areas of the same name are told apart by what they are part of, and so are their aliases.
  mutating func checkAliases() {
    let byKey = grouped { [$0.code].compactMap(\.self) + [$0.name] + $0.aliases }
    for (index, entry) in entries.enumerated() {
      for alias in entry.area.aliases {
        let other = byKey[alias.areaKey]?.first { other in
          other != index && areas[other].name.areaKey != entry.area.name.areaKey
            && areas[other].validity.overlaps(entry.area.validity)
        }
        guard let other else { continue }
        let place = entry.place(of: .aliases)
        diagnostics.append(
          .ambiguousAlias(alias, areas[other].name, line: areas[other].origin.line, at: place)
        )
      }
    }
  }

  mutating func checkValidity() {
    for entry in entries where entry.area.validity.isReversed {
      diagnostics.append(.reversed(entry.area.validity, at: entry.place(of: .validTo)))
    }
  }
}

extension [Diagnostic] {
  /// The findings by where they stand, those of one place in the order they were found.
  fileprivate var inLineOrder: [Diagnostic] {
    let places = map { ($0.location?.line ?? 0, $0.location?.column ?? 0) }
    return indices.sorted { (places[$0].0, places[$0].1, $0) < (places[$1].0, places[$1].1, $1) }
      .map { self[$0] }
  }
}

extension Diagnostic {
  fileprivate static func twice(
    _ value: String,
    _ field: Structure.Entry.Field,
    line: Int,
    at place: Location,
  ) -> Diagnostic {
    let isCode = field == .code
    return Diagnostic(
      .areaTwice,
      at: place,
      field: field.rawValue,
      value: value,
      Phrase(
        sv: "\(isCode ? "koden" : "namnet") \"\(value)\" står redan på rad \(line)"
          + (isCode ? "" : ", under samma område och samma tid"),
        en: "the \(isCode ? "code" : "name") \"\(value)\" already stands on line \(line)"
          + (isCode ? "" : ", below the same area at the same time"),
      ),
      help: isCode
        ? Phrase(sv: "ge varje område en egen kod", en: "give each area a code of its own")
        : Phrase(
          sv: "ge områdena olika namn, eller avsluta det ena med giltig till",
          en: "give the areas different names, or end one of them with giltig till",
        ),
    )
  }

  fileprivate static func unknownParent(
    _ parent: String,
    among names: [String],
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .areaUnknown,
      at: place,
      field: Structure.Entry.Field.parent.rawValue,
      value: parent,
      Phrase(
        sv: "det överordnade området \"\(parent)\" finns inte i strukturen",
        en: "the parent area \"\(parent)\" is not in the structure",
      ),
      help: parent.nearest(among: names).map {
        Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      }
        ?? Phrase(
          sv: "skriv koden eller namnet på ett område i samma fil",
          en: "write the code or the name of an area in the same file",
        ),
    )
  }

  fileprivate static func ambiguousParent(
    _ parent: String,
    _ lines: [Int],
    at place: Location,
  ) -> Diagnostic {
    let list = lines.map(String.init).joined(separator: ", ")
    return Diagnostic(
      .areaAmbiguous,
      at: place,
      field: Structure.Entry.Field.parent.rawValue,
      value: parent,
      Phrase(
        sv: "flera områden heter \"\(parent)\": raderna \(list)",
        en: "several areas are called \"\(parent)\": lines \(list)",
      ),
      help: Phrase(sv: "skriv koden i stället", en: "write the code instead"),
    )
  }

  fileprivate static func cycle(_ names: [String], at place: Location) -> Diagnostic {
    let chain = (names + names.prefix(1)).map { "\"\($0)\"" }
    return Diagnostic(
      .areaCycle,
      at: place,
      field: Structure.Entry.Field.parent.rawValue,
      Phrase(
        sv: "området är överordnat sig självt: \(chain.joined(separator: " under "))",
        en: "the area is its own parent: \(chain.joined(separator: " below "))",
      ),
      help: Phrase(
        sv: "lämna överordnad tomt för det högsta området",
        en: "leave överordnad empty for the highest area",
      ),
    )
  }

  fileprivate static func ambiguousAlias(
    _ alias: String,
    _ other: String,
    line: Int,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .areaAmbiguous,
      at: place,
      field: Structure.Entry.Field.aliases.rawValue,
      value: alias,
      Phrase(
        sv: "\"\(alias)\" kan också betyda \"\(other)\" på rad \(line)",
        en: "\"\(alias)\" can also mean \"\(other)\" on line \(line)",
      ),
      help: Phrase(
        sv: "låt ett alias peka på ett enda område",
        en: "have an alias mean one area only",
      ),
    )
  }

  fileprivate static func reversed(_ validity: Validity, at place: Location) -> Diagnostic {
    let first = validity.first.map(\.description) ?? ""
    let last = validity.last.map(\.description) ?? ""
    return Diagnostic(
      .registerValueInvalid,
      at: place,
      field: Structure.Entry.Field.validTo.rawValue,
      value: last,
      Phrase(
        sv: "området slutar gälla \(last), innan det börjar gälla \(first)",
        en: "the area ends on \(last), before it begins on \(first)",
      ),
    )
  }
}
