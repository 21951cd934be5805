import Koll
import KollImport
import KollModel
import KollTestSupport
import Testing

/// In a project a guess is an error until the project states it, with lines to paste that settle it.
@Suite struct PinTests {
  /// Files whose rows, columns or numbers can be meant otherwise than they are read.
  static let doubtful = [
    "a row without figures": "Område;Budget 2021;Utfall 2021\nA;10;25\nB;31;4\nC;;\n"
      + "D;500;77\nE;9;18\n",
    "rows below another": "Område;Budget 2021;Utfall 2021\nA;100;200\n   a1;30;40\n   a2;31;44\n"
      + "B;300;200\n   b1;70;60\n   b2;20;60\n",
    "a word of a sum": "Område;Budget 2021;Utfall 2021\nA;100;200\nB;300;200\nC;70;60\n"
      + "Årets resultat;20;60\n",
    "a sum in all columns but one": "Område;Budget 2021;Utfall 2021;Prognos 2021\n"
      + "A;3000;7000;9000\na1;1000;3000;4000\na2;2000;4000;5401\nB;500;600;700\nC;12;13;15\n",
    "a row below the total": "Område;Budget 2021;Utfall 2021\nA;100;200\nB;300;200\n"
      + "Totalt;400;400\nFinans;70;60\n",
    "the same money divided another way": "Område;Budget 2021;Utfall 2021\nA;100;200\nB;300;200\n"
      + "Totalt;400;400\nPersonal;150;150\nLokaler;250;250\nTotalt;400;400\n",
    "a damaged year": "Område;Budget 2021;Utfall 202\nA;100;200\nB;300;200\n",
    "decimal points": "Område;Budget 2021;Utfall 2021\nA;10.25;20.5\nB;30.0;2.5\n",
  ]

  @Test(arguments: doubtful.keys.sorted())
  func theLinesToPasteSettleTheGuess(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.tree.write("Belopp i tkr\n" + (PinTests.doubtful[name] ?? ""), to: "a.csv")
    try folder.tree.write(project(), to: "koll.yaml")
    let check = try Koll.check(folder["."])
    let guesses = check.diagnostics.filter { !$0.pins.isEmpty }
    #expect(!guesses.isEmpty)
    #expect(guesses.filter { $0.severity != .error }.isEmpty)
    let lines = try #require(check.files.first).linesToPaste
    try folder.tree.write(project(stating: lines), to: "koll.yaml")
    let settled = try Koll.check(folder["."])
    #expect(settled.diagnostics.isEmpty, "\(settled.diagnostics)")
    #expect(settled.files.flatMap(\.linesToPaste).isEmpty)
  }

  /// What is stated is how the file was read, and so changes no figure.
  @Test(arguments: doubtful.keys.sorted())
  func thePinsKeepTheReading(name: String) throws {
    let bytes = Array(("Belopp i tkr\n" + (PinTests.doubtful[name] ?? "")).utf8)
    let guessed = TableReader.read(bytes, file: "a.csv")
    #expect(guessed.diagnostics.filter { $0.severity == .error }.isEmpty)
    var options = ReadingOptions()
    for pin in guessed.readings.flatMap(\.pins) {
      switch (pin.key, pin.name) {
      case ("rows", let name?): options.rows[name] = RowRole(rawValue: pin.value)
      case ("columns", let name?): options.columns[name] = ColumnRole(reading: pin.value)
      default: options.decimalMark = DecimalMark(rawValue: pin.value)
      }
    }
    let pinned = TableReader.read(bytes, file: "a.csv", options: options)
    #expect(pinned.diagnostics.isEmpty)
    #expect(pinned.readings.flatMap(\.pins).isEmpty)
    #expect(pinned.table?.facts == guessed.table?.facts)
    #expect(pinned.table?.layout.rows == guessed.table?.layout.rows)
  }

  @Test func aRowThatSharesItsNameWithAnotherIsNotPinned() throws {
    let folder = try TemporaryFolder()
    let text =
      "Belopp i tkr\nNämnd;Område;Budget 2021\nKS;Stab;1\nBUN;Skola;2\nTotalt;;3\nStab;;5\n"
    try folder.tree.write(text, to: "a.csv")
    try folder.tree.write(project(), to: "koll.yaml")
    let check = try Koll.check(folder["."])
    #expect(check.diagnostics.map(\.code) == [.rowAfterTotal])
    #expect(check.isSound)
    #expect(check.files.flatMap(\.linesToPaste).isEmpty)
  }

  @Test func pairsOfAKeyThatIsThereAreToldApart() throws {
    let folder = try TemporaryFolder()
    try folder.tree.write(
      "Belopp i tkr\nOmråde;Budget 2021\nA;1\nB;2\nTotalt;3\nC;4\nD;5\n",
      to: "a.csv",
    )
    try folder.tree.write(project(stating: ["    rows:", "      C: memo"]), to: "koll.yaml")
    let check = try Koll.check(folder["."])
    #expect(check.files.map(\.linesToPaste) == [["    # rows:", "      D: memo"]])
  }

  @Test func aSourceInBracesGetsThePairsInBraces() throws {
    let folder = try TemporaryFolder()
    try folder.tree.write(
      "Belopp i tkr\nOmråde;Budget 2021\nA;1\nB;2\nTotalt;3\nC;4\n",
      to: "a.csv",
    )
    let project = project().split(separator: "\n").joined(separator: "\n")
      .replacing("  - file: a.csv\n    sign: cost", with: "  - {file: a.csv, sign: cost}")
    try folder.tree.write(project, to: "koll.yaml")
    let check = try Koll.check(folder["."])
    #expect(check.files.map(\.linesToPaste) == [["rows: {C: memo}"]])
  }

  /// What the structure says is not in doubt for what figures and indents look like.
  @Test(arguments: ["rows below another", "a word of a sum", "a sum in all columns but one"])
  func aStructureSettlesWhatFiguresSuggest(name: String) throws {
    let bytes = Array(("Belopp i tkr\n" + (PinTests.doubtful[name] ?? "")).utf8)
    var options = ReadingOptions()
    options.areGroupsKnown = true
    let result = TableReader.read(bytes, file: "a.csv", options: options)
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: doubtful.keys.sorted())
  func initWritesThePins(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.tree.write("Belopp i tkr\n" + (PinTests.doubtful[name] ?? ""), to: "a.csv")
    let made = try Koll.initialise(folder["p"], files: [folder["a.csv"]])
    let isForPeople = name != "decimal points"
    #expect(made.diagnostics.isEmpty != isForPeople)
    let check = try Koll.check(folder["p"])
    #expect(check.isSound, "\(check.diagnostics)")
    #expect(check.files.flatMap(\.linesToPaste).isEmpty)
  }

  /// A project file of one source, with lines below those that it always has.
  private func project(stating lines: [String] = []) -> String {
    let source = ["sources:", "  - file: a.csv", "    sign: cost"] + lines
    return
      (["version: 1", "organisation: {code: x, name: X}"] + source
      + [
        "reports:", "  - name: r", "    title: R", "    year: 2021", "    unit: tkr",
        "    columns: [budget 2021]", "",
      ]).joined(separator: "\n")
  }
}
