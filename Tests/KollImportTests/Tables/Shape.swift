import KollImport
import KollModel
import Testing

/// A table that was read, told in short lines.
struct Shape {
  let table: ImportedTable

  init(_ table: ImportedTable) {
    self.table = table
  }

  /// Reads a table.
  /// - Parameters:
  ///   - text: The file's text.
  ///   - findings: The findings expected, each as its line and code.
  /// - Throws: When no table could be read.
  init(_ text: String, findings: [String] = []) throws {
    let result = TableReader.read(Array((text + "\n").utf8), file: "tabell.csv")
    let found = result.diagnostics.map { "\($0.location?.line ?? 0) \($0.code.rawValue)" }
    #expect(found == findings, "\(result.diagnostics.map(\.message.english))")
    table = try #require(result.table)
  }

  /// Each row's role, path and figures in the file's own decimals.
  var rows: [String] {
    table.layout.rows.map { row in
      let facts = table.facts.filter { $0.origin == row.origin }
      let figures = facts.map { fact in
        let column = table.layout.columns[fact.series]
        let decimals = column.decimals + (column.series.kind == .ratio ? 2 : 0)
        let style = NumberStyle.plain(decimals: decimals)
        return (try? style.format(fact.amount.shown(in: column.scale))) ?? "?"
      }
      return (["\(row.role)", row.area.labels.joined(separator: "/")] + figures)
        .joined(separator: " ")
    }
  }

  /// The sum of the items in each column, in the file's own decimals; absent where nothing is added.
  var sums: [String?] {
    let items = Set(table.layout.rows.filter { $0.role == .item }.map(\.area))
    return table.layout.columns.enumerated().map { series, column in
      guard column.series.kind.isSummed else { return nil }
      let figures = table.facts.filter {
        $0.series == series && items.contains(table.areas[$0.area])
      }
      if figures.isEmpty { return nil }
      let sum = Money(minorUnits: figures.reduce(0) { $0 + $1.amount.minorUnits })
      return try? NumberStyle.plain(decimals: column.decimals).format(sum.shown(in: column.scale))
    }
  }

  private var rowClaims: [(claim: Claim, parts: [Int])] {
    table.claims.compactMap { claim in
      if case .rows(let parts) = claim.coverage { (claim, parts) } else { nil }
    }
  }

  /// The stated sums of the first column that has any, with the rows that they cover.
  var claims: [String] {
    let first = rowClaims.map(\.claim.series).min()
    return rowClaims.filter { $0.claim.series == first }.map { claim, parts in
      let scale = table.layout.columns[claim.series].scale
      let stated =
        (try? NumberStyle.plain(decimals: 0).format(claim.stated.shown(in: scale))) ?? "?"
      let names = parts.map { table.areas[$0].labels.last ?? "" }.joined(separator: " + ")
      return "\(claim.label) [\(claim.area.labels.joined(separator: "/"))] \(stated) = \(names)"
    }
  }

  var labelsOfClaims: [String] {
    let first = rowClaims.map(\.claim.series).min()
    return rowClaims.filter { $0.claim.series == first }.map(\.claim.label)
  }

  var areasOfClaims: [[String]] {
    let first = rowClaims.map(\.claim.series).min()
    return rowClaims.filter { $0.claim.series == first }.map(\.claim.area.labels)
  }

  /// The labels of the rows whose derived figures are claims.
  var columnClaims: [String] {
    table.claims.compactMap { claim in
      if case .columns = claim.coverage { claim.label } else { nil }
    }
  }

  /// Whether every stated sum is the sum of its parts.
  var allClaimsTie: Bool {
    rowClaims.allSatisfy { claim, parts in
      let figures = table.facts.filter { $0.series == claim.series && parts.contains($0.area) }
      return figures.reduce(0) { $0 + $1.amount.minorUnits } == claim.stated.minorUnits
    }
  }
}
