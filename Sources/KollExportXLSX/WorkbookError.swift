/// Why no workbook was made, or why the one made must not be used.
public enum WorkbookError: Error, Hashable, Sendable {
  /// A path that the system cannot take: empty, or with a zero byte inside.
  case pathUnusable(path: String)
  /// A sheet would need more rows than a spreadsheet has.
  case tooManyRows(sheet: String, rows: Int)
  /// A sheet would need more columns than a spreadsheet has.
  case tooManyColumns(sheet: String, columns: Int)
  /// A figure that a spreadsheet's cell cannot hold to the last digit.
  case figureNotExact(place: Place)
  /// The document has more sheets or different cell looks than a workbook takes.
  case tooMany(Countable)
  /// The library could not do what was asked.
  case writingFailed(Operation, place: Place?, reason: Reason)
  /// The finished workbook is not what was written: it must not be used.
  case damaged(part: String, Damage)

  /// A cell, by sheet and reference.
  public struct Place: Hashable, Sendable {
    /// The sheet's name.
    public let sheet: String
    /// The cell as people write it, such as `B5`; `nil` for the whole sheet.
    public let cell: String?
  }

  /// What a workbook holds a limited number of.
  public enum Countable: Hashable, Sendable {
    /// Sheets.
    case sheets
    /// Looks of cells.
    case looks
  }

  /// What was being done.
  public enum Operation: Hashable, Sendable {
    /// The workbook was begun.
    case beginning
    /// Its properties were set.
    case properties
    /// A sheet was added.
    case addingSheet
    /// A sheet's columns, rows or print settings were set.
    case layout
    /// A cell was written.
    case cell
    /// A chart was added.
    case chart
    /// A picture was added.
    case picture
    /// The finished workbook was written to the disk.
    case closing
  }

  /// Why the library could not do it.
  public enum Reason: Hashable, Sendable {
    /// Memory ran out.
    case memory
    /// The file could not be created.
    case fileNotCreated
    /// A temporary file could not be created, written or read.
    case temporaryFile
    /// The archive could not be written: most often a full disk.
    case archive
    /// A text, name or position was refused, which the checks before should have kept out.
    case refused
  }

  /// What is wrong with a finished workbook.
  public enum Damage: Hashable, Sendable {
    /// It cannot be opened as an archive, or a part cannot be unpacked.
    case unreadable
    /// A part that must be there is not, or one is there that nobody wrote.
    case missing
    /// The part ends too early or is not well-formed.
    case malformed
    /// The part holds other numbers of cells, formulas or texts than were written.
    case contentDiffers
  }
}
