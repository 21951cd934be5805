internal import KollCalculation
internal import KollModel
internal import KollReport

extension TableFormulas {
  /// The formula of a verdict, which says the same as the table for as long as nobody changes a
  /// figure.
  /// - Parameters:
  ///   - row: The table's row.
  ///   - column: The table's column.
  /// - Returns: It without its equals sign, or `nil` where the table's words are none of the kind.
  func verdictFormula(row: Int, column: Int) -> String? {
    guard let judgement = table.columns[column].judgement,
      let figure = number(row: row, column: judgement.figure),
      let tolerance = number(row: row, column: judgement.tolerance),
      value(row: row, column: column)
        == .text(
          Check.Verdict(
            of: figure,
            difference: number(row: row, column: judgement.difference),
            tolerance: tolerance,
          ).word
        )
    else { return nil }
    // Sums of floating-point numbers may be off by a millionth of an öre, which is no difference.
    let scale = table.columns[judgement.difference].scale
    func rounded(_ text: String) -> String { "ROUND(\(text),\(min(15, scale.exponent)))" }
    let own = cell(row: row, column: judgement.figure)
    let difference = cell(row: row, column: judgement.difference)
    let allowed = cell(row: row, column: judgement.tolerance)
    func word(_ verdict: Check.Verdict) -> String { "\"\(verdict.word)\"" }
    let alone = "IF(\(rounded("\(own)"))=0,\(word(.equal)),\(word(.differs)))"
    let within = "\(rounded("ABS(\(difference))-\(allowed)"))<=0"
    let compared =
      "IF(\(rounded("\(difference)"))=0,\(word(.equal)),"
      + "IF(\(within),\(word(.rounding)),\(word(.differs))))"
    return "IF(COUNT(\(difference))=0,\(alone),\(compared))"
  }
}
