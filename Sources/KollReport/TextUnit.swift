internal import KollModel

/// A unit that a figure in running text is told in.
enum TextUnit: Hashable {
  case money(MoneyUnit)
  case percent

  /// The unit that a word means; `nil` where it means none.
  init?(word: String) {
    switch word.lowercased() {
    case "kr", "kronor": self = .money(.kr)
    case "tkr", "kkr": self = .money(.tkr)
    case "mnkr", "mkr": self = .money(.mnkr)
    case "mdkr": self = .money(.mdkr)
    case "%", "procent": self = .percent
    default: return nil
    }
  }

  /// The unit that a word before `kronor` counts them in.
  init?(multiple word: String) {
    switch word.lowercased() {
    case "tusen": self = .money(.tkr)
    case "miljon", "miljoner": self = .money(.mnkr)
    case "miljard", "miljarder": self = .money(.mdkr)
    default: return nil
    }
  }
}
