/// What import hands on of one table: facts, claims and the file's own layout.
public struct ImportedTable: Hashable, Sendable {
  /// The areas that facts and claims point at.
  public var areas: [AreaPath]
  /// The lines that facts point at; none where the source tells areas only.
  public var lines: [Line]
  /// The series that facts and claims point at.
  public var series: [Series]
  /// The figures, in the file's order.
  public var facts: [Fact]
  /// The figures that somebody else computed, in the file's order.
  public var claims: [Claim]
  /// The file's own rows and columns.
  public var layout: Layout
  /// What people say of the figures of rows, sums among them; what is said beside one figure alone
  /// stands in its ``Fact/comment``.
  public var remarks: [Remark] = []
  /// What a reader must know, such as text that stood where a figure was expected.
  public var notes: [Note]
  /// How many records with figures were read, stated totals included.
  public var recordCount: Int

  /// Creates a table.
  /// - Parameters:
  ///   - areas: The areas that facts and claims point at.
  ///   - lines: The lines that facts point at.
  ///   - series: The series that facts and claims point at.
  ///   - facts: The figures.
  ///   - claims: The figures that somebody else computed.
  ///   - layout: The file's own rows and columns.
  ///   - notes: What a reader must know.
  ///   - recordCount: How many records with figures were read.
  public init(
    areas: [AreaPath],
    lines: [Line] = [],
    series: [Series],
    facts: [Fact],
    claims: [Claim],
    layout: Layout,
    notes: [Note],
    recordCount: Int,
  ) {
    self.areas = areas
    self.lines = lines
    self.series = series
    self.facts = facts
    self.claims = claims
    self.layout = layout
    self.notes = notes
    self.recordCount = recordCount
  }
}
