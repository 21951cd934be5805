extension Diagnostic.Excerpt {
  /// The part that is meant.
  public var markedText: String {
    let scalars = Array(text.unicodeScalars)
    var part = String.UnicodeScalarView()
    part.append(contentsOf: scalars[marked.clamped(to: 0..<scalars.count)])
    return String(part)
  }
}

extension Diagnostic.Location {
  /// The place of a part of what this place marks.
  /// - Parameter part: The part, in scalars from the beginning of what is marked.
  /// - Returns: The narrower place, or this one when it marks nothing.
  public func narrowed(to part: Range<Int>) -> Diagnostic.Location {
    guard let excerpt, let column else { return self }
    let first = excerpt.marked.lowerBound + part.lowerBound
    let marked = first..<max(first + 1, excerpt.marked.lowerBound + part.upperBound)
    return Diagnostic.Location(
      file: file,
      line: line,
      column: column + part.lowerBound,
      excerpt: Diagnostic.Excerpt(text: excerpt.text, marked: marked),
    )
  }
}

extension Diagnostic {
  /// The same finding at a place that is named otherwise.
  /// - Parameter rename: Gives the place its new name.
  /// - Returns: The finding with its place renamed.
  public func relocated(_ rename: (Location) -> Location) -> Diagnostic {
    var relocated = self
    relocated.location = location.map(rename)
    return relocated
  }
}
