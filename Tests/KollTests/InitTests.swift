import Koll
import KollImport
import KollModel
import KollTestSupport
import Testing

/// A project made of files is one that reports can be written from.
@Suite struct InitTests {
  @Test(arguments: [
    // Two levels of labels, remarks and a total.
    "Nämnd;Enhet;Budget 2021 (tkr);Utfall 2021 (tkr);Kommentar\nKS;Administration;10;12;x\n"
      + ";Stab;1;2;\nBUN;Administration;4;5;y\nTotalt;;15;19;\n",
    // A nämnd above its verksamheter, and a stated deviation.
    "Belopp i tkr\nNämnd;Budget 2021;Utfall 2021;Avvikelse\nKommunstyrelse;30;31;-1\n"
      + "Kansli;10;11;-1\nStab;20;20;0\nUtbildning;70;75;-5\nFörskola;30;33;-3\nSkola;40;42;-2\n"
      + "Totalt;100;106;-6\n",
    // A row for each amount, codes with zeros, decimal points.
    "Belopp i tkr\nKst;Kst namn;Konto;Utfall 2021-01;Utfall 2021-02\n"
      + "0110;Ekonomi;5010;10.50;11.25\n0110;Ekonomi;4010;1.5;2.5\n0220;Kansli;5010;3.0;4.0\n",
    // Columns of no stated kind, one with a title that YAML takes for no text.
    "Belopp i kr\nNämnd;2020;Yes;-x: #\nKS;1;2;3\nBUN;-3;4;5\n",
    // Sums that no word tells of for certain.
    "Belopp i tkr\nResultaträkning;Utfall 2021;Budget 2021;Utfall 2020\nIntäkter;100;90;80\n"
      + "Kostnader;-300;-290;-270\nNettokostnader;-200;-200;-190\nSkatter;250;240;230\n"
      + "Årets resultat;50;40;40\n",
    // The same name under two nämnder that have areas below.
    "Belopp i kr\nNämnd;Avdelning;Enhet;Budget 2021\nKS;Adm;A;1\nKS;Adm;B;2\nBUN;Adm;A;3\nBUN;Adm;C;4\n",
  ])
  func theProjectOfAFileIsInOrder(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.tree.write(text, to: "a.csv")
    let made = try Koll.initialise(folder["p"], files: [folder["a.csv"]])
    #expect(made.diagnostics.isEmpty, "\(made.diagnostics)")
    let check = try Koll.check(folder["p"])
    let project = try folder.tree.text(of: "p/koll.yaml")
    #expect(check.isSound, "\(check.diagnostics)\n\(project)")
    #expect(check.files.filter { !$0.isPinned }.isEmpty)
    let copy = try folder.tree.text(of: "p/a.csv")
    #expect(copy == text)
  }

  @Test func theTotalsOfTheProjectAreThoseOfTheFile() throws {
    let folder = try TemporaryFolder()
    let text = "Belopp i tkr\nNämnd;Enhet;Budget 2021\nKS;10 Stab;1\n;20 Kansli;2\nBUN;30 Skola;4\n"
    try folder.tree.write(text, to: "a.csv")
    _ = try Koll.initialise(folder["p"], files: [folder["a.csv"]])
    let records = try folder.tree.text(of: "p/struktur.csv").split(separator: "\r\n").dropFirst()
    #expect(
      records == [
        ";KS;;nämnd;;;", "10;Stab;KS;enhet;;;", "20;Kansli;KS;enhet;;;", ";BUN;;nämnd;;;",
        "30;Skola;BUN;enhet;;;",
      ]
    )
    var request = ReportRequest(project: folder["p"])
    request.formats = [.csv]
    #expect(try !Koll.report(request).paths.isEmpty)
    let table = try folder.tree.text(of: "p/rapporter/2021/uppfoljning-p.csv")
    #expect(table.contains("Totalt;;7\r\n"), "\(table)")
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try TemporaryFolder()
    try folder.tree.write("A;Budget 2021\nx;1\n", to: "a.csv")
    try folder.tree.write("mine", to: "koll.yaml")
    let made = try Koll.initialise(folder["."], files: [folder["a.csv"]])
    #expect(made.value == nil)
    #expect(made.diagnostics.map(\.code) == [.fileExists])
    let kept = try folder.tree.text(of: "koll.yaml")
    #expect(kept == "mine")
  }

  @Test func aFileWithErrorsMakesNoProject() throws {
    let folder = try TemporaryFolder()
    try folder.tree.write("A;Budget 2021\nx;1O\n", to: "a.csv")
    let made = try Koll.initialise(folder["p"], files: [folder["a.csv"]])
    #expect(made.diagnostics.map(\.code) == [.amountNotANumber])
    #expect(folder.tree.bytesIfPresent(of: "p/koll.yaml") == nil)
    #expect(folder.tree.bytesIfPresent(of: "p/a.csv") == nil)
  }

  @Test func withoutFilesTheFoldersOwnAreTaken() throws {
    let folder = try TemporaryFolder()
    try folder.tree.write("Belopp i kr\nA;Budget 2021\nx;1\n", to: "b.csv")
    try folder.tree.write("Belopp i kr\nA;Utfall 2021\nx;1\n", to: "a.csv")
    let made = try Koll.initialise(folder["."], files: [])
    #expect(made.value?.count == 2)
    #expect(try Koll.check(folder["."]).files.map(\.file) == ["struktur.csv", "a.csv", "b.csv"])
  }

  @Test func whatIsKnownBeforehandIsWritten() throws {
    let folder = try TemporaryFolder()
    let text = "Kst|Konto|T|Per|Bel\nKS|3010|B1|1|1.5\nKS|4010|B1|1|2.5\nBUN|4010|B1|1|(3.5)\n"
    try folder.tree.write(text, to: "a.csv")
    try folder.tree.write(
      """
      columns: {Kst: område, Konto: konto, T: typ, Per: period, Bel: belopp}
      types: {B1: budget}
      accounts: {"3": intäkt, "4-7": kostnad}
      parentheses: minus
      year: 2021
      duplicates: add

      """,
      to: "m.yaml",
    )
    var reading = try #require(try Koll.mapping(folder["m.yaml"]).value)
    reading.delimiter = UInt8(ascii: "|")
    reading.encoding = .utf8
    reading.unit = .tkr
    reading.sign = .cost
    reading.decimalMark = .point
    let made = try Koll.initialise(folder["p"], files: [folder["a.csv"]], reading: reading)
    #expect(made.diagnostics.map(\.code) == [], "\(made.diagnostics)")
    let check = try Koll.check(folder["p"])
    let project = try folder.tree.text(of: "p/koll.yaml")
    #expect(check.isSound, "\(check.diagnostics)\n\(project)")
    #expect(check.files.flatMap(\.linesToPaste).isEmpty)
    let written = [
      "    encoding: utf-8\n", "    delimiter: \"|\"\n", "    decimal-mark: point\n",
      "    parentheses: minus\n", "    year: \"2021\"\n", "    duplicates: add\n",
      "    unit: tkr\n",
      "    sign: cost\n", "      B1: budget\n", "      \"3\": intäkt\n", "      \"7\": kostnad\n",
      "      Kst: område\n",
    ]
    for line in written { #expect(project.contains(line), "\(line)\(project)") }
  }

  @Test func oneOfSeveralTablesIsTakenAsGiven() throws {
    let folder = try TemporaryFolder()
    let text = "Belopp i tkr\nA;Budget 2021\nx;1\n\nB;Utfall 2021\ny;2\n"
    try folder.tree.write(text, to: "a.csv")
    var reading = ReadingOptions()
    reading.table = 2
    reading.unit = .tkr
    reading.rows = ["y": .item]
    let made = try Koll.initialise(folder["p"], files: [folder["a.csv"]], reading: reading)
    #expect(made.diagnostics.map(\.code) == [])
    let project = try folder.tree.text(of: "p/koll.yaml")
    #expect(project.contains("    table: \"2\"\n"))
    #expect(try Koll.check(folder["p"]).isSound)
  }

  @Test func whatNoFileStatesIsToldOf() throws {
    let folder = try TemporaryFolder()
    try folder.tree.write("A;Budget 2021;Utfall 2021\nx;1;-1\n", to: "a.csv")
    let made = try Koll.initialise(folder["p"], files: [folder["a.csv"]])
    #expect(made.value != nil)
    #expect(made.diagnostics.map(\.field) == ["unit", "sign", "unit"])
    #expect(made.diagnostics.filter { $0.severity == .error }.isEmpty)
  }
}
