extension TotalFinder {
  /// How near a row's figures are to sums that they agree with.
  struct Agreement: Comparable {
    /// How many columns are wholly off.
    var differing = 0
    /// Twice what rounding has to explain, all columns together.
    var twiceOff: UInt128 = 0

    static func < (first: Agreement, second: Agreement) -> Bool {
      (first.differing, first.twiceOff) < (second.differing, second.twiceOff)
    }
  }

  /// Compares a row's figures with sums, as far as both have any.
  ///
  /// Each may be off by half of the last place for every part and for the row itself. Without a
  /// word two columns must agree; one may be wholly off when three or more agree. One figure at
  /// least must be larger than what rounding explains, or anything would agree.
  /// - Returns: How near they are; `nil` when they do not agree.
  static func agreement(
    of row: Row,
    parts: Int,
    lastPlaces: [Int64],
    atLeast columns: Int,
    sum sumOfColumn: (Int) -> Int128?,
  ) -> Agreement? {
    var agreement = Agreement()
    var agreeing = 0
    var isTelling = false
    let mayDiffer = lastPlaces.count > 3 ? 1 : 0
    for column in lastPlaces.indices {
      guard let figure = row.figures[column], let sum = sumOfColumn(column) else { continue }
      let twiceOff = (Int128(figure) - sum).magnitude * 2
      let allowance =
        UInt128(parts) * UInt128(lastPlaces[column].magnitude)
        + UInt128(row.lastPlaces[column].magnitude)
      if twiceOff <= allowance {
        agreeing += 1
        agreement.twiceOff += twiceOff
        isTelling = isTelling || twiceOff == 0 && figure != 0
        isTelling = isTelling || UInt128(figure.magnitude) > allowance
      } else {
        agreement.differing += 1
        if agreement.differing > mayDiffer { return nil }
      }
    }
    guard isTelling, agreeing >= columns else { return nil }
    return agreement.differing == 0 || agreement.differing == 1 && agreeing >= 3 ? agreement : nil
  }
}

extension TotalFinder.Row {
  var hasFigures: Bool { figures.contains { $0 != nil && $0 != 0 } }

  /// Whether a word says for certain that the row is a sum.
  var isNamed: Bool { word != nil && word != .perhaps }
}
