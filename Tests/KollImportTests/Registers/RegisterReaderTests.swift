import KollImport
import KollModel
import Testing

@Suite struct RegisterReaderTests {
  private static let schema = RegisterSchema(
    name: Phrase(sv: "åtgärder", en: "measures"),
    columns: [
      RegisterColumn("id", .text, isRequired: true),
      RegisterColumn("status", .word(["idé", "beslutad"]), isRequired: true),
      RegisterColumn("effekt i år", .money), RegisterColumn("från", .month),
      RegisterColumn("ungefärligt", .yesOrNo), RegisterColumn("kommentar", .text),
    ],
  )

  private func read(
    _ text: String,
    _ options: ReadingOptions = ReadingOptions(),
  ) -> RegisterReader.Result {
    RegisterReader.read(Array(text.utf8), file: "m.csv", schema: Self.schema, options: options)
  }

  private func codes(_ text: String) -> [DiagnosticCode] { read(text).diagnostics.map(\.code) }

  private static let head = "Belopp i tkr;\nid;status;effekt i år;från;ungefärligt;kommentar\n"

  @Test func everyKindOfValueIsRead() throws {
    let result = read(Self.head + "S1;Beslutad;3 500;2021-07;Ja;'=ca\nS2;idé;;;nej;\n")
    #expect(result.diagnostics.isEmpty)
    let register = try #require(result.register)
    #expect(register.unit == .tkr)
    let row = register.rows[0]
    #expect(row.text("id") == "S1")
    #expect(row.text("status") == "beslutad")
    #expect(row.money("effekt i år") == Money(minorUnits: 350_000_000))
    #expect(row.month("från") == Month("2021-07"))
    #expect(row.yesOrNo("ungefärligt") == true)
    #expect(row.text("kommentar") == "=ca")
    #expect(row.origin == Origin(file: "m.csv", line: 3))
    #expect(row.places["effekt i år"]?.column == 13)
    let empty = register.rows[1]
    #expect(empty.money("effekt i år") == nil)
    #expect(empty.month("från") == nil)
    #expect(empty.yesOrNo("ungefärligt") == false)
    #expect(empty.text("kommentar") == nil)
  }

  @Test func aColumnThatStandsTwiceIsAnError() throws {
    let result = read("id;status;kommentar;Status\nS1;idé;;beslutad\n")
    #expect(result.register == nil)
    #expect(result.diagnostics.map(\.code) == [.duplicateFact])
    #expect(result.diagnostics.first?.location?.column == 21)
  }

  @Test func aMonthStandsForItsFirstOrItsLastDay() throws {
    let schema = RegisterSchema(
      name: Phrase(sv: "områden", en: "areas"),
      columns: [RegisterColumn("från", .firstDay), RegisterColumn("till", .lastDay)],
    )
    func read(_ rows: String) -> RegisterReader.Result {
      RegisterReader.read(Array("från;till\n\(rows)".utf8), file: "s.csv", schema: schema)
    }
    let rows = try #require(read("2020-02;2020-02\n2021-03-15;2021-03-16\n").register).rows
    #expect(rows.map { $0.day("från")?.description } == ["2020-02-01", "2021-03-15"])
    #expect(rows.map { $0.day("till")?.description } == ["2020-02-29", "2021-03-16"])
    let wrong = read("2021-02-29;\n;februari\n")
    #expect(wrong.diagnostics.map(\.code) == [.registerValueInvalid, .registerValueInvalid])
    #expect(wrong.diagnostics.map(\.location?.column) == [1, 2])
  }

  @Test func theColumnsMayStandInAnyOrderAndOptionalOnesMayBeLeftOut() throws {
    let register = try #require(read("STATUS;Id\nidé;S1\n").register)
    #expect(register.rows.map { $0.text("id") } == ["S1"])
    #expect(register.rows.map { $0.text("status") } == ["idé"])
  }

  /// A row, the code of its one fault, and the column that it stands in.
  private static let faults: [(String, DiagnosticCode, Int)] = [
    ("S1;besluta;;;;", .registerValueInvalid, 4), ("S1;idé;1OO;;;", .amountNotANumber, 8),
    ("S1;idé;1.000;;;", .amountAmbiguous, 8), ("S1;idé;5 %;;;", .registerValueInvalid, 8),
    ("S1;idé;mycket;;;", .registerValueInvalid, 8),
    ("S1;idé;0,000001;;;", .registerValueInvalid, 8),
    ("S1;idé;999999999999999999;;;", .registerValueInvalid, 8),
    ("S1;idé;;2021-13;;", .registerValueInvalid, 9), ("S1;idé;;juli;;", .registerValueInvalid, 9),
    ("S1;idé;;;kanske;", .registerValueInvalid, 10),
  ]

  @Test(arguments: faults)
  func aValueThatDoesNotFitIsReportedAtItsPlace(
    _ row: String,
    _ code: DiagnosticCode,
    _ column: Int,
  ) {
    let result = read(Self.head + row + "\n")
    #expect(result.register == nil)
    #expect(result.diagnostics.map(\.code) == [code])
    #expect(result.diagnostics.first?.location?.line == 3)
    #expect(result.diagnostics.first?.location?.column == column)
  }

  @Test func whatMustBeThereIsMissedInTheHeaderAndInEachRow() {
    #expect(codes("id;kommentar\nS1;x\n") == [.headerMissing])
    #expect(codes("id;status\n;idé\nS2;\n") == [.registerValueInvalid, .registerValueInvalid])
    #expect(codes("a;b\n1;2\n") == [.headerMissing])
    #expect(codes("") == [.headerMissing])
  }

  @Test func anUnknownColumnIsReportedWithTheNearest() throws {
    let result = read("id;statsu\nS1;idé\n")
    let unknown = try #require(result.diagnostics.first { $0.code == .columnUnknown })
    #expect(unknown.help?.english == "did you mean \"status\"?")
    #expect(unknown.location?.column == 4)
  }

  @Test func aRowThatIsTooLongIsReportedAndAShortOneIsEmptyAtItsEnd() {
    #expect(codes("id;status\nS1;idé;x\n") == [.fieldCount])
    #expect(read("id;status;kommentar\nS1;idé\n").register?.rows.count == 1)
  }

  @Test func moneyNeedsAUnitFromTheFileOrTheProjectOrTheCell() {
    let text = "id;status;effekt i år\nS1;idé;5\n"
    #expect(codes(text) == [.unitUnknown])
    let given = read(text, ReadingOptions(unit: .mnkr)).register
    #expect(given?.rows.first?.money("effekt i år") == Money(minorUnits: 500_000_000))
    let own = read("id;status;effekt i år\nS1;idé;5 tkr\n").register
    #expect(own?.rows.first?.money("effekt i år") == Money(minorUnits: 500_000))
  }

  @Test func theUnitNearestAboveTheHeaderHoldsAlsoAgainstOneThatWasGiven() {
    let text = "Uppföljning i mnkr\nBelopp i tkr\nid;status;effekt i år\nS1;idé;5\n"
    let result = read(text, ReadingOptions(unit: .kr))
    #expect(result.diagnostics.map(\.code) == [.unitContradicted])
    #expect(result.register?.unit == .tkr)
    #expect(read(text, ReadingOptions(unit: .tkr)).diagnostics.isEmpty)
  }

  @Test func everyFaultIsReportedInOneRunUndecodableBytesToo() {
    let bytes =
      Array("id;status;effekt i år\n".utf8) + Array("S1;idX;1OO\nK".utf8) + [0xF6]
      + Array("k;idé;1\nS3;idé;1;2\n".utf8)
    let result = RegisterReader.read(
      bytes,
      file: "m.csv",
      schema: Self.schema,
      options: ReadingOptions(encoding: .utf8, unit: .tkr),
    )
    #expect(
      Set(result.diagnostics.map(\.code)) == [
        .undecodableBytes, .registerValueInvalid, .amountNotANumber, .fieldCount,
      ]
    )
  }
}
