public import KollModel

extension TableDefinition {
  /// The same rows with the columns that are declared, whatever order they name each other in.
  /// - Parameter declarations: The columns in the order to show them.
  /// - Returns: The definition, and a finding for each declaration that cannot be followed.
  public func declaring(
    _ declarations: [ColumnDeclaration]
  ) -> (definition: TableDefinition, diagnostics: [Diagnostic]) {
    var resolution = ColumnResolution(declarations, of: self)
    resolution.resolveSeries()
    resolution.resolveExpressions()
    var definition = self
    definition.columns = resolution.columns.compactMap(\.self)
    definition.columns.makeNamesUnique()
    return (definition, resolution.diagnostics)
  }
}

/// The looking up of declared columns, one after the other until none is left.
private struct ColumnResolution {
  let declarations: [ColumnDeclaration]
  let available: TableDefinition
  /// The columns found so far, in the places that they are declared in.
  var columns: [TableColumn?]
  var diagnostics: [Diagnostic] = []

  init(_ declarations: [ColumnDeclaration], of available: TableDefinition) {
    self.declarations = declarations
    self.available = available
    columns = declarations.map { _ in nil }
  }

  mutating func resolveSeries() {
    for (index, declaration) in declarations.enumerated() {
      guard case .series(let series) = declaration.content else { continue }
      guard var column = available.columns.first(where: { $0.series.matches(series) }) else {
        diagnostics.append(.unknownSeries(declaration, available.columns.map(\.title)))
        continue
      }
      column.title = declaration.title ?? column.title
      if let decimals = declaration.decimals { column.decimals = decimals }
      columns[index] = column
    }
  }

  /// Reads expressions round by round, so that one may name another that stands after it.
  mutating func resolveExpressions() {
    var failures: [Int: ExpressionParser.Failure] = [:]
    var waiting = declarations.indices.filter { declarations[$0].expression != nil }
    while !waiting.isEmpty {
      let before = waiting.count
      waiting = waiting.filter { index in
        failures[index] = resolve(index)
        return failures[index] != nil
      }
      if waiting.count == before { break }
    }
    let missing = failures.compactMapValues { $0.missingName }
    for index in waiting {
      guard let failure = failures[index] else { continue }
      let awaited = missing[index].flatMap { waitingColumn(named: $0, among: waiting) }
      guard awaited == nil || isCycle(from: index, missing, among: waiting) else { continue }
      diagnostics.append(.refused(declarations[index], failure, isCycle: awaited != nil))
    }
  }

  /// The column still waiting that a refused name begins with.
  private func waitingColumn(named name: String, among waiting: [Int]) -> Int? {
    waiting.first { index in
      declarations[index].title.map { name.lowercased().hasPrefix($0.lowercased()) } == true
    }
  }

  /// Whether going from each column to the one that it waits for leads back to the first.
  private func isCycle(from start: Int, _ missing: [Int: String], among waiting: [Int]) -> Bool {
    var index = start
    for _ in waiting {
      guard let name = missing[index], let next = waitingColumn(named: name, among: waiting) else {
        return false
      }
      if next == start { return true }
      index = next
    }
    return false
  }

  /// Reads one expression over the columns found so far.
  private mutating func resolve(_ index: Int) -> ExpressionParser.Failure? {
    guard let text = declarations[index].expression else { return nil }
    let nothing = TableColumn(
      key: "",
      title: "",
      series: Series(.text),
      scale: Scale(unstatedWithDecimals: 0),
      decimals: 0,
    )
    let known = columns.map { $0 ?? nothing }
    do throws(ExpressionParser.Failure) {
      let result = try ExpressionParser.read(
        text,
        columns: known,
        sign: available.shownSign ?? available.sign,
      )
      let title = declarations[index].title ?? text
      var column = TableColumn(key: title.key, title: title, result, among: known)
      if let decimals = declarations[index].decimals { column.decimals = decimals }
      columns[index] = column
      return nil
    } catch {
      return error
    }
  }
}

extension ColumnDeclaration {
  fileprivate var expression: String? {
    if case .expression(let text) = content { text } else { nil }
  }
}

extension Series {
  /// Whether this series is the one that a declaration means, which may leave the side out.
  fileprivate func matches(_ wanted: Series) -> Bool {
    var own = self
    if wanted.side == nil { own.side = nil }
    return own == wanted
  }
}

extension Diagnostic {
  fileprivate static func unknownSeries(
    _ declaration: ColumnDeclaration,
    _ titles: [String],
  ) -> Diagnostic {
    let name = declaration.place?.excerpt?.markedText ?? declaration.title ?? ""
    return Diagnostic(
      .columnUnknown,
      at: declaration.place,
      value: name,
      Phrase(
        sv: "inget underlag har serien \"\(name)\"",
        en: "no source has the series \"\(name)\"",
      ),
      help: titles.isEmpty
        ? Phrase(
          sv: "underlagen har inga serier; kontrollera vad columns säger om filerna",
          en: "the sources have no series; check what columns says of the files",
        )
        : Phrase(
          sv: "underlagen har: \(titles.joined(separator: ", "))",
          en: "the sources have: \(titles.joined(separator: ", "))",
        ),
    )
  }

  fileprivate static func refused(
    _ declaration: ColumnDeclaration,
    _ failure: ExpressionParser.Failure,
    isCycle: Bool,
  ) -> Diagnostic {
    let place = declaration.place?.narrowed(to: failure.part)
    guard !isCycle else {
      return Diagnostic(
        .expressionCycle,
        at: place,
        Phrase(
          sv: "kolumnen är definierad genom sig själv, direkt eller genom andra kolumner",
          en: "the column is defined by itself, directly or through other columns",
        ),
      )
    }
    return Diagnostic(failure.code, at: place, failure.message, help: failure.help)
  }
}
