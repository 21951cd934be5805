internal import KollModel

/// Finds out by which convention a table's signs are written, from its own arithmetic.
struct SignFinder {
  let table: ImportedTable
  let derived: [DerivedColumn]
  /// Whether amounts are what is debited less what is credited.
  let isOfSides: Bool

  /// A convention and what shows it.
  struct Finding {
    let convention: SignConvention
    let reason: Phrase
    /// Whether figures prove it, and not their signs alone suggest it.
    let isProven: Bool
  }

  /// The convention, by the strongest sign of it; `nil` when nothing tells.
  var finding: Finding? {
    byDebit ?? byDeviation ?? byAccounts ?? bySides ?? byLabels ?? byNet
  }

  /// What is debited is positive in a ledger.
  private var byDebit: Finding? {
    guard isOfSides else { return nil }
    return Finding(
      convention: .ledger,
      reason: Phrase(
        sv: "beloppen är debet minus kredit",
        en: "the amounts are debits less credits",
      ),
      isProven: true,
    )
  }

  /// A deviation is plus for better: budget less outcome where costs are positive, outcome less
  /// budget where they are negative.
  private var byDeviation: Finding? {
    let convention = derived.lazy.compactMap { column -> SignConvention? in
      guard table.series[column.column].kind == .variance, column.terms.count == 2 else {
        return nil
      }
      let isBudgetFirst = table.series[column.terms[0].series].kind.isBudgeted
      guard isBudgetFirst != table.series[column.terms[1].series].kind.isBudgeted else {
        return nil
      }
      return isBudgetFirst ? .cost : .result
    }.first
    return convention.map {
      Finding(
        convention: $0,
        reason: Phrase(sv: "avvikelsen visar det", en: "the deviation shows it"),
        isProven: true,
      )
    }
  }

  /// By the sums of accounts of income (class 3) and of cost (classes 4 to 7).
  ///
  /// Source: Kommun-Bas, account classes.
  private var byAccounts: Finding? {
    let sums = sumsOfAccounts
    return finding(
      income: sums.income,
      cost: sums.cost,
      Phrase(
        sv: "summorna av konton i klass 3 och 4–7 visar det",
        en: "the sums of accounts in class 3 and 4–7 show it",
      ),
    ).flatMap { $0.convention == .cost ? nil : $0 }
  }

  /// By the sums of columns of income and of cost.
  private var bySides: Finding? {
    finding(
      income: sum(of: .income),
      cost: sum(of: .cost),
      Phrase(
        sv: "summorna av intäkter och kostnader visar det",
        en: "the sums of income and cost show it",
      ),
    )
  }

  /// By the sums of rows that are called income and cost, as in a resultaträkning.
  private var byLabels: Finding? {
    func sum(named word: String) -> Int128 {
      let areas = table.areas.map { path in
        let label = path.labels.last?.lowercased() ?? ""
        return label.contains(word) && !label.contains("netto")
      }
      return table.facts.reduce(0) { sum, fact in
        let kind = table.series[fact.series].kind
        guard areas[fact.area], kind.isMoney, kind != .variance else { return sum }
        return sum + Int128(fact.amount.minorUnits)
      }
    }
    return finding(
      income: sum(named: "intäkt"),
      cost: sum(named: "kostnad"),
      Phrase(
        sv: "raderna för intäkter och kostnader visar det",
        en: "the rows of income and of cost show it",
      ),
    ).flatMap { $0.convention == .cost ? nil : $0 }
  }

  /// Net figures of areas are costs: all above zero they are stated as costs, all below as in a
  /// resultaträkning.
  private var byNet: Finding? {
    let figures = table.facts.filter { table.series[$0.series].isNetCandidate() }
    let positive = figures.contains { $0.amount > .zero }
    let negative = figures.contains { $0.amount < .zero }
    guard positive != negative else { return nil }
    return Finding(
      convention: positive ? .cost : .result,
      reason: positive
        ? Phrase(sv: "inget nettobelopp är negativt", en: "no net figure is negative")
        : Phrase(sv: "inget nettobelopp är positivt", en: "no net figure is positive"),
      isProven: false,
    )
  }

  private func finding(income: Int128, cost: Int128, _ reason: Phrase) -> Finding? {
    let convention: SignConvention
    switch (income.signum(), cost.signum()) {
    case (1, 1): convention = .cost
    case (1, -1): convention = .result
    case (-1, 1): convention = .ledger
    default: return nil
    }
    return Finding(convention: convention, reason: reason, isProven: true)
  }

  private func sum(of side: Side) -> Int128 {
    table.facts.reduce(0) { sum, fact in
      let series = table.series[fact.series]
      guard series.side == side, series.kind.isMoney, series.kind != .variance else { return sum }
      return sum + Int128(fact.amount.minorUnits)
    }
  }

  private var sumsOfAccounts: (income: Int128, cost: Int128) {
    var sums: (income: Int128, cost: Int128) = (0, 0)
    guard !table.lines.isEmpty, table.lines.allSatisfy(\.hasAccountOfClass) else { return sums }
    for fact in table.facts {
      let series = table.series[fact.series]
      guard series.side == nil, series.kind.isMoney, series.kind != .variance,
        let account = fact.line.flatMap({ table.lines[$0].account })
      else { continue }
      switch account.first {
      case "3": sums.income += Int128(fact.amount.minorUnits)
      case "4", "5", "6", "7": sums.cost += Int128(fact.amount.minorUnits)
      default: break
      }
    }
    return sums
  }

  /// Whether accounts of income and of cost carry the same sign, so that no net can be summed.
  var mixesSides: Bool {
    let sums = sumsOfAccounts
    return sums.income.signum() * sums.cost.signum() > 0
  }
}

extension TableReader {
  /// Settles the convention: the given one, or the one that was found.
  mutating func settleSign(
    of table: inout ImportedTable,
    _ derived: [DerivedColumn],
    _ header: Header,
  ) {
    let isOfSides = header.columns.contains { $0.sides != nil }
    let finder = SignFinder(table: table, derived: derived, isOfSides: isOfSides)
    let finding = finder.finding
    if finder.mixesSides { diagnostics.append(.mixedSides(file: grid.file)) }
    if let given = options.sign, let finding, finding.isProven, finding.contradicts(given) {
      diagnostics.append(.contradicted(given, finding, file: grid.file))
    }
    detected += [signDetection(finding)].compactMap(\.self)
    table.layout.sign = options.sign ?? finding?.convention
    guard table.layout.sign != nil else { return }
    for index in table.series.indices
    where table.series[index].isNetCandidate(amongSides: isOfSides) {
      table.series[index].side = .net
      table.layout.columns[index].series.side = .net
    }
  }
}

extension SignFinder.Finding {
  /// Whether another convention cannot be right; net figures look the same as cost and as ledger.
  fileprivate func contradicts(_ given: SignConvention) -> Bool {
    given != convention && (given == .result || convention == .result)
  }
}

extension Line {
  /// Whether the account begins with the number of its class, as in Kommun-Bas.
  fileprivate var hasAccountOfClass: Bool {
    guard let code = account?.prefix(while: { !$0.isWhitespace }) else { return false }
    return code.count >= 3 && code.allSatisfy(\.isNumber)
  }
}

extension SeriesKind {
  /// Whether the figures are what was decided, and not what came of it.
  fileprivate var isBudgeted: Bool { self == .budget || self == .frame }
}

extension Series {
  /// Whether the figures are taken as net figures when nothing says which side they stand on.
  fileprivate func isNetCandidate(amongSides isOfSides: Bool = false) -> Bool {
    guard side == nil || side == .net else { return false }
    switch kind {
    case .budget, .forecast, .actual, .frame, .plan: return true
    case .amount: return isOfSides
    case .variance, .ratio, .count, .rate, .text: return false
    }
  }
}

extension Diagnostic {
  fileprivate static func mixedSides(file: String) -> Diagnostic {
    Diagnostic(
      .signUnknown,
      at: Location(file: file),
      Phrase(
        sv: "konton i klass 3 och i klass 4–7 har samma tecken; intäkter och kostnader kan då inte "
          + "summeras",
        en: "accounts in class 3 and in classes 4–7 have the same sign; income and cost cannot be "
          + "summed then",
      ),
      help: Phrase(
        sv: "ange vilka konton som är intäkter i en mappning, till exempel accounts: "
          + "{\"3\": intäkt, \"4-7\": kostnad}",
        en: "state which accounts are income in a mapping, for example accounts: "
          + "{\"3\": income, \"4-7\": cost}",
      ),
    )
  }

  fileprivate static func contradicted(
    _ given: SignConvention,
    _ finding: SignFinder.Finding,
    file: String,
  ) -> Diagnostic {
    Diagnostic(
      .signContradicted,
      .warning,
      at: Location(file: file),
      field: "sign",
      value: given.rawValue,
      Phrase(
        sv: "teckenregeln är angiven som \(given.rawValue), men filen räknar som "
          + "\(finding.convention.rawValue): \(finding.reason.swedish)",
        en: "the sign convention is given as \(given.rawValue), but the file counts as "
          + "\(finding.convention.rawValue): \(finding.reason.english)",
      ),
      help: Phrase(
        sv: "kontrollera --input-sign, eller sign i projektet",
        en: "check --input-sign, or sign in the project",
      ),
    )
  }
}
