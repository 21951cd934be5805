public import KollCalculation
public import KollModel

extension TableColumn {
  /// A cell of the column as people read it in Swedish.
  ///
  /// Money and numbers are rounded to the column's decimals; a share is written in per cent. No
  /// figure is an en dash, no words are nothing, and an approximate figure begins with "ca".
  /// - Parameter cell: The cell to write.
  /// - Returns: The text, on one line.
  /// - Throws: `AmountOverflow` when the number has too many digits to write.
  public func text(of cell: Cell) throws(AmountOverflow) -> String {
    let text = try text(of: cell.value)
    return cell.isApproximate ? "ca\u{A0}" + text : text
  }

  /// An amount of the column in running text, with its unit and without a plus.
  /// - Parameters:
  ///   - money: The amount.
  ///   - withoutSign: Whether the words around it tell the sign.
  /// - Returns: The number, rounded to the column's decimals, and the unit.
  /// - Throws: `AmountOverflow` when the number has too many digits to write.
  func amount(_ money: Money, withoutSign: Bool = false) throws(AmountOverflow) -> String {
    let number = money.shown(in: scale)
    let text = try NumberStyle.swedish(decimals: decimals)
      .format(withoutSign ? number.magnitude : number)
    return text + (scale.unit.map { "\u{A0}\($0.rawValue)" } ?? "")
  }

  private func text(of value: CellValue) throws(AmountOverflow) -> String {
    switch value {
    case .money(let money): try style.format(money.shown(in: scale))
    case .count(let number): try style.format(number)
    case .ratio(let share): try style.format(share * Rational(100)) + "\u{A0}%"
    case .text(let words): words
    case .absent: isText ? "" : "\u{2013}"
    }
  }

  private var style: NumberStyle {
    .swedish(decimals: decimals, showsPlus: isChange)
  }

  /// Whether the column holds words, which are set to the left, and not numbers.
  public var isText: Bool { series.kind == .text }
}
