/// Something that people say of figures, beside them in a file.
public struct Remark: Hashable, Sendable {
  /// The area whose figures it is about.
  public var area: AreaPath
  /// The words.
  public let text: String
  /// The series of the figures that it stands beside.
  public let series: [Series]
  /// Where it stands.
  public let origin: Origin

  /// Creates a remark.
  /// - Parameters:
  ///   - area: The area whose figures it is about.
  ///   - text: The words.
  ///   - series: The series of the figures that it stands beside.
  ///   - origin: Where it stands.
  public init(area: AreaPath, text: String, series: [Series], origin: Origin) {
    self.area = area
    self.text = text
    self.series = series
    self.origin = origin
  }
}
