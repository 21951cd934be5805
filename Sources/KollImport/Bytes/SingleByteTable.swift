/// The upper halves of the single-byte encodings, sixteen characters a line from 80 to FF.
enum SingleByteTable {
  /// The upper half of windows-1252; U+FFFD stands for its five undefined bytes.
  private static let windows1252Text = """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\
    \u{FFFD}‘’“”•–—\u{2DC}™š›œ\u{FFFD}žŸ\
    \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯\
    °±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
    ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîï\
    ðñòóôõö÷øùúûüýþÿ
    """

  /// The upper half of code page 437.
  private static let cp437Text = """
    ÇüéâäàåçêëèïîìÄÅ\
    ÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
    áíóúñÑªº¿⌐¬½¼¡«»\
    ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧\
    ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩\
    ≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """

  /// The upper half of code page 850; D5 is the dotless i, as it was before the euro.
  private static let cp850Text = """
    ÇüéâäàåçêëèïîìÄÅ\
    ÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»\
    ░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
    ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\
    \u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
    """

  /// The upper half of Mac Roman since Mac OS 8.5, with the euro at DB.
  private static let macRomanText = """
    ÄÅÇÉÑÖÜáàâäãåçéè\
    êëíìîïñóòôöõúùûü\
    †°¢£§•¶ß®©™´¨≠ÆØ\
    ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ\
    –—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\
    \u{F8FF}ÒÚÛÙıˆ\u{2DC}¯\u{2D8}\u{2D9}\u{2DA}¸\u{2DD}\u{2DB}\u{2C7}
    """

  /// Latin 1, where every byte is the scalar of the same number.
  private static let iso88591Scalars = (0x80...0xFF).compactMap(Unicode.Scalar.init as (Int) -> _)

  private static let windows1252Scalars = Array(windows1252Text.unicodeScalars)
  private static let cp437Scalars = Array(cp437Text.unicodeScalars)
  private static let cp850Scalars = Array(cp850Text.unicodeScalars)
  private static let macRomanScalars = Array(macRomanText.unicodeScalars)

  /// The 128 scalars of the bytes from 80 to FF, or none for an encoding of several bytes.
  /// - Parameter encoding: The encoding.
  /// - Returns: The scalars in the order of their bytes.
  static func scalars(of encoding: TextEncoding) -> [Unicode.Scalar] {
    switch encoding {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: []
    case .windows1252: windows1252Scalars
    case .iso88591: iso88591Scalars
    case .cp437: cp437Scalars
    case .cp850: cp850Scalars
    case .macRoman: macRomanScalars
    }
  }

  /// What an undefined byte is decoded as.
  static let replacement: Unicode.Scalar = "\u{FFFD}"
}
