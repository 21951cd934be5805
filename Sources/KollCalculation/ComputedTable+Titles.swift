internal import KollModel

extension ComputedTable {
  /// The table with the units that its titles state replaced by those that its columns show.
  public var statingShownUnits: ComputedTable {
    var table = self
    for index in columns.indices {
      guard let unit = columns[index].scale.unit else { continue }
      table.columns[index].title = columns[index].title.stating(unit)
    }
    return table
  }
}

extension String {
  /// The title with a unit other than this one replaced by it.
  fileprivate func stating(_ unit: MoneyUnit) -> String {
    var title = ""
    var word = ""
    for character in self + " " {
      if character.isLetter {
        word.append(character)
        continue
      }
      let isOther = MoneyUnit(spelling: word).map { $0 != unit } ?? false
      title += (isOther ? unit.rawValue : word) + String(character)
      word = ""
    }
    return String(title.dropLast())
  }
}
