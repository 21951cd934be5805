public import KollCalculation
public import KollModel

extension ReportBuilder {
  /// The stated sums beside the computed ones.
  func checks() throws(AmountOverflow) -> [Block] {
    try statedSums() + ownTies()
  }

  private func statedSums() throws(AmountOverflow) -> [Block] {
    let own = sectionTables.sorted { $0.key < $1.key }.map(\.value).filter { !$0.checks.isEmpty }
    let others = own.map { Block.paragraph("\($0.title ?? ""): \($0.checkSummary)") }
    guard !table.checks.isEmpty else {
      return others.isEmpty
        ? [.paragraph("Underlaget anger inga summor att stämma av mot.")] : others
    }
    return [.paragraph(table.checkSummary), .table(try checkTable())] + others
  }

  /// The figures that must be the same in different tables.
  private func ownTies() throws(AmountOverflow) -> [Block] {
    guard !ties.isEmpty else { return [] }
    let equal = ties.count { $0.verdict == .equal }
    return [
      .paragraph("\(equal) av \(ties.count) avstämningar mellan tabeller är lika."),
      .list(ties.map(\.statement)),
    ]
  }

  private func checkTable() throws(AmountOverflow) -> ComputedTable {
    let scale = Scale(unit: definition.unit)
    let decimals = table.decimals
    func column(_ title: String, expression: Expression? = nil) -> TableColumn {
      TableColumn(
        key: title.key,
        title: title,
        series: Series(expression == nil ? .amount : .variance),
        scale: scale,
        decimals: decimals,
        expression: expression,
        isChange: expression != nil,
      )
    }
    let definition = TableDefinition(
      areaTitle: "Angiven summa",
      columns: [
        column("Angivet"),
        column("Beräknat"),
        column("Skillnad", expression: .binary(.minus, .column(0), .column(1))),
        TableColumn(
          key: "utfall",
          title: "Utfall",
          series: Series(.text),
          scale: scale,
          decimals: 0,
        ),
      ],
      rows: table.checks.map(row),
    )
    return try definition.computed(from: Ledger())
  }

  private func row(_ check: Check) -> RowDefinition {
    let place = check.origin.map { " (\($0.file), rad \($0.line))" } ?? ""
    let label = "\(check.row), \(table.columns[check.column].title)\(place)"
    return RowDefinition(
      label: label,
      path: AreaPath([label]),
      role: .item,
      content: .given([
        Cell(.money(check.stated)), Cell(CellValue(check.computed)),
        Cell(.text(check.verdict.word)),
      ]),
    )
  }

  /// The files that the figures come from.
  var sourceTable: ComputedTable {
    let plain = Scale(unstatedWithDecimals: 0)
    return ComputedTable(
      areaTitle: "Fil",
      columns: [
        TableColumn(
          key: "rader",
          title: "Rader",
          series: Series(.count),
          scale: plain,
          decimals: 0,
        ),
        TableColumn(
          key: "sha-256",
          title: "SHA-256",
          series: Series(.text),
          scale: plain,
          decimals: 0,
        ),
      ],
      rows: sources.map { source in
        ComputedRow(
          label: source.file,
          path: AreaPath([source.file]),
          role: .item,
          cells: [
            Cell(.count(Rational(Int64(source.recordCount)))), Cell(.text(source.sha256)),
          ],
        )
      },
    )
  }
}

extension ComputedTable {
  /// How many of the stated sums tie.
  var checkSummary: String {
    let equal = checks.filter { $0.verdict == .equal }.count
    return "\(equal) av \(checks.count) angivna summor är lika med de beräknade."
  }
}

extension Check {
  /// A stated sum beside the computed one, in a sentence.
  func statement(in table: ComputedTable) -> String {
    let column = table.columns[column]
    func shown(_ money: Money?) -> String {
      (try? column.text(of: Cell(CellValue(money)))) ?? "…"
    }
    return "\(row), \(column.title): angivet \(shown(stated)), beräknat \(shown(computed)), "
      + "skillnad \(shown(difference)) (\(verdict.word))"
  }
}

extension Tie {
  /// The two figures and how they compare, in a sentence.
  var statement: String {
    verdict == .equal
      ? "\(figures) (\(verdict.word))"
      : "\(figures), skillnad \(shown(difference)) (\(verdict.word))"
  }

  /// The two figures, each with where it stands.
  public var figures: String {
    "\(title): \(left.label) \(shown(left.amount)), \(right.label) \(shown(right.amount))"
  }

  /// An amount of the tie as people read it.
  /// - Parameter money: The amount.
  /// - Returns: The number with its unit.
  public func shown(_ money: Money) -> String {
    let style = NumberStyle.swedish(decimals: decimals)
    let number = (try? style.format(money.shown(in: scale))) ?? "…"
    return scale.unit.map { "\(number)\u{A0}\($0.rawValue)" } ?? number
  }
}

extension Check.Verdict {
  /// The verdict in a word.
  public var word: String {
    switch self {
    case .equal: "stämmer"
    case .rounding: "avrundning"
    case .differs: "skiljer"
    }
  }
}
