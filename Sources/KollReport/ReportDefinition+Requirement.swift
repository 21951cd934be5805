public import KollModel

extension ReportDefinition {
  /// What the law asks of a report about a part of the year.
  public struct Requirement: Hashable, Sendable {
    /// How many months it may cover.
    public let months: ClosedRange<Int>
    /// What a report that covers others is called: of it nothing is asked.
    public let otherTitle: String
    /// The parts that it must have, whatever a project leaves out.
    public let parts: [Section]

    /// A kommun's or region's delårsrapport.
    ///
    /// Source: lag (2018:597) om kommunal bokföring och redovisning, 13 kap.; RKR R17.
    static func interim(_ parts: [Section]) -> Requirement {
      Requirement(months: 6...8, otherTitle: "Månadsuppföljning {period}", parts: parts)
    }
  }

  /// What stands in a title for the time that the report is about, and for its year.
  private static let (periodMark, yearMark) = ("{period}", "{year}")

  /// The report as it is for a time, which its title says.
  ///
  /// Where the law asks nothing of a report about that time or of whom it is about, what is missing is
  /// left out; about another time it is called something else.
  /// - Parameters:
  ///   - period: The time.
  ///   - fiscalYear: Which months a year has.
  ///   - isOfWhole: Whether it is about the organisation, and not about an area of it.
  /// - Returns: The definition.
  public func about(
    _ period: ReportPeriod,
    in fiscalYear: FiscalYear,
    isOfWhole: Bool,
  ) -> ReportDefinition {
    var report = self
    let months = period.months(of: fiscalYear)?.months.count ?? 0
    if let requirement {
      let isInterim = requirement.months.contains(months)
      if !isInterim { report.title = requirement.otherTitle }
      if !isInterim || !isOfWhole {
        report.sections = sections.map { requires($0) ? $0.when(missing: .omit) : $0 }
        report.requirement = nil
      }
    }
    let words = period.words(in: fiscalYear)
    report.title = report.title.replacing(ReportDefinition.periodMark, with: words)
      .replacing(ReportDefinition.yearMark, with: String(period.year))
    return report
  }

  /// Whether the law requires a section, under whatever heading.
  /// - Parameter section: The section.
  /// - Returns: Whether it does.
  public func requires(_ section: Section) -> Bool {
    requirement?.parts.contains { $0.isSamePart(as: section) } ?? false
  }

  /// The report with all that the law requires: a part that is not among the sections comes last,
  /// and one without figures says so.
  public var withRequiredParts: ReportDefinition {
    var report = self
    report.sections = sections.map { section in
      requires(section) && section.missing == .omit ? section.when(missing: .say) : section
    }
    for part in requirement?.parts ?? [] where !sections.contains(where: part.isSamePart(as:)) {
      report.sections.append(part.when(missing: .say))
    }
    return report
  }
}

extension ReportDefinition.Section {
  /// Whether another section shows the same, in whatever columns.
  fileprivate func isSamePart(as other: Self) -> Bool {
    switch (self, other) {
    case (.statement(let own), .statement(let other)), (.table(let own), .table(let other)):
      own.name == other.name
    case (.text(let own), .text(let other)): own.name == other.name
    case (.standard, _), (.statement, _), (.table, _), (.text, _): self == other
    }
  }

  /// What becomes of the section where there is nothing for it.
  fileprivate var missing: ReportDefinition.Missing? {
    switch self {
    case .standard: nil
    case .statement(let own), .table(let own): own.missing
    case .text(let text): text.missing
    }
  }

  /// The section with another answer to what becomes of it where there is nothing.
  fileprivate func when(missing: ReportDefinition.Missing) -> Self {
    switch self {
    case .standard:
      return self
    case .statement(var own):
      own.missing = missing
      return .statement(own)
    case .table(var own):
      own.missing = missing
      return .table(own)
    case .text(var text):
      text.missing = missing
      return .text(text)
    }
  }
}
