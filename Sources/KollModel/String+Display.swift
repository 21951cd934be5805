extension Character {
  /// How many columns of a terminal or a fixed-width page the character takes: 0, 1 or 2.
  public var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.properties.generalCategory == .nonspacingMark
      || first.properties.generalCategory == .enclosingMark
      || first.properties.generalCategory == .format
    {
      return 0
    }
    return first.properties.isEmojiPresentation || Character.wide.contains(first.value) ? 2 : 1
  }

  /// The scripts whose characters are written two columns wide.
  private static let wide = WideScalars()
}

/// The blocks of East Asian wide characters, as far as names in a report may hold them.
///
/// Source: Unicode Standard Annex 11, East Asian Width, classes W and F.
private struct WideScalars {
  func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension String {
  /// How many columns of a terminal or a fixed-width page the text takes.
  public var displayWidth: Int {
    unicodeScalars.countOfNarrow ?? reduce(0) { $0 + $1.displayWidth }
  }
}

extension Substring {
  /// How many columns of a terminal or a fixed-width page the text takes.
  public var displayWidth: Int { String(self).displayWidth }
}

extension String.UnicodeScalarView {
  /// How many they are when all are narrow characters; `nil` when some are not.
  ///
  /// To find out what is one character costs more than all else that is done to a text.
  fileprivate var countOfNarrow: Int? {
    var count = 0
    for scalar in self {
      guard scalar.isNarrowCharacter else { return nil }
      count += 1
    }
    return count
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of those that nearly all text is made of: one column wide, and a
  /// character by itself before and behind any other such.
  fileprivate var isNarrowCharacter: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2015, 0x2212, 0x2500...0x259F: true
    default: false
    }
  }
}

extension String {
  /// The text with what could command a terminal or turn the reading order made visible.
  ///
  /// Control characters become the replacement character, and the marks that override the direction
  /// of text are left out. Line breaks become blanks: a text here is one line.
  public var printable: String {
    // Nearly all texts are printable as they are, and to build one anew costs more than to look.
    guard unicodeScalars.contains(where: { !$0.isPrintable }) else { return self }
    var printable = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case _ where scalar.isPrintable: printable.append(scalar)
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: printable.append(" ")
      case 0x00...0x9F: printable.append("\u{FFFD}")
      default: break
      }
    }
    return String(printable)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar neither controls, nor breaks lines, nor turns the reading order.
  fileprivate var isPrintable: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
