public import KollModel

/// What people wrote for a report.
public struct ReportTexts: Sendable {
  /// The summary that stands instead of the one that Koll makes of the tables.
  public var summary: WrittenText?
  /// The texts of sections, by the sections' places.
  public var sections: [Int: WrittenText]
  /// What managers write about areas that a report tells of, by the areas' places in its tables.
  public var comments: [AreaPath: WrittenText]
  /// The codes by which the texts may name areas, by the areas' places in the report's tables.
  public var codes: [AreaPath: String]

  /// Takes texts.
  /// - Parameters:
  ///   - summary: The summary that stands instead of the one that Koll makes of the tables.
  ///   - sections: The texts of sections, by the sections' places.
  ///   - comments: What managers write about areas that a report tells of.
  ///   - codes: The codes by which the texts may name areas.
  public init(
    summary: WrittenText? = nil,
    sections: [Int: WrittenText] = [:],
    comments: [AreaPath: WrittenText] = [:],
    codes: [AreaPath: String] = [:],
  ) {
    self.summary = summary
    self.sections = sections
    self.comments = comments
    self.codes = codes
  }
}
