public import KollModel

extension Savings {
  /// The key of the column with the effect in the task's year.
  public static let effectKey = "effekt"

  /// The measures as a table: each measure, what is identified, the task and what is missing.
  ///
  /// Columns that no measure has anything in are left out.
  /// - Parameter display: How to show money.
  /// - Returns: The table, a row for each measure and three below them.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func measureTable(in display: MoneyDisplay) throws(AmountOverflow) -> ComputedTable {
    var columns: [MeasureColumn] = []
    var cells = measures.map { _ in [Cell]() }
    for column in columnsOfMeasures {
      var own: [Cell] = []
      for measure in measures { own.append(try column.cell(measure)) }
      guard column.isAlwaysShown || own.contains(where: { $0.value != .absent(.notStated) }) else {
        continue
      }
      columns.append(column)
      for index in measures.indices { cells[index].append(own[index]) }
    }
    var rows = zip(measures, cells).map { measure, cells in
      RowDefinition(
        label: "\(measure.id) \(measure.text)",
        path: AreaPath([measure.id]),
        role: .item,
        content: .given(cells),
        origin: measure.origin,
      )
    }
    let identified = measures.indices.filter { measures[$0].status.isIdentified }
    let task = columns.map { column in
      column.key == Savings.effectKey ? Cell(self.task) : Cell(.absent(.notStated))
    }
    let sum = rows.count
    rows += [
      .below("Identifierat med belopp", .total, .terms(identified.map { RowTerm($0) })),
      .below("Uppdrag", .memo, .given(task)),
      .below(
        "Ej identifierat (ospecificerad besparing)",
        .memo,
        .terms([RowTerm(sum + 1), RowTerm(sum, isSubtracted: true)]),
      ),
    ]
    let definition = TableDefinition(
      areaTitle: "Åtgärd",
      columns: columns.map { .own($0.key, $0.title, $0.kind, in: display) },
      rows: rows,
    )
    var table = try definition.computed(from: Ledger())
    // What follows from the task is about its year alone.
    for index in columns.indices where columns[index].key != Savings.effectKey {
      table.rows[sum + 2].cells[index] = Cell(.absent(.notStated))
    }
    table.notes = measures.compactMap(\.note)
    return table
  }

  private var columnsOfMeasures: [MeasureColumn] {
    [
      .words("omrade", "Område") { $0.area?.labels.last },
      .words("ansvarig", "Ansvarig", \.owner),
      .words("slag", "Slag") { $0.kind?.rawValue },
      .words("status", "Status") { $0.status.rawValue },
      .words("start", "Start") { $0.start?.description },
      .money(Savings.effectKey, "Effekt \(year)", isAlwaysShown: true, effect),
      .money("helarseffekt", "Helårseffekt") { $0.fullYear },
      .money("nasta-ar", "Förändring \(year + 1)", .variance, increment),
      .money("utfall", "Utfall hittills") { $0.realised.map { Amount($0) } },
    ]
  }
}

/// A column of the table of measures: what it is called and what it shows of each.
private struct MeasureColumn {
  let key: String
  let title: String
  let kind: SeriesKind
  var isAlwaysShown = false
  let cell: (Savings.Measure) throws(AmountOverflow) -> Cell

  static func words(
    _ key: String,
    _ title: String,
    _ words: @escaping (Savings.Measure) -> String?,
  ) -> MeasureColumn {
    MeasureColumn(key: key, title: title, kind: .text) { measure in
      Cell(words(measure).map(CellValue.text) ?? .absent(.notStated))
    }
  }

  static func money(
    _ key: String,
    _ title: String,
    _ kind: SeriesKind = .amount,
    isAlwaysShown: Bool = false,
    _ amount: @escaping (Savings.Measure) throws(AmountOverflow) -> Savings.Amount?,
  ) -> MeasureColumn {
    MeasureColumn(
      key: key,
      title: title,
      kind: kind,
      isAlwaysShown: isAlwaysShown,
    ) { measure throws(AmountOverflow) in
      Cell(try amount(measure))
    }
  }
}

extension RowDefinition {
  /// A row below the items.
  static func below(_ label: String, _ role: RowRole, _ content: Content) -> RowDefinition {
    RowDefinition(label: label, path: .total, role: role, content: content)
  }
}

extension Cell {
  /// An amount of a savings task; absent when there is none.
  init(_ amount: Savings.Amount?) {
    guard let amount else {
      self.init(.absent(.notStated))
      return
    }
    self.init(.money(amount.money), isApproximate: amount.isApproximate, source: amount.source)
  }
}

extension Savings.Measure {
  fileprivate var note: Note? {
    comment.map { Note(row: id, text: $0) }
  }
}
