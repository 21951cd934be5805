public import KollCalculation

/// A report without a format: what it says, in order.
///
/// Exporters translate it and decide nothing. A section is a heading in text and a sheet in a
/// workbook.
public struct Document: Hashable, Sendable {
  /// What the report is, such as "Budget 2021, ekonomisk sammanställning".
  public var title: String
  /// Whom it is about, such as the kommun and the nämnd.
  public var organisation: String?
  /// The day of the report, or the time that it is about, as each page's foot shows it.
  public var dating: String?
  /// How it looks.
  public var theme: Theme
  /// What stands under the title before the first section: unit, sign rule, sources.
  public var preamble: [String]
  /// The sections in the order they are read.
  public var sections: [Section]

  /// Creates a document.
  /// - Parameters:
  ///   - title: What the report is.
  ///   - organisation: Whom it is about.
  ///   - dating: The day of the report, or the time that it is about.
  ///   - theme: How it looks.
  ///   - preamble: What stands under the title, a paragraph each.
  ///   - sections: The sections in the order they are read.
  public init(
    title: String,
    organisation: String? = nil,
    dating: String? = nil,
    theme: Theme = Theme(),
    preamble: [String] = [],
    sections: [Section],
  ) {
    self.title = title
    self.organisation = organisation
    self.dating = dating
    self.theme = theme
    self.preamble = preamble
    self.sections = sections
  }
}

/// A part of a report under a heading of its own.
public struct Section: Hashable, Sendable {
  /// The heading, such as "Ekonomisk sammanställning".
  public var title: String
  /// A short name for a sheet's tab, such as "Sammanställning"; the heading when there is none.
  public var tab: String?
  /// What the section says, in order.
  public var blocks: [Block]
  /// Whether it helps those who work on in the file and not those who read: text leaves it out.
  public var isAppendix: Bool

  /// Creates a section.
  /// - Parameters:
  ///   - title: The heading.
  ///   - tab: A short name for a sheet's tab.
  ///   - blocks: What the section says, in order.
  ///   - isAppendix: Whether text leaves it out.
  public init(title: String, tab: String? = nil, blocks: [Block], isAppendix: Bool = false) {
    self.title = title
    self.tab = tab
    self.blocks = blocks
    self.isAppendix = isAppendix
  }
}

/// One piece of a section.
public enum Block: Hashable, Sendable {
  /// Running text.
  case paragraph(String)
  /// Short texts that stand side by side, one a line.
  case list([String])
  /// A table; its own title is its caption and its notes stand under it.
  case table(ComputedTable)
  /// A picture of the table above it.
  case chart(Chart)
  /// A table with cells to fill in; in a workbook its sheet is locked but for them.
  case form(InputForm)
  /// Records to filter and to make pivot tables of: a table with neither groups nor sums.
  case records(ComputedTable)
  /// Records that are more than memory should hold at once.
  case rows(StatedRows)
  /// The files that rows of other tables come from, each a row by the name that their origins have.
  case sources(ComputedTable)
  /// Where the figures of areas stand, for those who look one up.
  case origins([AreaOrigin])
  /// How many controls hold.
  case checkSummary(CheckSummary)
  /// The titles of all other sections, each with a way to it.
  case contents
}

extension Block {
  /// The table of the block, whatever part it plays; `nil` when it shows none, or makes its rows only
  /// as they are written.
  public var table: ComputedTable? {
    switch self {
    case .table(let table), .records(let table), .sources(let table): table
    case .form(let form): form.table
    case .paragraph, .list, .chart, .rows, .origins, .checkSummary, .contents: nil
    }
  }
}

/// Where the figures of an area stand.
public struct AreaOrigin: Hashable, Sendable {
  /// The area's full name.
  public let area: String
  /// The lines that its figures stand on, file by file.
  public let lines: [AreaSources.Lines]

  /// Creates an origin.
  /// - Parameters:
  ///   - area: The area's full name.
  ///   - lines: The lines that its figures stand on.
  public init(area: String, lines: [AreaSources.Lines]) {
    self.area = area
    self.lines = lines
  }
}
