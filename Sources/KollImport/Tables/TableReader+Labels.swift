internal import KollModel

extension TableReader {
  /// One level of labels: a column of names, or of codes, or one of each that are one label.
  struct LabelColumn {
    /// The field with the codes of the names, when there is one.
    var code: Int?
    /// The field with the names, or with codes that have none.
    var name: Int

    /// The fields in the order in which they make the label.
    var fields: [Int] { [code, name].compactMap(\.self) }
  }

  /// The columns of labels, the widest area's first; a code column and its name column are one.
  func labelColumns(_ titles: [String], width: Int, rows: Range<Int>) -> [LabelColumn] {
    var columns: [LabelColumn] = []
    var fields = labelFields(titles, width: width, rows: rows)[...]
    while let field = fields.popFirst() {
      guard let next = fields.first else {
        columns.append(LabelColumn(name: field))
        break
      }
      if holds(field, codesOf: next, titles, rows) {
        columns.append(LabelColumn(code: field, name: next))
        fields.removeFirst()
      } else if titles[next].isTitle(ofCodesFor: titles[field]),
        holds(next, codesOf: field, titles, rows)
      {
        columns.append(LabelColumn(code: next, name: field))
        fields.removeFirst()
      } else {
        columns.append(LabelColumn(name: field))
      }
    }
    return columns
  }

  /// What a level of labels is called: by its names, or by its codes where the names' title only
  /// says that it is theirs, as `Kst namn` does.
  func title(of column: LabelColumn, _ titles: [String]) -> String {
    let name = titles[column.name].withoutUnitStatement
    guard let code = column.code.map({ titles[$0].withoutUnitStatement }) else { return name }
    return !code.isEmpty && name.hasPrefix(code) || name.isEmpty ? code : name
  }

  /// The leading columns that hold words or codes and state no series.
  private func labelFields(_ titles: [String], width: Int, rows: Range<Int>) -> [Int] {
    let declared = titles.indices.filter { options.role(ofColumn: titles[$0]) == .area }
    if !declared.isEmpty { return declared }
    let fields = (1..<max(1, width - 1)).prefix { field in
      let title = titles[field]
      return options.role(ofColumn: title) == nil && !Series(reading: title).tellsKindOrYear
        && !holdsUnits(field, title, rows)
        && (title.namesCode || title == AreaPath.title(ofLevel: field + 1)
          || holdsNames(field, titles, rows) || holdsCodesOfNext(field, titles, rows))
    }
    return [0] + fields
  }

  /// Whether a column holds words that are no remarks; `Text` behind codes is what they stand for.
  private func holdsNames(_ field: Int, _ titles: [String], _ rows: Range<Int>) -> Bool {
    guard isWords(field, rows) else { return false }
    return !titles[field].namesText
      || titles[field].namesWords(ofCodesIn: titles[field - 1]) && !isWords(field - 1, rows)
  }

  /// Whether a column of numbers stands before the column of what they are the codes of.
  private func holdsCodesOfNext(_ field: Int, _ titles: [String], _ rows: Range<Int>) -> Bool {
    let next = field + 1
    return next < titles.count && titles[field].namedKindOfNumber == nil
      && titles[next].namesWords(ofCodesIn: titles[field]) && isWords(next, rows)
  }

  /// Whether a column holds the codes of the names in another, one for each.
  private func holds(
    _ codes: Int,
    codesOf names: Int,
    _ titles: [String],
    _ rows: Range<Int>,
  ) -> Bool {
    guard titles[codes].namesCode || !isWords(codes, rows), isWords(names, rows) else {
      return false
    }
    var pairs: Set<[String]> = []
    for record in rows.prefix(TableReader.comparedRows) {
      let pair = [grid.text(record, codes), grid.text(record, names)]
      if !pair.contains(""), !RowWords(pair[1]).isSum { pairs.insert(pair) }
    }
    let counts = (Set(pairs.map(\.[0])).count, Set(pairs.map(\.[1])).count)
    // A bare `Kod` is that of the name behind it, also where areas share a name. A slip of the hand
    // makes no level of its own.
    let isBare = codes < names && titles[codes].isBareTitleOfCodes
    let fewest = isBare ? counts.0 : min(counts.0, counts.1)
    return pairs.count * 10 <= fewest * 11
  }

  /// How many rows are compared to find out whether codes and names belong together.
  private static let comparedRows = 2_000

  /// Whether most of a column's cells are words.
  func isWords(_ field: Int, _ rows: Range<Int>) -> Bool {
    var words = 0
    var others = 0
    for record in rows {
      switch grid.reading(record, field) {
      case .empty: break
      case .text: words += 1
      case .malformed where grid.text(record, field).hasWord: words += 1
      case .number, .malformed: others += 1
      }
    }
    return words > others * 4
  }
}

extension String {
  /// Whether there is a word as in a name with a code before it: of three letters, or of capitals.
  fileprivate var hasWord: Bool {
    split { !$0.isLetter }.contains {
      $0.count > 2 || $0.count == 2 && $0.allSatisfy(\.isUppercase)
    }
  }

  /// Whether the title says no more than that the column holds codes.
  fileprivate var isBareTitleOfCodes: Bool {
    ["kod", "nr", "nummer", "id", "code"].contains(lowercased())
  }

  /// Whether a column of the title, behind a column of names, holds their codes: `Nämndkod`, `Kod`.
  fileprivate func isTitle(ofCodesFor names: String) -> Bool {
    guard let word = lowercased().split(whereSeparator: { !$0.isLetter }).first,
      let ending = ["kod", "nr", "nummer", "id"].first(where: word.hasSuffix)
    else { return false }
    return names.lowercased().hasPrefix(word.dropLast(ending.count))
  }
}
