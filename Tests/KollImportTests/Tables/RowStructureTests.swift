import KollImport
import KollModel
import Testing

/// Which rows are items, headings and sums where words and places leave it open.
struct RowStructureTests {
  @Test func aTotalOfOneRowIsFoundWhereTheGrandTotalProvesIt() throws {
    let table = try Shape(
      """
      Nämnd;Budget 2021;Utfall 2021
      KS;300;310
      Kommunledning;300;310
      BUN;500;510
      Skola;300;305
      Förskola;200;205
      Totalt;800;820
      """
    )
    #expect(
      table.rows == [
        "item KS/Kommunledning 300 310", "item BUN/Skola 300 305", "item BUN/Förskola 200 205",
      ]
    )
    #expect(table.areasOfClaims == [["KS"], ["BUN"], []])
    #expect(table.allClaimsTie)
  }

  @Test func equalNeighboursAreItemsWhereNothingProvesASum() throws {
    let table = try Shape("Nämnd;Budget 2021;Utfall 2021\nA;300;310\nB;300;310\nC;20;30\n")
    #expect(table.rows == ["item A 300 310", "item B 300 310", "item C 20 30"])
  }

  @Test func aSecondGroupingOfTheSameMoneyIsShownAndNotAdded() throws {
    let table = try Shape(
      """
      Område;Budget 2021;Utfall 2021
      KS;100;110
      BUN;200;210
      Summa;300;320
      Personal;250;270
      Lokaler;50;50
      Summa;300;320
      """,
      findings: ["7 row-after-total"],
    )
    #expect(
      table.rows == [
        "item KS 100 110", "item BUN 200 210", "memo Personal 250 270", "memo Lokaler 50 50",
      ]
    )
    #expect(table.claims == ["Summa [] 300 = KS + BUN", "Summa [] 300 = Personal + Lokaler"])
  }

  @Test func twoBlocksWithEqualSumsBothCountWhenTheTotalSaysSo() throws {
    let table = try Shape(
      "Område;Budget 2021\nA;10\nB;20\nSumma;30\nC;25\nD;5\nSumma;30\nTotalt;60\n"
    )
    #expect(table.rows.allSatisfy { $0.hasPrefix("item") })
    #expect(table.claims.last == "Totalt [] 60 = A + B + C + D")
  }

  @Test func aGroupCalledTotaltIsNamedByWhatItIsTheTotalOf() throws {
    let table = try Shape(
      """
      Nämnd;Budget 2021;Utfall 2021
      Totalt KS;30;33
      Adm;10;11
      IT;20;22
      BUN;70;77
      Skola;30;33
      Förskola;40;44
      Totalt;100;110
      """
    )
    #expect(
      table.rows == [
        "item KS/Adm 10 11", "item KS/IT 20 22", "item BUN/Skola 30 33", "item BUN/Förskola 40 44",
      ]
    )
    #expect(table.labelsOfClaims == ["Totalt KS", "BUN", "Totalt"])
  }

  @Test func anAreaWithoutFiguresAmongOthersIsAnAreaAndIsToldOf() throws {
    let table = try Shape(
      "Område;Budget 2021;Utfall 2021\nKansli;10;11\nHR;;\nIT;20;22\nTotalt;30;33\n",
      findings: ["3 guess-not-pinned"],
    )
    #expect(table.rows == ["item Kansli 10 11", "item HR", "item IT 20 22"])
    let last = try Shape("Område;Budget 2021\nKansli;10\nIT;20\nHR;\nTotalt;30\n")
    #expect(last.rows == ["item Kansli 10", "item IT 20", "item HR"])
  }

  @Test func aHeadingMayStandAloneOnItsLineAmongRows() throws {
    let table = try Shape(
      """
      Område;Budget 2021;Utfall 2021
      Kommunstyrelsen
      Kansli;10;11
      IT;20;22
      Utbildningsnämnden
      Skola;30;33
      Totalt;60;66
      Källa: ekonomiavdelningen
      """
    )
    #expect(
      table.rows == [
        "heading Kommunstyrelsen", "item Kommunstyrelsen/Kansli 10 11",
        "item Kommunstyrelsen/IT 20 22", "heading Utbildningsnämnden",
        "item Utbildningsnämnden/Skola 30 33",
      ]
    )
    #expect(table.table.notes.map(\.text) == ["Källa: ekonomiavdelningen"])
  }

  @Test func aRemarkAmongTheRowsIsANote() throws {
    let table = try Shape("Område;Budget 2021\nA;10\n* preliminärt\nB;20\nTotalt;30\n")
    #expect(table.rows == ["item A 10", "item B 20"])
    #expect(table.table.notes.map(\.text) == ["* preliminärt"])
  }

  @Test func aNämndAboveAllItsVerksamheterKeepsItsName() throws {
    let table = try Shape("Nämnd;Budget 2021;Utfall 2021\nKS;30;33\nAdm;10;11\nIT;20;22\n")
    #expect(table.rows == ["item KS/Adm 10 11", "item KS/IT 20 22"])
    let total = try Shape("Nämnd;Budget 2021;Utfall 2021\nTotalt;30;33\nAdm;10;11\nIT;20;22\n")
    #expect(total.rows == ["item Adm 10 11", "item IT 20 22"])
    #expect(total.areasOfClaims == [[]])
  }

  @Test func aSumCoversTheRowsThatItNamesWhereverTheyStand() throws {
    let table = try Shape(
      """
      Nämnd;Verksamhet;Budget 2021
      KS;Adm;10
      BUN;Skola;40
      KS;IT;20
      Summa KS;;30
      Summa BUN;;40
      Totalt;;70
      """
    )
    #expect(
      table.claims == [
        "Summa KS [KS] 30 = Adm + IT", "Summa BUN [BUN] 40 = Skola",
        "Totalt [] 70 = Adm + Skola + IT",
      ]
    )
  }

  @Test func theTotalArbitratesWhetherANameIsASum() throws {
    let table = try Shape(
      """
      Område;Budget 2021;Utfall 2021
      Förvaltning;100;110
      Resultat bolag;40;45
      Netto kapitalkostnader;25;26
      Total försvarsplanering;5;6
      Nettokostnad IFO;30;31
      Totalt;200;218
      """
    )
    #expect(table.rows.count == 5)
    #expect(
      table.claims == [
        "Totalt [] 200 = Förvaltning + Resultat bolag + Netto kapitalkostnader + "
          + "Total försvarsplanering + Nettokostnad IFO"
      ]
    )
  }

  @Test func whatRemainsOfIncomeAndCostIsTheirSumOrTheirDifference() throws {
    let signed = try Shape("Post;Utfall 2021\nIntäkter;100\nKostnader;-500\nNettokostnad;-400\n")
    #expect(signed.rows == ["item Intäkter 100", "item Kostnader -500"])
    #expect(signed.claims == ["Nettokostnad [] -400 = Intäkter + Kostnader"])
    let plain = try Shape("Post;Utfall 2021\nIntäkter;100\nKostnader;500\nNetto;400\n")
    #expect(plain.rows == ["item Intäkter 100", "item Kostnader 500", "memo Netto 400"])
    #expect(plain.claims.isEmpty)
  }

  @Test func aSumOfTheTotalAndWhatStandsBelowItIsASum() throws {
    let table = try Shape(
      "Post;Utfall 2021\nKS;-100\nBUN;-200\nSumma;-300\nSkatter;310\nResultat;10\n"
    )
    #expect(table.rows == ["item KS -100", "item BUN -200", "item Skatter 310"])
    #expect(table.labelsOfClaims == ["Summa", "Resultat"])
  }

  @Test func aTotalWithFewerDecimalsIsRoundedToThem() throws {
    let table = try Shape("Område;Budget 2021;Utfall 2021\nA;10,4;1,3\nB;20,1;2,4\nTotalt;31;4\n")
    #expect(table.table.claims.map(\.decimals) == [0, 0])
    #expect(table.rows.count == 2)
  }

  @Test func twelveMonthsAndTheirSumAreOneRelation() throws {
    let months = (1...12).map { "2021-\($0 < 10 ? "0" : "")\($0)" }
    let header = "Område;" + months.joined(separator: ";") + ";Totalt"
    let rows = [[1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 9, 8], [2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4]]
    let lines = zip(["A", "B"], rows).map { name, figures in
      ([name] + (figures + [figures.reduce(0, +)]).map(String.init)).joined(separator: ";")
    }
    let table = try Shape(([header] + lines).joined(separator: "\n"))
    let terms = table.table.claims.compactMap { claim in
      if case .columns(let terms) = claim.coverage { terms.count } else { nil }
    }
    #expect(terms == [12, 12])
  }

  @Test func theLastRowMayBeTheSumOfAllUnderSeveralHeadings() throws {
    let table = try Shape(
      """
      Område;Budget 2021;Utfall 2021
      Nämnder;;
      KS;100;110
      BUN;200;210
      Summa nämnder;300;320
      Finansiering;;
      Skatter;-310;-312
      Summa finansiering;-310;-312
      Årets resultat;-10;8
      """
    )
    #expect(table.rows.filter { $0.hasPrefix("item") }.count == 3)
    #expect(table.areasOfClaims == [["Nämnder"], ["Finansiering"], []])
  }
}
