public import KollCalculation
public import KollModel

extension ReportBuilder {
  /// The controls: how many hold, then every one of them.
  func checks(_ controls: Controls) -> [Block] {
    let none = Block.paragraph("Underlaget anger inga summor att stämma av mot.")
    return [controls.summary.map(Block.checkSummary)].compactMap(\.self)
      + (controls.sums.isEmpty ? [none] : []) + controls.tables.map(Block.table)
  }

  /// The controls of a report, as tables.
  struct Controls {
    /// The stated sums beside the computed ones.
    var sums: [ComputedTable]
    /// The figures that must be the same in different tables.
    var ties: [ComputedTable]

    var tables: [ComputedTable] { sums + ties }

    /// How many hold; `nil` when there are none.
    var summary: CheckSummary? { tables.isEmpty ? nil : CheckSummary(of: tables) }
  }

  /// What the report controls.
  func controls() throws(AmountOverflow) -> Controls {
    var controls = Controls(sums: [], ties: [])
    let own = sectionTables.sorted { $0.key < $1.key }.map(\.value)
    for table in [table] + own {
      let title = table.name == .areas ? nil : table.title
      for rows in table.checks.grouped(by: { table.columns[$0.column].scale }) {
        controls.sums.append(
          try sumTable(titled: title, rows, of: table, number: controls.sums.count)
        )
      }
    }
    for ties in ties.grouped(by: \.scale) {
      controls.ties.append(try tieTable(of: ties, number: controls.ties.count))
    }
    return controls
  }

  private func sumTable(
    titled title: String?,
    _ checks: [Check],
    of table: ComputedTable,
    number: Int,
  ) throws(AmountOverflow) -> ComputedTable {
    let cells = CheckedCells(of: table)
    let rows = checks.map { check in
      let place = check.origin.map { " (\($0.file), rad \($0.line))" } ?? ""
      return ControlRow(
        label: "\(check.row), \(table.columns[check.column].title)\(place)",
        figure: Cell(
          .money(check.stated),
          source: check.origin.map { .stated(table.columns[check.column].series, at: $0) },
        ),
        counterpart: Cell(CellValue(check.computed), terms: shown(cells.terms(of: check))),
        tolerance: check.tolerance,
        verdict: check.verdict,
      )
    }
    let scale = checks.first.map { table.columns[$0.column].scale }
    return try ControlRow.table(
      of: rows,
      named: TableName("sums \(number)"),
      titled: title,
      ("Angiven summa", "Angivet", "Beräknat"),
      scale: scale ?? Scale(unit: definition.unit),
      decimals: checks.map { table.columns[$0.column].decimals }.max() ?? 0,
    )
  }

  private func tieTable(of ties: [Tie], number: Int) throws(AmountOverflow) -> ComputedTable {
    let rows = ties.map { tie in
      ControlRow(
        label: "\(tie.title): \(tie.left.label) mot \(tie.right.label)",
        figure: Cell(.money(tie.left.amount), terms: shown(tie.left.terms)),
        counterpart: Cell(.money(tie.right.amount), terms: shown(tie.right.terms)),
        tolerance: tie.tolerance,
        verdict: tie.verdict,
      )
    }
    return try ControlRow.table(
      of: rows,
      named: TableName("ties \(number)"),
      titled: "Avstämningar mellan tabeller",
      ("Avstämning", "Första beloppet", "Andra beloppet"),
      scale: ties.first?.scale ?? Scale(unit: definition.unit),
      decimals: ties.map(\.decimals).max() ?? 0,
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

/// Two figures that should be equal, as a row of a table.
private struct ControlRow {
  let label: String
  let figure: Cell
  let counterpart: Cell
  let tolerance: Money
  let verdict: Check.Verdict

  /// How many decimals show that the figures differ, when they do.
  private func decimalsNeeded(in scale: Scale) throws(AmountOverflow) -> Int {
    guard verdict == .differs, let first = figure.value.number(in: scale),
      let second = counterpart.value.number(in: scale)
    else { return 0 }
    var decimals = 0
    while decimals < scale.exponent,
      try first.rounded(toDecimals: decimals) == second.rounded(toDecimals: decimals)
    {
      decimals += 1
    }
    return decimals
  }

  /// How many decimals show what rounding explains.
  private func decimalsOfTolerance(in scale: Scale) throws(AmountOverflow) -> Int {
    let exact = tolerance.shown(in: scale)
    var decimals = 0
    while decimals < scale.exponent,
      Rational(try exact.rounded(toDecimals: decimals), over: powerOfTen(decimals)) != exact
    {
      decimals += 1
    }
    return decimals
  }

  /// A table of such rows: the two figures, their difference, what rounding explains, the verdict.
  static func table(
    of rows: [ControlRow],
    named name: TableName,
    titled title: String?,
    _ titles: (area: String, figure: String, counterpart: String),
    scale: Scale,
    decimals: Int,
  ) throws(AmountOverflow) -> ComputedTable {
    func column(
      _ title: String,
      decimals: Int,
      expression: Expression? = nil,
    ) -> TableColumn {
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
    var decimals = decimals
    for row in rows { decimals = max(decimals, try row.decimalsNeeded(in: scale)) }
    // Half of a last place can be too much.
    var decimalsOfTolerance = decimals + 1
    for row in rows {
      decimalsOfTolerance = max(decimalsOfTolerance, try row.decimalsOfTolerance(in: scale))
    }
    let definition = TableDefinition(
      title: title,
      areaTitle: titles.area,
      columns: [
        column(titles.figure, decimals: decimals),
        column(titles.counterpart, decimals: decimals),
        column(
          "Skillnad",
          decimals: decimals,
          expression: .binary(.minus, .column(0), .column(1)),
        ),
        column("Tolerans", decimals: decimalsOfTolerance),
        TableColumn(
          key: "utfall",
          title: "Utfall",
          series: Series(.text),
          scale: scale,
          decimals: 0,
          judgement: TableColumn.Judgement(figure: 0, difference: 2, tolerance: 3),
        ),
      ],
      rows: rows.map { row in
        RowDefinition(
          label: row.label,
          path: AreaPath([row.label]),
          role: .item,
          content: .given([
            row.figure, row.counterpart, Cell(.money(row.tolerance)), Cell(.text(row.verdict.word)),
          ]),
        )
      },
    )
    var table = try definition.computed(from: Ledger())
    table.name = name
    return table
  }
}

extension Array {
  /// The elements in groups that have the same key, in the order in which the keys are met.
  fileprivate func grouped<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
    var groups: [[Element]] = []
    var places: [Key: Int] = [:]
    for element in self {
      if let place = places[key(element)] {
        groups[place].append(element)
      } else {
        places[key(element)] = groups.count
        groups.append([element])
      }
    }
    return groups
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
