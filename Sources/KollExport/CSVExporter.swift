public import KollCalculation
public import KollModel

/// Writes a table as the CSV that Koll reads back: UTF-8 with BOM, `;`, CRLF, decimal comma.
///
/// Figures are exact, in the shown unit named in the first header cell, without separators between thousands. Words that a
/// spreadsheet could run as a formula are prefixed by an apostrophe, which import removes.
public struct CSVExporter: Sendable {
  /// Creates an exporter.
  public init() {}

  /// Writes a table: one header row, then its rows.
  /// - Parameter table: The table.
  /// - Returns: The file's text, with its byte order mark.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func write(_ table: ComputedTable) throws(AmountOverflow) -> String {
    var lines: [String] = []
    let unit = table.unit.map { ", belopp i \($0.rawValue)" } ?? ""
    let header = [table.areaTitle + unit] + table.columns.map(\.title)
    lines.append(record(header.map(\.safeInSpreadsheets)))
    for row in table.rows {
      var fields = [row.label.safeInSpreadsheets]
      for (column, cell) in zip(table.columns, row.cells) {
        fields.append(try field(cell.value, in: column))
      }
      lines.append(record(fields))
    }
    return "\u{FEFF}" + lines.joined()
  }

  private func field(_ value: CellValue, in column: TableColumn) throws(AmountOverflow) -> String {
    switch value {
    case .text(let words): words.safeInSpreadsheets
    case .absent: ""
    case .money, .count: try value.number(in: column.scale)?.exactDecimal(mark: ",") ?? ""
    case .ratio(let share): try (share * Rational(100)).exactDecimal(mark: ",") + " %"
    }
  }

  private func record(_ fields: [String]) -> String {
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
  fileprivate var safeInSpreadsheets: String {
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
