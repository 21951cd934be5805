internal import KollCalculation
internal import KollImport
internal import KollModel

/// The register of decisions about budgets, `budgetbeslut.csv`: its schema and what its rows mean.
enum BudgetDecisionRegister {
  /// The column of amounts.
  static let amountColumn = "belopp"

  private enum Column {
    static let date = "datum"
    static let paragraph = "paragraf"
    static let type = "typ"
    static let year = "år"
    static let area = Register.areaColumn
    static let amount = amountColumn
    static let financing = "finansiering"
    static let comment = "kommentar"
  }

  static let schema = RegisterSchema(
    name: Phrase(sv: "budgetbeslut", en: "budget decisions"),
    columns: [
      RegisterColumn(Column.date, .firstDay, isRequired: true),
      RegisterColumn(Column.paragraph, .text),
      RegisterColumn(
        Column.type,
        .word(BudgetDecision.Kind.allCases.map(\.rawValue)),
        isRequired: true,
      ),
      RegisterColumn(Column.year, .year, isRequired: true),
      RegisterColumn(Column.area, .text, isRequired: true),
      RegisterColumn(Column.amount, .money, isRequired: true),
      RegisterColumn(Column.financing, .text),
      RegisterColumn(Column.comment, .text),
    ],
  )

  static func decisions(_ register: Register) -> BudgetDecisions {
    BudgetDecisions(
      register.rows.compactMap { row in
        guard let date = row.day(Column.date), let year = row.year(Column.year),
          let type = row.text(Column.type).flatMap(BudgetDecision.Kind.init),
          let area = row.text(Column.area), let amount = row.money(Column.amount)
        else { return nil }
        return BudgetDecision(
          date: date,
          paragraph: row.text(Column.paragraph),
          type: type,
          year: year,
          area: area,
          amount: amount,
          financing: row.text(Column.financing),
          origin: row.origin,
        )
      }
    )
  }
}
