internal import KollCalculation
internal import KollModel

extension ReportBuilder {
  /// What the figures say, a paragraph for each comparison and one for the savings, and that nobody
  /// wrote them; `nil` when there is nothing to say.
  ///
  /// A summary that somebody wrote is put in later.
  func summary() throws(AmountOverflow) -> Section? {
    let title = "Sammanfattning"
    guard texts.summary == nil else { return Section(title: title, blocks: []) }
    var paragraphs: [String] = []
    for index in moneyComparisons {
      if let text = try sentence(comparing: index) {
        paragraphs.append(text + reservation(comparing: index))
      }
    }
    if let savings { paragraphs.append(try sentence(about: savings)) }
    guard !paragraphs.isEmpty else { return nil }
    paragraphs.append("Texten är gjord av Koll ur tabellerna.")
    return Section(title: title, blocks: paragraphs.map(Block.paragraph))
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

  /// Which areas one of the two compared columns lacks: the sums are then of different areas.
  private func reservation(comparing index: Int) -> String {
    guard let comparison = table.columns[index].comparison else { return "" }
    let pairs = [(comparison.subject, comparison.base), (comparison.base, comparison.subject)]
    return pairs.compactMap { column, other -> String? in
      let lacking = table.itemsLacking(column, beside: other)
      guard let first = lacking.first else { return nil }
      let others = lacking.count == 1 ? "" : " och \(lacking.count - 1) till"
      return " \(table.columns[column].title) saknas för \(first.label)\(others), så att summorna "
        + "inte avser samma områden."
    }.joined()
  }

  private func sentence(comparing index: Int) throws(AmountOverflow) -> String? {
    guard let comparison = table.columns[index].comparison, let total = table.total,
      let subject = total.cells[comparison.subject].value.money,
      let base = total.cells[comparison.base].value.money,
      let difference = total.cells[index].value.money
    else { return nil }
    let subjectColumn = table.columns[comparison.subject]
    let baseColumn = table.columns[comparison.base]
    let subjectName = subjectColumn.definiteName(beside: baseColumn)
    let baseName = baseColumn.definiteName(beside: subjectColumn)
    let opening = "\(subjectName.capitalisingFirst) är \(try subjectColumn.amount(subject))."
    guard difference != .zero else { return "\(opening) Det är lika mycket som \(baseName)." }
    if let limit = definition.materiality?.limit(ofLevel: 0), comparison.isDeviation,
      !limit.isPassed(by: difference, from: base)
    {
      let size = try table.columns[index].amount(difference, withoutSign: true)
      return """
        \(opening) Det är i nivå med \(baseName), som är \(try baseColumn.amount(base)); \
        skillnaden är \(size). \(try contributors(to: index))
        """
    }
    let direction =
      comparison.isDeviation
      ? (difference > .zero ? "bättre" : "sämre") : (difference > .zero ? "högre" : "lägre")
    let size = try table.columns[index].amount(difference, withoutSign: true)
    let share = try shareText(of: index, in: total)
    return """
      \(opening) Det är \(size)\(share) \(direction) än \(baseName), \
      som är \(try baseColumn.amount(base)). \(try contributors(to: index))
      """
  }

  /// The areas with the largest figures in the column, on the side of the total first.
  private func contributors(to index: Int) throws(AmountOverflow) -> String {
    let areas = table.widestAreas.filter { size($0, in: index) != 0 }
    guard !areas.isEmpty else { return "" }
    var parts: [String] = []
    for row in sorted(areas, by: index).prefix(2).map({ table.rows[$0] }) {
      let text = try table.columns[index].text(of: row.cells[index])
      parts.append("\(row.label) (\(text)\u{A0}\(definition.unit.rawValue))")
    }
    let verb = table.columns[index].comparison?.isDeviation == true ? "avviker" : "ändras"
    return "Mest \(verb) \(parts.joined(separator: " och "))."
  }

  /// The items with the largest figures of either sign, those without a difference left out, as
  /// indices into the table's rows.
  func largestRows(in index: Int, count: Int) -> [Int] {
    let items = table.rows.indices.filter { row in
      table.rows[row].role == .item && size(row, in: index) != 0
    }
    return Array(sorted(items, by: index).prefix(count))
  }

  /// Rows by the size of a column's figures, the largest first.
  func sorted(_ rows: [Int], by index: Int) -> [Int] {
    rows.sorted { (size($1, in: index), $0) < (size($0, in: index), $1) }
  }

  private func size(_ row: Int, in index: Int) -> UInt64 {
    table.rows[row].cells[index].value.money?.minorUnits.magnitude ?? 0
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

  private func shareText(of index: Int, in row: ComputedRow) throws(AmountOverflow) -> String {
    guard let column = share(of: index), case .ratio(let share) = row.cells[column].value else {
      return ""
    }
    let style = NumberStyle.swedish(decimals: table.columns[column].decimals)
    return " (\(try style.format((share * Rational(100)).magnitude))\u{A0}%)"
  }
}

extension TableColumn {
  /// The column in running text, such as "budgeten för 2021" or "utfallet för januari–augusti 2021".
  /// - Parameter other: A column that the same sentence names: of two forecasts of a year it says when
  ///   they were made.
  /// - Returns: The words.
  fileprivate func definiteName(beside other: TableColumn) -> String {
    let noun: String? =
      switch series.kind {
      case .budget: "budgeten"
      case .forecast: "prognosen"
      case .actual: "utfallet"
      case .frame: "ramen"
      case .plan: "planen"
      case .variance, .amount, .ratio, .count, .rate, .text: nil
      }
    guard let noun, let year = series.year, series.label == nil else { return title }
    if let period = series.period { return "\(noun) för \(period.longWords)" }
    guard let round = series.round, other.series.kind == series.kind, other.series.year == year
    else { return "\(noun) för \(year)" }
    return "\(noun) för \(year) från \(round.year == year ? round.name : round.longWords)"
  }
}

extension String {
  var capitalisingFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
