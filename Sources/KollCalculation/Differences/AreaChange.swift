public import KollModel

/// What became of an area's figure from one state of a project to another.
public struct AreaChange: Hashable, Sendable {
  /// Where the area stands; where it stood, when it is gone.
  public let area: AreaPath
  /// What happened.
  public let kind: Kind
  /// The figure before; `nil` where there was none.
  public let before: Money?
  /// The figure after; `nil` where there is none.
  public let after: Money?
  /// How much more the figure is, one that is absent counted as nothing.
  public let amount: Money
  /// The lines that the figure stood on.
  public let linesBefore: [AreaSources.Lines]
  /// The lines that the figure stands on.
  public let linesAfter: [AreaSources.Lines]

  /// What happened to an area's figure.
  public enum Kind: Hashable, Sendable {
    /// The figure is another.
    case changed
    /// There was no figure, and there is one.
    case new
    /// There was a figure, and there is none.
    case gone
    /// The area stood elsewhere, or had another name.
    case moved(from: AreaPath)
    /// The same rows of the sources are sent to other areas, or come from others, which are named.
    case remapped([AreaPath])
  }
}
