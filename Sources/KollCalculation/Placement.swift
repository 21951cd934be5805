public import KollModel

/// Tables whose rows stand in their places in the organisation, by its names and its hierarchy.
public struct Placement: Sendable {
  /// The tables, in the order they were given; as they were when there are errors.
  public private(set) var tables: [ImportedTable]
  /// What was found wrong or doubtful.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Finds each row's area and gives it the area's path.
  ///
  /// A figure of an area that others are below is the sum of theirs when it ties with them, and
  /// becomes a claim. Where the areas below state nothing of the kind, it stays as a row of its own
  /// among them. Anything else would count money twice and is an error.
  /// - Parameters:
  ///   - tables: The tables as they were read.
  ///   - structure: The organisation.
  ///   - fiscalYear: Which months a year has, as areas exist from one day to another.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public init(
    of tables: [ImportedTable],
    in structure: Structure,
    _ fiscalYear: FiscalYear = .calendar,
  ) throws(AmountOverflow) {
    self.tables = tables
    let located = tables.map { LocatedTable($0, in: structure, fiscalYear) }
    diagnostics = located.flatMap { $0.findings(in: structure) }
    guard !hasErrors else { return }
    var sums = PlacedSums(located, in: structure)
    try sums.claimSums()
    diagnostics += sums.diagnostics
    guard !hasErrors else { return }
    diagnostics += located.flatMap { $0.findingsOfValidity(in: structure) }
    diagnostics += Placement.findingsOfGaps(in: located, structure, fiscalYear)
    self.tables = sums.placed()
  }

  private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Placement {
  /// The lowest areas that exist in the days of the figures and have none, nor has one above them
  /// that stands for all below it.
  private static func findingsOfGaps(
    in tables: [LocatedTable],
    _ structure: Structure,
    _ fiscalYear: FiscalYear,
  ) -> [Diagnostic] {
    let stated = Set(tables.flatMap(\.areasWithFigures))
    let days = Set(tables.flatMap { $0.table.series }.compactMap { $0.days(in: fiscalYear) })
    // How many areas with figures stand below each.
    let below = stated.reduce(into: [Int: Int]()) { below, area in
      for above in structure.areas(above: area) { below[above, default: 0] += 1 }
    }
    return structure.leaves.compactMap { leaf in
      let area = structure.areas[leaf]
      guard !stated.contains(leaf), days.isEmpty || days.contains(where: area.validity.overlaps),
        !structure.areas(above: leaf).contains(where: { stated.contains($0) && below[$0] == nil })
      else { return nil }
      return .withoutFigures(structure.fullName(of: leaf), at: area.origin)
    }
  }
}

/// A table with the areas that its rows are about.
struct LocatedTable {
  let table: ImportedTable
  /// The area of each row with figures of its own, by the row's path in the table.
  private(set) var areas: [AreaPath: Int] = [:]
  /// The rows whose labels are no area or several, in the table's order.
  private var misses: [(row: LayoutRow, match: Structure.Match)] = []
  /// The days that each path's figures are about.
  private let days: [AreaPath: [Validity]]
  /// The records that each path's figures stand in.
  private let origins: [AreaPath: [Origin]]

  init(_ table: ImportedTable, in structure: Structure, _ fiscalYear: FiscalYear) {
    self.table = table
    var days: [AreaPath: [Validity]] = [:]
    var origins: [AreaPath: [Origin]] = [:]
    for fact in table.facts {
      let path = table.areas[fact.area]
      if origins[path]?.last != fact.origin { origins[path, default: []].append(fact.origin) }
      if let validity = table.series[fact.series].days(in: fiscalYear) {
        days[path, default: []].append(validity)
      }
    }
    self.days = days
    self.origins = origins
    for row in table.layout.rows where row.role == .item {
      let match = structure.match(row.area.labels, in: days[row.area] ?? [])
      if case .area(let area) = match {
        areas[row.area] = area
      } else {
        misses.append((row, match))
      }
    }
  }

  /// The areas that the table has figures for.
  var areasWithFigures: [Int] {
    Set(table.facts.map { table.areas[$0.area] }).compactMap { areas[$0] }
  }

  /// One finding for each label that is no area, with all of its lines, and one for each heading.
  func findings(in structure: Structure) -> [Diagnostic] {
    var labels: [AreaPath] = []
    var groups: [AreaPath: [(row: LayoutRow, match: Structure.Match)]] = [:]
    for miss in misses {
      // What a label alone does not mean, it means under no heading.
      let key =
        miss.match == .unknown ? AreaPath([miss.row.label.areaKey]) : miss.row.area
      if groups[key] == nil { labels.append(key) }
      groups[key, default: []].append(miss)
    }
    let unknown = labels.compactMap { key -> Diagnostic? in
      guard let group = groups[key], let first = group.first else { return nil }
      return .notInStructure(
        first.match,
        first.row,
        group.flatMap { origins(of: $0.row) },
        structure,
      )
    }
    return unknown + findingsOfHeadings(in: structure)
  }

  private func findingsOfHeadings(in structure: Structure) -> [Diagnostic] {
    var seen: Set<String> = []
    return table.layout.rows.filter { $0.role == .item }.flatMap { row in
      row.area.labels.dropLast().compactMap { label in
        guard case .unknown = structure.match([label]), seen.insert(label).inserted else {
          return nil
        }
        return origins(of: row).first.map { .headingNotInStructure(label, at: $0, structure) }
      }
    }
  }

  /// Figures about days on which their area does not exist, one finding for each area.
  func findingsOfValidity(in structure: Structure) -> [Diagnostic] {
    table.layout.rows.compactMap { row in
      guard row.role == .item, let area = areas[row.area] else { return nil }
      let validity = structure.areas[area].validity
      let outside = Set(days[row.area] ?? []).filter { !$0.overlaps(validity) }
      guard let days = outside.min(by: { $0.isBefore($1) }) else { return nil }
      return origins(of: row).first.map {
        .notValid(structure.fullName(of: area), validity, days, $0)
      }
    }
  }

  /// The records that a row's figures stand in; its own when it has none.
  private func origins(of row: LayoutRow) -> [Origin] {
    origins[row.area] ?? [row.origin].compactMap(\.self)
  }
}

extension Validity {
  fileprivate func isBefore(_ other: Validity) -> Bool {
    guard let first, let start = other.first else { return other.first != nil }
    return first < start
  }
}

extension Diagnostic {
  fileprivate static func notInStructure(
    _ match: Structure.Match,
    _ row: LayoutRow,
    _ origins: [Origin],
    _ structure: Structure,
  ) -> Diagnostic? {
    let lines = origins.count > 1 ? lines(origins.map(\.line)) : Phrase(sv: "", en: "")
    let place = origins.first.map { Location(file: $0.file, line: $0.line) }
    switch match {
    case .area: return nil
    case .unknown:
      return Diagnostic(
        .areaUnknown,
        at: place,
        value: row.label,
        Phrase(
          sv: "\"\(row.label)\" är inget område i strukturen\(lines.swedish)",
          en: "\"\(row.label)\" is no area of the structure\(lines.english)",
        ),
        help: structure.help(for: row.label),
      )
    case .elsewhere(let areas):
      let path = row.area.fullName
      let names = areas.prefix(3).map { "\"\(structure.fullName(of: $0))\"" }
        .joined(separator: ", ")
      return Diagnostic(
        .areaUnknown,
        at: place,
        value: path,
        Phrase(
          sv: "\"\(path)\" är inget område i strukturen; där finns \(names)",
          en: "\"\(path)\" is no area of the structure, which has \(names)",
        ),
        help: Phrase(
          sv: "flytta raden till rätt rubrik, eller lägg till området i strukturen",
          en: "move the row to the right heading, or add the area to the structure",
        ),
      )
    case .ambiguous(let areas):
      let names = areas.prefix(3).map { "\"\(structure.fullName(of: $0))\"" }
        .joined(separator: ", ")
      return Diagnostic(
        .areaAmbiguous,
        at: place,
        value: row.label,
        Phrase(
          sv: "\"\(row.label)\" kan vara flera områden: \(names)\(lines.swedish)",
          en: "\"\(row.label)\" may be several areas: \(names)\(lines.english)",
        ),
        help: Phrase(
          sv: "skriv områdets kod, eller det överordnade området i en kolumn framför",
          en: "write the area's code, or the area that it is part of in a column before it",
        ),
      )
    }
  }

  /// The lines that a label stands on, the first ten of them.
  private static func lines(_ lines: [Int]) -> Phrase {
    let shown = lines.prefix(10).map(String.init).joined(separator: ", ")
    let left = lines.count - 10
    return Phrase(
      sv: "; raderna \(shown)" + (left > 0 ? " och \(left) till" : ""),
      en: "; lines \(shown)" + (left > 0 ? " and \(left) more" : ""),
    )
  }

  fileprivate static func headingNotInStructure(
    _ label: String,
    at origin: Origin,
    _ structure: Structure,
  ) -> Diagnostic {
    Diagnostic(
      .areaUnknown,
      .warning,
      at: Location(file: origin.file, line: origin.line),
      value: label,
      Phrase(
        sv: "rubriken \"\(label)\" är inget område i strukturen; "
          + "raderna under den placeras efter sina egna namn",
        en: "the heading \"\(label)\" is no area of the structure; "
          + "the rows below it are placed by their own names",
      ),
      help: structure.help(for: label),
    )
  }

  fileprivate static func notValid(
    _ name: String,
    _ validity: Validity,
    _ days: Validity,
    _ origin: Origin,
  ) -> Diagnostic {
    let first = validity.first.map { Phrase(sv: " från \($0)", en: " from \($0)") }
    let last = validity.last.map { Phrase(sv: " till \($0)", en: " to \($0)") }
    let year = days.last.map { String($0.month.year) } ?? ""
    return Diagnostic(
      .areaNotValid,
      .warning,
      at: Location(file: origin.file, line: origin.line),
      value: name,
      Phrase(
        sv:
          "\"\(name)\" har belopp för \(year), men gäller\(first?.swedish ?? "")\(last?.swedish ?? ""); "
          + "beloppen räknas med",
        en:
          "\"\(name)\" has figures for \(year), but is valid\(first?.english ?? "")\(last?.english ?? ""); "
          + "the figures are counted",
      ),
      help: Phrase(
        sv: "rätta giltigheten i strukturen, eller flytta beloppen, om det inte är omräknade "
          + "jämförelsetal",
        en: "correct the validity in the structure, or move the figures, unless they are "
          + "comparatives computed anew",
      ),
    )
  }

  fileprivate static func withoutFigures(_ name: String, at origin: Origin) -> Diagnostic {
    Diagnostic(
      .areaWithoutFigures,
      .warning,
      at: Location(file: origin.file, line: origin.line),
      value: name,
      Phrase(
        sv: "inget underlag har belopp för \"\(name)\"",
        en: "no source has figures for \"\(name)\"",
      ),
      help: Phrase(
        sv: "kontrollera att raden inte saknas; avsluta ett nedlagt område med giltig till",
        en: "check that its row is not missing; end an area that is closed with giltig till",
      ),
    )
  }
}
