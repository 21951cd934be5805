internal import KollCalculation
public import KollModel

extension ReportBuilder {
  /// What is said of an area in a table, in words.
  /// - Parameters:
  ///   - area: The area.
  ///   - told: The areas that have been told of before; gets this one.
  /// - Returns: The comments; that there are none, where they are asked for.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  func remark(on area: AreaPath, told: inout Set<AreaPath>) throws(AmountOverflow) -> String {
    let said = comments.comments(on: area, in: period)
    guard texts.comments[area] == nil else { return "Se kommentaren nedan." }
    guard !said.isEmpty else {
      return definition.materiality == nil ? "" : "Kommentar saknas."
    }
    guard told.insert(area).inserted else { return "Se ovan." }
    return try words(of: said, on: area)
  }

  /// What is said of the whole, which is no row of the tables of deviations; `nil` where nothing is.
  func remarkOnWhole() throws(AmountOverflow) -> String? {
    let said = comments.comments(in: period).filter { $0.comment.area == .total }
    guard texts.comments[.total] == nil, !said.isEmpty else { return nil }
    return "Totalt: " + (try words(of: said, on: .total))
  }

  private func words(
    of said: [AreaComments.Said],
    on area: AreaPath,
  ) throws(AmountOverflow) -> String {
    var words: [String] = []
    for one in said {
      let name = one.comment.area == area ? "" : "\(one.comment.area.labels.last ?? ""): "
      words.append(name + one.comment.text)
      if let age = try age(of: one) { words.append(age.words) }
    }
    let last = words.popLast()
    return (words.map(\.endingSentence) + [last].compactMap(\.self)).joined(separator: " ")
  }

  /// The comments that the section with the deviations has no place for: on rows without figures that
  /// it compares, and on those that belong to no sum.
  var commentsWithoutPlace: [Diagnostic] {
    guard definition.shows(.deviations), !moneyComparisons.isEmpty else { return [] }
    let compared = table.rows.filter { row in
      row.isArea && moneyComparisons.contains { row.cells[$0].value.money != nil }
    }
    let shown = Set(areasToldOf.flatMap { comments.comments(on: $0, in: period) }.map(\.comment))
    let places = Set(compared.map(\.path) + [.total])
    return comments.comments(in: period).map(\.comment)
      .filter { !places.contains($0.area) && !shown.contains($0) }.map(Diagnostic.withoutPlace)
  }

  /// Whether anything is said of areas, or is asked for.
  func hasRemarks(on areas: [AreaPath]) -> Bool {
    definition.materiality != nil
      || areas.contains {
        texts.comments[$0] != nil || !comments.comments(on: $0, in: period).isEmpty
      }
  }

  /// The areas that the section with the deviations tells of, each once, in its order.
  var areasToldOf: [AreaPath] {
    var told: Set<AreaPath> = []
    return moneyComparisons.flatMap { rowsToTellOf(in: $0).map { table.rows[$0].path } }
      .filter { told.insert($0).inserted }
  }

  /// The comments whose figures have moved past the limit since they were written, of the areas that
  /// the report tells of.
  /// - Returns: The comments, each with what has become of its figure.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public func staleComments() throws(AmountOverflow) -> [StaleComment] {
    guard definition.shows(.deviations) else { return [] }
    var stale: [StaleComment] = []
    for area in areasToldOf where texts.comments[area] == nil {
      for one in comments.comments(on: area, in: period) {
        guard let age = try age(of: one), age.isStale else { continue }
        let found = StaleComment(
          area: one.comment.area.fullName,
          origin: one.comment.origin,
          words: age.words,
        )
        if !stale.contains(found) { stale.append(found) }
      }
    }
    return stale
  }

  /// What has become of a comment's forecast since; `nil` for one on the newest.
  private func age(
    of said: AreaComments.Said
  ) throws(AmountOverflow) -> (words: String, isStale: Bool)? {
    guard let round = said.round, let trail = forecast?.trail,
      let now = forecast?.forecasts.last, let newest = trail.columns[now].series.round,
      round < newest
    else { return nil }
    let time = "(Om prognosen \(round.words)"
    let then = trail.columns.firstIndex { column in
      column.series.kind == .forecast && column.series.round == round
    }
    let place = trail.rows.firstIndex { $0.isArea && $0.path == said.comment.area }
    guard let then, let place, let before = trail.rows[place].cells[then].value.money,
      let after = trail.rows[place].cells[now].value.money
    else { return (time + ".)", false) }
    let change = try after - before
    let level = max(1, trail.rows[place].level)
    let limits = definition.materiality ?? .usual
    let limit = limits.limit(ofLevel: level) ?? limits.limits.last
    guard limit?.isPassed(by: change, from: before) == true else { return (time + ".)", false) }
    let amount = try trail.columns[now].amount(change, withoutSign: true)
    // In words, since a plus would mean better beside deviations.
    let verb = change > .zero ? "ökat" : "minskat"
    return ("\(time); den har sedan \(verb) med \(amount).)", true)
  }
}

extension String {
  /// The words as a sentence that another may follow.
  fileprivate var endingSentence: String {
    let last = last { !"\"”’')]".contains($0) }
    return isEmpty || last.map { ".!?…:;,".contains($0) } == true ? self : self + "."
  }
}

extension Diagnostic {
  fileprivate static func withoutPlace(_ comment: Remark) -> Diagnostic {
    // An area's own report calls it by another full name, and the finding is the same.
    let name = comment.area.labels.last ?? ""
    return Diagnostic(
      .textUnused,
      .warning,
      at: Location(file: comment.origin.file, line: comment.origin.line),
      value: name,
      Phrase(
        sv: "kommentaren till \(name) visas inte: rapporten har ingen avvikelse för raden",
        en: "the comment on \(name) is not shown: the report has no deviation of the row",
      ),
      help: Phrase(
        sv: "skriv kommentaren på en rad med belopp, eller på området som raden hör till",
        en: "write the comment on a row with figures, or on the area that the row belongs to",
      ),
    )
  }
}

/// A comment that was written about another figure than the report shows.
public struct StaleComment: Hashable, Sendable {
  /// The area's full name.
  public let area: String
  /// Where the comment stands.
  public let origin: Origin
  /// What has become of its figure.
  public let words: String
}
