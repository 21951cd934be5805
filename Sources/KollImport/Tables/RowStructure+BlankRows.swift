internal import KollModel

extension RowStructure {
  /// Tells headings, areas without figures and notes apart among the rows without figures.
  ///
  /// A row without figures begins a group where no area stands open above it: first, below a sum,
  /// or below another group's rows under a heading. Among areas it is one of them, unless a sum
  /// shows that it has rows of its own.
  mutating func readBlankRows() {
    let lastWithFigures = rows.lastIndex { !$0.isBlank } ?? -1
    let isStyleOfHeadings = hasSeveralHeadings(before: lastWithFigures)
    let nextSums = nextSums
    var heading: Int?
    var isOpen = false
    for row in rows.indices where !repeatedHeadings.contains(row) {
      guard rows[row].isBlank else {
        if words[row].endsRows { heading = nil }
        if words[row].sum != .carried { isOpen = !words[row].isSum }
        continue
      }
      if rows[row].role == .heading || leadsDown(row) {
        headings.insert(row)
        heading = row
      } else if rows[row].role == .item {
        unfigured.insert(row)
      } else if row > lastWithFigures || rows[row].isAlone && !isHeadingAlone(row) {
        notes.insert(row)
      } else if words[row].isPart || isWithoutRows(row, isOpen: isOpen)
        || isInside(heading, nextSum: nextSums[row])
          && !isAmongSubheadings(row, heading, nextSums[row])
      {
        unfigured.insert(row)
      } else if isOpen, heading == nil, !rows[row].isAlone, !isStyleOfHeadings,
        !hasOwnSum(row, nextSums[row])
      {
        unfigured.insert(row)
        doubtful.append(row)
      } else {
        headings.insert(row)
        heading = row
      }
    }
  }

  /// Whether the labels of the next row stand inside the row's own.
  private func leadsDown(_ row: Int) -> Bool {
    row + 1 < rows.count && paths[row + 1].count > paths[row].count
      && paths[row + 1].starts(with: paths[row])
  }

  /// Whether all rows between a heading and its sum stand under rows without figures, several of
  /// them, and some with more than one row.
  private func isAmongSubheadings(_ row: Int, _ heading: Int?, _ nextSum: Int?) -> Bool {
    guard let heading, let nextSum, rows[heading + 1].isBlank else { return false }
    let inside = heading + 1..<nextSum
    let blanks = inside.filter { rows[$0].isBlank }
    let ends = blanks.dropFirst() + [nextSum]
    let counts = zip(blanks, ends).map { $1 - $0 - 1 }
    return counts.count > 1 && !counts.contains(0) && counts.contains { $0 > 1 }
  }

  /// Whether several rows without figures each have at least two rows below.
  private func hasSeveralHeadings(before last: Int) -> Bool {
    let blanks = rows.indices.prefix(max(0, last)).filter { rows[$0].isBlank && !rows[$0].isAlone }
    return blanks.count > 1
      && blanks.allSatisfy { blank in
        let next = rows.indices.suffix(from: blank + 1).prefix(2)
        return next.count == 2 && next.allSatisfy { !rows[$0].isBlank && !words[$0].isSum }
      }
  }

  /// Whether a line of words alone names what stands below it, and is no remark.
  private func isHeadingAlone(_ row: Int) -> Bool {
    let next = row + 1
    return next < rows.count && !rows[next].isAlone && !words[next].isSum && !label(row).isRemark
  }

  /// Whether a sum follows directly, or another row without figures while areas stand open.
  private func isWithoutRows(_ row: Int, isOpen: Bool) -> Bool {
    guard !rows[row].isAlone, row + 1 < rows.count else { return false }
    return rows[row + 1].isBlank ? isOpen && !rows[row + 1].isAlone : words[row + 1].endsRows
  }

  /// Whether the next sum is called by the name of the heading above: then all until there is its.
  private func isInside(_ heading: Int?, nextSum: Int?) -> Bool {
    guard let heading, let sum = nextSum else { return false }
    return words[sum].subject.lowercased() == label(heading).lowercased()
  }

  /// Whether the next sum is that of the rows below a row without figures, by name or by figures.
  private func hasOwnSum(_ row: Int, _ nextSum: Int?) -> Bool {
    guard let sum = nextSum else { return false }
    if words[sum].subject.lowercased() == label(row).lowercased() { return true }
    let block = rows[row + 1..<sum]
    guard block.count > 1, block.allSatisfy({ !$0.isBlank }) else { return false }
    var sums = ColumnSums(columns: rows[sum].figures.count)
    for part in block { sums.add(part.figures) }
    return rows[sum].figures.indices.allSatisfy { column in
      rows[sum].figures[column].map { Int128($0) } == sums[column]
    }
  }

  /// The next sum with figures below each row.
  private var nextSums: [Int?] {
    var next: Int?
    let reversed = rows.indices.reversed().map { row in
      defer { if words[row].endsRows, !rows[row].isBlank { next = row } }
      return next
    }
    return reversed.reversed()
  }
}

extension String {
  /// Whether words alone on a line read as a remark and not as a name.
  fileprivate var isRemark: Bool {
    let starts = ["källa", "not", "anm", "kommentar", "forts", "belopp", "obs"]
    let first = lowercased().split { !$0.isLetter }.first ?? ""
    return count > 60 || last == "." || self.first.map { "*¹²³0123456789(".contains($0) } == true
      || starts.contains { first.hasPrefix($0) }
  }
}
