internal import KollCalculation
internal import KollModel

/// The figures of a report as texts may name them.
struct ReportFigures {
  /// The table of the areas, whose total a column's name alone means.
  private let areas: FigureTable
  /// The tables of sections that have their own, whose rows are named.
  private let others: [FigureTable]

  init(areas: ComputedTable, others: [ComputedTable], codes: [AreaPath: String]) {
    self.areas = FigureTable(areas, codes: codes)
    self.others = others.map { FigureTable($0, codes: [:]) }
  }

  /// Why a placeholder stands for no figure.
  enum Fault: Hashable {
    /// Nothing stands between the braces.
    case empty
    /// No column is called so; the titles of all.
    case noColumn(String, among: [String])
    /// No row is called so; the names of all.
    case noRow(String, among: [String])
    /// The column has no total of its own: a row must be named.
    case withoutRow(String)
    /// The figure cannot be told in the unit.
    case wrongUnit(String)
    /// Several figures are called so.
    case several([String])
    /// The cell has no figure.
    case absent(String)
  }

  /// The text that a placeholder stands for.
  enum Outcome: Hashable {
    case text(String)
    case fault(Fault)
  }

  /// Finds the figure that a placeholder means.
  /// - Parameter text: What stands between the braces.
  /// - Returns: The figure as people read it, or why there is none.
  /// - Throws: `AmountOverflow` when it has too many digits to write.
  func outcome(of text: String) throws(AmountOverflow) -> Outcome {
    let placeholder = Placeholder(text)
    guard !placeholder.words.isEmpty else { return .fault(.empty) }
    for reading in [placeholder, Placeholder(text, takesUnit: false)] {
      for tables in [[areas], others] {
        let found = places(of: reading, in: tables)
        if !found.isEmpty { return try outcome(of: found, shown: reading) }
      }
    }
    if let share = placeholder.asShare {
      for tables in [[areas], others] {
        let found = places(of: share, asShares: true, in: tables)
        if !found.isEmpty { return try outcome(of: found, shown: share) }
      }
    }
    return .fault(fault(of: placeholder))
  }

  private struct Place {
    let table: ComputedTable
    let row: Int
    let column: Int
    /// Whether the figure is told as a share of what it is compared with.
    let isShare: Bool

    var name: String {
      let row = table.rows[row]
      let isOnlyOne = table.rows.count { $0.role != .heading && $0.label == row.label } == 1
      return "\(table.columns[column].title), \(isOnlyOne ? row.label : row.path.fullName)"
    }

    /// The figure, and the column that says how it is shown.
    var figure: (cell: Cell, column: TableColumn) {
      let (cells, own) = (table.rows[row].cells, table.columns[column])
      guard isShare, let comparison = own.comparison else { return (cells[column], own) }
      var shown = own
      shown.decimals = 1
      let share = cells[comparison.base].value.money.flatMap { base in
        cells[column].value.money.flatMap {
          Rational(Int128($0.minorUnits), over: Int128(base.minorUnits.magnitude))
        }
      }
      return (Cell(share.map(CellValue.ratio) ?? .absent(.zeroBase)), shown)
    }
  }

  /// The cells that words may mean: their first words a column, the rest a row.
  private func places(
    of placeholder: Placeholder,
    asShares: Bool = false,
    in tables: [FigureTable],
  ) -> [Place] {
    var exact: [Place] = []
    var beginning: [Place] = []
    for table in tables {
      for (columnName, rowName) in placeholder.divisions {
        // A section's own table has rows to name, and its total is one of them.
        if rowName.isEmpty, table.table.name != areas.table.name { continue }
        let rows = table.rows(called: rowName)
        guard !rows.isEmpty else { continue }
        let columns = table.columns(called: columnName)
        func places(_ columns: [Int]) -> [Place] {
          // A beginning that may also mean an amount asks for no share.
          if asShares, !columns.allSatisfy(table.table.isComparisonOfMoney) { return [] }
          return columns.filter {
            asShares || table.table.columns[$0].takes(placeholder.unit?.unit)
          }.flatMap { column in
            rows.map { Place(table: table.table, row: $0, column: column, isShare: asShares) }
          }
        }
        exact += places(columns.exact)
        beginning += places(columns.beginning)
      }
    }
    return exact.isEmpty ? beginning : exact
  }

  /// The figure of cells that all show the same.
  private func outcome(
    of places: [Place],
    shown placeholder: Placeholder,
  ) throws(AmountOverflow) -> Outcome {
    var texts: [String?] = []
    for place in places {
      let (cell, column) = place.figure
      let text = try column.text(of: cell, shown: placeholder)
      if !texts.contains(text) { texts.append(text) }
    }
    guard texts.count == 1 else { return .fault(.several(places.map(\.name))) }
    guard let text = texts[0] else { return .fault(.absent(places[0].name)) }
    return .text(text)
  }

  /// What of a placeholder that means nothing is not known.
  private func fault(of placeholder: Placeholder) -> Fault {
    let tables = [areas] + others
    for (columnName, rowName) in placeholder.divisions.reversed() {
      let known = tables.filter { table in
        let columns = table.columns(called: columnName)
        return !(columns.exact + columns.beginning).isEmpty
      }
      guard !known.isEmpty else { continue }
      if known.contains(where: { !$0.rows(called: rowName).isEmpty }), let unit = placeholder.unit {
        return .wrongUnit(unit.word)
      }
      guard !rowName.isEmpty else { return .withoutRow(columnName) }
      return .noRow(rowName, among: known.flatMap(\.rowNames))
    }
    let titles = tables.flatMap(\.table.columns).filter { !$0.isText }.map(\.title)
    // What stands before the name of a row is meant as a column.
    let before = placeholder.divisions.first { division in
      !division.row.isEmpty && tables.contains { !$0.rows(called: division.row).isEmpty }
    }
    return .noColumn(before?.column ?? placeholder.words.joined(separator: " "), among: titles)
  }
}

extension Placeholder {
  /// The ways in which its words may be the name of a column and that of a row, the shortest name of
  /// a column first.
  fileprivate var divisions: [(column: String, row: String)] {
    (1...words.count).map { count in
      (words[..<count].joined(separator: " "), words[count...].joined(separator: " "))
    }
  }
}

extension ComputedTable {
  /// Whether a column's money is compared with money in the same unit.
  fileprivate func isComparisonOfMoney(_ column: Int) -> Bool {
    guard let comparison = columns[column].comparison else { return false }
    return columns[column].series.kind.isMoney
      && columns[comparison.base].scale == columns[column].scale
  }
}

extension TableColumn {
  /// A cell as a placeholder asks for it, with its unit; `nil` when it has no figure.
  fileprivate func text(
    of cell: Cell,
    shown placeholder: Placeholder,
  ) throws(AmountOverflow) -> String? {
    let number: Rational
    var (decimals, word) = (decimals, placeholder.unit?.word)
    switch cell.value {
    case .money(let money):
      var scale = scale
      if case .money(let unit)? = placeholder.unit?.unit, unit != scale.unit {
        scale = Scale(unit: unit)
        decimals = unit.customaryDecimals
      }
      number = money.shown(in: scale)
      word = word ?? scale.unit?.rawValue
    case .ratio(let share):
      number = try share * Rational(100)
      word = word ?? "%"
    case .count(let count): number = count
    case .text, .absent: return nil
    }
    let isSize = placeholder.isWithoutSign
    let style = NumberStyle.swedish(decimals: decimals, showsPlus: isChange && !isSize)
    let text = try style.format(isSize ? number.magnitude : number)
    return [cell.isApproximate ? "ca" : nil, text, word].compactMap(\.self)
      .joined(separator: "\u{A0}")
  }
}
