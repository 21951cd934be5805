extension String {
  /// The text as a cell can hold it: without zero bytes, which end a C string, and without the
  /// scalars that no XML file may hold.
  var cellText: String {
    guard unicodeScalars.contains(where: { $0.isForbiddenInCells }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isForbiddenInCells }))
  }

  /// The text as names, properties and headers can hold it: on one line, without control
  /// characters and without marks that turn the direction of what follows.
  var singleLine: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isForbiddenInCells && !scalar.turnsDirection {
      result.append(scalar.endsLineOrControls ? " " : scalar)
    }
    return String(result).trimmed
  }

  /// The text without blanks at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The text, or its longest beginning of whole characters that fits together with an ellipsis.
  /// - Parameter limit: The most UTF-16 units, above 0.
  /// - Returns: A text of at most so many units.
  func shortened(toUTF16 limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var units = 0
    var end = startIndex
    while end < endIndex {
      let next = index(after: end)
      units += self[end..<next].utf16.count
      if units > limit - 1 { break }
      end = next
    }
    return self[..<end] + "\u{2026}"
  }
}

extension Unicode.Scalar {
  fileprivate var isForbiddenInCells: Bool {
    value == 0 || value == 0xFFFE || value == 0xFFFF
  }

  fileprivate var turnsDirection: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  fileprivate var endsLineOrControls: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
