public import KollModel

/// What was written to a workbook, and so must be found in it.
public struct WorkbookReceipt: Hashable, Sendable {
  /// What each sheet holds, in the order of the tabs.
  public let sheets: [SheetTally]
  /// The different texts of all cells.
  public let texts: TextTally
  /// How many names the workbook defines for what is printed.
  public let definedNames: Int
  /// What had to be shortened to fit.
  public let warnings: [Diagnostic]
}
