/// How numbers are written in the cells of a column.
///
/// Accepted are: a sign `-`, `−` or `–` or `+`, also followed by a blank; groups of three digits with
/// a space, hard space, narrow hard space or thin space between them, or no groups at all; the decimal
/// mark with a digit on each side; a trailing minus; a unit of money or a per cent sign, with or without
/// a blank; a footnote mark (`*` or raised digits). A dash alone is no value, with a unit too, as
/// Excel's accounting format writes zero.
///
/// A cell that begins with a digit, a sign, a parenthesis or `#` is meant as a number: what the
/// grammar does not cover is then malformed, never text and never a part of the number.
public struct NumberGrammar: Hashable, Sendable {
  /// The character between whole numbers and decimals; `nil` when nothing tells it, so that a mark
  /// that may as well be for thousands is refused, whichever it is.
  public var decimalMark: DecimalMark?
  /// Whether parentheses mean minus; in Swedish reports they may as well mean last year's value.
  public var allowsParentheses: Bool

  /// Creates a grammar.
  /// - Parameters:
  ///   - decimalMark: The character between whole numbers and decimals, or `nil` when nothing
  ///     tells it.
  ///   - allowsParentheses: Whether parentheses mean minus.
  public init(decimalMark: DecimalMark? = .comma, allowsParentheses: Bool = false) {
    self.decimalMark = decimalMark
    self.allowsParentheses = allowsParentheses
  }

  /// Reads a cell.
  /// - Parameter bytes: The cell's content as UTF-8; other bytes are no part of any number.
  /// - Returns: What the cell holds.
  public func read(_ bytes: ArraySlice<UInt8>) -> CellReading {
    var parser = NumberParser(self, bytes)
    do {
      return try parser.read()
    } catch {
      return .malformed(error)
    }
  }

  /// Reads a cell.
  /// - Parameter text: The cell's content.
  /// - Returns: What the cell holds.
  public func read(_ text: some StringProtocol) -> CellReading {
    read(Array(text.utf8)[...])
  }
}
