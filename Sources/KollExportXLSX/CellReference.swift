/// A cell of a sheet, row and column counted from 0.
struct CellReference: Hashable {
  var row: Int
  var column: Int

  /// The letters that a column is called by: `A`, `Z`, `AA`.
  static func letters(of column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

extension CellReference: CustomStringConvertible {
  /// The cell as people write it, such as `B5`.
  var description: String { CellReference.letters(of: column) + String(row + 1) }
}
