import KollImport
import KollModel
import Testing

/// The facts of a file, summed by area and series.
struct LongFacts {
  let table: ImportedTable
  let diagnostics: [Diagnostic]

  init(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws {
    let read = TableReader.read(Array(text.utf8), file: "long.csv", options: options)
    diagnostics = read.diagnostics
    table = try #require(read.table, "\(read.diagnostics)")
  }

  /// The codes of what was found.
  var codes: [DiagnosticCode] { diagnostics.map(\.code) }

  var columns: [String] { table.layout.columns.map(\.title) }

  /// The sums as the file's own numbers, by area and column.
  var sums: [String: String] {
    var sums: [String: Rational] = [:]
    for fact in table.facts {
      let area = table.areas[fact.area].labels.joined(separator: "/")
      let column = table.layout.columns[fact.series]
      let number = fact.amount.shown(in: column.scale)
      let key = "\(area)|\(column.title)"
      sums[key] = (try? (sums[key] ?? Rational(0)) + number) ?? number
    }
    return sums.mapValues { (try? NumberStyle.swedish(decimals: 1).format($0)) ?? "?" }
      .mapValues { $0.hasSuffix(",0") ? String($0.dropLast(2)) : $0 }
      .mapValues { String($0.map { $0.isWhitespace ? " " : $0 }) }
  }

  /// The stated sums, each with what it says and the labels of the areas that it covers.
  var claims: [String] {
    table.claims.map { claim in
      let column = table.layout.columns[claim.series]
      let number = try? NumberStyle.swedish(decimals: 0).format(
        claim.stated.shown(in: column.scale)
      )
      var covered = ""
      if case .rows(let areas) = claim.coverage {
        covered = areas.map { table.areas[$0].labels.joined(separator: "/") }.joined(
          separator: ", "
        )
      }
      return "\(column.title) \(number ?? "?"): \(covered)"
    }
  }
}
