public import KollModel

/// What a figure follows from that is not in its table: the way from a cell to what sources state.
public indirect enum FigureSource: Hashable, Sendable {
  /// What sources state of an area, or what follows for it from several series.
  case facts(of: AreaPath, SeriesFormula)
  /// The internal items of areas, in what sources state or what follows from it.
  case internalItems(InternalItems, of: [AreaPath], SeriesFormula)
  /// What a line of a source states of a series, for an area or as a sum.
  case stated(Series, at: Origin)
  /// A figure of a register or of the project's own file.
  case record(StatedRecord)
  /// Others added up.
  case sum([Term])
  /// One divided by another.
  case quotient(FigureSource, FigureSource)

  /// A part of a sum.
  public struct Term: Hashable, Sendable {
    /// What the part follows from.
    public let source: FigureSource
    /// Whether it is taken away instead of added.
    public let isSubtracted: Bool

    /// Creates a part.
    /// - Parameters:
    ///   - source: What the part follows from.
    ///   - isSubtracted: Whether it is taken away.
    public init(_ source: FigureSource, isSubtracted: Bool = false) {
      self.source = source
      self.isSubtracted = isSubtracted
    }
  }

  /// The figure and another.
  func adding(_ other: FigureSource) -> FigureSource {
    if case .sum(let terms) = self { return .sum(terms + [Term(other)]) }
    return .sum([Term(self), Term(other)])
  }

  /// The figure with the other sign.
  var turned: FigureSource { .sum([Term(self, isSubtracted: true)]) }
}

extension FigureSource? {
  /// The figure less another, where both are known.
  public func difference(_ other: FigureSource?) -> FigureSource? {
    guard let self, let other else { return nil }
    return .sum([FigureSource.Term(self), FigureSource.Term(other, isSubtracted: true)])
  }
}
