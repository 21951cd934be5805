import KollCalculation
import KollModel
import KollReport

/// Money in tkr.
func tkr(_ amount: Int64, cirka isApproximate: Bool = false) -> Cell {
  Cell(.money(Money(minorUnits: amount * 100_000)), isApproximate: isApproximate)
}

/// Money in öre.
func öre(_ amount: Int64) -> Cell { Cell(.money(Money(minorUnits: amount))) }

/// A share of two numbers.
func share(_ part: Int128, of whole: Int128) -> Cell {
  Rational(part, over: whole).map { Cell(.ratio($0)) } ?? Cell(.absent(.zeroBase))
}

/// No value.
let absent = Cell(.absent(.notStated))

/// A column.
func column(
  _ title: String,
  _ kind: SeriesKind = .budget,
  unit: MoneyUnit = .tkr,
  decimals: Int = 0,
  by expression: Expression? = nil,
  isChange: Bool = false,
) -> TableColumn {
  TableColumn(
    key: title.lowercased(),
    title: title,
    series: Series(kind),
    scale: Scale(unit: unit),
    decimals: decimals,
    expression: expression,
    isChange: isChange,
  )
}

/// A row that is counted.
func item(_ label: String, _ cells: [Cell], below path: [String] = []) -> ComputedRow {
  ComputedRow(label: label, path: AreaPath(path + [label]), role: .item, cells: cells)
}

/// A row that is computed from others; negative numbers are taken away, counted from 1.
func sum(
  _ label: String,
  of rows: [Int],
  _ cells: [Cell],
  role: RowRole = .total,
) -> ComputedRow {
  ComputedRow(
    label: label,
    path: AreaPath(role == .total ? [] : [label]),
    role: role,
    terms: rows.map { RowTerm(abs($0) - 1, isSubtracted: $0 < 0) },
    cells: cells,
  )
}

/// A row without figures.
func heading(_ label: String, columns: Int) -> ComputedRow {
  ComputedRow(
    label: label,
    path: AreaPath([label]),
    role: .heading,
    cells: Array(repeating: absent, count: columns),
  )
}

/// A document of one section with one table.
func document(
  _ columns: [TableColumn],
  _ rows: [ComputedRow],
  title: String = "Rapport",
  tab: String? = "Tabell",
) -> Document {
  let table = ComputedTable(areaTitle: "Område", columns: columns, rows: rows)
  return Document(
    title: title,
    sections: [Section(title: title, tab: tab, blocks: [.table(table)])],
  )
}
