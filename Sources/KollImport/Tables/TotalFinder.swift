internal import KollModel

/// Finds the rows that a table states as sums of others, by word or by arithmetic.
///
/// Works on the rows with figures, in minor units. A total's parts are item rows, never other
/// totals. A table may be read in several ways; the one under which a stated total of all rows
/// holds is taken. The rules are those of the input format's article, under stated totals.
struct TotalFinder {
  /// A row as the finder sees it.
  struct Row {
    /// One for each column that is summed: the figure, or `nil` when there is none.
    var figures: [Int64?]
    /// One in the last place that each figure is written with, in minor units.
    var lastPlaces: [Int64]
    /// What a word says of the sum that the row is.
    var word: RowWords.Sum?
    /// Whether the row is shown and never added.
    var isLeftOut: Bool
    /// Whether a sum of a part ends the table all the same, as that of a balansräkning does.
    var endsTable = false
    /// Which block the row stands in: a heading begins a new one.
    var block: Int
    /// Whether the row is given to be an item and is no sum, whatever its figures.
    var isGivenItem = false
    /// The rows that a sum names by their label, wherever they stand.
    var named: [Int] = []
  }

  /// A row that is a sum, the item rows that it covers, and how that was found.
  struct Total {
    let row: Int
    let parts: [Int]
    let isAbove: Bool
    let isNamed: Bool
    /// Whether the figures are the sums of the parts.
    let isProven: Bool
  }

  /// What each row is.
  struct Finding {
    /// The sums, by row.
    let totals: [Total]
    /// The rows that are added, in order.
    let items: [Int]
    /// Blocks of rows that show the money of an earlier sum divided another way, with both sums.
    let regrouped: [Regrouping]
    /// Whether the sums cover more rows than are compared; then nothing else is known.
    var isTooLarge = false
  }

  /// A block of rows that divides the money of an earlier sum another way.
  struct Regrouping {
    let earlier: Int
    let sum: Int
    let rows: [Int]
  }

  private let rows: [Row]
  /// One in the last place shown of each column, in minor units.
  private let lastPlaces: [Int64]
  private let looksForUnnamed: Bool

  /// How many rows are gone through in search of a reading that holds.
  private static let effort = 10_000
  /// How many figures are, where rows have more than forty.
  private static let figureEffort = 400_000

  init(rows: [Row], lastPlaces: [Int64], looksForUnnamed: Bool) {
    self.rows = rows
    self.lastPlaces = lastPlaces
    self.looksForUnnamed = looksForUnnamed
  }
}

extension TotalFinder {
  /// What each row is, by the reading of the table that its own stated total of all confirms.
  ///
  /// Words alone come first: rows whose figures happen to fit a sum are none when the total holds
  /// with them. Then sums found by arithmetic, also those of a single row, and at last readings
  /// with one or two of the doubtful sums left out. Without a total that holds, arithmetic decides.
  func find() -> Finding {
    var best: Search?
    let plain = search(Reading(order: looksForUnnamed ? .aboveFirst : .none))
    if plain.isTooLarge { return plain.finding }
    let singles = plain.equalNeighbours
    for reading in baseReadings(singles, isBelow: plain.hasMostSumsBelow) {
      let search = reading == plain.reading ? plain : search(reading)
      if search.isBetter(than: best) { best = search }
      if best?.isExact == true { break }
    }
    if let best { return best.finding }
    let affordable = min(
      TotalFinder.effort / max(1, rows.count),
      TotalFinder.figureEffort / max(1, rows.count * lastPlaces.count),
    )
    for reading in doubts(plain, singles, atMost: affordable).prefix(affordable) {
      let search = search(reading)
      if search.isBetter(than: best) { best = search }
      if best?.isExact == true { break }
    }
    return (best ?? byShape(plain, singles)).finding
  }

  private func search(_ reading: Reading) -> Search {
    var search = Search(rows, lastPlaces, reading)
    search.run()
    return search
  }

  /// The readings that leave nothing out, the likeliest first.
  private func baseReadings(_ singles: Set<Int>, isBelow: Bool) -> [Reading] {
    let words = Reading(order: .none)
    guard looksForUnnamed else { return [words] }
    let orders: [Reading.Order] =
      isBelow ? [.belowFirst, .aboveFirst] : [.aboveFirst, .belowFirst]
    return [words] + orders.map { Reading(order: $0) }
      + (singles.isEmpty ? [] : orders.map { Reading(order: $0, singles: singles) })
  }

  /// Readings that leave out what is doubtful: one thing, then two.
  ///
  /// Those behind as many as are affordable need not be made.
  private func doubts(_ plain: Search, _ singles: Set<Int>, atMost count: Int) -> [Reading] {
    if count == 0 { return [] }
    let unproven = plain.totals.values.filter {
      $0.isNamed && !$0.isProven && ![.all, .carried].contains(rows[$0.row].word)
    }.map(\.row).sorted()
    var words = unproven.prefix(count).map { Reading(order: .none, barred: [$0]) }
    if !unproven.isEmpty { words.append(Reading(order: .none, barred: Set(unproven))) }
    guard looksForUnnamed else { return words }
    words.append(Reading(barred: Set(unproven)))
    let unnamed = plain.totals.values.filter { !$0.isNamed }.map(\.row).sorted()
    let toBar = (unproven + unnamed).prefix(count)
    let toToggle = singles.sorted().prefix(count)
    var ones = [Reading(columns: 1), Reading(singles: singles, columns: 1)]
    for start in singles.isEmpty ? [Reading()] : [Reading(), Reading(singles: singles)] {
      ones += toBar.map { start.barring($0) }
      ones += toToggle.map { start.toggling(single: $0) }
    }
    let twos =
      ones.count > 40
      ? []
      : ones.flatMap { one in
        toBar.map { one.barring($0) } + toToggle.map { one.toggling(single: $0) }
      }
    return words + ones + twos
  }

  /// The reading without a total that holds: sums of several rows that no total can confirm, and
  /// beside such sums also a row that equals its neighbour in two columns or more.
  private func byShape(_ plain: Search, _ singles: Set<Int>) -> Search {
    guard looksForUnnamed else { return search(Reading(order: .none)) }
    let clear = singles.filter { rows[$0].figures.count { $0 != nil && $0 != 0 } > 1 }
    guard !clear.isEmpty, plain.hasGroups else { return plain }
    let order: Reading.Order = plain.hasMostSumsBelow ? .belowFirst : .aboveFirst
    return search(Reading(order: order, singles: clear))
  }
}

extension TotalFinder {
  /// A way to read the table.
  struct Reading: Equatable {
    /// In which order unnamed sums are looked for.
    var order = Order.aboveFirst
    /// Rows that may be the sum of one row beside them.
    var singles: Set<Int> = []
    /// Rows that are no sums.
    var barred: Set<Int> = []
    /// How many columns must agree where no word helps.
    var columns = 2

    enum Order {
      /// Only words tell.
      case none
      /// Sums above their rows, then sums below.
      case aboveFirst
      /// Sums below their rows, then sums above.
      case belowFirst
    }

    func barring(_ row: Int) -> Reading {
      var reading = self
      reading.barred.insert(row)
      return reading
    }

    func toggling(single row: Int) -> Reading {
      var reading = self
      if reading.singles.remove(row) == nil { reading.singles.insert(row) }
      return reading
    }
  }
}
