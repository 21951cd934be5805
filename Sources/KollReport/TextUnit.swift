internal import KollModel

/// A unit that a figure in running text is told in.
enum TextUnit: Hashable {
  case money(MoneyUnit)
  case percent

  /// The unit that a word means; `nil` where it means none.
  init?(word: String) {
    switch word.lowercased() {
    case "kr", "kronor", "krona", "sek": self = .money(.kr)
    case "tkr", "kkr", "tsek", "ksek": self = .money(.tkr)
    case "mnkr", "mkr", "msek": self = .money(.mnkr)
    case "mdkr", "mdr", "mdsek": self = .money(.mdkr)
    case "%", "procent": self = .percent
    default: return nil
    }
  }

  /// The unit that a word before `kronor` counts them in.
  init?(multiple word: String) {
    switch word.lowercased() {
    case "tusen": self = .money(.tkr)
    case "milj", "miljon", "miljoner", "mn": self = .money(.mnkr)
    case "miljard", "miljarder": self = .money(.mdkr)
    default: return nil
    }
  }
}
