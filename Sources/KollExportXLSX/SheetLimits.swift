/// What a spreadsheet program can open.
///
/// Source: Microsoft Support, Excel specifications and limits, "Worksheet and workbook
/// specifications and limits" and "Calculation specifications and limits".
enum SheetLimits {
  /// The rows of a sheet.
  static let rows = 1_048_576
  /// The columns of a sheet.
  static let columns = 16_384
  /// The UTF-16 units of a cell's text.
  static let cellText = 32_767
  /// The UTF-16 units of a sheet's name.
  static let sheetName = 31
  /// The UTF-16 units of a header or footer, codes included.
  static let headerFooter = 255
  /// The UTF-16 units of a document property.
  static let property = 255
  /// The UTF-16 units of a formula.
  static let formula = 8_192
  /// The arguments of a function.
  static let arguments = 255
  /// How deep functions may stand inside each other.
  static let nesting = 64
  /// The levels of rows that can be folded, the outermost not counted.
  static let outlineLevels = 7
  /// The looks of cells in a workbook.
  static let looks = 64_000
  /// The sheets of a workbook: no limit is stated but memory; more than this is a mistake.
  static let sheets = 4_000
}
