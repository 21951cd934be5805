public import KollModel

extension Savings {
  /// What a measure saves in the task's year: as stated, or its effect in a full year times the
  /// share of the year's months from its start on.
  ///
  /// A measure that starts in the year's month *m* has (13 − *m*)/12 of its full effect that year;
  /// one that started earlier has all of it, one that starts later none.
  /// - Parameter measure: The measure.
  /// - Returns: The effect; `nil` when the register states too little.
  /// - Throws: `AmountOverflow` when it does not fit.
  public func effect(of measure: Measure) throws(AmountOverflow) -> Amount? {
    if let stated = measure.statedThisYear { return stated }
    return try effect(of: measure, in: year)
  }

  /// What a measure saves in a year by its start and its effect in a full year.
  private func effect(of measure: Measure, in year: Int) throws(AmountOverflow) -> Amount? {
    guard let fullYear = measure.fullYear, let start = measure.start,
      let first = fiscalYear.start(of: year)
    else { return nil }
    let months = min(12, max(0, 12 - first.distance(to: start)))
    guard let share = Rational(Int128(months), over: 12) else { return nil }
    return Amount(try fullYear.money * share, isApproximate: fullYear.isApproximate)
  }

  /// How much more a measure saves in the year after the task's: the rest of its full effect as far
  /// as it has begun by then, or for a measure of one year the loss of what it saved.
  /// - Parameter measure: The measure.
  /// - Returns: The difference; `nil` when the register states too little.
  /// - Throws: `AmountOverflow` when it does not fit.
  public func increment(of measure: Measure) throws(AmountOverflow) -> Amount? {
    guard let effect = try effect(of: measure) else { return nil }
    guard measure.kind != .oneOff else {
      return Amount(try -effect.money, isApproximate: effect.isApproximate)
    }
    let begun = try self.effect(of: measure, in: year + 1)
    guard let next = begun ?? measure.fullYear else { return nil }
    return Amount(
      try next.money - effect.money,
      isApproximate: next.isApproximate || effect.isApproximate,
    )
  }

  /// What a measure is likely to save in the task's year.
  func likelyEffect(of measure: Measure) throws(AmountOverflow) -> Amount? {
    guard let effect = try effect(of: measure) else { return nil }
    guard let probability = measure.probability else { return effect }
    return Amount(try effect.money * probability, isApproximate: effect.isApproximate)
  }
}
