import KollImport
import KollModel
import Testing

/// Levels of areas told by headings, by cells left empty and by indents.
struct LevelTests {
  @Test func aSumAboveRowsOfAListKeepsTheirNamesWhenItIsSaidToBeOne() throws {
    var options = ReadingOptions()
    options.rows = ["KS": .subtotal]
    let text = "Nämnd;Budget 2021;Utfall 2021\nKS;30;33\n- Kansli;10;11\n- IT;20;22\nBUN;5;6\n"
    let result = TableReader.read(Array(text.utf8), file: "a.csv", options: options)
    let areas = try #require(result.table).layout.rows.map(\.area.labels)
    #expect(areas == [["KS", "Kansli"], ["KS", "IT"], ["BUN"]])
  }

  @Test func headingsStandInsideThoseWhoseSumsComeLater() throws {
    let table = try Shape(
      """
      Belopp i tkr;2021-12-31;2020-12-31
      TILLGÅNGAR;;
      A Anläggningstillgångar;;
      I Immateriella;;
      Licenser;10;9
      II Materiella;;
      Mark;60;50
      Byggnader;30;31
      Summa materiella;90;81
      Summa anläggningstillgångar;100;90
      B Omsättningstillgångar;;
      Fordringar;20;18
      Kassa;30;27
      Summa omsättningstillgångar;50;45
      SUMMA TILLGÅNGAR;150;135
      """
    )
    let fixed = "TILLGÅNGAR/A Anläggningstillgångar"
    #expect(
      table.rows.filter { $0.hasPrefix("item") } == [
        "item \(fixed)/I Immateriella/Licenser 10 9", "item \(fixed)/II Materiella/Mark 60 50",
        "item \(fixed)/II Materiella/Byggnader 30 31",
        "item TILLGÅNGAR/B Omsättningstillgångar/Fordringar 20 18",
        "item TILLGÅNGAR/B Omsättningstillgångar/Kassa 30 27",
      ]
    )
    #expect(table.sums == ["150", "135"])
    #expect(table.areasOfClaims.dropFirst().first == ["TILLGÅNGAR", "A Anläggningstillgångar"])
    #expect(table.allClaimsTie)
  }

  @Test func theSameNameMayStandUnderSubheadingsOfOneHeading() throws {
    let table = try Shape(
      """
      Post;2021
      Tillgångar;
      Kortfristiga;
      Kassa;1
      Övrigt;3
      Långfristiga;
      Lån;5
      Övrigt;7
      Summa tillgångar;16
      """
    )
    #expect(
      table.rows.filter { $0.hasPrefix("item") } == [
        "item Tillgångar/Kortfristiga/Kassa 1", "item Tillgångar/Kortfristiga/Övrigt 3",
        "item Tillgångar/Långfristiga/Lån 5", "item Tillgångar/Långfristiga/Övrigt 7",
      ]
    )
  }

  @Test(arguments: [["2021"], ["2021", "2020"]])
  func theSidesOfABalansräkningAreNeverAdded(years: [String]) throws {
    func row(_ label: String, _ figure: String) -> String {
      label + years.map { _ in ";" + figure }.joined()
    }
    let lines = [
      "Post;" + years.joined(separator: ";"), row("Tillgångar", ""), row("Mark", "100"),
      row("Kassa", "50"), row("Summa tillgångar", "150"), row("Eget kapital och skulder", ""),
      row("Eget kapital", "90"), row("Skulder", "60"),
      row("Summa eget kapital och skulder", "150"),
    ]
    let result = TableReader.read(Array(lines.joined(separator: "\n").utf8), file: "a.csv")
    let table = try #require(result.table)
    let claims = Shape(table).claims
    #expect(claims.last?.hasSuffix("150 = Eget kapital + Skulder") == true)
    #expect(table.layout.untotalled != nil || Shape(table).sums.first == "150")
  }

  @Test func aLabelThatStandsOnlyOnTheSumBelowIsThatOfTheRowsAbove() throws {
    let table = try Shape(
      """
      Nämnd;Avd;Enhet;Budget 2021
      ;;Reg;10
      ;;Arkiv;20
      ;Kansli;;30
      ;;Drift;70
      ;IT;;70
      KS;;;100
      ;;Norr;50
      ;;Söder;60
      ;Skola;;110
      Summa BUN;;;110
      Totalt;;;210
      """
    )
    #expect(
      table.rows == [
        "item KS/Kansli/Reg 10", "item KS/Kansli/Arkiv 20", "item KS/IT/Drift 70",
        "item BUN/Skola/Norr 50", "item BUN/Skola/Söder 60",
      ]
    )
    #expect(table.allClaimsTie)
  }

  @Test func aHeadingMayHaveACellOfItsOwnOnEveryLevel() throws {
    let table = try Shape(
      """
      Nämnd;Avd;Enhet;Budget 2021
      KS;;;
      ;Kansli;;
      ;;Reg;10
      ;IT;;
      ;;Drift;30
      BUN;;;
      ;Skola;;
      ;;Norr;5
      Totalt;;;45
      """
    )
    #expect(
      table.rows.filter { $0.hasPrefix("item") } == [
        "item KS/Kansli/Reg 10", "item KS/IT/Drift 30", "item BUN/Skola/Norr 5",
      ]
    )
  }

  @Test(arguments: ["   ", "\u{A0}\u{A0}", "- ", "– ", "• ", "\t"])
  func indentsAreLevelsWhereTheSumsProveIt(indent: String) throws {
    let table = try Shape(
      """
      Nämnd;Budget 2021
      KS;30
      \(indent)Adm;10
      \(indent)IT;20
      BUN;90
      \(indent)Adm;40
      \(indent)Skola;50
      varav grundskola;45
      Totalt;120
      """
    )
    #expect(
      table.rows == [
        "item KS/Adm 10", "item KS/IT 20", "item BUN/Adm 40", "item BUN/Skola 50",
        "ofWhich BUN/Skola/varav grundskola 45",
      ]
    )
    #expect(table.areasOfClaims == [["KS"], ["BUN"], []])
    #expect(table.allClaimsTie)
  }

  @Test func indentsAreLevelsBelowEachOtherAndAboveTheirSums() throws {
    let below = try Shape(
      "Nämnd;2021\nKS;100\n  Adm;30\n    Reg;10\n    Arkiv;20\n  IT;70\nTotalt;100\n"
    )
    #expect(below.rows == ["item KS/Adm/Reg 10", "item KS/Adm/Arkiv 20", "item KS/IT 70"])
    let above = try Shape("Nämnd;2021\n  Adm;10\n  IT;20\nKS;30\n  Skola;90\nBUN;90\nTotalt;120\n")
    #expect(above.rows == ["item KS/Adm 10", "item KS/IT 20", "item BUN/Skola 90"])
  }

  @Test func indentsThatNoSumProvesAreToldOf() throws {
    let table = try Shape(
      "Nämnd;Budget 2021\nKS;30\n- Adm;10\nBUN;90\n- Skola;40\n- Förskola;20\nTotalt;190\n",
      findings: ["3 guess-not-pinned", "5 guess-not-pinned"],
    )
    #expect(table.rows.first == "item KS 30")
    #expect(table.sums == ["190"])
  }
}
