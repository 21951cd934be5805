internal import KollModel

/// What registers may call the areas of a project: with a structure by code, name or alias, else by
/// the labels of the tables; in both by an area's full name.
struct AreaNames: Sendable {
  /// The organisation, when a register states it.
  let structure: Structure?
  /// The areas of the tables, each once.
  let areas: [AreaPath]
  private var byLabel: [String: [AreaPath]] = [:]
  private var byFullName: [String: [AreaPath]] = [:]
  private var codes: [AreaPath: String] = [:]

  /// What a name means.
  enum Match: Hashable {
    /// One area.
    case area(AreaPath)
    /// Several areas, here by their full names, of which nothing says which.
    case ambiguous([String])
    /// No area.
    case unknown
  }

  /// Takes the areas of a project.
  /// - Parameters:
  ///   - structure: The organisation, when a register states it.
  ///   - areas: The areas of the tables, each once.
  init(structure: Structure?, areas: [AreaPath]) {
    self.structure = structure
    self.areas = areas
    guard let structure else {
      for area in areas {
        byLabel[area.labels.last?.areaKey ?? "", default: []].append(area)
        byFullName[area.fullName.areaKey, default: []].append(area)
      }
      return
    }
    for index in structure.areas.indices {
      let path = structure.path(of: index)
      codes[path] = structure.areas[index].code
      // An area that ends and begins again is one area.
      let key = structure.fullName(of: index).areaKey
      if byFullName[key]?.contains(path) != true { byFullName[key, default: []].append(path) }
    }
  }

  /// Finds the area that a name means; of several with the name the one whose full name it is.
  func match(_ name: String) -> Match {
    let called = areas(called: name)
    if called.count == 1, let (area, _) = called.first { return .area(area) }
    if let full = byFullName[name.areaKey], full.count == 1 { return .area(full[0]) }
    return called.isEmpty ? .unknown : .ambiguous(called.values.sorted())
  }

  /// Where the area that a register names stands in the tables; at the top where it does not.
  func path(of name: String) -> AreaPath {
    if case .area(let area) = match(name) { area } else { AreaPath([name]) }
  }

  /// A name by which a register that Koll writes means an area, the shortest that no other has.
  func name(of area: AreaPath) -> String {
    let names = [area.labels.last, area.fullName, codes[area]].compactMap(\.self)
    return names.first { match($0) == .area(area) } ?? area.fullName
  }

  /// The code of an area, when the structure states one.
  func code(of area: AreaPath) -> String? { codes[area] }

  /// The areas that a name may mean, with their full names.
  private func areas(called name: String) -> [AreaPath: String] {
    var called: [AreaPath: String] = [:]
    guard let structure else {
      for area in byLabel[name.areaKey] ?? [] { called[area] = area.fullName }
      return called
    }
    switch structure.match([name]) {
    case .area(let area): called[structure.path(of: area)] = structure.fullName(of: area)
    case .ambiguous(let areas):
      for area in areas { called[structure.path(of: area)] = structure.fullName(of: area) }
    case .elsewhere, .unknown: break
    }
    return called
  }
}
