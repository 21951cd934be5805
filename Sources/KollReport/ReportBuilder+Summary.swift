internal import KollCalculation
internal import KollModel

extension ReportBuilder {
  /// What the figures say, a paragraph for each comparison and one for the savings, and that nobody
  /// wrote them.
  func summary() throws(AmountOverflow) -> [Block] {
    var paragraphs: [String] = []
    for index in moneyComparisons {
      if let text = try sentence(comparing: index) { paragraphs.append(text) }
    }
    if let savings { paragraphs.append(try sentence(about: savings)) }
    if !paragraphs.isEmpty { paragraphs.append("Texten är gjord av Koll ur tabellerna.") }
    return paragraphs.map(Block.paragraph)
  }

  /// The columns of money that compare two others.
  var moneyComparisons: [Int] {
    table.columns.indices.filter {
      table.columns[$0].comparison != nil && table.columns[$0].series.kind.isMoney
    }
  }

  /// The column of per cent that belongs to a comparison of money.
  func share(of index: Int) -> Int? {
    let comparison = table.columns[index].comparison
    return table.columns.indices.first {
      table.columns[$0].comparison == comparison && table.columns[$0].series.kind == .ratio
    }
  }

  private func sentence(comparing index: Int) throws(AmountOverflow) -> String? {
    guard let comparison = table.columns[index].comparison, let total = table.total,
      let subject = total.cells[comparison.subject].value.money,
      let base = total.cells[comparison.base].value.money,
      let difference = total.cells[index].value.money
    else { return nil }
    let subjectColumn = table.columns[comparison.subject]
    let baseColumn = table.columns[comparison.base]
    let opening =
      "\(subjectColumn.definiteName.capitalisingFirst) är \(try amount(subject, subjectColumn))."
    guard difference != .zero else {
      return "\(opening) Det är lika mycket som \(baseColumn.definiteName)."
    }
    let direction =
      comparison.isDeviation
      ? (difference > .zero ? "bättre" : "sämre") : (difference > .zero ? "högre" : "lägre")
    let size = try amount(difference, table.columns[index], withoutSign: true)
    let share = try shareText(of: index, in: total)
    return """
      \(opening) Det är \(size)\(share) \(direction) än \(baseColumn.definiteName), \
      som är \(try amount(base, baseColumn)). \(try contributors(to: index))
      """
  }

  /// The areas with the largest figures in the column, on the side of the total first.
  private func contributors(to index: Int) throws(AmountOverflow) -> String {
    let largest = largestRows(in: index, count: 2)
    guard !largest.isEmpty else { return "" }
    var parts: [String] = []
    for row in largest.map({ table.rows[$0] }) {
      let text = try table.columns[index].text(of: row.cells[index])
      parts.append("\(row.label) (\(text)\u{A0}\(definition.unit.rawValue))")
    }
    let verb = table.columns[index].comparison?.isDeviation == true ? "avviker" : "ändras"
    return "Mest \(verb) \(parts.joined(separator: " och "))."
  }

  /// The items with the largest figures of either sign, those without a difference left out, as
  /// indices into the table's rows.
  func largestRows(in index: Int, count: Int) -> [Int] {
    func size(_ row: Int) -> UInt64 {
      table.rows[row].cells[index].value.money?.minorUnits.magnitude ?? 0
    }
    let items = table.rows.indices.filter { table.rows[$0].role == .item && size($0) != 0 }
    let ordered = items.sorted { (size($1), $0) < (size($0), $1) }
    return Array(ordered.prefix(count))
  }

  private func sentence(about report: SavingsReport) throws(AmountOverflow) -> String {
    let (savings, display) = (report.savings, report.display)
    var text =
      "\(savings.title) för \(savings.year) är \(try savings.task.text(in: display))."
    if let identified = try savings.steps().identified {
      text += " Namngivna åtgärder med belopp ger \(try identified.text(in: display))."
    }
    let gap = try savings.gap
    if gap.money > .zero {
      text += " Det saknas åtgärder med belopp för \(try gap.text(in: display))."
    }
    var unquantified = 0
    for measure in savings.measures where measure.status != .dropped {
      if try savings.effect(of: measure) == nil { unquantified += 1 }
    }
    if unquantified > 0 {
      text +=
        unquantified == 1
        ? " En åtgärd är namngiven utan belopp."
        : " \(unquantified) åtgärder är namngivna utan belopp."
    }
    return text
  }

  private func amount(
    _ money: Money,
    _ column: TableColumn,
    withoutSign: Bool = false,
  ) throws(AmountOverflow) -> String {
    let style = NumberStyle.swedish(decimals: column.decimals)
    let number = money.shown(in: column.scale)
    let text = try style.format(withoutSign ? number.magnitude : number)
    return text + (column.scale.unit.map { "\u{A0}\($0.rawValue)" } ?? "")
  }

  private func shareText(of index: Int, in row: ComputedRow) throws(AmountOverflow) -> String {
    guard let column = share(of: index), case .ratio(let share) = row.cells[column].value else {
      return ""
    }
    let style = NumberStyle.swedish(decimals: table.columns[column].decimals)
    return " (\(try style.format((share * Rational(100)).magnitude))\u{A0}%)"
  }
}

extension TableColumn {
  /// The column in running text, such as "budgeten för 2021".
  fileprivate var definiteName: String {
    let noun: String? =
      switch series.kind {
      case .budget: "budgeten"
      case .forecast: "prognosen"
      case .actual: "utfallet"
      case .frame: "ramen"
      case .plan: "planen"
      case .variance, .amount, .ratio, .count, .rate, .text: nil
      }
    guard let noun, let year = series.year, series.period == nil, series.label == nil else {
      return title
    }
    return "\(noun) för \(year)"
  }
}

extension String {
  var capitalisingFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
