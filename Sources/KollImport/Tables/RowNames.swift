internal import KollModel

/// What a mapping calls rows by, and the parts that they were read to play.
struct RowNames {
  /// The labels of each row as they stand on it.
  private let labels: [[String]]
  /// The part that each row plays; `nil` for remarks.
  private var roles: [RowRole?]
  /// The parts that the rows of a name play.
  private var rolesOfName: [String: Set<RowRole?>] = [:]

  init(_ structure: RowStructure, _ body: TableReader.Body) {
    labels = body.rows.map(\.labels)
    roles = body.rows.map { _ in nil }
    for stated in structure.stated { roles[stated.row] = .subtotal }
    for placed in structure.placed { roles[placed.row] = placed.role }
    for (names, role) in zip(labels.lazy.map(\.rowNames), roles) {
      for name in Set(names) { rolesOfName[name.comparedTitle, default: []].insert(role) }
    }
  }

  /// What a mapping states so that rows keep the parts that they were read to play.
  ///
  /// Nothing when one of them shares its name with a row that plays another.
  func pins(_ rows: [Int]) -> [Pin] {
    let pins = rows.map { row in
      let name = labels[row].rowNames.reversed().first {
        rolesOfName[$0.comparedTitle]?.count == 1
      }
      return name.flatMap { name in roles[row].map { Pin("rows", of: name, $0.rawValue) } }
    }
    return pins.contains(nil) ? [] : pins.compactMap(\.self)
  }
}
