public import KollModel

/// The reports that are built in, by what project files call them.
public enum ReportKind: String, Sendable, CaseIterable {
  /// A year's budget.
  case budget
  /// A month's follow-up.
  case month = "månadsuppföljning"
  /// The delårsrapport of a kommun or region.
  case interim = "delårsrapport"
  /// The delårsrapport of a nämnd.
  case committeeInterim = "delårsrapport nämnd"
  /// A year's outcome.
  case closing = "årsbokslut"
  /// A savings task and its measures.
  case savings = "besparingar"

  /// What a report of the kind is that declares no more.
  /// - Parameters:
  ///   - name: The name that its files get.
  ///   - unit: The unit that it shows.
  /// - Returns: The definition.
  public func definition(name: String, unit: MoneyUnit) -> ReportDefinition {
    ReportDefinition(
      name: name,
      title: title,
      year: nil,
      unit: unit,
      columns: columns,
      sections: [.standard(.about), .standard(.summary)] + parts
        + [.standard(.checks), .standard(.data), .standard(.sources)],
      materiality: materiality,
      requirement: requirement,
    )
  }

  private var title: String {
    switch self {
    case .budget: "Budget {year}"
    case .month: "Månadsuppföljning {period}"
    case .interim, .committeeInterim: "Delårsrapport {period}"
    case .closing: "Årsbokslut {year}"
    case .savings: "Besparingar {period}"
    }
  }

  private var columns: ReportDefinition.Columns {
    switch self {
    case .budget: .set(.budget, nil)
    case .month: .set(.month, nil)
    case .interim, .committeeInterim: .set(.operations, nil)
    case .closing: .set(.closing, nil)
    case .savings: .declared([])
    }
  }

  /// The sections between the summary and the controls.
  private var parts: [ReportDefinition.Section] {
    switch self {
    case .budget: [.standard(.table), .standard(.decisions), .standard(.deviations)]
    case .month: ReportDefinition.Section.followUp
    case .interim:
      [.events, .income(.incomeStatement), .balanceSheet] + ReportDefinition.Section.followUp
        + [.investments, .balanceRequirement(.balanceRequirement), .goodManagement, .goals]
        + [.outlook, .personnel, .sickness]
    case .committeeInterim:
      [.events, .committee] + ReportDefinition.Section.followUp
        + [.investments, .goals, .outlook, .personnel, .sickness]
    case .closing:
      [.events, .income(.closing), .balanceSheet, .standard(.table), .standard(.deviations)]
        + [.standard(.decisions), .standard(.savings), .investments]
        + [.balanceRequirement(.closing), .goodManagement, .goals, .outlook, .personnel]
        + [.sickness]
    case .savings: [.standard(.savings)]
    }
  }

  private var materiality: Materiality? {
    switch self {
    case .month, .interim, .committeeInterim, .closing: .usual
    case .budget, .savings: nil
    }
  }

  private var requirement: ReportDefinition.Requirement? {
    switch self {
    case .budget, .month, .closing, .savings: nil
    case .interim:
      .interim([
        .events, .income(.incomeStatement), .balanceSheet, .standard(.table), .investments,
        .balanceRequirement(.balanceRequirement), .goodManagement, .outlook,
      ])
    case .committeeInterim: .interim([])
    }
  }
}

extension ReportDefinition.Section {
  /// What follows up the areas, from the table to what is done about it.
  fileprivate static let followUp: [Self] = [
    .standard(.table), .standard(.deviations), .standard(.forecast), .standard(.months),
    .standard(.decisions), .standard(.savings),
  ]

  fileprivate static func income(_ columns: ColumnSet) -> Self {
    statement("resultaträkning", "Resultaträkning", .set(columns, nil))
  }

  fileprivate static func balanceRequirement(_ columns: ColumnSet) -> Self {
    statement("balanskravsutredning", "Balanskravsutredning", .set(columns, nil))
  }

  fileprivate static let balanceSheet = statement(
    "balansräkning",
    "Balansräkning",
    .set(.balanceSheet, nil),
  )
  fileprivate static let committee = statement(
    "nämndens resultaträkning",
    "Nämndens resultaträkning",
    .set(.committee, nil),
  )
  fileprivate static let investments = table(
    "investeringar",
    "Investeringar",
    .set(.investments, nil),
  )
  fileprivate static let goals = table("mål", "Mål för god ekonomisk hushållning", .own)
  fileprivate static let personnel = table("personal", "Personal", .own)
  fileprivate static let sickness = table("sjukfrånvaro", "Sjukfrånvaro", .own)

  fileprivate static let events = text("handelser", "Händelser av väsentlig betydelse")
  fileprivate static let goodManagement = text(
    "god-ekonomisk-hushallning",
    "God ekonomisk hushållning",
  )
  fileprivate static let outlook = text("forvantad-utveckling", "Förväntad utveckling")

  private static func text(_ name: String, _ title: String) -> Self {
    .text(
      ReportDefinition.TextSection(
        name: name,
        title: title,
        missing: .omit,
        place: Diagnostic.Location(file: "koll.yaml"),
      )
    )
  }

  private static func statement(
    _ name: String,
    _ title: String,
    _ columns: ReportDefinition.Columns,
  ) -> Self {
    .statement(ReportDefinition.OwnTable(name, title: title, columns: columns, missing: .omit))
  }

  private static func table(
    _ name: String,
    _ title: String,
    _ columns: ReportDefinition.Columns,
  ) -> Self {
    .table(ReportDefinition.OwnTable(name, title: title, columns: columns, missing: .omit))
  }
}
