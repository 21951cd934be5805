internal import KollModel

extension AreaPath {
  private static let unallocatedSuffix = ", ofördelat"

  /// The row of an area's own figures, among those of the areas below it.
  /// - Parameter name: The area's name.
  /// - Returns: The path of the row.
  func unallocated(of name: String) -> AreaPath {
    AreaPath(labels + [name + AreaPath.unallocatedSuffix])
  }

  /// The area itself, where this is the row of its own figures.
  var withoutUnallocated: AreaPath {
    guard let area = labels.dropLast().last, labels.last == area + AreaPath.unallocatedSuffix else {
      return self
    }
    return AreaPath(Array(labels.dropLast()))
  }

  /// Whether one of two areas is the other or a part of it.
  func isOnLine(with other: AreaPath) -> Bool {
    labels.starts(with: other.labels) || other.labels.starts(with: labels)
  }
}
