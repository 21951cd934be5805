/// The text of the CSV files that Koll writes: `;` between fields, CRLF behind records.
public enum CSVText {
  static let byteOrderMark = "\u{FEFF}"

  /// A file of records of words, with its byte order mark.
  /// - Parameter records: The records, the header first; no word is run as a formula.
  /// - Returns: The file's text.
  public static func file(_ records: [[String]]) -> String {
    byteOrderMark + records.map { record($0.map(\.safeInSpreadsheets)) }.joined()
  }

  static func record(_ fields: [String]) -> String {
    fields.map(\.quotedWhereNeeded).joined(separator: ";") + "\r\n"
  }
}

extension String {
  /// The text behind an apostrophe when a spreadsheet would otherwise run it as a formula.
  ///
  /// A text that already begins with apostrophes before such a sign gets one more, so that taking
  /// one away on import always gives the text back.
  ///
  /// Source: OWASP, CSV Injection.
  var safeInSpreadsheets: String {
    let first = drop { $0 == "'" }.unicodeScalars.first
    return first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } == true ? "'" + self : self
  }

  /// The text as a field of a record.
  fileprivate var quotedWhereNeeded: String {
    let needsQuotes =
      unicodeScalars.contains { ";\"\r\n".unicodeScalars.contains($0) }
      || first?.isWhitespace == true || last?.isWhitespace == true
    return needsQuotes ? "\"" + doublingQuotes + "\"" : self
  }

  fileprivate var doublingQuotes: String {
    split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }
}
