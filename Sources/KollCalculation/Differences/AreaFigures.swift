public import KollModel

/// What one of two states of a project says of its areas in one series.
public struct AreaFigures: Hashable, Sendable {
  /// The areas that have a figure, each once, in the order of the areas.
  public var areas: [Area]
  /// The source rows that the figures come from; none where they are not compared.
  public var sourceRows: [SourceRow]

  /// An area with its figure.
  public struct Area: Hashable, Sendable {
    /// Where the area stands in the organisation.
    public var path: AreaPath
    /// The area's code, when it has one.
    public var code: String?
    /// The figure.
    public var amount: Money
    /// The lines that the figure stands on, file by file.
    public var lines: [AreaSources.Lines]

    /// Creates an area.
    /// - Parameters:
    ///   - path: Where the area stands in the organisation.
    ///   - code: The area's code.
    ///   - amount: The figure.
    ///   - lines: The lines that the figure stands on.
    public init(
      _ path: AreaPath,
      code: String? = nil,
      _ amount: Money,
      lines: [AreaSources.Lines] = [],
    ) {
      self.path = path
      self.code = code
      self.amount = amount
      self.lines = lines
    }
  }

  /// A row of a source, or a part of one, with the area that its figure is sent to.
  public struct SourceRow: Hashable, Sendable {
    /// What tells the row from others, in both states.
    public let identity: Identity
    /// The area that its figure is sent to.
    public let area: AreaPath
    /// The figure, or the area's part of it.
    public let amount: Money

    /// What tells a source's row from others.
    public enum Identity: Hashable, Sendable {
      /// The record, where the file is the same in both states.
      case record(Origin)
      /// What the file itself calls the row.
      case named(AreaPath, Line?)
    }

    /// Creates a row.
    /// - Parameters:
    ///   - identity: What tells the row from others.
    ///   - area: The area that its figure is sent to.
    ///   - amount: The figure, or the area's part of it.
    public init(_ identity: Identity, _ area: AreaPath, _ amount: Money) {
      self.identity = identity
      self.area = area
      self.amount = amount
    }
  }

  /// Creates figures.
  /// - Parameters:
  ///   - areas: The areas that have a figure, each once.
  ///   - sourceRows: The source rows that the figures come from.
  public init(_ areas: [Area], sourceRows: [SourceRow] = []) {
    self.areas = areas
    self.sourceRows = sourceRows
  }

  /// The areas of a table that have money in a column; sums and what belongs to no sum left out.
  /// - Parameters:
  ///   - table: The table.
  ///   - column: The column, as an index into the table's columns.
  ///   - depth: How many levels of areas are told apart; `nil` for all.
  ///   - code: The code of an area.
  /// - Throws: ``AmountOverflow`` when the sum of an area does not fit.
  public init(
    of table: ComputedTable,
    column: Int,
    toDepth depth: Int? = nil,
    code: (AreaPath) -> String? = { _ in nil },
  ) throws(AmountOverflow) {
    var areas: [Area] = []
    var places: [AreaPath: Int] = [:]
    for row in table.rows where row.role == .item {
      guard let amount = row.cells[column].value.money else { continue }
      let path = row.path.limited(toDepth: depth)
      if let place = places[path] {
        areas[place].amount = try areas[place].amount + amount
      } else {
        places[path] = areas.count
        areas.append(Area(path, code: code(path), amount))
      }
    }
    self.init(areas)
  }

  /// What all areas come to; `nil` when none has a figure.
  /// - Throws: ``AmountOverflow`` when the sum does not fit.
  public var total: Money? {
    get throws(AmountOverflow) { areas.isEmpty ? nil : try areas.map(\.amount).sum() }
  }
}

extension AreaPath {
  /// The area, or the one that it is part of at a depth.
  /// - Parameter depth: How many levels are told apart; `nil` for all.
  /// - Returns: The area.
  public func limited(toDepth depth: Int?) -> AreaPath {
    depth.map { AreaPath(Array(labels.prefix($0))) } ?? self
  }
}

extension [Money] {
  /// The amounts together.
  func sum() throws(AmountOverflow) -> Money {
    var sum = Money.zero
    for amount in self { sum = try sum + amount }
    return sum
  }
}
