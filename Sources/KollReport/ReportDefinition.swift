public import KollCalculation
public import KollModel

/// A report as it is declared: what it is about, its columns and its sections.
public struct ReportDefinition: Hashable, Sendable {
  /// The name that its files get.
  public var name: String
  /// What the report is.
  public var title: String
  /// For whom it is made, a file each.
  public var subjects: Subjects
  /// The day of the report; `nil` when it has none but the time that it is about.
  public var date: Day?
  /// The year that it is about; `nil` when it follows the time that is asked for.
  public var year: Int?
  /// The unit that it shows.
  public var unit: MoneyUnit
  /// The decimals that it shows; `nil` for those customary for the unit.
  public var decimals: Int?
  /// Where the sums of groups stand in its table.
  public var arrangement: Arrangement
  /// How many levels of areas its table shows; `nil` shows all.
  public var depth: Int?
  /// The columns of its table.
  public var columns: Columns
  /// Its sections in order.
  public var sections: [Section]
  /// How many areas are named among the largest deviations.
  public var largestCount: Int
  /// How large a deviation must be to be told of; `nil` tells of the largest, whatever their size.
  public var materiality: Materiality?
  /// What its template asks for; `nil` for the year's forecast made in the report's month.
  public var input: Series?
  /// What the law asks of it; `nil` when it asks nothing.
  public var requirement: Requirement?

  /// Where the sums of groups stand.
  public enum Arrangement: String, Sendable, CaseIterable {
    /// On the row of the group, above its rows.
    case groups
    /// Below the rows, which stand under a heading, as planning templates have them.
    case blocks
  }

  /// For whom a report is made.
  public enum Subjects: Hashable, Sendable {
    /// The organisation.
    case organisation
    /// The organisation, and each of its widest areas.
    case each
    /// Some areas by their codes or names, each with where the project names it.
    case named([NamedArea])
  }

  /// An area as a project file names it.
  public struct NamedArea: Hashable, Sendable {
    /// Its code or name.
    public let name: String
    /// Where it stands.
    public let place: Diagnostic.Location

    /// Creates a name.
    /// - Parameters:
    ///   - name: The area's code or name.
    ///   - place: Where it stands.
    public init(_ name: String, at place: Diagnostic.Location) {
      self.name = name
      self.place = place
    }
  }

  /// The columns of a report's table.
  public enum Columns: Hashable, Sendable {
    /// Declared one by one.
    case declared([ColumnDeclaration])
    /// A usual set, and where it is named.
    case set(ColumnSet, Diagnostic.Location?)
    /// Those that the files themselves have.
    case own
  }

  /// A section of a report.
  public enum Section: Hashable, Sendable {
    /// One of those that every report may have.
    case standard(SectionKind)
    /// A statement, such as the resultaträkning.
    case statement(OwnTable)
    /// A table of the project's own beside that of the areas.
    case table(OwnTable)
    /// A text that people write in a file of their own.
    case text(TextSection)

    /// Whether the section shows figures of the areas, in the report's columns.
    public var showsAreas: Bool {
      switch self {
      case .standard(.summary), .standard(.table), .standard(.areas), .standard(.deviations): true
      case .standard(.about), .standard(.decisions), .standard(.savings), .standard(.months),
        .standard(.forecast), .standard(.checks), .standard(.data), .standard(.sources),
        .standard(.rows),
        .statement, .table, .text:
        false
      }
    }
  }

  /// A section with a table of its own.
  public struct OwnTable: Hashable, Sendable {
    /// The name of the statement, or of the project's table.
    public let name: String
    /// The section's heading.
    public let title: String
    /// The table's columns.
    public let columns: Columns
    /// What becomes of the section where the project has no figures for it.
    public var missing: Missing

    /// Creates a section.
    /// - Parameters:
    ///   - name: The name of the statement, or of the project's table.
    ///   - title: The section's heading.
    ///   - columns: The table's columns.
    ///   - missing: What becomes of it where there are no figures.
    public init(
      _ name: String,
      title: String,
      columns: Columns,
      missing: Missing = .error,
    ) {
      self.name = name
      self.title = title
      self.columns = columns
      self.missing = missing
    }
  }

  /// What becomes of a section that the project has nothing for.
  public enum Missing: String, Sendable, CaseIterable {
    /// It is left out.
    case omit
    /// It says that it is missing, and a warning does too.
    case say
    /// The report is not made.
    case error
  }

  /// A section that every report may have.
  public enum SectionKind: String, Sendable, CaseIterable {
    /// What the file is and what it holds, with ways to its sections; in text left out.
    case about
    /// What the figures say, in words.
    case summary
    /// The table of the areas.
    case table
    /// A table for each of the widest areas with those below it.
    case areas
    /// The decisions that changed the year's budget.
    case decisions
    /// The areas that deviate most.
    case deviations
    /// The savings task and its measures.
    case savings
    /// The outcome so far against budget and last year, month by month.
    case months
    /// What the year's forecasts said, and what moved them.
    case forecast
    /// The sums that sources state, beside the computed ones.
    case checks
    /// Every figure that sources state, a row each; in text left out.
    case data
    /// The files that the figures come from.
    case sources
    /// Every figure that sources state with its file and line, in a workbook of its own beside.
    case rows

    /// The sections of a report that declares none: all but those that a report asks for.
    public static let usual = allCases.filter { $0 != .areas && $0 != .rows }
  }

  /// Creates a definition.
  /// - Parameters:
  ///   - name: The name that its files get.
  ///   - title: What the report is.
  ///   - subjects: For whom it is made.
  ///   - date: The day of the report.
  ///   - year: The year that it is about; `nil` when it follows the time that is asked for.
  ///   - unit: The unit that it shows.
  ///   - decimals: The decimals that it shows.
  ///   - arrangement: Where the sums of groups stand in its table.
  ///   - depth: How many levels of areas its table shows.
  ///   - columns: The columns of its table.
  ///   - sections: Its sections in order.
  ///   - largestCount: How many areas are named among the largest deviations.
  ///   - materiality: How large a deviation must be to be told of.
  ///   - input: What its template asks for.
  ///   - requirement: What the law asks of it.
  public init(
    name: String,
    title: String,
    subjects: Subjects = .organisation,
    date: Day? = nil,
    year: Int?,
    unit: MoneyUnit,
    decimals: Int? = nil,
    arrangement: Arrangement = .groups,
    depth: Int? = nil,
    columns: Columns,
    sections: [Section] = SectionKind.usual.map(Section.standard),
    largestCount: Int = 5,
    materiality: Materiality? = nil,
    input: Series? = nil,
    requirement: Requirement? = nil,
  ) {
    self.name = name
    self.title = title
    self.subjects = subjects
    self.date = date
    self.year = year
    self.unit = unit
    self.decimals = decimals
    self.arrangement = arrangement
    self.depth = depth
    self.columns = columns
    self.sections = sections
    self.largestCount = largestCount
    self.materiality = materiality
    self.input = input
    self.requirement = requirement
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

extension ReportDefinition.Section {
  /// The table that the section has for itself.
  public var ownTable: ReportDefinition.OwnTable? {
    switch self {
    case .standard, .text: nil
    case .statement(let own), .table(let own): own
    }
  }
}

extension ReportDefinition {
  /// Whether the report has a section that every report may have.
  /// - Parameter kind: The section.
  /// - Returns: Whether it has.
  public func shows(_ kind: SectionKind) -> Bool {
    sections.contains(.standard(kind))
  }
}
