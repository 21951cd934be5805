public import KollModel

extension Savings {
  /// What some measures are worth together; an amount is `nil` where no measure states it.
  public struct Steps: Hashable, Sendable {
    /// What is identified to be saved in the task's year.
    public internal(set) var identified: Amount?
    /// What of it is decided.
    public internal(set) var decided: Amount?
    /// What has been saved so far.
    public internal(set) var realised: Amount?
    /// What is likely to be saved in the task's year: each effect times its probability.
    public internal(set) var forecast: Amount?
    /// What of the forecast the forecasts of the areas count on already.
    public internal(set) var inForecast: Amount?
    /// What is saved in a full year.
    public internal(set) var fullYear: Amount?
    /// How much more is saved in the year after the task's.
    public internal(set) var increment: Amount?
  }

  /// What the measures that are taken up are worth together.
  /// - Returns: Their sums.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func steps() throws(AmountOverflow) -> Steps { try steps(of: measures) }

  /// What those of some measures that are taken up are worth together.
  func steps(of measures: [Measure]) throws(AmountOverflow) -> Steps {
    var steps = Steps()
    for measure in measures where measure.status.isIdentified {
      let effect = try effect(of: measure)
      let likely = try likelyEffect(of: measure)
      try steps.identified.add(effect)
      if measure.status.isDecided { try steps.decided.add(effect) }
      try steps.realised.add(measure.realised.map { Amount($0) })
      try steps.forecast.add(likely)
      if measure.isInForecast == true { try steps.inForecast.add(likely) }
      try steps.fullYear.add(measure.fullYear)
      try steps.increment.add(try increment(of: measure))
    }
    return steps
  }

  /// What is missing of the task: the task less what is identified; below zero when the measures
  /// save more.
  public var gap: Amount {
    get throws(AmountOverflow) {
      let identified = try steps().identified
      guard let identified else { return task }
      return Amount(
        try task.money - identified.money,
        isApproximate: task.isApproximate || identified.isApproximate,
        source: task.source.flatMap { task in
          identified.source.map { .sum([.init(task), .init($0, isSubtracted: true)]) }
        },
      )
    }
  }
}

extension Savings.Amount? {
  /// Adds an amount where there is one.
  fileprivate mutating func add(_ amount: Savings.Amount?) throws(AmountOverflow) {
    guard let amount else { return }
    guard let sum = self else {
      self = amount
      return
    }
    self = Savings.Amount(
      try sum.money + amount.money,
      isApproximate: sum.isApproximate || amount.isApproximate,
      source: sum.source.flatMap { sum in amount.source.map { sum.adding($0) } },
    )
  }
}
