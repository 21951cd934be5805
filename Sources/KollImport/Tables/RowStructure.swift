internal import KollModel

/// What the rows below a header are to each other: groups, items, sums, and rows beside them.
struct RowStructure {
  /// A row as it was read.
  struct Row {
    /// The labels, one for each leading column of words; empty where the cell is.
    var labels: [String]
    /// One for each column of figures that is summed, in minor units.
    var figures: [Int64?]
    /// One in the last place that each figure is written with, in minor units.
    var lastPlaces: [Int64]
    /// Whether every cell beside the labels is blank.
    var isBlank: Bool
    /// The part that it is given to play.
    var role: RowRole?
    /// Whether the line holds words alone, without a separator for the other columns.
    var isAlone = false
  }

  /// A row that is shown.
  struct Placed {
    let row: Int
    let role: RowRole
    let path: [String]
  }

  /// A row that is a stated sum.
  struct Stated {
    let row: Int
    let path: [String]
    let parts: [Int]
    let isNamed: Bool
    let isAbove: Bool
  }

  /// Rows that divide the money of an earlier sum another way, and are added to nothing.
  struct Regrouped {
    let earlier: Int
    let sum: Int
    let rows: [Int]
  }

  var placed: [Placed] = []
  var stated: [Stated] = []
  var regrouped: [Regrouped] = []
  /// Whether the sums cover more rows than are compared; then nothing else is known.
  private(set) var hasTooManyParts = false
  /// Rows without figures that tell of the table and name no area.
  var notes: Set<Int> = []
  /// Rows without figures that are read as areas and might be headings.
  var doubtful: [Int] = []

  let rows: [Row]
  let paths: [[String]]
  let words: [RowWords]
  /// Whether sums that no word tells of are looked for in the figures.
  let looksForUnnamed: Bool
  var headings: Set<Int> = []
  /// Areas without any figure.
  var unfigured: Set<Int> = []

  init(_ rows: [Row], lastPlaces: [Int64], looksForUnnamed: Bool = true) {
    self.rows = rows
    self.looksForUnnamed = looksForUnnamed
    paths = RowStructure.carriedDown(rows)
    words = zip(paths, rows).map { RowWords($0.last ?? "", given: $1.role) }
    readBlankRows()
    let structural = structuralTotals()
    let finding = findTotals(lastPlaces, leavingOut: Set(structural.map(\.row)))
    hasTooManyParts = finding.isTooLarge
    if hasTooManyParts { return }
    regrouped = finding.regrouped.map {
      Regrouped(earlier: $0.earlier, sum: $0.sum, rows: $0.rows)
    }
    // Directly above a sum there is nothing that a heading could be of.
    let sums = Set(finding.totals.filter { !$0.isAbove }.map(\.row))
    doubtful.removeAll { sums.contains($0 + 1) }
    place(finding, structural)
  }
}

extension RowStructure {
  /// The labels of each row, those left empty taken over from the row above.
  private static func carriedDown(_ rows: [Row]) -> [[String]] {
    var above: [String] = []
    return rows.map { row in
      var path = row.labels
      let deepest = path.lastIndex { !$0.isEmpty } ?? -1
      for level in path.indices where level < deepest && path[level].isEmpty {
        path[level] = level < above.count ? above[level] : ""
      }
      if !row.isAlone { above = path }
      return path.filter { !$0.isEmpty }
    }
  }

  func label(_ row: Int) -> String { paths[row].last ?? "" }

  /// Whether the row is shown and never added: a part of another, or an average.
  func isLeftOut(_ row: Int) -> Bool { words[row].isPart || words[row].isAverage }
}
