public import KollModel

extension Explanation {
  /// What the terms and records come to by the rule; `nil` where there is no figure, or where no rule
  /// over terms gives it.
  ///
  /// It is always the figure itself: an explanation is arithmetic and not a comment.
  /// - Throws: ``AmountOverflow`` when a step of the arithmetic does not fit.
  public var combined: Rational? {
    get throws(AmountOverflow) {
      switch rule {
      case .sum: return try sum
      case .expression(let expression):
        let numbers = terms.map { $0.explanation.number }
        return try column.value(of: expression.evaluate(on: numbers)).number(in: column.scale)
      case .part(let months, let weights):
        guard let year = terms.first?.explanation.cell.value.money else { return nil }
        return try weights.part(of: year, months).shown(in: column.scale)
      case .projection(let months, let weights):
        guard let booked = terms.first?.explanation.cell.value.money else { return nil }
        return try weights.year(with: booked, in: months)?.shown(in: column.scale)
      case .remark, .absent: return nil
      }
    }
  }

  /// The figure as a number of its column; `nil` for words and for no figure.
  public var number: Rational? { cell.value.number(in: column.scale) }

  private var sum: Rational? {
    get throws(AmountOverflow) {
      var sum: Rational?
      func add(_ number: Rational?, isSubtracted: Bool = false) throws(AmountOverflow) {
        guard let number else { return }
        sum = try (sum ?? Rational(0)) + (isSubtracted ? -number : number)
      }
      for record in records { try add(number(of: try record.amount, in: record.scale)) }
      for term in terms {
        let (value, scale) = (term.explanation.cell.value, term.explanation.column.scale)
        try add(
          value.money.map { number(of: $0, in: scale) } ?? value.number(in: scale),
          isSubtracted: term.isSubtracted,
        )
      }
      return sum
    }
  }

  /// An amount as a number of this figure's column: money of any stated unit is kept in öre.
  private func number(of amount: Money, in scale: Scale) -> Rational {
    let areBothMoney = scale.unit != nil && column.scale.unit != nil
    return amount.shown(in: areBothMoney ? column.scale : scale)
  }
}
