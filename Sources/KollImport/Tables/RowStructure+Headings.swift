internal import KollModel

/// The headings that rows stand under, one inside the other.
extension RowStructure {
  /// The headings that are open at a row, the widest first.
  struct OpenHeadings {
    var rows: [Int] = []

    /// Opens a heading, inside those that go on behind it.
    mutating func open(_ heading: Int, in structure: RowStructure) {
      while let last = rows.last, !structure.encloses(last, heading) { rows.removeLast() }
      rows.append(heading)
    }

    /// Closes the heading that a sum is called by, or else the innermost that no later sum is.
    mutating func close(at sum: Int, in structure: RowStructure) {
      if let named = rows.lastIndex(where: { structure.sumOfHeading[$0] == sum }) {
        rows.removeSubrange(named...)
      } else if let last = rows.last, structure.sumOfHeading[last].map({ $0 < sum }) ?? true {
        rows.removeLast()
      }
    }
  }

  /// The first sum below each heading that is called by its name.
  func sumsOfHeadings() -> [Int: Int] {
    var named: [String: Int] = [:]
    var sums: [Int: Int] = [:]
    for row in rows.indices.reversed() {
      if headings.contains(row) {
        sums[row] = named[label(row).withoutOutline]
      } else if words[row].endsRows, !rows[row].isBlank {
        named[words[row].subject.withoutOutline] = row
      }
    }
    return sums
  }

  /// Whether a heading goes on behind another one below it: that is a label inside its own, or its
  /// sum comes last.
  private func encloses(_ outer: Int, _ inner: Int) -> Bool {
    if isInside(inner, outer) { return true }
    guard let end = sumOfHeading[outer], inner < end else { return false }
    return sumOfHeading[inner].map { $0 < end } ?? true
  }

  /// Whether a row's own labels say that it stands inside another.
  private func isInside(_ inner: Int, _ outer: Int) -> Bool {
    paths[inner].count > paths[outer].count && paths[inner].starts(with: paths[outer])
  }

  /// What the headings above a row put before its own labels.
  func prefix(of row: Int, under open: OpenHeadings) -> [String] {
    open.rows.filter { !isInside(row, $0) }.map { label($0) }
  }
}

extension String {
  /// The name in small letters without the number or letter of an outline: `A`, `II`, `1.2`.
  var withoutOutline: String {
    let words = split(separator: " ")
    guard words.count > 1, let first = words.first else { return lowercased() }
    let number = first.last == "." || first.last == ")" ? first.dropLast() : first
    let isOutline =
      number.allSatisfy { "IVX".contains($0) }
      || number.count == 1 && number.first?.isUppercase == true
      || number.allSatisfy { $0.isNumber || $0 == "." }
    return isOutline ? words.dropFirst().joined(separator: " ").lowercased() : lowercased()
  }
}
