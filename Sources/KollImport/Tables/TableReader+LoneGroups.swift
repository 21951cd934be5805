internal import KollModel

extension TableReader {
  /// Tells of rows that are sums by their figures alone, where nothing else in the table says so.
  ///
  /// A few small figures may add up by accident, and an area would be hidden. A word for a sum
  /// anywhere, a sum of all, indents, codes, long figures, and several groups that leave no row over
  /// are evidence enough.
  func loneGroups(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    let items = structure.placed.filter {
      $0.role == .item && !structure.unfigured.contains($0.row)
    }
    .map(\.row)
    let groups = structure.stated
    guard !structure.isIndented, !groups.contains(where: \.isNamed),
      !groups.contains(where: { $0.parts.count >= items.count }),
      groups.count < 2 || Set(groups.flatMap(\.parts)).count < items.count
    else { return [] }
    return groups.filter { structure.mayBeAccident($0) }
      .map { group in
        let finding = Diagnostic.loneGroup(
          structure.label(group.row),
          group.parts.map { structure.label($0) },
          at: grid.location(body.rows[group.row].record, 0),
        )
        return RowDoubt(finding: finding, rows: [group.row])
      }
  }
}

extension RowStructure {
  fileprivate func mayBeAccident(_ sum: Stated) -> Bool {
    let long = rows[sum.row].figures.indices.filter { hasLongFigure(sum.row, column: $0) }
    return rows[sum.row].role == nil && long.count < 2 && !hasCodesOfParts(sum)
  }

  /// Whether a figure has so many digits before noughts that few others add up to it by chance.
  private func hasLongFigure(_ row: Int, column: Int) -> Bool {
    let place = max(1, rows[row].lastPlaces[column].magnitude)
    var digits = (rows[row].figures[column] ?? 0).magnitude / place
    while digits > 0, digits.isMultiple(of: 10) { digits /= 10 }
    return digits >= 1_000
  }

  /// Whether the codes of the parts begin with that of their sum, but for noughts at its end.
  private func hasCodesOfParts(_ sum: Stated) -> Bool {
    func code(_ row: Int) -> Substring { label(row).prefix { $0.isASCII && $0.isNumber } }
    let own = code(sum.row)
    let stem = own.prefix((own.lastIndex { $0 != "0" }.map { own[...$0].count }) ?? 0)
    return !stem.isEmpty && sum.parts.allSatisfy { code($0) != own && code($0).hasPrefix(stem) }
  }
}

extension Diagnostic {
  fileprivate static func loneGroup(
    _ label: String,
    _ parts: [String],
    at place: Location,
  ) -> Diagnostic {
    let names = parts.joined(separator: ", ")
    return Diagnostic(
      .guessNotPinned,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" läses som summan av \(names); bara beloppen talar för det",
        en: "\"\(label)\" is read as the sum of \(names); only the figures speak for it",
      ),
      help: Phrase(
        sv:
          "ange rows: {\"\(label)\": item} i en mappning om raden är ett område, eller subtotal om "
          + "den är en summa",
        en:
          "state rows: {\"\(label)\": item} in a mapping if the row is an area, or subtotal if it "
          + "is a sum",
      ),
    )
  }
}
