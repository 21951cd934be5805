internal import KollModel

/// A figure to explain: what it is called, and the column that it is shown in.
struct FigureTitle {
  let title: String
  let column: TableColumn

  func called(_ title: String) -> FigureTitle { FigureTitle(title: title, column: column) }
}

extension FactSources {
  /// Explains a figure by what it follows from.
  /// - Parameters:
  ///   - source: What it follows from.
  ///   - figure: What it is called.
  /// - Returns: The explanation, down to the lines of files.
  /// - Throws: ``AmountOverflow`` when a step of the arithmetic does not fit.
  func explanation(
    of source: FigureSource,
    as figure: FigureTitle,
  ) throws(AmountOverflow) -> Explanation {
    switch source {
    case .facts(let area, let formula):
      return try AreaExplainer(sources: self, area: area).explanation(of: formula, as: figure)
    case .internalItems(let items, let areas, let formula):
      var terms: [Explanation.Term] = []
      for area in areas {
        let explainer = AreaExplainer(sources: self, area: area, items: items)
        let named = figure.called(area.labels.last ?? figure.title)
        let explanation = try explainer.explanation(of: formula, as: named)
        guard explanation.number != nil else { continue }
        terms.append(Explanation.Term(explanation, isSubtracted: true))
      }
      return try summed(terms, [], as: figure)
    case .stated(let series, let origin):
      return try summed([], [record(of: series, at: origin)].compactMap(\.self), as: figure)
    case .record(let record): return try summed([], [record], as: figure)
    case .sum(let parts):
      var terms: [Explanation.Term] = []
      var records: [StatedRecord] = []
      for part in parts {
        if case .record(let record) = part.source, !part.isSubtracted {
          records.append(record)
          continue
        }
        let explanation = try explanation(
          of: part.source,
          as: figure.called(part.source.name ?? "Delsumma"),
        )
        terms.append(Explanation.Term(explanation, isSubtracted: part.isSubtracted))
      }
      return try summed(terms, records, as: figure)
    case .quotient(let whole, let part):
      return try quotient(of: whole, by: part, as: figure)
    }
  }

  private func quotient(
    of dividend: FigureSource,
    by divisor: FigureSource,
    as figure: FigureTitle,
  ) throws(AmountOverflow) -> Explanation {
    let scale = figure.column.scale
    let amounts = TableColumn(
      key: "belopp",
      title: "Belopp",
      series: Series(.amount),
      scale: scale.unit == nil ? Scale(unit: .kr) : scale,
      decimals: 0,
    )
    var terms: [Explanation.Term] = []
    for source in [dividend, divisor] {
      let named = FigureTitle(title: source.name ?? amounts.title, column: amounts)
      terms.append(Explanation.Term(try explanation(of: source, as: named)))
    }
    let expression = Expression.binary(.over, .column(0), .column(1))
    let value = try figure.column.value(
      of: expression.evaluate(on: terms.map(\.explanation.number))
    )
    return Explanation(
      figure.title,
      Cell(value),
      in: figure.column,
      .expression(expression),
      terms: terms,
    )
  }

  private func summed(
    _ terms: [Explanation.Term],
    _ records: [StatedRecord],
    as figure: FigureTitle,
  ) throws(AmountOverflow) -> Explanation {
    var explanation = Explanation(
      figure.title,
      Cell(.absent(.notStated)),
      in: figure.column,
      .sum,
      terms: terms,
      records: records,
    )
    if let number = try explanation.combined {
      explanation = explanation.with(try figure.column.value(of: .number(number)))
    }
    return explanation
  }
}

extension Explanation {
  /// The same explanation of a figure that the terms come to.
  fileprivate func with(_ value: CellValue) -> Explanation {
    Explanation(title, Cell(value), in: column, rule, terms: terms, records: records)
  }
}

extension FigureSource {
  /// What the figure is about, in words; `nil` for what several things are about.
  fileprivate var name: String? {
    switch self {
    case .facts(let area, _): area.labels.last
    case .record(let record): record.label
    case .internalItems: TableDefinition.internalLabel
    case .sum(let parts): parts.count == 1 ? parts[0].source.name : nil
    case .stated, .quotient: nil
    }
  }
}

/// Explains what follows for one area from the facts about it.
private struct AreaExplainer {
  let sources: FactSources
  let area: AreaPath
  /// The facts that are wanted; all without it.
  var items: InternalItems?

  /// The facts that are wanted, summed.
  private var ledger: Ledger { items.map { sources.ledger.keeping($0.include) } ?? sources.ledger }

  func explanation(
    of formula: SeriesFormula,
    as figure: FigureTitle,
  ) throws(AmountOverflow) -> Explanation {
    guard let place = ledger.place(of: area),
      let value = try result(of: formula, at: place, figure)
    else {
      let nothing = Cell(.absent(.notStated))
      return Explanation(figure.title, nothing, in: figure.column, .absent(.notStated))
    }
    func made(
      _ rule: Explanation.Rule,
      _ terms: [Explanation.Term],
      _ records: [StatedRecord] = [],
    ) -> Explanation {
      Explanation(
        figure.title,
        Cell(value),
        in: figure.column,
        rule,
        terms: terms,
        records: records,
      ).withoutRepetition
    }
    switch formula {
    case .stated(let series):
      let isWanted: (Line?) -> Bool = items.map { items in { items.include($0) } } ?? { _ in true }
      return made(.sum, [], sources.records(of: area, series, where: isWanted))
    case .negated(let inner):
      return made(.sum, try terms([inner], in: figure, areSubtracted: true))
    case .sum(let parts):
      return made(.sum, try terms(parts, in: figure))
    case .following(let series, let beside, let span):
      return made(
        .sum,
        try terms(try chain(of: series, beside, through: span, at: place), in: figure),
      )
    case .difference(let whole, let earlier, _):
      return made(
        .sum,
        try terms([whole], in: figure) + terms([earlier], in: figure, areSubtracted: true),
      )
    case .first(let ways):
      for way in ways where try result(of: way, at: place, figure) != nil {
        return try explanation(of: way, as: figure)
      }
      return made(.sum, [])
    case .decided(let series, let otherwise):
      let isDecided = ledger.places(aroundThoseWith: series).contains(place)
      guard isDecided else { return try explanation(of: otherwise, as: figure) }
      return made(.sum, try terms(series.map(SeriesFormula.stated), in: figure))
    case .part(let year, let part):
      let (weights, months) = try weights(of: part.profile, at: place, in: figure)
      return made(
        .part(months: part.months, weights ?? .even),
        try terms([year], in: figure) + (weights == nil ? [] : months),
      )
    case .projected(let booked, let part):
      let (weights, months) = try weights(of: part.profile, at: place, in: figure)
      return made(
        .projection(months: part.months, weights ?? .even),
        try terms([booked], in: figure) + months,
      )
    }
  }

  /// What a formula gives for the area; `nil` where it gives nothing.
  private func result(
    of formula: SeriesFormula,
    at place: Int,
    _ figure: FigureTitle,
  ) throws(AmountOverflow) -> CellValue? {
    var exceptions = SeriesFormula.Exceptions()
    guard let sum = try formula.sums(of: [place], in: ledger, &exceptions)[0] else { return nil }
    let kind = figure.column.series.kind
    // Numbers that are no money are kept with the decimals of their sources.
    let own = formula.statedSeries.lazy.compactMap(sources.scale).first
    return kind.value(
      of: sum.amount,
      in: kind.isMoney ? figure.column.scale : own ?? figure.column.scale,
    )
  }

  /// The formulas that have a value, each explained.
  private func terms(
    _ formulas: [SeriesFormula],
    in figure: FigureTitle,
    areSubtracted: Bool = false,
  ) throws(AmountOverflow) -> [Explanation.Term] {
    var terms: [Explanation.Term] = []
    for formula in formulas {
      let explanation = try explanation(of: formula, as: figure.called(formula.words))
      guard explanation.number != nil else { continue }
      terms.append(Explanation.Term(explanation, isSubtracted: areSubtracted))
    }
    return terms
  }

  /// The periods that are added up for the area.
  private func chain(
    of series: [Series],
    _ beside: [Series],
    through span: Period,
    at place: Int,
  ) throws(AmountOverflow) -> [SeriesFormula] {
    let all = series + beside
    var own: Set<Int> = []
    for (index, series) in all.enumerated() where try ledger.sums(of: [place], series)[0] != nil {
      own.insert(index)
    }
    return all.compactMap(\.period).chain(through: span, of: own).map { .stated(all[$0]) }
  }

  /// The weights that a year is spread by, and the months that they come from.
  private func weights(
    of profile: YearPart.Profile,
    at place: Int,
    in figure: FigureTitle,
  ) throws(AmountOverflow) -> (MonthWeights?, [Explanation.Term]) {
    let weights = try profile.weights(of: [place], in: ledger)[0]
    guard case .outcome(let months) = profile else { return (weights, []) }
    return (weights, try terms(months, in: figure))
  }
}

extension SeriesFormula {
  /// What the formula gives, in words.
  fileprivate var words: String {
    switch self {
    case .stated(let series): series.heading
    case .negated(let inner): inner.words
    case .projected(let booked, _): booked.words
    case .part(let year, _): "Del av \(year.words)"
    case .decided(_, let otherwise): otherwise.words
    case .first(let ways): ways.first?.words ?? ""
    case .difference(let whole, let earlier, _): "\(whole.words) utom \(earlier.words)"
    case .sum, .following:
      switch statedSeries.map(\.heading) {
      case let names where names.count > 2: "\(names[0]) … \(names[names.count - 1])"
      case let names: names.joined(separator: " och ")
      }
    }
  }
}
