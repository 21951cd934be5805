internal import KollModel

/// What a column's formula came to: how it spread a year, and the rows, by their labels and in their
/// order, that it does otherwise with than with the rest.
struct ColumnExceptions {
  /// How a year's amount was spread, in words; `nil` where none was.
  var wayOfSpreading: String?
  /// Those whose year is spread evenly, since the profile wanted cannot be used.
  var withoutProfile: [String] = []
  /// Those without a figure, since their accumulated amounts are not of the months that others' are.
  var withoutLater: [String] = []
  /// Those whose whole accumulated amount counts, since none is stated of the months before.
  var withoutEarlier: [String] = []
}

extension ColumnExceptions {
  /// What a reader must know of a column that is what one accumulated amount is more than another.
  /// - Parameter title: The column's title.
  /// - Returns: A note on the rows without a figure, and one on those without an earlier amount.
  func notesOnDifferences(in title: String) -> [Note] {
    var notes: [Note] = []
    if !withoutLater.isEmpty {
      let text =
        "\(title) saknas för \(withoutLater.namingFirst), vars ackumulerade belopp inte avser samma "
        + "månader som de andras. Summan är därför inte skillnaden mellan de ackumulerade summorna."
      notes.append(Note(text: text))
    }
    if !withoutEarlier.isEmpty {
      let text =
        "\(title) är hela det ackumulerade beloppet för \(withoutEarlier.namingFirst), där inget "
        + "anges för månaderna dessförinnan."
      notes.append(Note(text: text))
    }
    return notes
  }
}

extension [String] {
  /// The first five names, and how many more there are.
  var namingFirst: String {
    let names = prefix(5).joined(separator: ", ")
    return count > 5 ? "\(names) och \(count - 5) till" : names
  }
}
