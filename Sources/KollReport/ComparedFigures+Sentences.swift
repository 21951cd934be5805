internal import KollCalculation
internal import KollModel

extension ComparedFigures {
  /// What became of an area, in a sentence.
  func sentence(on change: AreaChange) throws(AmountOverflow) -> String {
    let name = label(of: change.area)
    switch change.kind {
    case .changed:
      return "\(name): \(try changeInWords(change.before, change.after, change.amount))."
    case .new:
      let amount = try amount(change.after)
      return "\(name): ny, med \(amount) i \(later.noun); saknas i \(earlier.noun)."
    case .gone:
      let amount = try amount(change.before)
      return "\(name): borta, med \(amount) i \(earlier.noun); saknas i \(later.noun)."
    case .moved(let origin):
      let opening = "\(name): \(origin.wayInWords(to: change.area))"
      guard change.amount != .zero else {
        return "\(opening), med samma belopp (\(try amount(change.after)))."
      }
      return "\(opening); \(try changeInWords(change.before, change.after, change.amount))."
    case .remapped(let others):
      let more = others.count - ComparedFigures.mostNames
      let names =
        others.prefix(ComparedFigures.mostNames).map(label)
        + (more > 0 ? ["\(more) andra områden"] : [])
      let way = change.amount > .zero ? "hit från" : "härifrån till"
      let size = try column(showing: change.amount).amount(change.amount, withoutSign: true)
      return "\(name): \(size) i samma underlag förs nu \(way) \(names.listed()) "
        + "(\(try span(change.before, change.after, change.amount)))."
    }
  }

  /// The most areas that a sentence names.
  private static let mostNames = 3

  /// What became of the whole, in a sentence without its full stop; `nil` where there is none.
  func sentenceOnWhole() throws(AmountOverflow) -> String? {
    guard hasTotal else { return nil }
    guard let before = difference.before, let after = difference.after else {
      let name = difference.after == nil ? earlier : later
      return try (difference.before ?? difference.after).map { (whole) throws(AmountOverflow) in
        "\(subject.capitalisingFirst) finns bara i \(name.noun): \(try amount(whole))"
      }
    }
    guard difference.amount != .zero else {
      return "\(subject.capitalisingFirst): totalen är oförändrad, \(try amount(after))"
    }
    // What is better or worse because a figure is missing is neither.
    let isWhole = difference.changes.allSatisfy { $0.before != nil && $0.after != nil }
    let words = try changeInWords(before, after, difference.amount, isJudged: isWhole)
    return words.capitalisingFirst
  }

  /// How many areas differ, and in which way.
  var countInWords: String {
    let kinds: [(count: Int, one: String, several: String)] = [
      (count { $0 == .changed }, "ändrat", "ändrade"),
      (count { $0 == .new }, "nytt", "nya"),
      (count { $0 == .gone }, "borta", "borta"),
      (count { if case .moved = $0 { true } else { false } }, "flyttat", "flyttade"),
      (count { if case .remapped = $0 { true } else { false } }, "omfört", "omförda"),
      (difference.unchangedCount, "lika", "lika"),
    ]
    let parts = kinds.filter { $0.count > 0 }
      .map { "\($0.count) \($0.count == 1 ? $0.one : $0.several)" }
    return "Områden: \(parts.isEmpty ? "inga" : parts.listed())"
  }

  private func count(_ isWanted: (AreaChange.Kind) -> Bool) -> Int {
    difference.changes.count { isWanted($0.kind) }
  }

  /// `prognosen är 350 tkr högre än i mars (från 12 000 till 12 350 tkr), en försämring`.
  private func changeInWords(
    _ before: Money?,
    _ after: Money?,
    _ change: Money,
    isJudged: Bool = true,
  ) throws(AmountOverflow) -> String {
    let size = try column(showing: change).amount(change, withoutSign: true)
    let direction = change > .zero ? "högre" : "lägre"
    let judgement = moreIsBetter.map { (change > .zero) == $0 ? "förbättring" : "försämring" }
    return "\(subject) är \(size) \(direction) än \(earlier.short) "
      + "(\(try span(before, after, change)))"
      + (judgement.map { isJudged ? ", en \($0)" : "" } ?? "")
  }

  /// `från 12 000 till 12 350 tkr`, with as many decimals as the change needs.
  private func span(
    _ before: Money?,
    _ after: Money?,
    _ change: Money,
  ) throws(AmountOverflow) -> String {
    let column = column(showing: change)
    let first = try before.map { (money) throws(AmountOverflow) in
      try column.text(of: Cell(.money(money)))
    }
    let last = try after.map { (money) throws(AmountOverflow) in try column.amount(money) }
    return "från \(first ?? "inget") till \(last ?? "inget")"
  }

  private func amount(_ money: Money?) throws(AmountOverflow) -> String {
    try money.map { (money) throws(AmountOverflow) in try column.amount(money) } ?? "inget"
  }

  /// The column with the decimals that it takes for a change not to be shown as nothing.
  private func column(showing change: Money) -> TableColumn {
    var column = column
    let number = change.shown(in: column.scale)
    while change != .zero, column.decimals < column.scale.exponent,
      (try? number.rounded(toDecimals: column.decimals)) == 0
    {
      column.decimals += 1
    }
    return column
  }

  /// What an area is called: by its own name, where no other area of the comparison has it.
  func label(of area: AreaPath) -> String {
    guard let name = area.labels.last else { return TableDefinition.totalLabel }
    return sharedNames.contains(name) ? area.fullName : name
  }
}

extension AreaPath {
  /// What became of an area that stands here and stood elsewhere.
  fileprivate func wayInWords(to new: AreaPath) -> String {
    let (before, after) = (labels.dropLast(), new.labels.dropLast())
    if before == after { return "hette \(labels.last ?? "")" }
    let places = [before, after].map { $0.last ?? "högsta nivån" }
    return "flyttad från \(places[0]) till \(places[1])"
  }
}
