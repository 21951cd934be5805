public import KollModel

/// What differs, area by area, between two states of a project in a series, or between two series.
///
/// An absent figure is no zero: an area is new or gone when only one of the two has a figure of it.
public struct Difference: Hashable, Sendable {
  /// The areas that differ, the largest change first, equal ones in the order of the areas.
  public let changes: [AreaChange]
  /// All areas that were compared, in their order.
  public let areas: [AreaPath]
  /// How many areas have the same figure in the same place.
  public let unchangedCount: Int
  /// What those areas come to; `nil` where there are none.
  public let unchanged: Money?
  /// What all areas came to before; `nil` where none had a figure.
  public let before: Money?
  /// What all areas come to; `nil` where none has a figure.
  public let after: Money?

  /// How much more the whole is.
  public let amount: Money

  /// Compares two states.
  /// - Parameters:
  ///   - old: The figures before.
  ///   - new: The figures after, in the same scale and sign.
  /// - Throws: ``AmountOverflow`` when a sum or a change does not fit.
  public init(from old: AreaFigures, to new: AreaFigures) throws(AmountOverflow) {
    let moves = Moves(from: old, to: new)
    let flows = try Flows(from: old, to: new, moves)
    let earlier = Dictionary(
      old.areas.map { (moves.destinations[$0.path] ?? $0.path, $0) },
      uniquingKeysWith: { first, _ in first },
    )
    let later = Dictionary(new.areas.map { ($0.path, $0) }) { first, _ in first }
    let left = old.areas.filter { moves.destinations[$0.path] == nil && later[$0.path] == nil }
    var changes: [AreaChange] = []
    var unchanged: [Money] = []
    areas = new.areas.map(\.path) + left.map(\.path)
    for area in areas {
      let (before, after) = (earlier[area], later[area])
      let amount = try (after?.amount ?? .zero) - (before?.amount ?? .zero)
      let kind = flows.kind(of: area, before, after, amount)
      guard let kind else {
        unchanged.append(after?.amount ?? .zero)
        continue
      }
      changes.append(
        AreaChange(
          area: area,
          kind: kind,
          before: before?.amount,
          after: after?.amount,
          amount: amount,
          linesBefore: before?.lines ?? [],
          linesAfter: after?.lines ?? [],
        )
      )
    }
    self.changes = changes.largestFirst(by: \.amount)
    unchangedCount = unchanged.count
    self.unchanged = unchanged.isEmpty ? nil : try unchanged.sum()
    before = try old.total
    after = try new.total
    amount = try (after ?? .zero) - (before ?? .zero)
  }

  /// The way from the figure before to the one after, area by area, the largest changes by name.
  /// - Parameters:
  ///   - title: What the bridge explains.
  ///   - names: What the two figures are called.
  ///   - column: How their money is shown.
  ///   - count: How many areas are named where not all can be.
  ///   - label: What an area is called.
  /// - Returns: The bridge, which has no rest; `nil` where one of the two has no figure.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public func bridge(
    _ title: String,
    between names: (before: String, after: String),
    in column: TableColumn,
    naming count: Int,
    label: (AreaPath) -> String,
  ) throws(AmountOverflow) -> Bridge? {
    guard let before, let after else { return nil }
    let steps = changes.filter { $0.amount != .zero }.map {
      Bridge.Step(label($0.area), $0.amount)
    }
    return Bridge(
      title: title,
      scale: column.scale,
      decimals: column.decimals,
      from: Bridge.Step(names.before, before),
      steps: try steps.naming(largest: count),
      to: Bridge.Step(names.after, after),
    )
  }
}

/// The areas that stand elsewhere than they did.
private struct Moves {
  /// Where an area stands now, by where it stood.
  private(set) var destinations: [AreaPath: AreaPath] = [:]
  /// Where an area stood, by where it stands now.
  private(set) var origins: [AreaPath: AreaPath] = [:]

  /// Finds them among the areas that only one of the two states has: by their codes, else by their
  /// names where the figure is the same, since different areas may have a name like Administration.
  init(from old: AreaFigures, to new: AreaFigures) {
    let (before, after) = (Set(old.areas.map(\.path)), Set(new.areas.map(\.path)))
    let left = old.areas.filter { !after.contains($0.path) }
    let come = new.areas.filter { !before.contains($0.path) }
    pair(left, come) { area in area.code.map { [$0.areaKey] } }
    pair(left, come) { area in
      area.path.labels.last.map { [$0.areaKey, String(area.amount.minorUnits)] }
    }
  }

  /// Pairs the areas that alone have a key on each side.
  private mutating func pair(
    _ left: [AreaFigures.Area],
    _ come: [AreaFigures.Area],
    by key: (AreaFigures.Area) -> [String]?,
  ) {
    let open = Dictionary(grouping: left.filter { destinations[$0.path] == nil }, by: key)
    let found = Dictionary(grouping: come.filter { origins[$0.path] == nil }, by: key)
    for (key, areas) in open where key != nil && areas.count == 1 {
      guard let others = found[key], others.count == 1 else { continue }
      let codes = [areas[0].code, others[0].code].compactMap { $0?.areaKey }
      guard Set(codes).count < 2 else { continue }
      destinations[areas[0].path] = others[0].path
      origins[others[0].path] = areas[0].path
    }
  }
}

/// What source rows that are the same in both states send to other areas than they did.
private struct Flows {
  private let moves: Moves
  /// How much more such rows send to an area.
  private var amounts: [AreaPath: Money] = [:]
  /// The areas that have what an area had, or had what it has.
  private var others: [AreaPath: Set<AreaPath>] = [:]
  /// The areas' places in their order.
  private let places: [AreaPath: Int]

  init(
    from old: AreaFigures,
    to new: AreaFigures,
    _ moves: Moves,
  ) throws(AmountOverflow) {
    self.moves = moves
    places = Dictionary((new.areas + old.areas).map(\.path).enumerated().map { ($1, $0) }) {
      first,
      _ in first
    }
    // How much more each row sends to each area.
    var rows: [AreaFigures.SourceRow.Identity: [AreaPath: Money]] = [:]
    for row in old.sourceRows {
      let area = moves.destinations[row.area] ?? row.area
      let sent = rows[row.identity]?[area] ?? .zero
      rows[row.identity, default: [:]][area] = try sent - row.amount
    }
    for row in new.sourceRows {
      let sent = rows[row.identity]?[row.area] ?? .zero
      rows[row.identity, default: [:]][row.area] = try sent + row.amount
    }
    for sent in rows.values.map({ $0.filter { $0.value != .zero } }) where !sent.isEmpty {
      guard try Array(sent.values).sum() == .zero else { continue }
      for (area, amount) in sent {
        amounts[area] = try (amounts[area] ?? .zero) + amount
        let partners = sent.filter { ($0.value > .zero) != (amount > .zero) }.keys
        others[area, default: []].formUnion(partners)
      }
    }
  }

  /// What happened to an area; `nil` where nothing did.
  func kind(
    of area: AreaPath,
    _ before: AreaFigures.Area?,
    _ after: AreaFigures.Area?,
    _ amount: Money,
  ) -> AreaChange.Kind? {
    if let origin = moves.origins[area] { return .moved(from: origin) }
    if amount != .zero, amounts[area] == amount, let others = others[area] {
      return .remapped(others.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) })
    }
    if before == nil { return .new }
    if after == nil { return .gone }
    return amount == .zero ? nil : .changed
  }
}
