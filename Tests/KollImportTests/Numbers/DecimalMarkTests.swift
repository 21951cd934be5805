import KollImport
import KollModel
import Testing

/// Which decimal mark a column has, as its own cells prove it.
struct DecimalMarkTests {
  /// A table of one column of kronor, or of several where the cells hold separators.
  private func read(
    _ cells: [String],
    titles: String = "Budget 2021",
    mark: DecimalMark? = nil,
    allowsParentheses: Bool = false,
  ) -> TableReader.Result {
    let rows = cells.enumerated().map { "Område \($0.offset);\($0.element)\n" }.joined()
    return TableReader.read(
      Array(("Område;" + titles + "\n" + rows).utf8),
      file: "a.csv",
      options: ReadingOptions(
        delimiter: UInt8(ascii: ";"),
        unit: .kr,
        decimalMark: mark,
        allowsParentheses: allowsParentheses,
      ),
    )
  }

  private func ore(_ result: TableReader.Result) -> [Int64] {
    result.table?.facts.map(\.amount.minorUnits) ?? []
  }

  @Test func aCellThatCanOnlyHaveAPointProvesItForItsColumn() throws {
    let result = read(["1200", "12.5", "-0.75", "1 234.50"])
    #expect(ore(result) == [120_000, 1_250, -75, 123_450])
    let warning = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(warning.severity == .warning)
    #expect(warning.code == .guessNotPinned)
    #expect(warning.location?.line == 3)
    #expect(warning.value == "12.5")
    #expect(warning.message.swedish.hasSuffix("Budget 2021 (rad 3)"))
    #expect(warning.message.english.hasSuffix("Budget 2021 (line 3)"))
  }

  @Test func aMarkThatMayBeForThousandsIsDecimalWhereAnotherCellProvesIt() {
    let result = TableReader.read(
      Array("Område;Antal 2021\nA;1.234\nB;0.5\n".utf8),
      file: "a.csv",
    )
    #expect(result.table?.facts.map(\.amount.minorUnits) == [1_234, 500])
  }

  @Test(arguments: [["1.234"], ["1.234", "12.500"], ["1.234", "1234"]])
  func aMarkThatMayBeForThousandsIsRefusedAlone(cells: [String]) {
    let result = read(cells)
    #expect(result.table == nil)
    #expect(result.diagnostics.allSatisfy { $0.code == .amountAmbiguous })
    #expect(
      result.diagnostics.first?.message.english
        == "\"1.234\" can mean both 1 234 and 1,234: the mark can be for thousands or for decimals"
    )
  }

  @Test func aColumnWithBothMarksIsAnErrorThatNamesBothPlaces() {
    let found = read(["12,5", "7,25", "12.5"]).diagnostics
    #expect(found.map(\.code) == [.amountAmbiguous])
    #expect(found.first?.location?.line == 4)
    #expect(found.first?.message.english.contains("\"12,5\" on line 2") == true)
    #expect(found.first?.message.swedish.contains("\"12,5\" på rad 2") == true)
  }

  @Test func theMarkOfFewerCellsIsTheOneToldOf() {
    let found = read(["12.5", "7.25", "12,5"]).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.location?.line) == [4])
    #expect(found.first?.message.english.contains("\"12.5\" on line 2") == true)
  }

  @Test(arguments: ["1.234,50", "1.234.567", "1,234.50", "1,234,567"])
  func marksForThousandsAreRefusedInEveryColumn(cell: String) {
    for other in ["1", "12.5", "12,5"] {
      let result = read([other, cell])
      #expect(result.table == nil)
      #expect(result.diagnostics.contains { $0.severity == .error && $0.value == cell })
    }
  }

  @Test func eachColumnHasItsOwnMark() {
    let result = read(["12.5;12,5", "1.234;1,234"], titles: "Antal 2020;Antal 2021")
    #expect(result.table?.facts.map(\.amount.minorUnits) == [12_500, 12_500, 1_234, 1_234])
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }

  @Test func besideAColumnOfPointsACommaThatMayBeForThousandsIsRefused() {
    let result = read(["12.5;1,234", "7.5;2"], titles: "Budget 2020;Budget 2021")
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.amountAmbiguous])
    #expect(errors.first?.value == "1,234")
  }

  @Test func oneWarningNamesEveryColumnWithPoints() {
    let result = read(["5;1.5", "2.5;7"], titles: "Budget 2020;Budget 2021")
    #expect(result.diagnostics.count == 1)
    #expect(
      result.diagnostics.first?.message.english
        .hasSuffix("Budget 2020 (line 3), Budget 2021 (line 2)") == true
    )
  }

  @Test func aStatedMarkIsUsedAndNothingIsConcluded() {
    let point = read(["1.234", "12"], mark: .point)
    #expect(point.table == nil)
    #expect(point.diagnostics.map(\.code) == [.amountTooFine])
    #expect(ore(read(["1.25", "12"], mark: .point)) == [125, 1_200])
    #expect(read(["1.25", "12"], mark: .point).diagnostics.isEmpty)
    #expect(read(["12,5"], mark: .point).diagnostics.map(\.code) == [.amountNotANumber])
    #expect(read(["12.5"], mark: .comma).diagnostics.map(\.code) == [.amountNotANumber])
  }

  @Test func parenthesesAreMinusOnlyWhereItIsSaid() {
    #expect(read(["(1 234)", "5"]).table == nil)
    #expect(ore(read(["(1 234)", "5"], allowsParentheses: true)) == [-123_400, 500])
    #expect(ore(read(["(12.5)", "5"], allowsParentheses: true)) == [-1_250, 500])
  }

  @Test(arguments: [",", ";", "\t"])
  func anExportWithPointsNeedsNoSettings(delimiter: String) {
    let lines = ["Area;Budget 2021;Utfall 2021", "A;1000.50;-3.25", "B;2000;12.10"]
    let text = lines.map { $0.replacing(";", with: delimiter) + "\r\n" }.joined()
    let result = TableReader.read(Array(text.utf8), file: "a.csv")
    #expect(result.table?.facts.map(\.amount.minorUnits) == [1_000_500, -3_250, 2_000_000, 12_100])
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }

  @Test func codesWithPointsSayNothingOfFigures() {
    let text = "Kod;Område;Budget 2021\n1.1;A;12,5\n1.2;B;7,5\n"
    let result = TableReader.read(Array(text.utf8), file: "a.csv")
    #expect(result.diagnostics.isEmpty)
    #expect(result.table?.facts.count == 2)
  }

  @Test(arguments: [
    ("18 37O", "the letter O, perhaps for the digit 0"),
    ("1 2l4", "the letter l, perhaps for the digit 1"),
    ("1x2", "the letter x"), ("5 st", "the word st behind the number"),
    ("—5", "U+2014"), ("\u{200B}5", "U+200B"),
  ])
  func aMessageNamesTheCharacterThatIsWrong(cell: String, words: String) {
    let found = read([cell]).diagnostics
    #expect(found.count == 1)
    #expect(found.first?.message.english.contains(words) == true, "\(found)")
  }

  @Test func commasBetweenFieldsLeaveOpenWhatACommaInAFieldIs() throws {
    let read = { (text: String, mark: DecimalMark?) in
      TableReader.read(
        Array(text.utf8),
        file: "a.csv",
        options: ReadingOptions(unit: .tkr, decimalMark: mark),
      )
    }
    let thousands = "Area,Budget 2021\nKS,\"1,500\"\nBUN,900\n"
    let refused = read(thousands, nil)
    #expect(refused.table == nil)
    #expect(refused.diagnostics.map(\.code) == [.amountAmbiguous])
    #expect(ore(read(thousands, .comma)) == [150_000, 90_000_000])
    let proved = read("Area,Budget 2021\nKS,\"1,500\"\nBUN,\"2,5\"\n", nil)
    #expect(ore(proved) == [150_000, 250_000])
  }
}
