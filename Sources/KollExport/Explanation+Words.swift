internal import KollCalculation
internal import KollModel

extension Explanation {
  /// How the figure follows from its terms, in words; `nil` where what stands below says it all.
  var words: String? {
    switch rule {
    case .sum where terms.isEmpty: isCut ? nil : emptyWords
    case .sum where terms.count == 1 && records.isEmpty:
      terms[0].isSubtracted ? "med omvänt tecken" : nil
    case .sum where terms.contains { $0.isSubtracted }: sumInWords
    case .sum: "summan av \(terms.count + records.count) belopp"
    case .expression(let expression):
      expression.words { terms.indices.contains($0) ? terms[$0].explanation.title : "…" }
    case .part(let months, let weights):
      "\(months.inWords) av årets belopp, \(weights.inWords)"
    case .projection(let months, let weights):
      "uppräknat till helår från \(months.inWords), \(weights.inWords)"
    case .remark(.tolerance): "vad avrundning kan förklara"
    case .remark(.computed(let origin)):
      "räknas fram av Koll i fler steg än som visas här"
        + (origin.map { "; se \($0.file):\($0.line)" } ?? "")
    case .absent(let reason): reason.inWords
    }
  }

  private var emptyWords: String? {
    records.isEmpty ? Absence.notStated.inWords : nil
  }

  private var sumInWords: String {
    let parts =
      records.map { (title: $0.label, isSubtracted: false) }
      + terms.map { (title: $0.explanation.title, isSubtracted: $0.isSubtracted) }
    guard parts.count <= 3 else { return "summan av \(parts.count) belopp" }
    return parts.enumerated().map { place, part in
      (part.isSubtracted ? "\u{2212} " : place == 0 ? "" : "+ ") + part.title
    }.joined(separator: " ")
  }
}

extension Absence {
  /// Why there is no figure, in words.
  fileprivate var inWords: String {
    switch self {
    case .notStated: "inget belopp: underlagen anger inget"
    case .operandAbsent: "inget belopp: ett belopp som behövs saknas"
    case .zeroBase: "inget tal: det som divideras med är noll"
    }
  }
}

extension Range<Int> {
  /// Months of a year, counted from 0, in words.
  fileprivate var inWords: String {
    count == 1 ? "månad \(upperBound)" : "månad \(lowerBound + 1)–\(upperBound)"
  }
}

extension MonthWeights {
  /// How a year is spread over its months, in words.
  fileprivate var inWords: String {
    switch self {
    case .even: "en tolftedel i månaden"
    case .weeks445: "kvartal om fyra, fyra och fem veckor"
    default: "efter månadernas vikter"
    }
  }
}
