import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import Testing

/// What another spreadsheet program makes of our workbooks.
@Suite(.serialized, .enabled(if: Office.isExpected, Comment(rawValue: Office.reason)))
struct OfficeTests {
  @Test func everyCellRecalculatesToItsCachedValue() throws {
    let office = try Office()
    for document in [AleTable.document, .savings, .groups, .edges, try ChartTests.forecasts()] {
      let workbook = try WrittenWorkbook(document)
      let found = try office.recalculated(workbook.bytes)
      let sheets = workbook.receipt.sheets
      #expect(found.count == sheets.reduce(0) { $0 + $1.cells - $1.blanks })
      #expect(found.count(where: \.isFormula) == sheets.reduce(0) { $0 + $1.formulas })
      for (number, _) in workbook.receipt.sheets.enumerated() {
        let cells = try workbook.cells(number + 1)
        for cell in found where cell.place.hasPrefix("\(number + 1)!") {
          let name = String(cell.place.drop { $0 != "!" }.dropFirst())
          expect(cell, is: try #require(cells[name]))
        }
      }
    }
  }

  private func expect(_ found: OfficeCell, is written: WrittenCell) {
    switch written.value {
    case .blank: Issue.record("\(found.place) was blank")
    case .text(let text):
      #expect(!found.isNumber && found.value == text, "\(found.place)")
    case .number(let text):
      let (was, now) = (Double(text) ?? .nan, Double(found.value) ?? .nan)
      #expect(
        found.isNumber && abs(was - now) <= abs(was) * 1e-14,
        "\(found.place): \(was), \(now)",
      )
    }
  }

  /// Without this, a program that kept the cached values would pass the test above.
  @Test func cachedValuesAreNotTakenOnTrust() throws {
    let office = try Office()
    let workbook = try WrittenWorkbook(AleTable.document)
    let parts = workbook.allParts.map { part in
      let text = String(decoding: part.contents, as: UTF8.self)
      let changed = text.split(separator: "<v>178702</v>", omittingEmptySubsequences: false)
        .joined(separator: "<v>1</v>")
      return (part.name, Array(changed.utf8))
    }
    let found = try office.recalculated(StoredArchive.bytes(of: parts))
    #expect(found.first { $0.place == "2!B14" }?.value == "178702")
  }

  @Test func aRowInsertedAtEitherEdgeIsCounted() throws {
    let office = try Office()
    let table = Document(
      title: "R",
      sections: [Section(title: "R", blocks: [.table(AleTable.table)])],
    )
    let workbook = try WrittenWorkbook(table)
    #expect(try workbook.cells()["B14"]?.number == 178_702)
    for row in [6, 10, 14] {
      let found = try office.inserting(1_000, into: workbook.bytes, row: row, column: 2)
      #expect(found.first { $0.place == "1!B15" }?.value == "179702", "row \(row)")
      #expect(found.first { $0.place == "1!C15" }?.value == "187802", "row \(row)")
      #expect(found.first { $0.place == "1!E15" }?.value == "8100", "row \(row)")
    }
  }

  @Test func aRowInsertedInAGroupIsCountedInAllItsSums() throws {
    let office = try Office()
    let workbook = try WrittenWorkbook(.groups)
    let before = try office.recalculated(workbook.bytes)
    #expect(before.first { $0.place == "1!B13" }?.value == "10")
    // Below the heading of the second group, and above its sum.
    for row in [10, 12] {
      let found = try office.inserting(5, into: workbook.bytes, row: row, column: 2)
      #expect(found.first { $0.place == "1!B8" }?.value == "3", "row \(row)")
      #expect(found.first { $0.place == "1!B13" }?.value == "12", "row \(row)")
      #expect(found.first { $0.place == "1!B14" }?.value == "15", "row \(row)")
    }
  }

  /// What is put beyond a group may be a whole group with a sum of its own.
  @Test func whatIsInsertedBetweenGroupsIsNeverCountedTwice() throws {
    let office = try Office()
    let workbook = try WrittenWorkbook(.groups)
    // Between the groups, and between the last of them and the sum of all.
    for row in [9, 13] {
      let found = try office.inserting(5, into: workbook.bytes, row: row, column: 2)
      #expect(found.first { $0.place == "1!B14" }?.value == "10", "row \(row)")
    }
  }
}

extension Document {
  /// A savings task: approximate amounts, one that is absent, and a difference.
  static var savings: Document {
    let rows = [
      item("Strategiska medel", [tkr(3_500, cirka: true), Cell(.text("=namngiven"))]),
      item("Fritidskort", [tkr(3_500, cirka: true), Cell(.text("+1"))]),
      item("Årsarbetare", [absent, absent]),
      sum("Summa", of: [1, 2, 3], [tkr(7_000, cirka: true), absent], role: .subtotal),
      item("Uppdrag", [tkr(8_900, cirka: true), absent]),
      sum("Återstår", of: [5, -4], [tkr(1_900, cirka: true), absent], role: .subtotal),
      sum("Inget", of: [3], [Cell(.absent(.operandAbsent)), absent], role: .subtotal),
    ]
    return document([column("Belopp", .amount), column("Status", .text)], rows, tab: "2021")
  }

  /// Two groups with headings, their sums and the sum of all.
  static var groups: Document {
    let rows = [
      heading("Kultur", columns: 1), item("Bad", [tkr(1)], below: ["Kultur"]),
      item("Bio", [tkr(2)], below: ["Kultur"]),
      sum("Summa kultur", of: [2, 3], [tkr(3)], role: .subtotal),
      heading("Skola", columns: 1), item("Grundskola", [tkr(3)], below: ["Skola"]),
      item("Gymnasium", [tkr(4)], below: ["Skola"]),
      sum("Summa skola", of: [6, 7], [tkr(7)], role: .subtotal),
      sum("Totalt", of: [4, 8], [tkr(10)]),
    ]
    return document([column("Budget")], rows)
  }

  /// Where floating-point numbers, zero and the largest amounts meet.
  static var edges: Document {
    let columns = [
      column("Ett", unit: .kr, decimals: 2), column("Två", unit: .kr, decimals: 2),
      column(
        "Skillnad",
        .variance,
        unit: .kr,
        decimals: 2,
        by: .binary(.minus, .column(0), .column(1)),
      ),
      column(
        "Kvot",
        .ratio,
        decimals: 1,
        by: .binary(.over, .column(0), .binary(.minus, .column(0), .column(1))),
      ),
    ]
    let most: Int64 = 399_999_999_999_999
    let rows = [
      item("Tio öre", [öre(10), öre(10), öre(0), Cell(.absent(.zeroBase))]),
      item(
        "Störst",
        [öre(most), öre(1), öre(most - 1), share(Int128(most), of: Int128(most - 1))],
      ),
      item(
        "Minst",
        [
          öre(-most + 30), öre(20), öre(-most + 10),
          share(Int128(-most + 30), of: Int128(-most + 10)),
        ],
      ),
      item(
        "Utan",
        [öre(1), absent, Cell(.absent(.operandAbsent)), Cell(.absent(.operandAbsent))],
      ),
      sum("Totalt", of: [1, 2, 3, 4], [öre(41), öre(31), öre(10), share(41, of: 10)]),
    ]
    return document(columns, rows)
  }
}
