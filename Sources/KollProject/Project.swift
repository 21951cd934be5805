public import KollCalculation
public import KollImport
public import KollModel
public import KollReport

/// A folder of plain files that reports are made from, as its `koll.yaml` declares it.
public struct Project: Sendable {
  /// Whom the reports are about.
  public var organisation: Organisation
  /// How its documents look, without the logo.
  public var theme: Theme
  /// The file with the logo, when there is one.
  public var logo: Source?
  /// Which months a year has.
  public var fiscalYear: FiscalYear
  /// How a year's budget is spread over its months.
  public var periodisation: PeriodRules.Periodisation
  /// The register of the organisation, when there is one.
  public var structure: Source?
  /// The folder with texts that people write for the reports, from the project's folder.
  public var texts: String?
  /// The files with figures.
  public var sources: [Source]
  /// The templates that came back filled in.
  public var templates: [TemplateSource]
  /// The files with the figures of statements.
  public var statements: [StatementSource]
  /// The files with the figures of tables beside that of the areas.
  public var tables: [TableSource]
  /// Which items are internal, when the project says.
  public var internalItems: InternalItems?
  /// The register of areas that became others, when there is one.
  public var reorganisation: Source?
  /// The register of decisions about budgets, when there is one.
  public var decisions: Source?
  /// The savings task, when there is one.
  public var savings: SavingsDeclaration?
  /// The reports, in the order they are declared.
  public var reports: [ReportDefinition]

  /// Whom the reports are about.
  public struct Organisation: Hashable, Sendable {
    /// The code that files are named by.
    public let code: String
    /// The name that headings show.
    public let name: String
  }

  /// A file of the project and what is pinned about it.
  public struct Source: Hashable, Sendable {
    /// The file's path from the project's folder.
    public let file: String
    /// What is pinned about it.
    public let options: ReadingOptions
    /// Where the project file names it.
    public let place: Diagnostic.Location
    /// Where the keys of its mapping begin, counted from 1; `nil` when they stand in braces.
    public let keyColumn: Int?
    /// The area that it is about, with those below; `nil` when it may be about any.
    public var area: ReportDefinition.NamedArea?
  }

  /// A template that came back filled in.
  public struct TemplateSource: Hashable, Sendable {
    /// The file; that of a template without an area is about the organisation.
    public let source: Source
    /// What it asked for.
    public let series: Series
  }

  /// A file with the figures of a statement.
  public struct StatementSource: Hashable, Sendable {
    /// The statement, with the labels that the project gives it.
    public let statement: Statement
    /// The file.
    public let source: Source
  }

  /// A file with the figures of a table of its own, such as that of the investments.
  public struct TableSource: Hashable, Sendable {
    /// The name of the table; files of the same name are one table.
    public let name: String
    /// The file.
    public let source: Source
  }

  /// A savings task as it is declared.
  public struct SavingsDeclaration: Hashable, Sendable {
    /// What the task is called.
    public let title: String
    /// The year that it is for.
    public let year: Int
    /// The unit that the task is stated in.
    public let unit: MoneyUnit
    /// The amount to save.
    public let task: Savings.Amount
    /// The register of measures, when there is one yet.
    public let measures: Source?
    /// How it is divided over areas, the first one that counts and others to compare with.
    public let allocations: [Allocation]
    /// Where the project file states the task.
    public let place: Diagnostic.Location
  }

  /// A way of dividing a task as it is declared.
  public struct Allocation: Hashable, Sendable {
    /// The plan, without what is decided for single areas.
    public let plan: AllocationPlan
    /// The register of what is decided for single areas.
    public let limits: Source?
  }
}

extension Project {
  /// Whether the project names files with the figures of a section.
  /// - Parameter section: A section with a table of its own.
  /// - Returns: Whether it does.
  public func hasFiles(for section: ReportDefinition.Section) -> Bool {
    switch section {
    case .standard, .text: true
    case .statement(let own): statements.contains { $0.statement.name == own.name }
    case .table(let own): tables.contains { $0.name == own.name }
    }
  }
}
