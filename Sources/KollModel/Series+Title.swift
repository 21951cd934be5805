extension Series {
  /// The series in the words of a header, such as `Utfall 2021-01...2021-08 kostnader`.
  ///
  /// Read again it is the same series, as long as the label is words that say no more.
  public var title: String {
    let time = period?.description ?? year.map(String.init)
    let words = [kind.title, time, round.map { "per \($0)" }, side?.title, label]
    return words.compactMap(\.self).joined(separator: " ")
  }
}

extension SeriesKind {
  /// The Swedish word for the kind; `nil` for what no word tells.
  var title: String? {
    switch self {
    case .budget: "Budget"
    case .forecast: "Prognos"
    case .actual: "Utfall"
    case .frame: "Ram"
    case .plan: "Plan"
    case .variance: "Avvikelse"
    case .amount, .ratio, .count, .rate, .text: nil
    }
  }
}

extension Side {
  /// The Swedish word for the side.
  var title: String {
    switch self {
    case .cost: "kostnader"
    case .income: "intäkter"
    case .net: "netto"
    }
  }
}
