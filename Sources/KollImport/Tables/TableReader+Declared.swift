internal import KollModel

extension TableReader {
  /// Reports columns that are declared and that no header has.
  mutating func checkDeclaredColumns(_ headers: [FoundHeader]) {
    guard !options.columns.isEmpty, !headers.isEmpty else { return }
    let titles = headers.flatMap { columnTitles($0) }
    for name in options.columns.keys.sorted()
    where !titles.contains(where: { $0.isSameTitle(as: name) }) {
      let place = options.places[Pin.Subject(key: "columns", name: name)]
      diagnostics.append(
        .undeclared(name, among: titles, at: place ?? grid.location(headers[0].lower))
      )
    }
  }

  /// Keeps the words of types and the accounts that the rows have.
  mutating func keepNames(of body: LongBody, _ columns: LongColumns) {
    if let type = columns.type.flatMap({ columns.seriesFields.firstIndex(of: $0) }) {
      found["types"] = Set(body.statedSeries.keys.map { $0[type].comparedTitle })
    }
    found["accounts"] = Set(body.lines.values.compactMap(\.account))
  }

  /// Reports rows that are declared and that no table has, and tells of such words and accounts.
  mutating func checkDeclaredNames(isLong: Bool) {
    let rows = found["rows"] ?? []
    for name in options.rows.keys.sorted() where !rows.contains(name.comparedTitle) {
      let place = place(of: name, under: "rows")
      let nearest = name.comparedTitle.nearest(among: rows.sorted())
      diagnostics.append(
        isLong ? .rowOfLongTable(name, at: place) : .noSuchRow(name, nearest, at: place)
      )
    }
    let types = found["types"] ?? []
    for name in options.types.keys.sorted() where !types.contains(name.comparedTitle) {
      warnOfUnused("types", [name])
    }
    let accounts = found["accounts"] ?? []
    let stated = Dictionary(grouping: options.accounts.keys.sorted()) { code in
      options.places[Pin.Subject(key: "accounts", name: code)]
    }
    for codes in stated.values.sorted(by: { $0[0] < $1[0] })
    where !codes.contains(where: { code in accounts.contains { $0.hasPrefix(code) } }) {
      warnOfUnused("accounts", codes)
    }
  }

  /// Where a mapping names something; the file when that is not known.
  private func place(of name: String, under key: String) -> Diagnostic.Location {
    options.places[Pin.Subject(key: key, name: name)] ?? Diagnostic.Location(file: grid.file)
  }

  private mutating func warnOfUnused(_ key: String, _ names: [String]) {
    diagnostics.append(
      .unused(key, names, at: place(of: names[0], under: key), in: grid.file)
    )
  }
}

extension Diagnostic {
  fileprivate static func undeclared(
    _ name: String,
    among titles: [String],
    at place: Location,
  ) -> Diagnostic {
    let list = titles.filter { !$0.isEmpty }.joined(separator: ", ")
    return Diagnostic(
      .columnUnknown,
      at: place,
      value: name,
      Phrase(
        sv: "mappningen nämner kolumnen \"\(name)\", som filen inte har",
        en: "the mapping names column \"\(name)\", which the file does not have",
      ),
      help: name.nearest(among: titles).map {
        Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      } ?? Phrase(sv: "kolumnerna är: \(list)", en: "the columns are: \(list)"),
    )
  }

  fileprivate static func noSuchRow(
    _ name: String,
    _ nearest: String?,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      field: "rows",
      value: name,
      Phrase(
        sv: "mappningen nämner raden \"\(name)\", som filen inte har",
        en: "the mapping names row \"\(name)\", which the file does not have",
      ),
      help: nearest.map {
        Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      }
        ?? Phrase(
          sv: "skriv radens namn som det står i filen, eller ta bort paret",
          en: "write the row's name as the file has it, or take the pair away",
        ),
    )
  }

  fileprivate static func rowOfLongTable(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      field: "rows",
      value: name,
      Phrase(
        sv: "\"\(name)\" under rows betyder inget: filen har en rad för varje belopp",
        en: "\"\(name)\" under rows means nothing: the file has a row for each amount",
      ),
      help: Phrase(sv: "ta bort rows", en: "take rows away"),
    )
  }

  /// A warning, since a mapping serves several exports, and not all of them have every word.
  fileprivate static func unused(
    _ key: String,
    _ names: [String],
    at place: Location,
    in file: String,
  ) -> Diagnostic {
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      .projectValueInvalid,
      .warning,
      at: place,
      field: key,
      value: names[0],
      Phrase(
        sv: "\(key) nämner \(list), som inte finns i \(file)",
        en: "\(key) names \(list), which \(file) does not have",
      ),
      help: Phrase(
        sv: "kontrollera stavningen; ta bort paret om det inte behövs",
        en: "check the spelling; take the pair away if it is not needed",
      ),
    )
  }
}
