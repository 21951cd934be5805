internal import KollModel

/// What printed pages leave in a table: headings that go on, and sums carried over.
extension RowStructure {
  /// The rows with `KS, forts.` called `KS`, and those of them that only repeat the heading above.
  static func joiningPages(_ rows: [Row]) -> (rows: [Row], repeated: Set<Int>) {
    var joined = rows
    var repeated: Set<Int> = []
    var known: Set<String> = []
    var heading: String?
    for row in rows.indices {
      let deepest = rows[row].labels.lastIndex { !$0.isEmpty } ?? -1
      for level in rows[row].labels.indices where level < deepest || rows[row].isBlank {
        let label = rows[row].labels[level]
        guard let name = label.withoutContinuation(isKnown: { known.contains($0.lowercased()) })
        else { continue }
        joined[row].labels[level] = name
        guard level == deepest else { continue }
        if name.lowercased() == heading || heading == nil && known.contains(name.lowercased()) {
          repeated.insert(row)
        } else if joined[row].role == nil {
          joined[row].role = .heading
        }
      }
      for label in joined[row].labels where !label.isEmpty { known.insert(label.lowercased()) }
      if rows[row].isBlank, deepest >= 0 { heading = joined[row].labels[deepest].lowercased() }
    }
    return (joined, repeated)
  }

  /// The rows that pages carry over or may carry over, and whether they do.
  ///
  /// A page carries over the sum of all rows so far. With no row above, it is what the first page of
  /// the file begins with, and counts. `Transport` alone is an area unless its figures are that sum,
  /// or stand twice in a row.
  func rowsCarried() -> [Int: Bool] {
    var carried: [Int: Bool] = [:]
    var sums = ColumnSums(columns: rows.first?.figures.count ?? 0)
    var count = 0
    var latest: Int?
    for row in rows.indices where !rows[row].isBlank {
      if words[row].sum == .carried {
        carried[row] = count > 0
      } else if words[row].mayBeCarried {
        let isAgain = latest.map { rows[$0].figures == rows[row].figures } ?? false
        carried[row] = count > 1 && sums.equal(rows[row].figures) || count > 0 && isAgain
      }
      if carried[row] == true { latest = row } else { latest = nil }
      guard carried[row] != true, !words[row].isSum, !isLeftOut(row) else { continue }
      sums.add(rows[row].figures)
      count += 1
    }
    return carried
  }
}

extension ColumnSums {
  /// Whether a row's figures are the sums.
  func equal(_ figures: [Int64?]) -> Bool {
    figures.indices.allSatisfy { figures[$0].map { Int128($0) } == self[$0] }
  }
}

extension String {
  /// The name in a label that goes on with something from the page before: `KS` for `KS, forts.`
  /// and, when it is known, for `Forts. KS`; `nil` where the label says nothing of the kind.
  fileprivate func withoutContinuation(isKnown: (String) -> Bool) -> String? {
    guard utf8.count > 5, hasLetters("forts") else { return nil }
    let words = split(separator: " ")
    let mark = words.firstIndex { word in
      ["forts", "fortsättning"].contains(word.lowercased().filter(\.isLetter))
    }
    guard let mark else { return nil }
    let isFirst = mark == 0
    let rest = isFirst ? words.dropFirst() : words.prefix(mark)
    let end = rest.joined(separator: " ").lastIndex { $0.isLetter || $0.isNumber || $0 == ")" }
    guard let end else { return nil }
    let name = String(rest.joined(separator: " ")[...end])
    return isFirst && !isKnown(name) ? nil : name
  }
}
