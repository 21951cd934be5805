/// Changes that nothing tells of, how many of them there are, and why.
struct Silence {
  let change: Change
  let sampled: Int
  let all: Int
  let reason: String

  init(_ mutation: Mutation, _ place: Place, _ sampled: Int, _ all: Int, _ reason: String) {
    self.change = Change(mutation, place)
    self.sampled = sampled
    self.all = all
    self.reason = reason
  }
}

extension Silence {
  private static let part = "a varav row is a part of another, and no sum counts it"
  private static let year = "a year is as good as another; only a damaged one is told of"
  private static let code = "a code or a name with a digit is as good as another"
  private static let words = "a comment or the number of a note is shown as it is"
  private static let unit = "a unit is as good as another; where none is left a note says so"
  private static let caption = "a caption may stand in several fields"
  private static let heading = "a heading has no figures, so that its separators say nothing"
  private static let linesJoined = "words are joined to words"
  private static let lineCut = "a line of words alone is a caption, a heading or a remark"
  private static let letter = "the byte is another letter in the file's own encoding"

  static let known: [Silence] = [
    Silence(.digitChanged, .header, 41, 206, year),
    Silence(.digitChanged, .label, 40, 153, code),
    Silence(.digitChanged, .figure, 4, 24, part),
    Silence(.digitChanged, .words, 4, 12, words),
    Silence(.digitRemoved, .header, 1, 5, year),
    Silence(.digitRemoved, .label, 18, 77, code),
    Silence(.digitRemoved, .figure, 1, 3, part),
    Silence(.digitRemoved, .words, 0, 6, words),
    Silence(.digitDoubled, .header, 0, 1, year),
    Silence(.digitDoubled, .label, 10, 78, code),
    Silence(.digitDoubled, .figure, 1, 3, part),
    Silence(.digitDoubled, .words, 0, 6, words),
    Silence(.digitsSwapped, .header, 13, 76, year),
    Silence(.digitsSwapped, .label, 6, 45, code),
    Silence(.digitsSwapped, .figure, 1, 5, part),
    Silence(.digitToLetter, .header, 0, 5, year),
    Silence(.digitToLetter, .label, 10, 78, code),
    Silence(.digitToLetter, .words, 2, 6, words),
    Silence(.signAdded, .figure, 3, 15, part),
    Silence(.blankChanged, .figure, 1, 3, part),
    Silence(.unitAdded, .figure, 1, 6, part),
    Silence(.unitChanged, .caption, 8, 39, unit),
    Silence(.unitChanged, .header, 11, 55, unit),
    Silence(.separatorChanged, .label, 0, 6, heading),
    Silence(.separatorAdded, .caption, 1, 3, caption),
    Silence(.lineEndRemoved, .caption, 2, 11, linesJoined),
    Silence(.lineEndRemoved, .words, 0, 3, linesJoined),
    Silence(.lineEndAdded, .caption, 0, 7, lineCut),
    Silence(.lineEndAdded, .header, 4, 19, lineCut),
    Silence(.lineEndAdded, .label, 9, 44, lineCut),
    Silence(.lineEndAdded, .words, 2, 4, lineCut),
    Silence(.lineEndAdded, .note, 1, 1, lineCut),
    Silence(.letterEncoded, .header, 1, 2, letter),
    Silence(.letterEncoded, .label, 3, 5, letter),
  ]
}
