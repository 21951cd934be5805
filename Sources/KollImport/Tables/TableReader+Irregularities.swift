internal import KollModel

extension TableReader {
  /// Tells of what a slip of the hand leaves in a file and no figure contradicts.
  mutating func warnOfIrregularities(_ header: FoundHeader, rows: Range<Int>) {
    warnOfWidths(header, rows: rows)
    warnOfLoneFigures(rows)
  }

  /// Tells of lines with more separators than nearly all others, and of two header rows that are not
  /// equally wide: fields may stand in the wrong columns.
  private mutating func warnOfWidths(_ header: FoundHeader, rows: Range<Int>) {
    let expected = grid.width(header.lower)
    if let upper = header.upper, grid.width(upper) != expected {
      diagnostics.append(
        .width(grid.width(upper), expected: expected, at: grid.location(upper))
      )
    }
    if rows.allSatisfy({ grid.width($0) == expected }) { return }
    guard let usual = usualWidth(of: rows) else { return }
    for record in [header.lower] + rows where grid.width(record) > usual {
      let filled = grid.filled(record)
      guard filled.count > 1, let last = filled.last, last < usual else { continue }
      diagnostics.append(
        .width(grid.width(record), expected: usual, at: grid.location(record, usual))
      )
    }
  }

  /// How many fields at least half of the rows have that are not a single one.
  private func usualWidth(of rows: Range<Int>) -> Int? {
    var counts: [Int: Int] = [:]
    for record in rows where grid.width(record) > 1 { counts[grid.width(record), default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.flatMap { $0.value * 2 > counts.values.reduce(0, +) ? $0.key : nil }
  }

  /// Tells of lines that hold a number and nothing else.
  private mutating func warnOfLoneFigures(_ rows: Range<Int>) {
    for record in rows where grid.width(record) == 1 {
      guard case .number = grid.reading(record, 0) else { continue }
      diagnostics.append(.loneFigure(grid.text(record, 0), at: grid.location(record, 0)))
    }
  }

  /// Tells of titles with a word that may be a year with a digit too few, too many or mistyped.
  ///
  /// A mapping that says what such a column is for settles it.
  mutating func warnOfDamagedYears(_ header: FoundHeader, _ roles: [TableReading.TitledRole]) {
    let titles = columnTitles(header)
    let years = titles.filter { Series(reading: $0).year != nil }
    for (field, title) in titles.enumerated().dropFirst()
    where options.role(ofColumn: title) == nil {
      let series = Series(reading: title)
      guard series.year == nil, series.kind != .amount || !years.isEmpty,
        let word = title.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
          .first(where: \.looksLikeYear)
      else { continue }
      let same = roles.filter { $0.title.isSameTitle(as: title) }
      warn(
        .damagedYear(
          String(word),
          in: title,
          at: grid.location(header.upper ?? header.lower, field),
        ),
        pinnedBy: same.count == 1 && same[0].isSaid
          ? [Pin("columns", of: title, same[0].role.word)] : [],
      )
    }
  }

  /// Tells of words with characters that nobody sees: they make two names of what looks like one.
  ///
  /// Comes last, so that a cell that was refused for them is not told of twice.
  mutating func warnOfHiddenCharacters(_ records: Range<Int>) {
    guard hasHiddenCharacters else { return }
    for record in records {
      for field in 0..<grid.width(record) {
        let bytes = grid.records.bytes(record, field)
        guard bytes.contains(where: { $0 >= 0xC2 }) else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let hidden = text.unicodeScalars.first(where: \.isHidden) else { continue }
        let place = grid.location(record, field)
        if diagnostics.kept.contains(where: { $0.location == place }) { continue }
        diagnostics.append(.hidden(hidden, in: text, at: place))
      }
    }
  }
}

extension Substring {
  /// Whether the word is a year but for one character: `202`, `20211`, `2O21`, `O021`.
  fileprivate var looksLikeYear: Bool {
    let digits = count { $0.isASCII && $0.isNumber }
    let others = count - digits
    guard (3...5).contains(count), digits > 1,
      ["2", "0", "O", "o", "19"].contains(where: { hasPrefix($0) })
    else { return false }
    return others == 0 ? count != 4 : others == 1 && contains { "OolI".contains($0) }
  }
}

extension RecordBatch {
  /// Whether the bytes of a hidden character stand anywhere; without decoding, since few files have any.
  var hasHiddenCharacters: Bool {
    bytes.indices.contains { index in
      guard bytes[index] >= 0xC2, index + 1 < bytes.count else { return false }
      let last = index + 2 < bytes.count ? bytes[index + 2] : 0
      return switch (bytes[index], bytes[index + 1]) {
      case (0xC2, 0xAD): true
      case (0xE2, 0x80): last == 0x8B || 0x8E...0x8F ~= last || 0xAA...0xAE ~= last
      case (0xE2, 0x81): 0xA0...0xA9 ~= last
      case (0xEF, 0xBB): last == 0xBF
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character takes no room: a soft hyphen, a mark of direction or of byte order.
  ///
  /// What joins characters into one is not meant; it shows in what it makes of them.
  fileprivate var isHidden: Bool {
    switch self {
    case "\u{AD}", "\u{200B}", "\u{200E}"..."\u{200F}", "\u{202A}"..."\u{202E}",
      "\u{2060}"..."\u{2069}",
      "\u{FEFF}":
      true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func width(_ found: Int, expected: Int, at place: Location) -> Diagnostic {
    Diagnostic(
      .fieldCount,
      .warning,
      at: place,
      Phrase(
        sv: "raden har \(found) fält, de andra \(expected); fält kan stå i fel kolumn",
        en: "the line has \(found) fields, the others \(expected); fields may be in wrong columns",
      ),
      help: Phrase(
        sv: "räkna skiljetecknen på raden",
        en: "count the separators on the line",
      ),
    )
  }

  fileprivate static func loneFigure(_ value: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .fieldCount,
      .warning,
      at: place,
      value: value,
      Phrase(
        sv: "\"\(value)\" står ensamt på sin rad och räknas inte",
        en: "\"\(value)\" stands alone on its line and is not counted",
      ),
      help: Phrase(
        sv: "ta bort radbrytningen framför det, eller raden om den är ett sidnummer",
        en: "take away the line break before it, or the line if it is a page number",
      ),
    )
  }

  fileprivate static func damagedYear(
    _ word: String,
    in title: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .guessNotPinned,
      .warning,
      at: place,
      field: title,
      value: word,
      Phrase(
        sv: "\"\(word)\" i rubriken \"\(title)\" är inget år; kolumnen får inget",
        en: "\"\(word)\" in the title \"\(title)\" is no year; the column is given none",
      ),
      help: Phrase(
        sv: "skriv året med fyra siffror om det är ett, eller ange under columns vad kolumnen är",
        en:
          "write the year with four digits if it is one, or state under columns what the column is",
      ),
    )
  }

  fileprivate static func hidden(
    _ scalar: Unicode.Scalar,
    in value: String,
    at place: Location,
  ) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    let shown = value.unicodeScalars.map { $0.isHidden ? "·" : String($0) }.joined()
    return Diagnostic(
      .textGarbled,
      .warning,
      at: place,
      value: value,
      Phrase(
        sv: "\"\(shown)\" innehåller ett osynligt tecken, \(code), och skiljer sig från samma ord "
          + "utan det",
        en: "\"\(shown)\" holds an invisible character, \(code), and differs from the same words "
          + "without it",
      ),
      help: Phrase(sv: "ta bort tecknet", en: "take the character away"),
    )
  }
}
