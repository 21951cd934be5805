/// The character between whole numbers and decimals.
public enum DecimalMark: String, Sendable, CaseIterable {
  /// As in `1 234,5`, which is how Swedish is written.
  case comma
  /// As in `1 234.5`, where a profile or a whole column says so.
  case point
}

extension DecimalMark {
  /// The mark as the grammar meets it.
  var symbol: NumberSymbol {
    switch self {
    case .comma: .comma
    case .point: .point
    }
  }
}
