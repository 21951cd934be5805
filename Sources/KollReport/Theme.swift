/// How an organisation's documents look: its graphic profile.
public struct Theme: Hashable, Sendable {
  /// The font's family; the exporter's own without one.
  public var font: String?
  /// The colour of titles, headers and charts; the exporter's own without one.
  public var colour: Colour?
  /// The organisation's mark, which stands at the top.
  public var logo: Picture?

  /// Creates a theme; one without anything leaves the look to the exporter.
  /// - Parameters:
  ///   - font: The font's family.
  ///   - colour: The colour of titles, headers and charts.
  ///   - logo: The organisation's mark.
  public init(font: String? = nil, colour: Colour? = nil, logo: Picture? = nil) {
    self.font = font
    self.colour = colour
    self.logo = logo
  }
}
