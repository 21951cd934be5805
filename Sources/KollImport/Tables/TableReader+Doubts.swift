internal import KollModel

extension TableReader {
  /// Tells of what the rows may mean otherwise than they were read.
  mutating func warnOfDoubts(_ structure: RowStructure, _ body: Body) {
    warnOfBlankRows(structure, body)
    warnOfIndents(structure, body)
    warnOfRegroupedRows(structure, body)
    warnOfRowsAfterTotal(structure, body)
    warnOfPartialTotals(structure, body)
    warnOfUnprovenSums(structure, body)
    warnOfNearSums(structure, body)
    warnOfDoubledMoney(structure, body)
  }

  private func location(_ row: Int, _ body: Body) -> Diagnostic.Location {
    grid.location(body.rows[row].record, 0)
  }

  /// Tells of an item that is indented below another and counted beside it.
  private mutating func warnOfIndents(_ structure: RowStructure, _ body: Body) {
    var above: (row: Int, indent: Int, depth: Int)?
    for placed in structure.placed where placed.role == .item {
      let indent = body.rows[placed.row].indent
      if let above, indent > above.indent + 1, placed.path.count <= above.depth {
        diagnostics.append(
          .indented(
            structure.label(placed.row),
            below: structure.label(above.row),
            at: location(placed.row, body),
          )
        )
        return
      }
      above = (placed.row, indent, placed.path.count)
    }
  }

  /// Tells of rows without figures that may be headings.
  private mutating func warnOfBlankRows(_ structure: RowStructure, _ body: Body) {
    for row in structure.doubtful {
      diagnostics.append(.withoutFigures(structure.label(row), at: location(row, body)))
    }
  }

  /// Tells of blocks that divide the money of an earlier sum another way.
  private mutating func warnOfRegroupedRows(_ structure: RowStructure, _ body: Body) {
    for block in structure.regrouped {
      let line = grid.origin(body.rows[block.earlier].record).line
      let label = structure.label(block.sum)
      diagnostics.append(
        .regrouped(label, structure.label(block.earlier), line, at: location(block.sum, body))
      )
    }
  }

  /// Tells of rows below the total that no word explains: they may belong to it.
  private mutating func warnOfRowsAfterTotal(_ structure: RowStructure, _ body: Body) {
    let explained = Set(structure.regrouped.flatMap(\.rows))
    for placed in structure.placed where placed.role == .memo && !explained.contains(placed.row) {
      let words = structure.words[placed.row]
      guard !words.isMemo, !words.isAverage else { continue }
      diagnostics.append(
        .afterTotal(structure.label(placed.row), at: location(placed.row, body))
      )
    }
  }

  /// Tells of sums that no word limits and that cover some rows only, where none covers all.
  private mutating func warnOfPartialTotals(_ structure: RowStructure, _ body: Body) {
    let items = structure.placed.count { $0.role == .item && !structure.unfigured.contains($0.row) }
    guard !structure.stated.contains(where: { $0.parts.count >= items }) else { return }
    let regrouped = Set(structure.regrouped.map(\.sum))
    for stated in structure.stated where stated.isNamed && stated.path.isEmpty {
      guard structure.words[stated.row].sum == .all, !regrouped.contains(stated.row) else {
        continue
      }
      diagnostics.append(
        .partialTotal(
          structure.label(stated.row),
          stated.parts.count,
          of: items,
          at: location(stated.row, body),
        )
      )
    }
  }

  /// Tells of rows that are called as sums may be and that no figures show to be any, where no sum
  /// of all shows that they are items.
  private mutating func warnOfUnprovenSums(_ structure: RowStructure, _ body: Body) {
    let items = structure.placed.filter { $0.role == .item }.map(\.row)
    let called = items.filter {
      structure.words[$0].sum == .perhaps && !structure.words[$0].namesWhole
        && !structure.unfigured.contains($0)
    }
    let figured = items.count { !structure.unfigured.contains($0) }
    guard called.count * 2 <= figured,
      !structure.stated.contains(where: { $0.parts.count >= figured })
    else { return }
    for row in called {
      diagnostics.append(.unprovenSum(structure.label(row), at: location(row, body)))
    }
  }
}

extension Diagnostic {
  fileprivate static func indented(
    _ label: String,
    below other: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .guessNotPinned,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" är indragen under \"\(other)\", men båda räknas in i summorna",
        en: "\"\(label)\" is indented below \"\(other)\", but both count in the sums",
      ),
      help: Phrase(
        sv: "ange rows: {\"\(other)\": subtotal} i en mappning om den är summan av raderna under",
        en: "state rows: {\"\(other)\": subtotal} in a mapping if it is the sum of the rows below",
      ),
    )
  }

  fileprivate static func unprovenSum(_ label: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .guessNotPinned,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv:
          "\"\(label)\" låter som en summa men är inte summan av rader intill, och räknas som ett "
          + "område",
        en: "\"\(label)\" sounds like a sum but is not the sum of rows beside it, and counts as an "
          + "area",
      ),
      help: Phrase(
        sv: "börja namnet med Summa om det är en summa; kontrollera annars beloppen",
        en: "begin the label with Summa if it is a sum; otherwise check the figures",
      ),
    )
  }

  fileprivate static func withoutFigures(_ label: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .guessNotPinned,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv:
          "\"\(label)\" har inga belopp och läses som ett område, inte som rubrik för raderna under",
        en:
          "\"\(label)\" has no figures and is read as an area, not as a heading of the rows below",
      ),
      help: Phrase(
        sv: "ange rows: {\"\(label)\": item} eller heading i en mappning, eller skriv – i cellerna",
        en: "state rows: {\"\(label)\": item} or heading in a mapping, or write – in the cells",
      ),
    )
  }

  fileprivate static func regrouped(
    _ label: String,
    _ earlier: String,
    _ line: Int,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .rowAfterTotal,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv:
          "\"\(label)\" är lika med \"\(earlier)\" på rad \(line); raderna däremellan visas som samma "
          + "pengar fördelade på ett annat sätt och räknas inte in i någon summa",
        en:
          "\"\(label)\" is equal to \"\(earlier)\" on line \(line); the rows between are shown as the "
          + "same money divided another way and added to no sum",
      ),
      help: Phrase(
        sv: "skriv en rad Totalt sist om båda blocken ska räknas",
        en: "write a row Totalt last if both blocks count",
      ),
    )
  }

  fileprivate static func afterTotal(_ label: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .rowAfterTotal,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" står under totalen; raden visas men räknas inte in i någon summa",
        en: "\"\(label)\" stands below the total; the row is shown but added to no sum",
      ),
      help: Phrase(
        sv: "flytta raden ovanför totalen om den hör dit",
        en: "move the row above the total if it belongs there",
      ),
    )
  }

  fileprivate static func partialTotal(
    _ label: String,
    _ count: Int,
    of items: Int,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .totalDiffers,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" är summan av \(count) av tabellens \(items) rader; totalen räknar alla",
        en:
          "\"\(label)\" is the sum of \(count) of the table's \(items) rows; the total counts all",
      ),
      help: Phrase(
        sv: "ta bort rader som visar samma pengar fördelade på ett annat sätt",
        en: "take away rows that show the same money divided another way",
      ),
    )
  }
}
