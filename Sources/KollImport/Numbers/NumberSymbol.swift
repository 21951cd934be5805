/// What a character means to the grammar of numbers.
enum NumberSymbol: Equatable {
  case digit(UInt8)
  /// One of the four blanks that may stand between groups of digits.
  case groupBlank
  /// Another blank; it may only stand around a number.
  case blank
  /// `-` or `−`.
  case minus
  /// `–`, which is minus before a number and a range between two.
  case enDash
  /// `—`, which is no sign; alone it is no value.
  case emDash
  /// Another dash, which is no sign.
  case otherDash
  case plus
  case comma
  case point
  case percent
  case opening
  case closing
  case star
  /// A raised digit.
  case raised
  case hash
  case letter
  /// A character that is not seen and takes no room.
  case invisible
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9": self = .digit(UInt8(scalar.value - 0x30))
    case " ", "\u{A0}", "\u{202F}", "\u{2009}": self = .groupBlank
    case "\t", "\n", "\r", "\u{2007}", "\u{2002}"..."\u{2006}", "\u{2008}", "\u{200A}",
      "\u{3000}":
      self = .blank
    case "-", "\u{2212}": self = .minus
    case "\u{2013}": self = .enDash
    case "\u{2014}": self = .emDash
    case "\u{2010}"..."\u{2012}", "\u{2015}", "\u{AD}", "\u{FE58}", "\u{FE63}", "\u{FF0D}":
      self = .otherDash
    case "+": self = .plus
    case ",": self = .comma
    case ".": self = .point
    case "%": self = .percent
    case "(": self = .opening
    case ")": self = .closing
    case "*": self = .star
    case "\u{B9}", "\u{B2}", "\u{B3}", "\u{2070}", "\u{2074}"..."\u{2079}": self = .raised
    case "#": self = .hash
    case "a"..."z", "A"..."Z", "å", "ä", "ö", "Å", "Ä", "Ö": self = .letter
    case "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}":
      self = .invisible
    default: self = .other
    }
  }

  var isDigit: Bool {
    if case .digit = self { true } else { false }
  }

  var isBlank: Bool { self == .groupBlank || self == .blank }

  var isMark: Bool { self == .comma || self == .point }
}
