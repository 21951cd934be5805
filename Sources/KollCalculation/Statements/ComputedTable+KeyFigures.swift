public import KollModel

extension ComputedTable {
  /// What share of taxes and general grants the net costs take, for each column of a resultaträkning
  /// that states them; finance is not counted.
  ///
  /// Absent where taxes and grants are not above zero: a share of nothing, or of less, says nothing.
  /// - Returns: The columns with their shares, in order.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  public var netCostShares: [(column: TableColumn, share: Rational)] {
    get throws(AmountOverflow) {
      var shares: [(column: TableColumn, share: Rational)] = []
      for (index, column) in columns.enumerated() where column.expression == nil {
        guard let net = money("nettokostnader", index), let income = try taxesAndGrants(index),
          income > .zero
        else { continue }
        let (cost, base) = (Rational(net.minorUnits), Rational(income.minorUnits))
        guard let share = try (-cost).divided(by: base) else { continue }
        shares.append((column, share))
      }
      return shares
    }
  }

  /// The limits of what may be put into the result reserve, for each column that a resultaträkning
  /// and this balanskravsutredning both have.
  /// - Parameter income: The resultaträkning.
  /// - Returns: The columns with the most that may be reserved where equity is not below zero.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  public func reserveLimits(
    by income: ComputedTable
  ) throws(AmountOverflow) -> [(column: TableColumn, limit: Money)] {
    var limits: [(column: TableColumn, limit: Money)] = []
    for (index, column) in columns.enumerated() where column.expression == nil {
      guard let match = income.columns.firstIndex(where: { $0.series == column.series }),
        let result = money("arets-resultat", index),
        let adjusted = money("efter-balanskravsjusteringar", index),
        let base = try income.taxesAndGrants(match)
      else { continue }
      let reserve = ResultReserve(result: result, adjustedResult: adjusted, taxesAndGrants: base)
      limits.append((column, try reserve.limit(isEquityNegative: false)))
    }
    return limits
  }

  /// The result that the law's balance requirement is about, as the year's forecast has it in this
  /// balanskravsutredning; `nil` where no column says.
  public var forecastOfBalanceRequirement: (column: TableColumn, result: Money)? {
    for (index, column) in columns.enumerated() where column.series.kind == .forecast {
      if let result = money("balanskravsresultat", index) { return (column, result) }
    }
    return nil
  }

  private func taxesAndGrants(_ column: Int) throws(AmountOverflow) -> Money? {
    guard let taxes = money("skatteintakter", column) else { return nil }
    return try taxes + (money("generella-statsbidrag", column) ?? .zero)
  }

  private func money(_ key: String, _ column: Int) -> Money? {
    rows.first { $0.path.labels == [key] }?.cells[column].value.money
  }
}
