internal import KollCalculation
internal import KollModel
internal import KollReport

/// The widest of a column's cells among those measured.
struct WidestCell {
  /// The column.
  let column: TableColumn
  /// How wide it is, in pixels.
  private(set) var pixels = 0.0
  /// The largest numbers measured, by what is written around them, for no smaller one is wider.
  private var largest = [Fraction?](repeating: nil, count: 8)

  /// Begins without cells.
  init(in column: TableColumn) { self.column = column }

  /// Takes a cell into account.
  mutating func measure(_ cell: Cell) {
    guard !isCovered(cell), let text = try? column.text(of: cell) else { return }
    pixels = max(pixels, TextMeasure.pixels(of: text, isBold: true))
  }

  /// Whether a number is no wider than one measured before; otherwise it is remembered.
  private mutating func isCovered(_ cell: Cell) -> Bool {
    guard let number = cell.value.fraction(in: column.scale) else { return false }
    let isShare = if case .ratio = cell.value { true } else { false }
    let kind = (isShare ? 4 : 0) + (cell.isApproximate ? 2 : 0) + (number.above < 0 ? 1 : 0)
    if let former = largest[kind], former.isAtLeast(number.magnitude) { return true }
    largest[kind] = number.magnitude
    return false
  }
}
