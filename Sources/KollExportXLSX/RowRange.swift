/// Rows of a sheet that follow each other, as a sum names them.
struct RowRange {
  /// The first row, counted from 0.
  let first: Int
  /// The last row; `nil` when it is whatever row stands above the formula.
  let last: Int?

  /// The rows in a column of the sheet.
  func text(inColumn letters: String) -> String {
    guard let last else {
      return "\(letters)\(first + 1):INDEX(\(letters):\(letters),ROW()-1)"
    }
    let start = "\(letters)\(first + 1)"
    return first == last ? start : "\(start):\(letters)\(last + 1)"
  }
}
