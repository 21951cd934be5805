internal import KollCalculation
internal import KollModel
internal import KollReport

/// Where the named tables of a document stand in its workbook.
struct TablePlaces {
  private var tables: [TableName: (sheet: String, plan: TablePlan)] = [:]

  /// Finds the tables on the sheets; of one that stands in several places, the first.
  init(_ sheets: [(name: String, plan: SheetPlan)]) {
    for sheet in sheets {
      for plan in sheet.plan.tables {
        guard let name = plan.table.name, tables[name] == nil else { continue }
        tables[name] = (sheet.name, plan)
      }
    }
  }

  /// The live formula of a cell that repeats figures of other tables.
  /// - Parameters:
  ///   - row: The row of the table that has the cell.
  ///   - column: The column of the cell.
  ///   - table: The table.
  /// - Returns: The formula without its equals sign; `nil` when the tables are not in the workbook
  ///   or do not show, exactly, the figure of the cell.
  func formula(row: Int, column: Int, of table: ComputedTable) -> String? {
    let cell = table.rows[row].cells[column]
    guard !cell.terms.isEmpty, cell.terms.allSatisfy({ $0.place.table != table.name }),
      let sum = sum(of: cell.terms),
      sum.number == cell.value.number(in: table.columns[column].scale)
    else { return nil }
    if cell.terms.count == 1, let only = cell.terms.first, !only.isSubtracted {
      return address(of: only.place)
    }
    let added = ranges(of: cell.terms.filter { !$0.isSubtracted })
    let taken = ranges(of: cell.terms.filter(\.isSubtracted))
    guard added.count + taken.count <= SheetLimits.arguments else { return nil }
    let count = "COUNT(\((added + taken).joined(separator: ",")))"
    let sums =
      (added.isEmpty ? "" : "SUM(\(added.joined(separator: ",")))")
      + (taken.isEmpty ? "" : "-SUM(\(taken.joined(separator: ",")))")
    return "IF(\(count)=0,\"\(TableFormulas.noValue)\",\(sums))"
  }

  /// The way from a row to the first row whose figures it repeats, and where that is in words.
  /// - Parameter row: The row.
  /// - Returns: The way; `nil` when the row repeats nothing that is in the workbook.
  func link(from row: ComputedRow) -> (target: String, tip: String)? {
    let cells = row.cells.span
    for index in cells.indices where !cells[index].terms.isEmpty {
      if let link = link(from: cells[index]) { return link }
    }
    return nil
  }

  /// The way from a figure to the first row that it is read from, and where that is in words.
  /// - Parameter cell: The figure.
  /// - Returns: The way; `nil` when it repeats nothing that is in the workbook.
  func link(from cell: Cell) -> (target: String, tip: String)? {
    for place in cell.terms.lazy.map(\.place) where shown(at: place) != nil {
      guard let (sheet, plan) = tables[place.table] else { continue }
      let row = CellReference(row: plan.headerRow + 1 + place.row, column: 0)
      return ("internal:\(sheet.asSheetReference)!\(row)", "\(sheet), rad \(row.row + 1)")
    }
    return nil
  }

  /// The formula and the text of a count of controls that fail.
  /// - Parameter summary: What is counted.
  /// - Returns: The formula without its equals sign; `nil` when not all tables are in the workbook.
  func formula(of summary: CheckSummary) -> String? {
    let ranges = summary.tables.compactMap(verdicts)
    guard !ranges.isEmpty, ranges.count == summary.tables.count else { return nil }
    let word = Check.Verdict.differs.word
    let failures = ranges.map { "COUNTIF(\($0),\"\(word)\")" }.joined(separator: "+")
    let (none, some) = (summary.textWhenAllHold, summary.endWhenSomeFail)
    let formula = "IF(\(failures)=0,\"\(none)\",(\(failures))&\"\(some)\")"
    return formula.utf16.count < SheetLimits.formula ? formula : nil
  }

  /// The verdicts of a table.
  private func verdicts(of name: TableName) -> String? {
    guard let (sheet, plan) = tables[name], let cells = plan.verdicts else { return nil }
    return "\(sheet.asSheetReference)!\(cells.first):\(cells.last)"
  }

  /// The sum of what other tables show, its number absent where none shows any; `nil` when a table
  /// or a cell is not in the workbook, or spreadsheet programs would add with an error.
  private func sum(of terms: [CellTerm]) -> (number: Rational?, magnitude: UInt64)? {
    var sum: (number: Rational?, magnitude: UInt64) = (nil, 0)
    for term in terms {
      guard let (value, column) = shown(at: term.place) else { return nil }
      guard let number = value.number(in: column.scale) else { continue }
      sum.magnitude += min(value.money?.minorUnits.magnitude ?? 0, Figure.limit)
      guard sum.magnitude < Figure.limit,
        let next = try? (sum.number ?? Rational(0)) + (term.isSubtracted ? -number : number)
      else { return nil }
      sum.number = next
    }
    return sum
  }

  /// What a cell of a named table shows: a figure or the mark of none.
  private func shown(at place: CellPlace) -> (value: CellValue, column: TableColumn)? {
    guard let table = tables[place.table]?.plan.table, table.rows.indices.contains(place.row),
      table.columns.indices.contains(place.column),
      table.rows[place.row].cells.indices.contains(place.column),
      !table.columns[place.column].isText, !TablePlan.isEmpty(table.rows[place.row])
    else { return nil }
    let value = table.rows[place.row].cells[place.column].value
    if case .text = value { return nil }
    return (value, table.columns[place.column])
  }

  private func address(of place: CellPlace) -> String? {
    tables[place.table].map { sheet, plan in
      "\(sheet.asSheetReference)!\(plan.cell(row: place.row, column: place.column))"
    }
  }

  /// The cells of terms, those that stand below each other as one range.
  private func ranges(of terms: [CellTerm]) -> [String] {
    var ranges: [(first: CellPlace, last: CellPlace)] = []
    for place in terms.map(\.place) {
      if let last = ranges.last?.last, last.table == place.table, last.column == place.column,
        last.row + 1 == place.row
      {
        ranges[ranges.count - 1].last = place
      } else {
        ranges.append((place, place))
      }
    }
    return ranges.compactMap { first, last in
      guard let start = address(of: first), let plan = tables[last.table]?.plan else { return nil }
      return first == last ? start : "\(start):\(plan.cell(row: last.row, column: last.column))"
    }
  }
}

extension String {
  /// The name of a sheet as formulas and links state it: between apostrophes.
  var asSheetReference: String { "'\(replacing("'", with: "''"))'" }
}
