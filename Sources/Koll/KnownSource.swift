internal import KollImport
internal import KollModel

/// What a project file states of a table: what was given, and what was found out.
struct KnownSource {
  let reading: TableReading
  let options: ReadingOptions
  /// What was found out of the bytes and of the table.
  let detected: [Detection]
  /// Whether the file has no other table.
  let isAlone: Bool

  /// The keys that take a value alone; a value that is not known is `nil`.
  /// - Parameter table: Which of the file's tables it is, when that is to be stated.
  /// - Returns: The keys with their values.
  func settings(_ table: Int?) -> [(key: String, value: String?)] {
    let columns = reading.table.layout.columns.filter(\.series.kind.isMoney)
    let unit = found("unit")
    let isUnitless = columns.contains { $0.scale.unit == nil }
    let layout = options.layout?.rawValue ?? found("layout")
    let optional: [(key: String, value: String?)] = [
      ("decimal-mark", options.decimalMark?.rawValue ?? found("decimal-mark")),
      ("parentheses", options.allowsParentheses ? "minus" : nil),
      ("layout", options.layout != nil || layout == "long" ? layout : nil),
      ("table", table.map(String.init)),
      ("year", options.year.map(String.init)),
      ("duplicates", options.duplicates == .add ? options.duplicates.rawValue : nil),
    ]
    return [
      ("encoding", options.encoding?.rawValue ?? found("encoding")),
      ("delimiter", options.delimiter.map(Delimiter.name) ?? found("delimiter")),
    ] + optional.filter { $0.value != nil } + (isUnitless || unit != nil ? [("unit", unit)] : [])
      + [("sign", reading.table.layout.sign?.rawValue)]
  }

  /// The pairs of names and what is said of them, each name once under its key.
  var pairs: [Pin] {
    var seen: Set<Pin.Subject> = []
    return (columns + rows + words).filter { pin in
      pin.name.map { seen.insert(Pin.Subject(key: pin.key, name: $0)).inserted } ?? false
    }
  }

  private func found(_ key: String) -> String? { detected.first { $0.setting == key }?.value }

  /// What columns are for: as it was given, else as their titles say it.
  private var columns: [Pin] {
    let given = options.columns.sorted { $0.key < $1.key }
      .map { Pin("columns", of: $0.key, $0.value.word) }
    let titles = Dictionary(grouping: reading.roles) { $0.title.comparedTitle }
    let told = reading.roles.filter { role in
      role.isSaid && titles[role.title.comparedTitle]?.count == 1
        && !options.columns.keys.contains { $0.comparedTitle == role.title.comparedTitle }
    }
    return given + told.map { Pin("columns", of: $0.title, $0.role.word) }
      + reading.pins.filter { $0.key == "columns" }
  }

  /// The parts of rows: as they were given, as sums have them, and as doubts were read.
  private var rows: [Pin] {
    let layout = reading.table.layout
    let labels = Set(
      (layout.rows.map(\.label) + reading.table.claims.map(\.label)).map(\.comparedTitle)
    )
    let given = options.rows.sorted { $0.key < $1.key }.filter { name, _ in
      // A name that the mapping has for another of the file's tables means nothing here.
      isAlone || labels.contains { name.comparedTitle.hasSuffix($0) }
    }
    return given.map { Pin("rows", of: $0.key, $0.value.rawValue) }
      + reading.sumsByFigures.map { Pin("rows", of: $0, RowRole.subtotal.rawValue) }
      + reading.pins.filter { $0.key == "rows" }
  }

  /// What words and accounts were given to mean.
  private var words: [Pin] {
    options.types.sorted { $0.key < $1.key }
      .map { Pin("types", of: $0.key, ColumnRole.series($0.value).word) }
      + options.accounts.sorted { $0.key < $1.key }
      .map { Pin("accounts", of: $0.key, $0.value.word) }
  }
}

extension Side {
  /// The side as a mapping writes it.
  fileprivate var word: String {
    switch self {
    case .cost: "kostnad"
    case .income: "intäkt"
    case .net: "netto"
    }
  }
}
