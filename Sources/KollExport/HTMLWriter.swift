internal import KollCalculation
internal import KollModel
internal import KollReport

/// Writes the blocks of a page, one after the other, with names for those that others point to.
struct HTMLWriter {
  private var tableCount = 0
  private var chartCount = 0

  /// Writes what a section says.
  mutating func blocks(_ section: Section) throws(AmountOverflow) -> [HTML] {
    var parts: [HTML] = []
    for block in section.blocks {
      switch block {
      case .paragraph(let text): parts.append(HTML("p", text: text))
      case .list(let items): parts.append(HTML("ul", lines: items.map { HTML("li", text: $0) }))
      case .table(let table), .records(let table), .sources(let table):
        parts += try self.parts(of: table, in: section)
      case .form(let form): parts += try self.parts(of: form.table, in: section)
      case .checkSummary(let summary): parts.append(HTML("p", text: summary.text))
      case .chart(let chart): parts.append(try figure(of: chart))
      case .origins(let origins): parts += origins.map(details)
      // The page has its contents before all sections, and nobody reads all rows.
      case .contents, .rows: break
      }
    }
    return parts
  }

  /// A name that no other table has.
  mutating func nextTable() -> String {
    tableCount += 1
    return "tabell-\(tableCount)"
  }

  /// A name that no other chart has.
  mutating func nextChart() -> String {
    chartCount += 1
    return "bild-\(chartCount)"
  }
}
