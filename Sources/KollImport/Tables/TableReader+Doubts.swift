internal import KollModel

extension TableReader {
  /// Tells of what the rows may mean otherwise than they were read.
  ///
  /// Each doubt comes with what a mapping states to keep the reading; a row whose part is given is
  /// in no doubt. Where a structure says which rows are parts of which, it settles what figures and
  /// indents only suggest.
  mutating func warnOfDoubts(_ structure: RowStructure, _ body: Body) {
    var doubts =
      blankRows(structure, body) + partsBelow(structure, body) + regroupedRows(structure, body)
      + rowsAfterTotal(structure, body) + partialTotals(structure, body)
    if !options.areGroupsKnown {
      doubts += indents(structure, body) + unprovenSums(structure, body)
    }
    if structure.looksForUnnamed {
      doubts +=
        nearSums(structure, body) + doubledMoney(structure, body) + loneGroups(structure, body)
    }
    if doubts.isEmpty { return }
    let names = RowNames(structure, body)
    for doubt in doubts { warn(doubt.finding, pinnedBy: names.pins(doubt.rows)) }
  }

  private func location(_ row: Int, _ body: Body) -> Diagnostic.Location {
    grid.location(body.rows[row].record, 0)
  }

  /// Tells of items that have others indented below them and are counted beside those.
  private func indents(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    var doubts: [RowDoubt] = []
    var above: (row: Int, indent: Int, depth: Int)?
    for placed in structure.placed where placed.role == .item {
      let indent = body.rows[placed.row].indent
      if let above, indent > above.indent + 1, placed.path.count <= above.depth,
        structure.rows[above.row].role == nil
      {
        let finding = Diagnostic.indented(
          structure.label(placed.row),
          below: structure.label(above.row),
          at: location(placed.row, body),
        )
        doubts.append(RowDoubt(finding: finding, rows: [above.row]))
      }
      above = (placed.row, indent, placed.path.count)
    }
    return doubts
  }

  /// Tells of rows without figures that may be headings.
  private func blankRows(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    structure.doubtful.filter { structure.rows[$0].role == nil }.map { row in
      RowDoubt(
        finding: .withoutFigures(structure.label(row), at: location(row, body)),
        rows: [row],
      )
    }
  }

  /// Tells of lines that say `varav` alone where nothing tells how many rows below are parts.
  private func partsBelow(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    structure.partsBelow.map { below in
      let parts = below.rows.filter { structure.words[$0].isPart }.map { structure.label($0) }
      return RowDoubt(
        finding: .partsBelow(parts, at: location(below.line, body)),
        rows: below.rows,
      )
    }
  }

  /// Tells of blocks that divide the money of an earlier sum another way.
  private func regroupedRows(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    structure.regrouped.filter { !structure.words[$0.sum].endsBalance }.map { block in
      let line = grid.origin(body.rows[block.earlier].record).line
      let label = structure.label(block.sum)
      let earlier = structure.label(block.earlier)
      return RowDoubt(
        finding: .regrouped(label, earlier, line, at: location(block.sum, body)),
        rows: block.rows,
      )
    }
  }

  /// Tells of rows below the total that no word explains: they may belong to it.
  private func rowsAfterTotal(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    let explained = Set(structure.regrouped.flatMap(\.rows))
    let rows = structure.placed.filter { $0.role == .memo && !explained.contains($0.row) }
      .map(\.row)
    return rows.filter { !structure.words[$0].isMemo && !structure.words[$0].isAverage }.map {
      row in
      RowDoubt(finding: .afterTotal(structure.label(row), at: location(row, body)), rows: [row])
    }
  }

  /// Tells of sums that no word limits and that cover some rows only, where none covers all.
  private func partialTotals(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    let items = structure.placed.count { $0.role == .item && !structure.unfigured.contains($0.row) }
    guard !structure.stated.contains(where: { $0.parts.count >= items }) else { return [] }
    let regrouped = Set(structure.regrouped.map(\.sum))
    let sums = structure.stated.filter { stated in
      stated.isNamed && stated.path.isEmpty && structure.words[stated.row].sum == .all
        && !regrouped.contains(stated.row)
    }
    return sums.map { stated in
      let finding = Diagnostic.partialTotal(
        structure.label(stated.row),
        stated.parts.count,
        of: items,
        at: location(stated.row, body),
      )
      return RowDoubt(finding: finding, rows: [])
    }
  }

  /// Tells of rows that are called as sums may be and that no figures show to be any, where no sum
  /// of all shows that they are items.
  private func unprovenSums(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    let items = structure.placed.filter { $0.role == .item }.map(\.row)
    let called = items.filter {
      structure.words[$0].sum == .perhaps && !structure.words[$0].namesWhole
        && !structure.unfigured.contains($0)
    }
    let figured = items.count { !structure.unfigured.contains($0) }
    guard called.count * 2 <= figured,
      !structure.stated.contains(where: { $0.parts.count >= figured })
    else { return [] }
    return called.map { row in
      RowDoubt(finding: .unprovenSum(structure.label(row), at: location(row, body)), rows: [row])
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
        sv: "ange rows: {\"\(other)\": item} i en mappning, eller subtotal om den är summan av "
          + "raderna under",
        en: "state rows: {\"\(other)\": item} in a mapping, or subtotal if it is the sum of the "
          + "rows below",
      ),
    )
  }

  fileprivate static func partsBelow(_ parts: [String], at place: Location) -> Diagnostic {
    let names = parts.joined(separator: ", ")
    return Diagnostic(
      .guessNotPinned,
      .warning,
      at: place,
      value: "varav",
      Phrase(
        sv: "inget visar hur många rader under \"varav\" som är delar; dessa räknas inte in: "
          + names,
        en: "nothing shows how many rows below \"varav\" are parts; these are not added: " + names,
      ),
      help: Phrase(
        sv:
          "dra in delarna, börja deras namn med varav, eller ange rows i en mappning: ofWhich för "
          + "en del, item för ett område",
        en: "indent the parts, begin their labels with varav, or state rows in a mapping: ofWhich "
          + "for a part, item for an area",
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
        sv:
          "kontrollera beloppen; ange rows: {\"\(label)\": item} i en mappning, eller subtotal om "
          + "det är en summa",
        en:
          "check the figures; state rows: {\"\(label)\": item} in a mapping, or subtotal if it is "
          + "a sum",
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
        sv:
          "flytta raden ovanför totalen om den hör dit; ange annars rows: {\"\(label)\": memo} i en "
          + "mappning",
        en: "move the row above the total if it belongs there; otherwise state rows: "
          + "{\"\(label)\": memo} in a mapping",
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
