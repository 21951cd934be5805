/// How the characters of a file are written as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, the low byte first, as Excel's "Unicode-text" saves.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first.
  case utf16BigEndian = "utf-16be"
  /// What Windows calls ANSI in Sweden; "CSV (kommaavgränsad)" of Excel.
  case windows1252 = "windows-1252"
  /// Latin 1, which has control characters where windows-1252 has dashes and quotation marks.
  case iso88591 = "iso-8859-1"
  /// The code page of the first PCs, called PC8 by SIE files.
  case cp437
  /// The code page of MS-DOS in western Europe.
  case cp850
  /// What Excel for Mac calls "CSV (Macintosh)".
  case macRoman = "mac-roman"
}

extension TextEncoding {
  /// The encoding that a name or one of its usual aliases means; `nil` when it means none.
  ///
  /// Case, blanks, hyphens and underscores make no difference: `Latin-1` is `latin1`.
  /// - Parameter name: The name as people write it.
  public init?(name: some StringProtocol) {
    let plain = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    guard let found = Self.names[plain] else { return nil }
    self = found
  }

  /// Every name that is understood, without punctuation.
  private static let names: [String: TextEncoding] = [
    "utf8": .utf8, "utf8bom": .utf8, "utf8sig": .utf8, "ascii": .utf8, "usascii": .utf8,
    "utf16le": .utf16LittleEndian, "unicode": .utf16LittleEndian, "utf16": .utf16LittleEndian,
    "ucs2": .utf16LittleEndian, "ucs2le": .utf16LittleEndian,
    "utf16be": .utf16BigEndian, "ucs2be": .utf16BigEndian,
    "windows1252": .windows1252, "cp1252": .windows1252, "win1252": .windows1252,
    "1252": .windows1252, "ansi": .windows1252,
    "iso88591": .iso88591, "latin1": .iso88591, "l1": .iso88591, "88591": .iso88591,
    "cp437": .cp437, "ibm437": .cp437, "437": .cp437, "pc8": .cp437,
    "cp850": .cp850, "ibm850": .cp850, "850": .cp850,
    "macroman": .macRoman, "macintosh": .macRoman, "mac": .macRoman, "xmacroman": .macRoman,
  ]

  /// Whether each character is one byte, so that nearly any bytes can be read as it.
  var isSingleByte: Bool {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: false
    case .windows1252, .iso88591, .cp437, .cp850, .macRoman: true
    }
  }
}
