internal import KollCalculation
internal import KollModel

extension TableColumn {
  /// A column of records, which is known by its title.
  init(titled title: String, _ kind: SeriesKind, _ scale: Scale, decimals: Int) {
    self.init(
      key: title.key,
      title: title,
      series: Series(kind, label: title.key),
      scale: scale,
      decimals: decimals,
    )
  }

  /// A column of words.
  static func words(titled title: String) -> TableColumn {
    TableColumn(titled: title, .text, Scale(unstatedWithDecimals: 0), decimals: 0)
  }

  /// The column of amounts in kronor, to the öre.
  static let amounts = TableColumn(titled: "Belopp, kr", .amount, Scale(unit: .kr), decimals: 2)

  /// A column of numbers that are no money.
  static func numbers(titled title: String, decimals: Int) -> TableColumn {
    TableColumn(titled: title, .count, Scale(unstatedWithDecimals: 0), decimals: decimals)
  }
}

extension Cell {
  /// Words; none at all are no value.
  init(words: String) { self.init(words.isEmpty ? .absent(.notStated) : .text(words)) }
}
