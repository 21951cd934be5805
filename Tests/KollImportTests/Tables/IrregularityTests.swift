import KollImport
import KollModel
import Testing

/// What a slip of the hand leaves in a file, and no figure contradicts.
struct IrregularityTests {
  private func findings(_ text: String) -> [String] {
    TableReader.read(Array((text + "\n").utf8), file: "a.csv").diagnostics.map {
      "\($0.severity) \($0.location?.line ?? 0) \($0.code.rawValue)"
    }
  }

  @Test func aLineWithMoreSeparatorsThanTheOthersIsToldOf() {
    let table = "Område;Budget 2021;Not\nA;10;\nB;20;\nvarav C;5;"
    #expect(findings(table).isEmpty)
    #expect(findings(table + ";") == ["warning 4 field-count"])
    #expect(findings("Område;Budget 2021\nA;10;\nB;20;\nTotalt;30;").isEmpty)
  }

  @Test func headerRowsOfDifferentWidthsAreToldOf() {
    let rows = "\nNämnd;Budget;Utfall;Budget\nA;10;11;12\nB;20;22;24"
    #expect(findings(";2020;;2021" + rows).isEmpty)
    #expect(findings(";2020;2021" + rows) == ["warning 1 field-count"])
  }

  @Test func aNumberAloneOnItsLineIsToldOf() {
    #expect(findings("Område;Budget 2021\nA;10\n234\nB;20") == ["warning 3 field-count"])
  }

  @Test func anInvisibleCharacterInANameIsToldOf() {
    #expect(findings("Område;Budget 2021\nA;10\nB\u{200B};20") == ["warning 3 text-garbled"])
    #expect(findings("Område;Budget\u{AD} 2021\nA;10\nB;20") == ["warning 1 text-garbled"])
    #expect(findings("Område;Budget 2021\nA;\u{200B}10\nB;20") == ["error 2 amount-not-a-number"])
  }

  @Test(arguments: ["Budget 202", "Budget 20211", "Budget 2O21", "Budget O021", "Utfall 221"])
  func aDamagedYearInATitleIsToldOf(title: String) {
    #expect(
      findings("Område;\(title);Plan 2022\nA;10;11\nB;20;21") == ["warning 1 guess-not-pinned"]
    )
  }

  @Test(arguments: ["Prognos 2", "Budget 21", "Utfall 12 mån", "Konto 3010", "Budget 2021/22"])
  func otherNumbersInATitleAreNoDamagedYears(title: String) {
    #expect(findings("Område;\(title);Plan 2022\nA;10;11\nB;20;21").isEmpty)
  }

  @Test func aRowThatSoundsLikeASumAndIsNoneIsToldOf() {
    let rows = "Post;2020;2019\nIntäkter;100;90\nKostnader;-70;-60\nAvskrivningar;-10;-8\n"
    #expect(findings(rows + "Årets resultat;20;22").isEmpty)
    #expect(findings(rows + "Årets resultat;20;29") == ["warning 5 guess-not-pinned"])
  }

  @Test func aRowThatIsTheSumOfOthersInAllColumnsButOneIsToldOf() {
    let table = { (figure: String, end: String) in
      "Nämnd;2019;2020;2021\nKS;3000;3300;\(figure)\nAdm;1000;1100;1200\nIT;2000;2200;2400" + end
    }
    #expect(findings(table("3600", "")).isEmpty)
    #expect(findings(table("3660", "")) == ["warning 2 guess-not-pinned"])
    #expect(findings(table("3660", "\nTotalt;6000;6600;7260")).isEmpty)
  }

  @Test func aUnitInOneCellIsNotThatOfALongFilesWholeColumn() {
    let rows = "Ansvar;Konto;Utfall 2021\n11;4010;100 tkr\n11;5010;200"
    #expect(findings(rows) == ["error 2 unit-unknown"])
    #expect(findings(rows + " tkr").isEmpty)
  }

  @Test func aSeparatorThatARivalDividesFurtherIsAGuess() {
    let text = "Enhet,Budget 2021;Utfall 2021\nPark;12;8,5\nGata;24;16,25\nSumma;36;24,75\n"
    let detected = TableReader.read(Array(text.utf8), file: "a.csv").detected
    #expect(detected.last?.isCertain == false)
  }
}
