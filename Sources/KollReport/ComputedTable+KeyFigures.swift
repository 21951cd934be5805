public import KollCalculation
public import KollModel

extension ComputedTable {
  /// What share of taxes and general grants net costs take, in a sentence; `nil` where no column
  /// says.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public var noteOnNetCosts: Note? {
    get throws(AmountOverflow) {
      var parts: [String] = []
      for (column, share) in try netCostShares {
        let percent = try NumberStyle.swedish(decimals: 1).format(share * Rational(100))
        parts.append("\(column.title) \(percent)\u{A0}%")
      }
      guard !parts.isEmpty else { return nil }
      return Note(
        text: "Nettokostnader som andel av skatteintäkter och generella statsbidrag: "
          + parts.joined(separator: ", ") + "."
      )
    }
  }

  /// Whether the balance requirement is met by the year's forecast, in a sentence; `nil` where no
  /// column says.
  ///
  /// Source: kommunallagen (2017:725), 11 kap. 12 §; RKR R17.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public var noteOnBalanceRequirement: Note? {
    get throws(AmountOverflow) {
      guard let (column, result) = forecastOfBalanceRequirement else { return nil }
      let amount = try column.amount(result)
      let judgement =
        result < .zero
        ? "Balanskravet uppfylls då inte, och underskottet ska återställas inom tre år."
        : "Balanskravet uppfylls då."
      return Note(
        text: "Enligt prognosen blir årets balanskravsresultat \(amount). \(judgement)"
      )
    }
  }

  /// What may be put into the result reserve, in a sentence; `nil` where no column says.
  /// - Parameter income: The resultaträkning.
  /// - Returns: The note.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public func noteOnReserve(by income: ComputedTable) throws(AmountOverflow) -> Note? {
    var parts: [String] = []
    for (column, limit) in try reserveLimits(by: income) {
      parts.append("\(column.title) \(try column.amount(limit))")
    }
    guard !parts.isEmpty else { return nil }
    return Note(
      text: "Högsta reservering till resultatreserv, när eget kapital med ansvarsförbindelsen för "
        + "pensioner inte är negativt: " + parts.joined(separator: ", ") + "."
    )
  }
}
