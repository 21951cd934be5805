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
    /// How far the label is indented.
    var indent = 0
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

  /// The lines that say `varav` alone where nothing tells how many rows below are parts.
  let partsBelow: [PartsBelow]

  let rows: [Row]
  let paths: [[String]]
  private(set) var words: [RowWords]
  /// The lines that say once more which heading a page goes on with.
  let repeatedHeadings: Set<Int>
  /// Whether the labels' levels are those of their indents.
  let isIndented: Bool
  /// Whether sums that no word tells of are looked for in the figures.
  let looksForUnnamed: Bool
  var headings: Set<Int> = []
  /// The sum that is called by the name of a heading, the first below it.
  var sumOfHeading: [Int: Int] = [:]
  /// Areas without any figure.
  var unfigured: Set<Int> = []

  init(_ rows: [Row], lastPlaces: [Int64], looksForUnnamed: Bool = true) {
    let parts = RowStructure.markingParts(rows, lastPlaces)
    let joined = RowStructure.joiningPages(parts.rows)
    partsBelow = parts.doubtful
    let divided = RowStructure.dividedByIndents(joined.rows, lastPlaces)
    self.rows = divided ?? joined.rows
    repeatedHeadings = joined.repeated
    isIndented = divided != nil
    self.looksForUnnamed = looksForUnnamed
    paths = RowStructure.carriedDown(self.rows)
    words = zip(paths, parts.rows).map { RowWords($0.last ?? "", given: $1.role) }
    settleWords()
    readBlankRows()
    sumOfHeading = sumsOfHeadings()
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
  func label(_ row: Int) -> String { paths[row].last ?? "" }

  /// Whether the row is shown and never added: a part of another, or an average.
  func isLeftOut(_ row: Int) -> Bool { words[row].isPart || words[row].isAverage }

  /// Decides what words leave open and other rows tell.
  private mutating func settleWords() {
    if words.contains(where: { $0.sum == .perhaps }) {
      for row in sumsBehindNames() { words[row].settleAsSumOfSubject() }
    }
    for (row, isCarried) in rowsCarried() { words[row].settle(isCarried: isCarried) }
  }

  /// The rows that end with a word for a sum behind the name of an area with rows above: `KS Summa`.
  private func sumsBehindNames() -> [Int] {
    var areas: Set<String> = []
    return rows.indices.filter { row in
      if words[row].sum == .perhaps {
        let subject = words[row].subject
        return subject != label(row) && areas.contains(subject.lowercased())
      }
      if rows[row].isBlank { areas.insert(label(row).lowercased()) }
      for area in paths[row].dropLast() { areas.insert(area.lowercased()) }
      return false
    }
  }
}
