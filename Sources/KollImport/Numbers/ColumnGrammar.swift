/// How the numbers of one column are written, and what proves it.
struct ColumnGrammar {
  /// How its cells are read.
  let grammar: NumberGrammar
  /// What its cells prove.
  let evidence: DecimalEvidence

  /// The first record whose cell proves a decimal point that nobody stated.
  var pointProof: Int? {
    grammar.decimalMark == .point && evidence.mark == .point ? evidence.proof : nil
  }

  /// The first record that proves the column's mark, when other cells prove the other.
  var mixedWith: Int? { evidence.isMixed ? evidence.proof : nil }

  /// The grammar of each column: the mark that its own cells prove, else a comma.
  ///
  /// In a file where a column has proved a point, or with commas between its fields, a column that
  /// proves nothing may have commas for thousands; a mark that can be either is then refused.
  /// - Parameters:
  ///   - evidence: What each column's cells prove.
  ///   - given: How the cells were read so far.
  ///   - isCommaDoubtful: Whether the file may have commas for thousands.
  /// - Returns: One grammar for each column.
  static func columns(
    _ evidence: [DecimalEvidence],
    given: NumberGrammar,
    isCommaDoubtful: Bool,
  ) -> [ColumnGrammar] {
    let isDoubtful = isCommaDoubtful || evidence.contains { $0.mark == .point }
    return evidence.map { evidence in
      var grammar = given
      if let mark = evidence.mark {
        grammar.decimalMark = mark
      } else if isDoubtful {
        grammar.decimalMark = nil
      }
      return ColumnGrammar(grammar: grammar, evidence: evidence)
    }
  }
}
