/// Texts that a careless writer would run, break or cut.
public enum HostileText {
  /// The texts.
  public static let all = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1", "=cmd|' /C calc'!A0", "https://example.org",
    "_x0041_", "_x0041_x0042_", "_x005F_", "_x_", "_", "__x0041__", "_x00e5_", "<b>&amp;\"'</b>",
    "]]>", "&#x3c;", "<![CDATA[", "\u{1}\u{7}\u{1F}", "a\u{0}b", "\u{FFFE}\u{FFFF}",
    "\u{7F}\u{85}\u{9F}", "\u{2028}\u{2029}", "\u{202E}321\u{202C}", "\u{FEFF}text", "👩‍👩‍👧‍👦🇸🇪",
    "A\u{30A}åä", "rad ett\nrad två\r\nrad tre", " blanka  ändar ", "", " ", "\u{A0}", "'", "''",
    "'=1'", "History", "2021", "A1", "R1C1", "a/b\\c:d*e?f[g]h", "TRUE", "1e3", "2021-01-01",
    "&P&N", "&\"Arial\"", "9&9", "%s%n", "\u{10FFFF}", "\u{E000}", "e" + accents,
  ]

  private static let accents = String(repeating: "\u{301}", count: 300)
}
