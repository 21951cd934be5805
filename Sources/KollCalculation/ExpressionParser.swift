public import KollModel

/// Reads an expression over a table's columns, as `--add` and the project file write it.
///
/// Names are column titles or keys, case ignored, the longest match first; a title with an operator
/// in it or of digits only is written in brackets. `+ - * / ( )`, numbers and `abs()` are
/// arithmetic; `avvikelse(a, b)` or `deviation(a, b)` is a against b with plus for better, and with
/// `%` it is that as a share of the size of b.
public struct ExpressionParser {
  /// The columns that the expression may name, in the table's order.
  public let columns: [TableColumn]
  /// The convention that the table shows, which decides the direction of deviations.
  public let sign: SignConvention?
  var rest: Substring
  private var operatorCount = 0
  private let source: String

  /// Why an expression was refused, and which part of it.
  public struct Failure: Error, Hashable {
    /// The kind of finding.
    public let code: DiagnosticCode
    /// The part of the expression, in Unicode scalars from 0.
    public let part: Range<Int>
    /// What was found and what was expected.
    public let message: Phrase
    /// The next thing to do.
    public let help: Phrase?
    /// The name that no column has, when that is why.
    public var missingName: String?
  }

  /// An expression that was read and what its result is.
  public struct Result: Hashable, Sendable {
    /// The tree, with deviations turned into subtractions.
    public let expression: Expression
    /// What its result states.
    public let kind: SeriesKind
    /// The scale of the money in it, when it is money.
    public let scale: Scale?
    /// The side of the result that all its columns stand on, when they agree.
    public let side: Side?
    /// Whether the result is a deviation or a change, which shows its plus.
    public let isChange: Bool
    /// The two columns that are compared, when the expression does no more than that.
    public let comparison: TableColumn.Comparison?
  }

  private init(_ text: String, columns: [TableColumn], sign: SignConvention?) {
    (self.columns, self.sign) = (columns, sign)
    (source, rest) = (text, text[...])
  }

  /// Reads an expression.
  /// - Parameters:
  ///   - text: The expression.
  ///   - columns: The columns that it may name.
  ///   - sign: The convention that the table shows, when known.
  /// - Returns: The expression and what its result is.
  /// - Throws: ``Failure`` when the text is no expression over these columns.
  public static func read(
    _ text: String,
    columns: [TableColumn],
    sign: SignConvention?,
  ) throws(Failure) -> Result {
    var parser = ExpressionParser(text, columns: columns, sign: sign)
    let operand = try parser.sum(depth: 0)
    parser.skipBlanks()
    guard parser.rest.isEmpty else { throw parser.unexpected() }
    return operand.result
  }
}

extension ExpressionParser {
  /// The deepest nesting of parentheses that is read.
  private static let deepestNesting = 64
  /// The most operators that are read: each makes the tree one deeper, and a tree is walked by
  /// recursion.
  private static let mostOperators = 500

  private mutating func sum(depth: Int) throws(Failure) -> Operand {
    var left = try product(depth: depth)
    while let operation = try takeOperator(.plus, .minus) {
      let right = try product(depth: depth)
      left = try combine(left, operation, right)
    }
    return left
  }

  private mutating func product(depth: Int) throws(Failure) -> Operand {
    var left = try factor(depth: depth)
    while let operation = try takeOperator(.times, .over) {
      let right = try factor(depth: depth)
      left = try combine(left, operation, right)
    }
    return left
  }

  private mutating func factor(depth: Int) throws(Failure) -> Operand {
    guard depth < ExpressionParser.deepestNesting else { throw tooDeep() }
    skipBlanks()
    let start = position
    if take("-") || take("\u{2212}") { return try factor(depth: depth + 1).negated(from: start) }
    if take("(") {
      let inner = try sum(depth: depth + 1)
      try expect(")")
      return inner.spanning(start..<position)
    }
    if take("[") { return try bracketedName(from: start) }
    if let function = takeFunction() { return try call(function, from: start, depth: depth + 1) }
    if let column = takeName() { return Operand(column, of: columns, at: start..<position) }
    if let number = takeNumber() { return Operand(number, at: start..<position) }
    throw unexpected()
  }

  private mutating func call(
    _ function: Function,
    from start: Int,
    depth: Int,
  ) throws(Failure) -> Operand {
    let first = try sum(depth: depth)
    guard function != .magnitude else {
      try expect(")")
      return first.magnitude(at: start..<position)
    }
    skipBlanks()
    guard take(",") || take(";") else { throw unexpected() }
    let second = try sum(depth: depth)
    try expect(")")
    return try deviation(
      of: first,
      from: second,
      asShare: function == .deviationShare,
      at: start..<position,
    )
  }

  private mutating func bracketedName(from start: Int) throws(Failure) -> Operand {
    guard let end = rest.firstIndex(of: "]") else { throw unclosedBracket(from: start) }
    let name = String(rest[..<end])
    rest = rest[rest.index(after: end)...]
    guard let column = column(named: name) else {
      throw unknownName(name, at: start..<position)
    }
    return Operand(column, of: columns, at: start..<position)
  }
}

extension ExpressionParser {
  /// How many scalars of the expression have been read.
  var position: Int {
    source.unicodeScalars.distance(from: source.startIndex, to: rest.startIndex)
  }

  /// The whole expression's text, for messages.
  var text: String { source }

  mutating func skipBlanks() {
    rest = rest.drop(while: \.isWhitespace)
  }

  mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func expect(_ character: Character) throws(Failure) {
    skipBlanks()
    guard take(character) else { throw unexpected() }
  }

  private mutating func takeOperator(
    _ candidates: Expression.Operator...
  ) throws(Failure) -> (Expression.Operator)? {
    skipBlanks()
    let found =
      candidates.first { rest.hasPrefix($0.rawValue) }
      ?? (rest.first == "\u{2212}" && candidates.contains(.minus) ? .minus : nil)
    guard let found else { return nil }
    operatorCount += 1
    guard operatorCount <= ExpressionParser.mostOperators else { throw tooLong() }
    rest.removeFirst()
    return found
  }
}
