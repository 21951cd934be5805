extension Series {
  /// Reads a series as headers and project files write it: `Budget 2021`, `utfall 2021-01...2021-08`,
  /// `prognos 2021 per 2021-08`.
  ///
  /// Words that say nothing more become the label, so that no two different headers are taken as
  /// the same series.
  /// - Parameter text: The text, with any white space between its words.
  public init(reading text: some StringProtocol) {
    self.init(.amount)
    var left: [String] = []
    var words = text.split { $0.isWhitespace }.map { String($0) }[...]
    while let word = words.popFirst() {
      let plain = word.lowercased().trimmingPunctuation
      if plain == "per", let next = words.first, let month = Month(next.trimmingPunctuation) {
        round = month
        words.removeFirst()
      } else if !take(plain) {
        left.append(word.lowercased())
      }
    }
    label = left.isEmpty ? nil : left.joined(separator: " ")
  }

  /// Takes what one word says; `false` when it says nothing that is known or was said before.
  private mutating func take(_ word: String) -> Bool {
    if kind == .amount, let said = Series.kinds[word] {
      kind = said
    } else if side == nil, let said = Series.sides[word] {
      side = said
    } else if year == nil, period == nil, let said = Series.year(word) {
      year = said
    } else if period == nil, let said = Period(reading: word), year == nil || year == said.year {
      period = said
      year = said.year
    } else {
      return false
    }
    return true
  }

  private static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1900...2199).contains(year) else {
      return nil
    }
    return year
  }

  /// The words that tell the kind.
  private static let kinds: [String: SeriesKind] = [
    "budget": .budget, "årsbudget": .budget, "internbudget": .budget, "detaljbudget": .budget,
    "prognos": .forecast, "helårsprognos": .forecast, "forecast": .forecast,
    "utfall": .actual, "bokslut": .actual, "redovisat": .actual, "actual": .actual,
    "ram": .frame, "budgetram": .frame, "nettoram": .frame, "frame": .frame,
    "plan": .plan,
    "avvikelse": .variance, "avv": .variance, "budgetavvikelse": .variance,
    "prognosavvikelse": .variance,
    "diff": .variance, "differens": .variance, "förändring": .variance, "variance": .variance,
  ]

  /// The words that tell the side.
  private static let sides: [String: Side] = [
    "kostnad": .cost, "kostnader": .cost, "kostn": .cost, "cost": .cost,
    "intäkt": .income, "intäkter": .income, "int": .income, "income": .income,
    "netto": .net, "nettokostnad": .net, "nettokostnader": .net, "net": .net,
  ]
}

extension Period {
  /// Reads `2021-08` or `2021-01...2021-08`.
  fileprivate init?(reading word: String) {
    if let month = Month(word) {
      self = .month(month)
      return
    }
    let dots = word.split(separator: ".", omittingEmptySubsequences: false)
    guard dots.count == 4, dots[1].isEmpty, dots[2].isEmpty, let first = Month(dots[0]),
      let last = Month(dots[3]), first <= last
    else { return nil }
    self = .accumulated(first, last)
  }

  fileprivate var year: Int {
    switch self {
    case .month(let month), .accumulated(_, let month): month.year
    }
  }
}

extension String {
  /// The word without the punctuation around it.
  fileprivate var trimmingPunctuation: String {
    var word = self[...]
    while let last = word.last, ",;:.()".contains(last) { word.removeLast() }
    while let first = word.first, ",;:.()".contains(first) { word.removeFirst() }
    return String(word)
  }
}
