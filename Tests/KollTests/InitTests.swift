import Koll
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
    #expect(try Koll.report(request).value != nil)
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
}
