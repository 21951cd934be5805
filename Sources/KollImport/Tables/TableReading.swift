public import KollModel

/// A table as it was read, with how it was understood.
public struct TableReading: Sendable {
  /// The table.
  public let table: ImportedTable
  /// What was detected of the table, each with its reason.
  public let detected: [Detection]
  /// Why each column is taken for what it is, in the layout's order.
  public let columnReasons: [Phrase]
  /// What the file's columns are for, as a mapping would say it; those without a title left out.
  public let roles: [TitledRole]
  /// What a mapping may state so that nothing about the rows, columns and numbers is a guess.
  public let pins: [Pin]

  /// The labels of rows that are sums although no word says so for certain, each once.
  public var sumsByFigures: [String] {
    var seen: Set<String> = []
    return table.claims.compactMap { claim in
      guard case .rows = claim.coverage, !RowWords(claim.label).isSum,
        seen.insert(claim.label).inserted
      else { return nil }
      return claim.label
    }
  }

  /// A column's title and what the column is for.
  public struct TitledRole: Hashable, Sendable {
    /// The title as the header has it, white space collapsed.
    public let title: String
    /// What the column is for.
    public let role: ColumnRole
  }
}

extension TableReading.TitledRole {
  /// Whether the role's word says all of it: not that of money without a kind, which is read by its
  /// title, nor that of a column that is told apart from another of its series.
  package var isSaid: Bool {
    guard case .series(let series) = role else { return true }
    if series.kind.isFollowedUp { return ColumnRole(reading: role.word) == role }
    return series.kind != .amount
  }
}
