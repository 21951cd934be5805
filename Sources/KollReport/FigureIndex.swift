internal import KollCalculation
internal import KollModel

/// All figures of a report's tables by size, to find one by what it is rounded to.
struct FigureIndex {
  private let tables: [ComputedTable]
  /// Amounts in öre, each size once, the smallest first.
  private let amounts: [Entry]
  /// Shares as per cent with ``decimalsOfShares`` decimals.
  private let shares: [Entry]

  /// More than any text states, so that rounding a share before comparing it changes nothing.
  private static let decimalsOfShares = 12

  /// A figure without its sign, and a cell that has it.
  private struct Entry {
    let size: Int128
    let table: Int
    let row: Int
    let column: Int
  }

  /// A figure that a text may have meant.
  struct Candidate {
    /// The figure with as many decimals as the text has, and its unit.
    let text: String
    /// Its column and row.
    let name: String
  }

  init(of tables: [ComputedTable]) {
    self.tables = tables
    var amounts: [Entry] = []
    var shares: [Entry] = []
    for (number, table) in tables.enumerated() {
      let columns = table.columns.map { $0.series.kind.isMoney && $0.scale.unit != nil }
      for (place, row) in table.rows.enumerated() {
        for (column, cell) in row.cells.enumerated() {
          func entry(_ size: Int128) -> Entry {
            Entry(size: size, table: number, row: place, column: column)
          }
          switch cell.value {
          case .money(let money) where columns[column]:
            amounts.append(entry(Int128(money.minorUnits.magnitude)))
          case .ratio(let share):
            // A share of so many digits is none that anybody writes down.
            let percent = try? share.magnitude.rounded(
              toDecimals: FigureIndex.decimalsOfShares + 2
            )
            if let percent { shares.append(entry(percent)) }
          case .money, .count, .text, .absent: break
          }
        }
      }
    }
    self.amounts = FigureIndex.sorted(amounts)
    self.shares = FigureIndex.sorted(shares)
  }

  /// Each size once, as the first table that has it states it.
  private static func sorted(_ entries: [Entry]) -> [Entry] {
    var sizes: Set<Int128> = []
    return entries.filter { sizes.insert($0.size).inserted }.sorted { $0.size < $1.size }
  }

  /// Whether some figure is rounded, half away from zero, to what a text says.
  func holds(_ figure: LooseFigure) -> Bool {
    let (entries, step) = measured(by: figure)
    guard let place = entries.firstPlace(where: { step.reaches(figure.digits, $0.size) }) else {
      return false
    }
    return !step.reaches(figure.digits + 1, entries[place].size)
  }

  /// The figure nearest to one that none is rounded to, when it is within a tenth.
  func nearest(to figure: LooseFigure) throws(AmountOverflow) -> Candidate? {
    let (entries, step) = measured(by: figure)
    let place = entries.firstPlace { step.reaches(figure.digits, $0.size) } ?? entries.count
    let written = figure.digits * step.numerator
    let near = entries[max(0, place - 1)..<min(entries.count, place + 1)].map { entry in
      (entry: entry, distance: abs(entry.size * step.denominator - written))
    }
    guard let best = near.min(by: { $0.distance < $1.distance }), best.distance * 10 <= written
    else { return nil }
    let table = tables[best.entry.table]
    let column = table.columns[best.entry.column]
    let cell = table.rows[best.entry.row].cells[best.entry.column]
    let number: Rational
    let word: String
    switch (figure.unit, cell.value) {
    case (.money(let unit), .money(let money)):
      (number, word) = (money.shown(in: Scale(unit: unit)), unit.rawValue)
    case (_, .ratio(let share)): (number, word) = (try share * Rational(100), "%")
    default: return nil
    }
    let text = try NumberStyle.swedish(decimals: figure.decimals).format(number)
    return Candidate(
      text: "\(text)\u{A0}\(word)",
      name: "\(column.title), \(table.rows[best.entry.row].label)",
    )
  }

  /// The figures in a unit of the same kind, and how much the last place of the text is of them.
  private func measured(by figure: LooseFigure) -> (entries: [Entry], step: Step) {
    switch figure.unit {
    case .money(let unit): (amounts, Step(unit.decimalsToOre - figure.decimals))
    case .percent: (shares, Step(FigureIndex.decimalsOfShares - figure.decimals))
    }
  }

  /// How much the last place of a text is, in the unit of the sizes: a power of ten.
  private struct Step {
    let numerator: Int128
    let denominator: Int128

    init(_ exponent: Int) {
      numerator = powerOfTen(max(0, exponent))
      denominator = powerOfTen(max(0, -exponent))
    }

    /// Whether a size is rounded to so many steps, or to more.
    func reaches(_ digits: Int128, _ size: Int128) -> Bool {
      2 * size * denominator >= (2 * digits - 1) * numerator
    }
  }
}

extension Array {
  /// The first place from which on a claim holds of all elements.
  fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < count ? low : nil
  }
}
