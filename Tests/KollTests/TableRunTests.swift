import Koll
import KollCalculation
import KollImport
import KollModel
import KollTestSupport
import Testing

@Suite struct TableRunTests {
  private func run(
    _ files: [String: String],
    order: [String],
    _ change: (inout TableRequest) -> Void = { _ in },
  ) throws -> Outcome<ComputedTable> {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.tree.write(text, to: name) }
    var request = TableRequest(files: order.map { folder[$0] })
    change(&request)
    return try Koll.table(request)
  }

  private func table(
    _ text: String,
    _ change: (inout TableRequest) -> Void = { _ in },
  ) throws
    -> Outcome<ComputedTable>
  {
    try run(["a.csv": text], order: ["a.csv"], change)
  }

  /// The largest amounts that are read still add up, thousands of them; more are reported.
  @Test func aSumBeyondTheLimitIsReportedAndNeverWraps() throws {
    func rows(_ count: Int, _ amount: String) -> String {
      "Belopp i kr;\nOmråde;Budget 2021\n" + (0..<count).map { "A\($0);\(amount)\n" }.joined()
    }
    let most = try table(rows(24_595, "3750000000000"))
    #expect(most.value?.total?.cells[0].value.money?.minorUnits == 9_223_125_000_000_000_000)
    for sign in ["", "-"] {
      let over = try table(rows(24_596, sign + "3750000000000"))
      #expect(over.value == nil)
      #expect(over.diagnostics.map(\.code) == [.amountTooLarge])
    }
    let single = try table(rows(1, "4000000000000"))
    #expect(single.diagnostics.map(\.code) == [.amountTooLarge])
    let product = try table(rows(1, "3000000000000")) { request in
      request.added = [.init(title: "X", expression: "Budget 2021 * 999999999999999")]
    }
    #expect(product.diagnostics.map(\.code) == [.amountTooLarge])
  }

  @Test(arguments: Seeds.first(10))
  func theOrderOfTheRowsInTheFileChangesOnlyTheOrder(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = generator.rows(atMost: 40, columns: 2, digits: 12).map { row in
      "\(row.label);" + row.values.map { $0.map(String.init) ?? "-" }.joined(separator: ";") + "\n"
    }
    let head = "Belopp i öre;;\nOmråde;Budget 2021;Utfall 2021\nSist;1;2\n"
    let straight = try #require(try table(head + rows.joined()).value)
    let mixed = try #require(try table(head + rows.shuffled(using: &generator).joined()).value)
    #expect(straight.total?.cells.map(\.value) == mixed.total?.cells.map(\.value))
    let byLabel = Dictionary(
      uniqueKeysWithValues: mixed.rows.map { ($0.label, $0.cells.map(\.value)) }
    )
    for row in straight.rows { #expect(byLabel[row.label] == row.cells.map(\.value)) }
  }

  @Test func theOrderOfTheFilesChangesNoFigure() throws {
    let files = [
      "b.csv": "Belopp i tkr;\nOmråde;Budget 2021\nA;1\nB;2\n",
      "u.csv": "Belopp i tkr;\nOmråde;Utfall 2021\nB;20\nC;30\n",
    ]
    let first = try #require(try run(files, order: ["b.csv", "u.csv"]).value)
    let second = try #require(try run(files, order: ["u.csv", "b.csv"]).value)
    for row in first.rows {
      let other = try #require(second.rows.first { $0.label == row.label })
      #expect(Set(row.cells.map(\.value.money)) == Set(other.cells.map(\.value.money)))
    }
    #expect(first.rows.map(\.label) == ["A", "B", "C", "Totalt"])
    #expect(second.rows.map(\.label) == ["B", "C", "A", "Totalt"])
  }

  @Test func theSameFileTwiceIsReportedOnce() throws {
    let text = "Belopp i tkr;\nOmråde;Budget 2021\nA;1\nB;2\n"
    let outcome = try run(["a.csv": text, "b.csv": text], order: ["a.csv", "b.csv"])
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.code) == [.fileTwice])
    let message = try #require(outcome.diagnostics.first?.message.english)
    #expect(message.hasSuffix("/a.csv"))
    let named = try run(["a.csv": text], order: ["a.csv", "a.csv"])
    #expect(named.diagnostics.map(\.code) == [.fileTwice])
  }

  @Test func figuresThatTwoFilesStateAreReportedOnceForAnArea() throws {
    let head = "Belopp i tkr;;\nOmråde;Budget 2021;Utfall 2021\n"
    let files = ["a.csv": head + "A;1;1\nB;2;2\n", "b.csv": head + "A;1;3\nC;2;2\n"]
    let outcome = try run(files, order: ["a.csv", "b.csv"])
    #expect(outcome.diagnostics.map(\.code) == [.duplicateFact])
    let finding = try #require(outcome.diagnostics.first)
    #expect(finding.location?.line == 3)
    #expect(finding.message.english.hasPrefix("A: 2 figures (Budget 2021, Utfall 2021) already"))
  }

  /// Counts and shares are integers of as many decimals as their file writes.
  @Test func filesThatWriteDecimalsDifferentlyAreOneTable() throws {
    let files = [
      "a.csv": "Område;Antal platser;Andel %\nA;10,5;5,25\n",
      "b.csv": "Område;Antal platser;Andel %\nB;20;7\n",
    ]
    // A share is kept as such: 5,25 % is 0,0525.
    for order in [["a.csv", "b.csv"], ["b.csv", "a.csv"]] {
      let table = try #require(try run(files, order: order).value)
      let values = Dictionary(
        uniqueKeysWithValues: table.rows.map { ($0.label, $0.cells.map(\.value)) }
      )
      #expect(
        values["A"] == [.count(Rational(105, decimals: 1)), .ratio(Rational(525, decimals: 4))]
      )
      #expect(values["B"] == [.count(Rational(20)), .ratio(Rational(7, decimals: 2))])
      #expect(values["Totalt"]?[0] == .count(Rational(305, decimals: 1)))
    }
  }

  @Test func aUnitThatOneFileStatesAndAnotherDoesNotIsAnError() throws {
    let files = [
      "a.csv": "Belopp i tkr;\nOmråde;Budget 2021\nA;1\n", "b.csv": "Område;Budget 2021\nB;1000\n",
    ]
    let outcome = try run(files, order: ["a.csv", "b.csv"])
    #expect(outcome.diagnostics.map(\.code) == [.unitUnknown])
    #expect(outcome.diagnostics.first?.location?.file.hasSuffix("/b.csv") == true)
  }

  @Test func everyFaultOfEveryFileIsReportedInOneRun() throws {
    let files = [
      "a.csv": "Belopp i tkr;\nOmråde;Budget 2021\nA;12 34\nB;1;2\n", "tom.csv": "",
      "b.csv": "Belopp i tkr;\nOmråde;Utfall 2021\nC;5O\n",
    ]
    let outcome = try run(files, order: ["a.csv", "saknas.csv", "tom.csv", "b.csv"])
    #expect(outcome.value == nil)
    #expect(
      outcome.diagnostics.map(\.code) == [
        .amountNotANumber, .fieldCount, .fileMissing, .fileEmpty, .amountNotANumber,
      ]
    )
  }

  @Test func undecodableBytesDoNotHideTheOtherFaultsOfTheFile() throws {
    let folder = try TemporaryFolder()
    let bytes =
      Array("Belopp i tkr;\nOmråde;Budget 2021\nKök;1\nK".utf8) + [0xF6]
      + Array("k 2;2\nB;12 34\nC;1;2\n".utf8)
    try folder.tree.write(bytes, to: "a.csv")
    let outcome = try Koll.table(TableRequest(files: [folder["a.csv"]]))
    #expect(outcome.diagnostics.map(\.code) == [.undecodableBytes, .amountNotANumber, .fieldCount])
  }

  @Test func aWordInTheFirstRowIsAFaultOfThatCellAndNoSecondHeader() throws {
    let outcome = try table("Belopp i tkr;\nOmråde;Budget 2021\nA;se bilaga\nB;1\n")
    #expect(outcome.diagnostics.map(\.code) == [.textInAmount])
    #expect(outcome.diagnostics.map(\.location?.line) == [3])
    #expect(outcome.value?.rows.map(\.label) == ["A", "B", "Totalt"])
  }

  @Test func atLeastThreeDecimalsAreKeptWhateverTheUnit() throws {
    for (head, value) in [
      ("Område;Belopp\n", "1,125"), ("Belopp i tkr;\nOmråde;Budget 2021\n", "1,125"),
      ("Belopp i mnkr;\nOmråde;Budget 2021\n", "1,12345678"),
    ] {
      let outcome = try table(head + "A;\(value)\n")
      let table = try #require(outcome.value)
      let number = table.rows[0].cells[0].value.number(in: table.columns[0].scale)
      let decimals = value.count - 2
      #expect(number == Rational(Int64(value.filter(\.isNumber)) ?? 0, decimals: decimals))
    }
    let half = try table("Område;Belopp\nA;3\n") { request in
      request.added = [.init(title: "Hälften", expression: "Belopp / 2")]
    }
    let table = try #require(half.value)
    #expect(
      table.rows[0].cells[1].value.number(in: table.columns[1].scale) == Rational(3, over: 2)
    )
  }

  @Test func aTitleStatesTheUnitThatItsColumnShows() throws {
    let text = "Område;Budget 2021 (tkr);Utfall 2021, kkr\nA;1 500;2 500\n"
    let kept = try table(text)
    #expect(kept.value?.columns.map(\.title) == ["Budget 2021 (tkr)", "Utfall 2021, kkr"])
    let shown = try table(text) { request in
      request.unit = .mnkr
      request.columns = ["Budget 2021 (tkr)"]
      request.added = [TableRequest.AddedColumn(title: "Kvar", expression: "[Budget 2021 (tkr)]")]
    }
    #expect(shown.diagnostics.isEmpty, "\(shown.diagnostics)")
    #expect(shown.value?.columns.map(\.title) == ["Budget 2021 (mnkr)", "Kvar"])
  }

  @Test func strictMakesEveryWarningAnErrorAndGivesNoTable() throws {
    let text = "Belopp i tkr;\nOmråde;Budget 2021\nA;1\nTotalt;9\n"
    #expect(try table(text).value != nil)
    let strict = try table(text) { $0.isStrict = true }
    #expect(strict.value == nil)
    #expect(strict.diagnostics.map(\.severity) == [.error])
  }

  @Test func columnsAreChosenByTitleOrKeyAndEachStandsOnce() throws {
    let text = "Belopp i tkr;;\nOmråde;Budget 2021;Utfall 2021\nA;1;2\n"
    let outcome = try table(text) { request in
      request.columns = ["utfall-2021", "BUDGET 2021", "Utfall 2021", "skillnad"]
      request.added = [.init(title: "Skillnad", expression: "Utfall 2021 - Budget 2021")]
    }
    let titles = try #require(outcome.value).columns.map(\.title)
    #expect(titles == ["Utfall 2021", "Budget 2021", "Skillnad"])
  }

  @Test func signsAreTurnedOnlyWhenTheConventionIsKnown() throws {
    let mixed = "Belopp i tkr;\nOmråde;Budget 2021\nA;1\nB;-2\n"
    #expect(try table(mixed) { $0.sign = .result }.diagnostics.map(\.code) == [.signUnknown])
    let given = try table(mixed) { request in
      request.sign = .result
      request.reading.sign = .cost
    }
    #expect(
      given.value?.rows.map { $0.cells[0].value.money?.minorUnits } == [-100_000, 200_000, 100_000]
    )
    #expect(given.value?.sign == .result)
  }
}
