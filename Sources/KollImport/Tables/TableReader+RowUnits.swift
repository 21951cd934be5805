internal import KollModel

/// Units that stand in the rows: in their labels, or in a column of units.
extension TableReader {
  /// What the figures of a row are, as far as its label or a column of units tells.
  private enum RowUnit: Hashable {
    case money(MoneyUnit)
    case count
    /// Shares, and amounts for each of something: no two of them can be added.
    case unsummed
    /// Another word in a column of units, such as `timmar`.
    case other(String)

    var isMoney: Bool {
      if case .money = self { true } else { false }
    }

    init?(label: String) {
      // Tables have very many labels, and most say nothing of the kind.
      guard label.mayStateUnit else { return nil }
      if label.contains("%") || label.namesRate {
        self = .unsummed
      } else if label.namesNumber {
        self = .count
      } else if let unit = label.statedUnit {
        self = .money(unit)
      } else {
        return nil
      }
    }

    /// The unit that a cell of a column of units states.
    init(word: String) {
      self = RowUnit(label: word) ?? .other(word.comparedTitle)
    }
  }

  /// Whether the rows of a table have different units, so that their sum means nothing.
  func haveDifferentUnits(_ table: ImportedTable) -> Bool {
    let rows = table.layout.rows.filter { $0.role == .item }
    let column = table.layout.columns.first { $0.series.kind == .text && $0.title.namesUnit }
    let units = rows.map { row in
      column.flatMap { row.texts[$0.series] }.map(RowUnit.init(word:)) ?? RowUnit(label: row.label)
    }
    let known = Set(units.compactMap(\.self))
    if known.count(where: \.isMoney) > 1 || rows.contains(where: { $0.label.contains("%") }) {
      return true
    }
    // Where the file itself states the sum of all rows, words such as `antal` mean something else.
    if column == nil, table.claims.contains(where: { $0.area.labels.isEmpty }) { return false }
    if known.contains(.unsummed) { return true }
    // A row that says nothing is money, in whatever unit.
    return known.count > 1 || known.contains { !$0.isMoney } && units.contains(nil)
  }

  /// Whether every filled cell of a column with such a title is a unit.
  func holdsUnits(_ field: Int, _ title: String, _ rows: Range<Int>) -> Bool {
    title.namesUnit
      && rows.allSatisfy { record in
        let text = grid.text(record, field)
        return text.isEmpty || text.isUnitOfAnything
      }
  }

  /// Gives each figure of money the unit that a column of units states in its row.
  ///
  /// A unit that all rows share is the columns'. Where rows differ each is converted, to the unit
  /// that is given for the file; where some rows are not money there is none to convert to.
  func takeRowUnits(_ header: Header, rows: Range<Int>, into body: inout Body) {
    guard
      let column = header.columns.first(where: {
        $0.series.kind == .text && holdsUnits($0.field, $0.title, rows)
      })
    else { return }
    let units = body.rows.map { $0.isBlank ? nil : grid.text($0.record, column.field).statedUnit }
    let areMoney = zip(body.rows, units).allSatisfy { row, unit in
      unit != nil || row.isBlank || grid.text(row.record, column.field).isEmpty
    }
    guard areMoney else { return }
    let different = Set(units.compactMap(\.self))
    let shared = different.count == 1 ? different.first : nil
    for (row, unit) in units.enumerated() {
      for index in header.columns.indices where header.columns[index].series.kind.isMoney {
        body.rows[row].numbers[index] = body.rows[row].numbers[index]?
          .stated(in: unit ?? shared)
      }
    }
  }
}

extension String {
  /// Whether letters stand in the text without which it states no unit.
  fileprivate var mayStateUnit: Bool {
    utf8.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "/") }
      || ["kr", "sek", "ntal", "per"].contains(where: hasLetters)
  }
}

extension ReadNumber {
  /// The number in a unit that stands beside it, unless it has one of its own.
  func stated(in unit: MoneyUnit?) -> ReadNumber {
    guard let unit else { return self }
    return ReadNumber(
      coefficient: coefficient,
      decimals: decimals,
      unit: self.unit ?? unit,
      isPercent: isPercent,
      footnote: footnote,
    )
  }
}
