public import KollModel

extension Tie {
  /// The ties between a project's statements, and between them and the table of its areas.
  ///
  /// Assets are what finances them; the result is the same wherever it stands; the areas' net cost
  /// is that of the resultaträkning.
  /// - Parameters:
  ///   - statements: The statements' tables, by the statements' names.
  ///   - areas: The table of the areas.
  /// - Returns: The ties, of every series that both sides have figures for.
  /// - Throws: `AmountOverflow` when a difference does not fit.
  public static func all(
    among statements: [String: ComputedTable],
    and areas: ComputedTable,
  ) throws(AmountOverflow) -> [Tie] {
    var ties: [Tie] = []
    for (left, right) in pairs {
      guard let first = statements[left.statement], let second = statements[right.statement],
        let leftRow = Row(left.row, of: first), let rightRow = Row(right.row, of: second)
      else { continue }
      let names = (title(of: left.statement), title(of: right.statement))
      ties += try all(leftRow, rightRow, named: names)
    }
    if let income = statements[Statement.income.name],
      let row = Row("nettokostnader", of: income), let total = Row(totalOf: areas)
    {
      ties += try all(row, total, named: (Statement.income.title, "Områdena"))
    }
    return ties
  }

  private typealias Place = (statement: String, row: String)

  private static let pairs: [(Place, Place)] = [
    (
      (Statement.balanceSheet.name, "summa-tillgangar"),
      (Statement.balanceSheet.name, "summa-eget-kapital-och-skulder"),
    ),
    (
      (Statement.income.name, "arets-resultat"),
      (Statement.balanceSheet.name, "arets-resultat"),
    ),
    (
      (Statement.income.name, "arets-resultat"),
      (Statement.balanceRequirement.name, "arets-resultat"),
    ),
  ]

  private static func title(of name: String) -> String {
    Statement.builtIn.first { $0.name == name }?.title ?? name
  }
}
