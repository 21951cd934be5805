public import KollModel

extension TableDefinition {
  /// The same rows with the columns that are declared, whatever order they name each other in.
  /// - Parameters:
  ///   - declarations: The columns in the order to show them.
  ///   - rules: How time is counted.
  /// - Returns: The definition, and a finding for each declaration that cannot be followed.
  public func declaring(
    _ declarations: [ColumnDeclaration],
    rules: PeriodRules = PeriodRules(),
  ) -> (definition: TableDefinition, diagnostics: [Diagnostic]) {
    var resolution = ColumnResolution(declarations, of: self, rules: rules)
    resolution.resolveSeries()
    resolution.resolveExpressions()
    var definition = self
    definition.columns = resolution.found
    definition.columns.makeNamesUnique()
    return (definition, resolution.diagnostics)
  }
}

/// The looking up of declared columns, one after the other until none is left.
private struct ColumnResolution {
  let declarations: [ColumnDeclaration]
  let available: TableDefinition
  let catalogue: SeriesCatalogue
  /// The columns found so far, in the places that they are declared in.
  var columns: [TableColumn?]
  var diagnostics: [Diagnostic] = []
  /// The keys of the titles of optional columns that the sources do not have.
  private var leftOut: Set<String> = []

  init(
    _ declarations: [ColumnDeclaration],
    of available: TableDefinition,
    rules: PeriodRules,
  ) {
    self.declarations = declarations
    self.available = available
    catalogue = SeriesCatalogue(columns: available.columns, sign: available.sign, rules: rules)
    columns = declarations.map { _ in nil }
  }

  /// The columns that were found, whose expressions name each other by their places among these.
  var found: [TableColumn] {
    let declared = columns.indices.filter { columns[$0] != nil }
    let places = Dictionary(zip(declared, declared.indices)) { first, _ in first }
    return declared.compactMap { columns[$0]?.renumbered(by: places) }
  }

  mutating func resolveSeries() {
    for (index, declaration) in declarations.enumerated() {
      do throws(SeriesFailure) {
        guard let finding = try finding(of: declaration) else { continue }
        var column = try column(of: finding)
        column.title = declaration.title ?? column.title
        if let decimals = declaration.decimals { column.decimals = decimals }
        columns[index] = column
      } catch {
        if let title = declaration.title, declaration.isOptional { leftOut.insert(title.key) }
        diagnostics.append(error.diagnostic(at: declaration, in: available.columns))
      }
    }
  }

  private func finding(
    of declaration: ColumnDeclaration
  ) throws(SeriesFailure) -> SeriesCatalogue.Finding? {
    switch declaration.content {
    case .series(let series):
      if let own = catalogue.titled(series) { return own }
      return try catalogue.find(series)
    case .relative(let series, let written):
      if let own = written.flatMap({ catalogue.stated($0) ?? catalogue.titled($0) }) { return own }
      return try catalogue.find(series)
    case .expression: return nil
    }
  }

  /// The column as a source has it, or one that follows from others.
  private func column(of finding: SeriesCatalogue.Finding) throws(SeriesFailure) -> TableColumn {
    let own = available.columns.first { $0.expression == nil && $0.series == finding.series }
    guard var column = own else { return try TableColumn(finding, among: available.columns) }
    if finding.formula != .stated(finding.series) { column.formula = finding.formula }
    return column
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
      // What compares with a column that is left out is left out with it.
      if declarations[index].isOptional, let name = failure.missingName, leftOut.contains(name.key)
      {
        continue
      }
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

extension Diagnostic {
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
