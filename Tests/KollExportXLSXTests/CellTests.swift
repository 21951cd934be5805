import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import Testing

struct CellTests {
  @Test func figuresOfTheAleTableStandInTheirCells() throws {
    let cells = try WrittenWorkbook(AleTable.document).cells(2)
    for (index, area) in AleTable.areas.enumerated() {
      let row = index + 6
      #expect(cells["A\(row)"]?.text == area.label)
      #expect(cells["B\(row)"]?.number == Double(area.forecast))
      #expect(cells["C\(row)"]?.number == Double(area.budget))
      #expect(cells["D\(row)"]?.number == Double(area.next))
      #expect(cells["E\(row)"]?.number == Double(area.budget - area.forecast))
    }
    #expect(
      ["B", "C", "D", "E", "F"].map { cells["\($0)14"]?.number } == [
        178_702, 187_802, 185_097, 9_100, -2_705,
      ]
    )
    #expect(cells["G14"]?.number == -2_705.0 / 187_802.0)
  }

  @Test func titlesUnitHeaderAndNotesStandInOrder() throws {
    let cells = try WrittenWorkbook(AleTable.document).cells(2)
    #expect(cells["A1"]?.text == "Ekonomisk sammanställning")
    #expect(cells["A3"]?.text == "Budget per beslutsområde")
    #expect(cells["A4"]?.text == "Belopp i tkr")
    #expect(cells["A5"]?.text == "Beslutsområde")
    #expect(cells["D5"]?.text == "Budget 2021")
    #expect(cells["A15"]?.text == "Pensioner: Prognosen är preliminär.")
  }

  @Test func firstSheetCarriesTitleOrganisationAndPreamble() throws {
    let cells = try WrittenWorkbook(AleTable.document).cells(1)
    #expect(cells["A1"]?.text == "Budget 2021, ekonomisk sammanställning")
    #expect(cells["A2"]?.text == "Ale kommun, kommunstyrelsen")
    #expect(cells["A5"]?.text == "Sammanfattning")
    #expect(cells["A8"]?.text == "\u{2022} Störst avvikelse har Kommunchef.")
  }

  @Test(arguments: [
    (MoneyUnit.öre, 1_234_567, "1234567"), (.kr, 1_234_567, "12345.67"),
    (.tkr, 1_234_567, "12.34567"), (.mnkr, 17_870_212_345, "178.70212345"),
    (.mdkr, 399_999_999_999_999, "3999.99999999999"), (.kr, -5, "-0.05"), (.kr, 0, "0"),
  ])
  func moneyKeepsItsLastÖreInEveryUnit(unit: MoneyUnit, amount: Int64, text: String) throws {
    let workbook = try WrittenWorkbook(
      document([column("Budget", unit: unit, decimals: 1)], [item("Allt", [öre(amount)])])
    )
    #expect(try workbook.cells()["B5"]?.value == .number(text))
  }

  @Test func amountsPastExactFloatingPointAreRefused() throws {
    for amount in [400_000_000_000_000, -400_000_000_000_000, Int64.max, .min] {
      let error = #expect(throws: WorkbookError.self) {
        try WrittenWorkbook(document([column("Budget")], [item("Allt", [öre(amount)])]))
      }
      guard case .figureNotExact(let place) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(place.cell == "B5")
      #expect(place.sheet == "Tabell")
    }
  }

  @Test(arguments: [
    (0, false, "#,##0;[Red]-#,##0"), (1, false, "#,##0.0;[Red]-#,##0.0"),
    (0, true, "+#,##0;[Red]-#,##0;#,##0"), (2, true, "+#,##0.00;[Red]-#,##0.00;#,##0.00"),
  ])
  func decimalsAndSignsAreLeftToTheNumberFormat(
    decimals: Int,
    isChange: Bool,
    pattern: String,
  ) throws {
    let columns = [column("Budget", decimals: decimals, isChange: isChange)]
    let cells = try WrittenWorkbook(document(columns, [item("Allt", [tkr(-12)])])).cells()
    #expect(cells["B5"]?.pattern == pattern)
  }

  @Test func approximateFiguresSayCirkaAndStayNumbers() throws {
    let cells = try WrittenWorkbook(
      document([column("Belopp")], [item("Uppdrag", [tkr(8_900, cirka: true)])])
    ).cells()
    #expect(cells["B5"]?.number == 8_900)
    #expect(cells["B5"]?.pattern == "\"ca\u{A0}\"#,##0;[Red]\"ca\u{A0}\"-#,##0")
  }

  @Test func sharesAreFractionsShownInPerCent() throws {
    let columns = [column("Andel", .ratio, decimals: 1)]
    let cells = try WrittenWorkbook(document(columns, [item("Allt", [share(48, of: 1_000)])]))
      .cells()
    #expect(cells["B4"]?.number == 0.048)
    #expect(cells["B4"]?.pattern == "#,##0.0\"\u{A0}\"%;[Red]-#,##0.0\"\u{A0}\"%")
  }

  @Test func countsAreNumbersWithoutAUnit() throws {
    let number = Rational(25, decimals: 1)
    let columns = [column("Årsarbetare", .count, decimals: 1)]
    let workbook = try WrittenWorkbook(document(columns, [item("Allt", [Cell(.count(number))])]))
    #expect(try workbook.cells().values.contains { $0.number == 2.5 })
  }

  /// With a section of its own for numbers below zero, -0,04 would be shown as -0,0.
  @Test(arguments: [(-4, "#,##0.0"), (4, "#,##0.0"), (-5, nil), (5, nil), (0, nil)])
  func numbersThatRoundToZeroShowNoSign(hundredths: Int64, near: String?) throws {
    let columns = [column("Ändring", unit: .kr, decimals: 1, isChange: true)]
    let cells = try WrittenWorkbook(document(columns, [item("Allt", [öre(hundredths)])])).cells()
    #expect(cells["B5"]?.pattern == near ?? "+#,##0.0;[Red]-#,##0.0;#,##0.0")
    #expect(cells["B5"]?.number == Double(hundredths) / 100)
  }

  @Test func sharesThatRoundToZeroShowNoSign() throws {
    let columns = [column("Andel", .ratio, decimals: 1)]
    let rows = [item("Under", [share(-4, of: 10_000)]), item("På", [share(-5, of: 10_000)])]
    let cells = try WrittenWorkbook(document(columns, rows)).cells()
    #expect(cells["B4"]?.pattern == "#,##0.0\"\u{A0}\"%")
    #expect(cells["B5"]?.pattern.contains("[Red]") == true)
  }

  @Test func absentFiguresAreADashAndHeadingsAreEmpty() throws {
    let rows = [heading("Kultur", columns: 1), item("Bad", [absent], below: ["Kultur"])]
    let cells = try WrittenWorkbook(document([column("Budget")], rows)).cells()
    #expect(cells["B5"]?.value == .blank)
    #expect(cells["B6"]?.text == "\u{2013}")
    #expect(cells["B6"]?.formula == nil)
  }

  @Test func wordsInAColumnOfFiguresStayWords() throws {
    let cells = try WrittenWorkbook(
      document([column("Budget")], [item("Bad", [Cell(.text("se bilaga"))])])
    ).cells()
    #expect(cells["B5"]?.text == "se bilaga")
  }

  @Test func rowsWithFewerCellsThanColumnsAreFilledWithBlanks() throws {
    let workbook = try WrittenWorkbook(
      document([column("Budget"), column("Utfall")], [item("Bad", [tkr(1)])])
    )
    #expect(try workbook.cells()["C5"]?.value == .blank)
  }

  @Test func notesNameTheirRowAndTheirColumnsTitle() throws {
    var table = AleTable.table
    table.notes = [Note(row: "Pensioner", column: table.columns[0].key, text: "Uppskattad.")]
    let document = Document(title: "R", sections: [Section(title: "R", blocks: [.table(table)])])
    let texts = try WrittenWorkbook(document).cells().values.compactMap(\.text)
    #expect(texts.contains("Pensioner, Prognos 2020: Uppskattad."))
  }
}
