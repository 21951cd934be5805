import KollCalculation
import KollImport
import KollModel

/// What was read of a file, as far as a reader of its table sees it.
struct MutantReading {
  /// Everything that the tables say: figures, labels, units, structure.
  let meaning: Set<String>
  /// Whether anything was reported: a finding, a guess, or a sum that does not hold.
  let isReported: Bool

  init(_ bytes: [UInt8]) {
    let result = TableReader.read(bytes, file: "a.csv")
    let checks = result.tables.map { try? ComputedTable.checks(of: $0) }
    isReported =
      !result.diagnostics.isEmpty || result.detected.contains { !$0.isCertain }
      || checks.contains { checks in checks?.contains { $0.verdict != .equal } ?? true }
    meaning = Set(result.tables.enumerated().flatMap(MutantReading.meaning))
  }

  private static func meaning(_ number: Int, _ table: ImportedTable) -> [String] {
    let layout = table.layout
    func shown(_ money: Money, _ series: Int) -> String {
      "\(money.shown(in: layout.columns[series].scale))"
    }
    let columns = layout.columns.map {
      "column \($0.title) \($0.series) \($0.scale.unit.map { "\($0)" } ?? "no unit")"
    }
    let facts = table.facts.map { fact in
      let area = table.areas[fact.area].labels
      let line = fact.line.map { "\(table.lines[$0])" } ?? ""
      let title = layout.columns[fact.series].title
      return "fact \(area) \(line) \(title) \(shown(fact.amount, fact.series))"
    }
    let rows = layout.rows.map { "row \($0.role) \($0.area.labels) \($0.texts.values.sorted())" }
    let claims = table.claims.map { claim in
      "claim \(claim.label) \(claim.area.labels) \(claim.series) \(shown(claim.stated, claim.series))"
    }
    let notes = table.notes.map { "note \($0.row ?? "") \($0.column ?? "") \($0.text)" }
    let about = "table \(layout.title ?? "") \(layout.areaTitle) \(layout.untotalled ?? "")"
    return ([about] + columns + facts + rows + claims + notes).map { "\(number) \($0)" }
  }
}
