public import KollCalculation
public import KollModel

/// A report as it is declared: what it is about, its columns and its sections.
public struct ReportDefinition: Hashable, Sendable {
  /// The name that its files get.
  public var name: String
  /// What the report is.
  public var title: String
  /// The year that it is about; `nil` when it follows the time that is asked for.
  public var year: Int?
  /// The unit that it shows.
  public var unit: MoneyUnit
  /// The decimals that it shows; `nil` for those customary for the unit.
  public var decimals: Int?
  /// Where the sums of groups stand in its table.
  public var arrangement: Arrangement
  /// The columns of its table.
  public var columns: Columns
  /// Its sections in order.
  public var sections: [Section]
  /// How many areas are named among the largest deviations.
  public var largestCount: Int

  /// Where the sums of groups stand.
  public enum Arrangement: String, Sendable, CaseIterable {
    /// On the row of the group, above its rows.
    case groups
    /// Below the rows, which stand under a heading, as planning templates have them.
    case blocks
  }

  /// The columns of a report's table.
  public enum Columns: Hashable, Sendable {
    /// Declared one by one.
    case declared([ColumnDeclaration])
    /// A usual set, and where it is named.
    case set(ColumnSet, Diagnostic.Location?)
  }

  /// A section of a report.
  public enum Section: Hashable, Sendable {
    /// One of those that every report may have.
    case standard(SectionKind)
    /// A statement that the project has figures for, by its name.
    case statement(String, title: String?, Columns)
    /// A table of the project's own beside that of the areas, by its name.
    case table(String, title: String?, Columns)

    /// Whether the section shows figures of the areas, in the report's columns.
    public var showsAreas: Bool {
      switch self {
      case .standard(.summary), .standard(.table), .standard(.deviations): true
      case .standard(.about), .standard(.decisions), .standard(.savings), .standard(.checks),
        .standard(.data), .standard(.sources), .standard(.rows), .statement, .table:
        false
      }
    }
  }

  /// A section that every report may have.
  public enum SectionKind: String, Sendable, CaseIterable {
    /// What the file is and what it holds, with ways to its sections; in text left out.
    case about
    /// What the figures say, in words.
    case summary
    /// The table of the areas.
    case table
    /// The decisions that changed the year's budget.
    case decisions
    /// The areas that deviate most.
    case deviations
    /// The savings task and its measures.
    case savings
    /// The sums that sources state, beside the computed ones.
    case checks
    /// Every figure that sources state, a row each; in text left out.
    case data
    /// The files that the figures come from.
    case sources
    /// Every figure that sources state with its file and line, in a workbook of its own beside.
    case rows

    /// Those of a report that does not say which it has.
    public static let usual = allCases.filter { $0 != .rows }
  }

  /// Creates a definition.
  /// - Parameters:
  ///   - name: The name that its files get.
  ///   - title: What the report is.
  ///   - year: The year that it is about; `nil` when it follows the time that is asked for.
  ///   - unit: The unit that it shows.
  ///   - decimals: The decimals that it shows.
  ///   - arrangement: Where the sums of groups stand in its table.
  ///   - columns: The columns of its table.
  ///   - sections: Its sections in order.
  ///   - largestCount: How many areas are named among the largest deviations.
  public init(
    name: String,
    title: String,
    year: Int?,
    unit: MoneyUnit,
    decimals: Int? = nil,
    arrangement: Arrangement = .groups,
    columns: Columns,
    sections: [Section] = SectionKind.usual.map(Section.standard),
    largestCount: Int = 5,
  ) {
    self.name = name
    self.title = title
    self.year = year
    self.unit = unit
    self.decimals = decimals
    self.arrangement = arrangement
    self.columns = columns
    self.sections = sections
    self.largestCount = largestCount
  }
}

/// A file that a report's figures come from.
public struct SourceRecord: Hashable, Sendable {
  /// The file's path as the project names it.
  public let file: String
  /// How many records with figures were read.
  public let recordCount: Int
  /// The SHA-256 of its bytes, 64 hexadecimal digits.
  public let sha256: String

  /// Creates a record.
  /// - Parameters:
  ///   - file: The file's path as the project names it.
  ///   - recordCount: How many records with figures were read.
  ///   - sha256: The SHA-256 of its bytes.
  public init(file: String, recordCount: Int, sha256: String) {
    self.file = file
    self.recordCount = recordCount
    self.sha256 = sha256
  }
}

extension ReportDefinition {
  /// Whether the report has a section with all figures that sources state of its areas.
  public var showsData: Bool { sections.contains(.standard(.data)) }

  /// Whether a workbook with the rows of the sources stands beside the report's.
  public var showsRows: Bool { sections.contains(.standard(.rows)) }
}
