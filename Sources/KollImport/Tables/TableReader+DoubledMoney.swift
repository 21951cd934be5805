internal import KollModel

extension TableReader {
  /// Tells of areas that are each the sum of those directly below, or above, where together no area
  /// is left over: then all money counts twice.
  ///
  /// Without a word no row of a table with one column of figures is a sum, and none but those that
  /// labels of their own divide in one with several columns of labels.
  func doubledMoney(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    let items = structure.placed.filter {
      $0.role == .item && !structure.unfigured.contains($0.row)
    }
    .map(\.row)
    guard items.count > 2, !structure.stated.contains(where: { $0.parts.count >= items.count })
    else { return [] }
    guard
      let sums = structure.sumsLeavingNoneOver(items[...])
        ?? structure.sumsLeavingNoneOver(items.reversed()[...])
    else { return [] }
    return sums.sorted().filter { structure.rows[$0].role == nil }.map { row in
      let place = grid.location(body.rows[row].record, 0)
      return RowDoubt(finding: .doubled(structure.label(row), at: place), rows: [row])
    }
  }
}

extension RowStructure {
  /// The rows that are each the sum of the next two or more, when those are all that there are.
  fileprivate func sumsLeavingNoneOver(_ rows: some Collection<Int>) -> [Int]? {
    var found: [Int] = []
    var rest = Array(rows)[...]
    while let row = rest.popFirst() {
      var sums = ColumnSums(columns: self.rows[row].figures.count)
      var counted = 0
      let end = rest.firstIndex { other in
        sums.add(self.rows[other].figures)
        if self.rows[other].figures.contains(where: { $0 != nil && $0 != 0 }) { counted += 1 }
        return counted > 1 && isSum(row, sums)
      }
      guard let end else { return nil }
      rest = rest[(end + 1)...]
      found.append(row)
    }
    return found
  }

  private func isSum(_ row: Int, _ sums: ColumnSums) -> Bool {
    let figures = rows[row].figures
    return figures.contains { $0 != nil && $0 != 0 }
      && figures.indices.allSatisfy { column in
        figures[column].map { Int128($0) == sums[column] } ?? true
      }
  }
}

extension Diagnostic {
  fileprivate static func doubled(_ label: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .guessNotPinned,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" är summan av raderna intill, men räknas som ett område; pengarna räknas "
          + "två gånger",
        en: "\"\(label)\" is the sum of the rows beside it but counts as an area; the money counts "
          + "twice",
      ),
      help: Phrase(
        sv: "börja namnet med Summa om raden är en summa, eller ange rows: {\"\(label)\": item} i "
          + "en mappning om den är ett område",
        en:
          "begin the label with Summa if the row is a sum, or state rows: {\"\(label)\": item} in "
          + "a mapping if it is an area",
      ),
    )
  }
}
