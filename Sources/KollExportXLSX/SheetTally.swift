public import KollReport

/// What was written to one sheet.
public struct SheetTally: Hashable, Sendable {
  /// The sheet's name as it stands on its tab.
  public let name: String
  /// The cells with a number of their own.
  public internal(set) var numbers = 0
  /// The cells with a text of their own.
  public internal(set) var texts = 0
  /// The cells with a live formula.
  public internal(set) var formulas = 0
  /// The cells with a look and nothing in them.
  public internal(set) var blanks = 0

  /// The rows that hold a cell.
  public internal(set) var rows = 0
  /// The columns whose width was set.
  public internal(set) var columns = 0
  /// The charts that stand on it.
  public internal(set) var charts: [ChartTally] = []
  /// The pictures that stand on it.
  public internal(set) var pictures: [Picture] = []
  /// The ways to other sheets.
  public internal(set) var links = 0
  /// The groups of cells that stand out when they hold a word.
  public internal(set) var signals = 0
  /// The tables of the program's own, each by how many columns it has.
  public internal(set) var tables: [Int] = []
  /// The ranges of cells whose content is checked as it is written.
  public internal(set) var validations = 0
  /// Whether all cells but the open ones are locked.
  public internal(set) var isLocked = false
  /// The filters over cells that are no table of the program's own.
  public internal(set) var filters = 0
  /// How many bytes the texts have that stand in the sheet itself; `nil` where sheets share them.
  public internal(set) var inlineBytes: Int?
  /// The names defined for what is printed.
  var definedNames = 0
  private var lastRow: Int?

  /// Counts a row once; rows come from top to bottom.
  mutating func countRow(_ row: Int) {
    if row != lastRow { rows += 1 }
    lastRow = row
  }

  /// All cells of the sheet.
  public var cells: Int { numbers + texts + formulas + blanks }

  /// Begins a count.
  /// - Parameters:
  ///   - name: The sheet's name.
  ///   - isStreamed: Whether the sheet holds its texts itself.
  init(name: String, isStreamed: Bool) {
    self.name = name
    inlineBytes = isStreamed ? 0 : nil
  }
}
