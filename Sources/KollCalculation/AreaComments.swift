public import KollModel

/// What people say of the figures of areas, in columns of comments.
///
/// They stand beside a row's figures, or where each amount has a row of its own, beside a forecast.
/// Remarks on bookings are about those alone.
public struct AreaComments: Hashable, Sendable {
  /// What is said, in the order of the files.
  public private(set) var comments: [Remark] = []

  /// Gathers the comments of tables.
  /// - Parameter tables: The tables.
  public init(of tables: [ImportedTable]) {
    for table in tables {
      for fact in table.facts {
        let series = table.series[fact.series]
        guard series.kind == .forecast, let text = fact.comment else { continue }
        let area = table.areas[fact.area]
        add(Remark(area: area, text: text, series: [series], origin: fact.origin))
      }
      for remark in table.remarks { add(remark) }
    }
  }

  private mutating func add(_ comment: Remark) {
    // Where nothing is to be said people write a dash.
    let saysNothing = comment.text.allSatisfy { "-‐‑–—−".contains($0) || $0.isWhitespace }
    if !saysNothing, comments.last != comment { comments.append(comment) }
  }

  /// What is said of an area's figures in a report: of its own, or where nothing is, of those below.
  /// - Parameters:
  ///   - area: The area.
  ///   - period: The time of the report. What is said of later forecasts is not known yet.
  /// - Returns: The comments, for each area those on the newest forecast alone.
  public func comments(on area: AreaPath, in period: ReportPeriod) -> [Said] {
    let past = newest(of: comments.filter { $0.area.isPart(of: area) }, in: period)
    let own = past.filter { $0.comment.area == area }
    return own.isEmpty ? past : own
  }

  /// What is said of all figures in a report, for each area those on the newest forecast alone.
  /// - Parameter period: The time of the report.
  /// - Returns: The comments.
  public func comments(in period: ReportPeriod) -> [Said] { newest(of: comments, in: period) }

  private func newest(of comments: [Remark], in period: ReportPeriod) -> [Said] {
    let known = comments.filter { $0.series.contains { $0.year == period.year } }
      .map { Said(comment: $0, round: $0.round(of: period.year)) }
    let past = known.filter { said in
      guard let round = said.round, let month = period.month else { return true }
      return round <= month
    }
    let rounds = past.compactMap { said in said.round.map { (said.comment.area, $0) } }
    let newest = Dictionary(rounds, uniquingKeysWith: max)
    return past.filter { $0.round == nil || $0.round == newest[$0.comment.area] }
  }

  /// A comment and the month of the forecast that it is about.
  public struct Said: Hashable, Sendable {
    /// The comment.
    public let comment: Remark
    /// The month that the forecast was made in, when it is known.
    public let round: Month?
  }
}

extension Remark {
  /// The month of the newest forecast of a year that it stands beside; `nil` when it stands beside
  /// none whose month is known.
  fileprivate func round(of year: Int) -> Month? {
    series.filter { $0.kind == .forecast && $0.year == year }.compactMap(\.round).max()
  }
}
