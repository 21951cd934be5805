/// A cell of a workbook by its sheet and its letters and number, as formulas name it.
public struct WorkbookCell: Hashable, Sendable {
  /// The sheet's name.
  public let sheet: String
  /// The cell on the sheet.
  let cell: CellReference

  /// Reads `Sammanställning!C7`, also with apostrophes and dollar signs: `'Läs mig'!$A$1`.
  /// - Parameter text: The text; anything else gives `nil`.
  public init?(_ text: String) {
    guard let mark = text.lastIndex(of: "!"),
      let cell = CellReference(String(text[mark...].dropFirst()))
    else { return nil }
    let written = String(text[..<mark])
    let isQuoted = written.count > 1 && written.hasPrefix("'") && written.hasSuffix("'")
    sheet =
      isQuoted ? String(written.dropFirst().dropLast()).replacing("''", with: "'") : written
    self.cell = cell
    guard !sheet.isEmpty else { return nil }
  }

  /// The cell on its sheet, such as `C7`.
  public var reference: String { cell.description }
}

extension WorkbookCell: CustomStringConvertible {
  /// The cell as it is read, without apostrophes.
  public var description: String { "\(sheet)!\(cell)" }
}

extension CellReference {
  /// Reads `C7`, `c7` or `$C$7`, within the limits of a sheet.
  init?(_ text: String) {
    let plain = text.uppercased().filter { $0 != "$" }
    let letters = plain.prefix { ("A"..."Z").contains($0) }
    let digits = plain.dropFirst(letters.count)
    guard (1...3).contains(letters.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
      let row = Int(digits), (1...SheetLimits.rows).contains(row)
    else { return nil }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
    guard column <= SheetLimits.columns else { return nil }
    self.init(row: row - 1, column: column - 1)
  }
}
