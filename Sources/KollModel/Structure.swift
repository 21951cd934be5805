/// The organisation: the areas that figures may be about, as the budget office keeps them.
///
/// Areas come in the order of the register, which is the order that tables show them in.
public struct Structure: Hashable, Sendable {
  /// The areas in the register's order; each parent is another of them, and none is its own.
  public let areas: [Area]
  /// Each area's labels from the widest area down to itself.
  private let paths: [AreaPath]
  /// Where each path comes when groups stand together, each before its parts.
  private let ranks: [AreaPath: Int]
  /// The areas that a code, a name, an alias, or a code with one of them may mean.
  private let areasByKey: [String: [Int]]

  /// A part of the organisation.
  public struct Area: Hashable, Sendable {
    /// The code, when it has one.
    public var code: String?
    /// The name that tables show.
    public var name: String
    /// The area that it is a part of, as an index into the structure's areas.
    public var parent: Int?
    /// What kind of area it is, such as nämnd or enhet, when the register says.
    public var type: String?
    /// When it exists.
    public var validity: Validity
    /// Other names that sources use for it.
    public var aliases: [String]
    /// The record that states it.
    public var origin: Origin

    /// Creates an area.
    /// - Parameters:
    ///   - code: The code.
    ///   - name: The name that tables show.
    ///   - parent: The area that it is a part of.
    ///   - type: What kind of area it is.
    ///   - validity: When it exists.
    ///   - aliases: Other names for it.
    ///   - origin: The record that states it.
    public init(
      code: String? = nil,
      name: String,
      parent: Int? = nil,
      type: String? = nil,
      validity: Validity = Validity(),
      aliases: [String] = [],
      origin: Origin,
    ) {
      self.code = code
      self.name = name
      self.parent = parent
      self.type = type
      self.validity = validity
      self.aliases = aliases
      self.origin = origin
    }
  }

  /// The type of the area that is the whole: its sum is the total, and no path names it.
  public static let wholeType = "kommun"

  /// Creates a structure of areas that have been checked.
  /// - Parameter areas: The areas in their order, without cycles.
  init(_ areas: [Area]) {
    self.areas = areas
    let children = Dictionary(grouping: areas.indices) { areas[$0].parent }
    var paths = areas.map { _ in AreaPath.total }
    var ranks: [AreaPath: Int] = [:]
    // A stack and no recursion: a register may nest as deep as it has rows.
    var open = Array((children[nil] ?? []).reversed())
    while let area = open.popLast() {
      let above = areas[area].parent.map { paths[$0] } ?? .total
      let isWhole = areas[area].isWhole && children[area] != nil
      paths[area] = isWhole ? above : AreaPath(above.labels + [areas[area].name])
      if ranks[paths[area]] == nil { ranks[paths[area]] = ranks.count }
      open += (children[area] ?? []).reversed()
    }
    self.paths = paths
    self.ranks = ranks
    var areasByKey: [String: [Int]] = [:]
    for (index, area) in areas.enumerated() {
      for key in area.keys { areasByKey[key, default: []].append(index) }
    }
    self.areasByKey = areasByKey
  }
}

extension Structure {
  /// The labels from the widest area down to one; none for the whole.
  /// - Parameter area: An index into the areas.
  /// - Returns: The path that tables show the area by.
  public func path(of area: Int) -> AreaPath { paths[area] }

  /// Where a row comes in the structure's order, by the deepest of its labels that are areas.
  /// - Parameter path: The row's path.
  /// - Returns: The place; after all areas when it begins with none.
  public func rank(of path: AreaPath) -> Int {
    for depth in stride(from: path.labels.count, to: 0, by: -1) {
      if let rank = ranks[AreaPath(Array(path.labels.prefix(depth)))] { return rank }
    }
    return ranks.count
  }

  /// The areas that an area is a part of, the nearest first.
  /// - Parameter area: An index into the areas.
  /// - Returns: The areas above it.
  public func areas(above area: Int) -> [Int] {
    var above: [Int] = []
    var next = areas[area].parent
    while let parent = next {
      above.append(parent)
      next = areas[parent].parent
    }
    return above
  }

  /// The part of the organisation below an area, which is its whole.
  /// - Parameter path: The area's path.
  /// - Returns: The areas, with paths that begin below the area.
  public func below(_ path: AreaPath) -> Structure {
    let kept = areas.indices.filter { paths[$0].below(path) != nil }
    let places = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    return Structure(
      kept.map { index in
        var area = areas[index]
        area.parent = area.parent.flatMap { places[$0] }
        if paths[index] == path { area.type = Structure.wholeType }
        return area
      }
    )
  }

  /// The areas without others below them, in order.
  public var leaves: [Int] {
    let parents = Set(areas.compactMap(\.parent))
    return areas.indices.filter { !parents.contains($0) }
  }

  /// The areas that a label may mean by itself.
  func areas(called label: String) -> [Int] { areasByKey[label.areaKey] ?? [] }
}

extension Structure.Area {
  /// Whether the area is the whole, whose sum is the total.
  fileprivate var isWhole: Bool {
    parent == nil && type?.areaKey == Structure.wholeType
  }

  /// What a label may say to mean the area, each once.
  var keys: [String] {
    let names = ([name] + aliases).map(\.areaKey)
    let code = code?.areaKey
    let all =
      [code].compactMap(\.self) + names + names.compactMap { name in code.map { $0 + name } }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension String {
  /// The label as areas are compared by it: without white space, case and kinds of dashes ignored.
  package var areaKey: String {
    let scalars = unicodeScalars.lazy.filter { !$0.properties.isWhitespace }
      .map { String.dashes.contains($0) ? "-" : $0 }
    var key = String.UnicodeScalarView()
    key.append(contentsOf: scalars)
    return String(key).lowercased()
  }

  /// The letters and digits of the label: what is left of a name without marks and punctuation.
  package var areaLetters: String {
    areaKey.filter { $0.isLetter || $0.isASCII && $0.isNumber }
  }

  /// Hyphens, dashes and the minus sign.
  private static let dashes: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
  ]
}
