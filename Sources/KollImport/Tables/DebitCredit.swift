internal import KollModel

/// Two columns for the two sides of the same amounts, as ledgers state them.
///
/// They are one amount: debet less kredit.
struct DebitCredit {
  /// A column by its field, as messages name it.
  struct Column {
    let field: Int
    let title: String
  }

  let debit: Column
  let credit: Column
  /// What the amount is called.
  private(set) var title: String
  /// The column that states each row's own balance.
  private(set) var balance: Column?
  /// A column of balances that go on from row to row, which is no amount of any row.
  private(set) var runningBalance: Int?
  /// Whether credits are written with a minus, so that the amount is the sum of the two.
  private(set) var isSigned = false
  /// What people are told of it.
  private(set) var note = ""

  /// The columns beside the first, which hold no figures of their own.
  var fields: [Int] { [credit.field, balance?.field].compactMap(\.self) }

  /// What the two columns are for.
  var roles: [TableReading.TitledRole] {
    [
      TableReading.TitledRole(title: debit.title, role: .debit),
      TableReading.TitledRole(title: credit.title, role: .credit),
    ]
  }

  /// The amount; `nil` when it does not fit.
  func amount(_ debit: ReadNumber?, _ credit: ReadNumber?) -> ReadNumber? {
    guard let credit else { return debit }
    return (debit ?? ReadNumber(coefficient: 0)).adding(credit, times: isSigned ? 1 : -1)
  }
}

extension DebitCredit {
  /// The pairs of such columns that nothing is declared of.
  static func all(
    among titles: [String],
    _ grid: TableGrid,
    _ options: ReadingOptions,
    rows: Range<Int>,
  ) -> [DebitCredit] {
    func rest(_ field: Int, _ role: ColumnRole, _ words: Set<String>) -> String? {
      guard let declared = options.role(ofColumn: titles[field]) else {
        return titles[field].without(words)
      }
      return declared == role ? "" : nil
    }
    var pairs = titles.indices.compactMap { debit -> DebitCredit? in
      guard let name = rest(debit, .debit, debitWords) else { return nil }
      let credit = titles.indices.first {
        rest($0, .credit, creditWords)?.isSameTitle(as: name) == true
      }
      return credit.map {
        DebitCredit(
          debit: Column(field: debit, title: titles[debit]),
          credit: Column(field: $0, title: titles[$0]),
          title: name.isEmpty
            ? "Belopp" : Series(reading: name).tellsKindOrYear ? name : "Belopp " + name,
        )
      }
    }
    let free = titles.indices.filter { options.role(ofColumn: titles[$0]) == nil }
    let balances = free.filter { balanceWords.contains(titles[$0].lowercased()) }
    for index in pairs.indices {
      pairs[index].look(at: grid, rows, balances: pairs.count == 1 ? balances : [], titles)
    }
    return pairs
  }

  private static let debitWords: Set<String> = ["debet", "debit", "debetbelopp"]
  private static let creditWords: Set<String> = ["kredit", "credit", "kreditbelopp"]
  private static let balanceWords: Set<String> = ["saldo", "netto", "belopp", "balance", "amount"]

  /// Finds out from the rows how credits are signed, and which column states the balance.
  private mutating func look(
    at grid: TableGrid,
    _ rows: Range<Int>,
    balances: [Int],
    _ titles: [String],
  ) {
    let sides = rows.filter { !grid.isBlank($0) && grid.filled($0).count > 1 }.map { record in
      (record, grid.number(record, debit.field), grid.number(record, credit.field))
    }
    let debits = sides.compactMap(\.1?.coefficient)
    let credits = sides.compactMap(\.2?.coefficient).filter { $0 != 0 }
    isSigned = !credits.isEmpty && credits.allSatisfy { $0 < 0 } && debits.allSatisfy { $0 >= 0 }
    for field in balances where balance == nil {
      let pair = self
      let agree = sides.compactMap { record, debit, credit in
        grid.number(record, field).map { $0.hasSameValue(as: pair.amount(debit, credit)) }
      }
      let count = agree.count { $0 }
      if count > (agree.count - count) * 4 {
        balance = Column(field: field, title: titles[field])
        title = titles[field]
      } else if titles[field].lowercased() == "saldo" {
        runningBalance = field
      }
    }
    note = note(
      sides.map { ($0.0, $0.1?.coefficient ?? 0 != 0, $0.2?.coefficient ?? 0 != 0) },
      grid,
    )
  }

  private func note(
    _ sides: some Sequence<(record: Int, debit: Bool, credit: Bool)>,
    _ grid: TableGrid,
  ) -> String {
    let both = sides.filter { $0.debit && $0.credit }.map { grid.records.line($0.record) }
    let joint = isSigned ? "plus" : "minus"
    var note = "\(title) är \(debit.title) \(joint) \(credit.title)"
    if isSigned { note += ", som står med minustecken" }
    note += "."
    if balance == nil, let first = both.first {
      note +=
        both.count == 1
        ? " På rad \(first) är båda ifyllda."
        : " På \(both.count) rader är båda ifyllda, den första är rad \(first)."
    }
    return note
  }
}

extension TableGrid {
  fileprivate func number(_ record: Int, _ field: Int) -> ReadNumber? {
    if case .number(let number) = reading(record, field) { number } else { nil }
  }
}

extension ReadNumber {
  /// The sum with another so many times, when it fits.
  fileprivate func adding(_ other: ReadNumber, times factor: Int128) -> ReadNumber? {
    let most = max(decimals, other.decimals)
    let sum =
      Int128(coefficient) * powerOfTen(most - decimals)
      + Int128(other.coefficient) * powerOfTen(most - other.decimals) * factor
    return Int64(exactly: sum).map {
      ReadNumber(coefficient: $0, decimals: most, unit: unit ?? other.unit)
    }
  }

  /// Whether another number says the same with more or fewer decimals; none is nought.
  func hasSameValue(as other: ReadNumber?) -> Bool {
    guard let other else { return coefficient == 0 }
    return adding(other, times: -1)?.coefficient == 0
  }
}

extension String {
  /// The title without a word of some; `nil` when it has none of them.
  fileprivate func without(_ words: Set<String>) -> String? {
    let all = split { $0.isWhitespace }
    let left = all.filter { !words.contains($0.lowercased()) }
    return left.count + 1 == all.count ? left.joined(separator: " ") : nil
  }
}
