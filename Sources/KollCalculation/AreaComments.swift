public import KollModel

/// What people say of the figures of areas, in columns of comments.
///
/// They stand beside a row's figures, or where each amount has a row of its own, beside a forecast.
/// Remarks on bookings are about those alone.
public struct AreaComments: Hashable, Sendable {
  /// What is said, in the order of the files.
  public private(set) var comments: [Comment] = []

  /// Something that is said of an area's figures.
  public struct Comment: Hashable, Sendable {
    /// The area.
    public let area: AreaPath
    /// The words.
    public let text: String
    /// The series of the figures that it stands beside.
    public let series: [Series]
    /// Where it stands.
    public let origin: Origin

    /// The month of the newest forecast of a year that it stands beside; `nil` when it stands beside
    /// none whose month is known.
    fileprivate func round(of year: Int) -> Month? {
      series.filter { $0.kind == .forecast && $0.year == year }.compactMap(\.round).max()
    }
  }

  /// Gathers the comments of tables.
  /// - Parameter tables: The tables.
  public init(of tables: [ImportedTable]) {
    for table in tables {
      for fact in table.facts {
        let series = table.series[fact.series]
        guard series.kind == .forecast, let text = fact.comment else { continue }
        add(text, on: table.areas[fact.area], about: [series], fact.origin)
      }
      let columns = table.layout.columns.filter(\.isComment)
      for row in table.layout.rows {
        guard let origin = row.origin else { continue }
        for column in columns {
          guard let text = row.texts[column.series] else { continue }
          add(text, on: row.area, about: table.series, origin)
        }
      }
    }
  }

  private mutating func add(
    _ text: String,
    on area: AreaPath,
    about series: [Series],
    _ origin: Origin,
  ) {
    let comment = Comment(area: area, text: text, series: series, origin: origin)
    if comments.last != comment { comments.append(comment) }
  }

  /// What is said of an area's figures in a report: of its own, or where nothing is, of those below.
  /// - Parameters:
  ///   - area: The area.
  ///   - period: The time of the report. What is said of later forecasts is not known yet.
  /// - Returns: The comments, for each area those on the newest forecast alone.
  public func comments(on area: AreaPath, in period: ReportPeriod) -> [Said] {
    let known = comments.filter { comment in
      comment.area.isPart(of: area) && comment.series.contains { $0.year == period.year }
    }.map { Said(comment: $0, round: $0.round(of: period.year)) }
    let past = known.filter { said in
      guard let round = said.round, let month = period.month else { return true }
      return round <= month
    }
    let own = past.filter { $0.comment.area == area }
    let said = own.isEmpty ? past : own
    return said.filter { one in
      let rounds = said.filter { $0.comment.area == one.comment.area }.compactMap(\.round)
      return one.round == nil || one.round == rounds.max()
    }
  }

  /// A comment and the month of the forecast that it is about.
  public struct Said: Hashable, Sendable {
    /// The comment.
    public let comment: Comment
    /// The month that the forecast was made in, when it is known.
    public let round: Month?
  }
}
