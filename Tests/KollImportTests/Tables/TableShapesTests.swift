import KollImport
import KollModel
import Testing

/// Tables as municipalities publish them, each with the rows, roles and sums that it means.
struct TableShapesTests {
  @Test func sumsBelowTheirRowsCloseTheGroupOfTheirHeading() throws {
    let table = try Shape(
      """
      Område;Budget 2021
      Intern service;
      Kost;10
      Lokalvård;20
      varav hyror;5
      Summa intern service;30
      Extern;
      Park;7
      Gata;8
      Totalt;45
      Budgetavvikelse;3
      """
    )
    #expect(
      table.rows == [
        "heading Intern service", "item Intern service/Kost 10", "item Intern service/Lokalvård 20",
        "ofWhich Intern service/Lokalvård/varav hyror 5", "heading Extern", "item Extern/Park 7",
        "item Extern/Gata 8", "memo Budgetavvikelse 3",
      ]
    )
    #expect(
      table.claims == [
        "Summa intern service [Intern service] 30 = Kost + Lokalvård",
        "Totalt [] 45 = Kost + Lokalvård + Park + Gata",
      ]
    )
  }

  @Test func aNämndAboveItsVerksamheterIsFoundByArithmeticAlone() throws {
    let table = try Shape(
      """
      Driftredovisning, mnkr;;
      Nämnd;Utfall 2020;Budget 2020
      Kommunstyrelse;–68,5;–71,2
      Administration;–28,0;–29,0
      Stab;–40,5;–42,2
      Utbildning;–459,7;–455,0
      Administration;–180,0;–178,0
      Grundskola;–279,7;–277,0
      Finansförvaltning;535,0;530,0
      Totalt;6,8;3,8
      """
    )
    #expect(
      table.rows == [
        "item Kommunstyrelse/Administration -28.0 -29.0", "item Kommunstyrelse/Stab -40.5 -42.2",
        "item Utbildning/Administration -180.0 -178.0", "item Utbildning/Grundskola -279.7 -277.0",
        "item Finansförvaltning 535.0 530.0",
      ]
    )
    #expect(table.areasOfClaims == [["Kommunstyrelse"], ["Utbildning"], []])
    #expect(table.table.layout.columns.map(\.scale.unit) == [.mnkr, .mnkr])
  }

  @Test func theResultaträkningHasRunningSumsWithoutAnyWord() throws {
    let table = try Shape(
      """
      tkr;Not;2019;2018
      Verksamhetens intäkter;3;101 282;100 000
      Verksamhetens kostnader;4A;−417 698;−410 000
      Avskrivningar;5;−14 879;−15 000
      Verksamhetens nettokostnader;;−331 295;−325 000
      Skatteintäkter;6;257 770;255 000
      Generella statsbidrag och utjämning;7;86 552;86 000
      Verksamhetens resultat;;13 027;16 000
      Finansiella intäkter;;794;500
      Finansiella kostnader;;−1 778;−1 500
      Årets resultat;;12 043;15 000
      """
    )
    #expect(table.table.layout.columns.map(\.series.kind) == [.text, .amount, .amount])
    #expect(table.table.layout.columns.map(\.series.year) == [nil, 2019, 2018])
    #expect(table.rows.count == 7)
    #expect(table.table.layout.rows[1].texts.values.sorted() == ["4A"])
    #expect(
      table.labelsOfClaims == [
        "Verksamhetens nettokostnader", "Verksamhetens resultat", "Årets resultat",
      ]
    )
    #expect(table.allClaimsTie)
  }

  @Test func theFirstLineMayBeTheTotalOfAll() throws {
    let table = try Shape(
      """
      Verksamhet;Budget 2021;Utfall 2021
      Nämnden totalt;600;590
      Förskola;100;95
      Grundskola;500;495
      """
    )
    #expect(table.rows == ["item Förskola 100 95", "item Grundskola 500 495"])
    #expect(table.areasOfClaims == [[]])
    #expect(table.allClaimsTie)
  }

  @Test func leadingColumnsOfWordsAreTheHierarchyAndEmptyOnesGoOn() throws {
    let table = try Shape(
      """
      Nämnd;Verksamhet;Budget 2021;Utfall 2021;Avvikelse;Avvikelse %;Antal årsarbetare;Kommentar
      Kommunstyrelsen;Övrigt;100;90;10;10 %;5,5;ok
      ;Stab;50;60;-10;-20 %;3;
      ;Summa;150;150;0;0 %;8,5;
      Utbildning;Övrigt;200;210;-10;-5 %;12;dyrt
      ;Elevhälsa;20;10;10;50 %;1;
      Totalt;;370;370;0;0 %;21,5;
      """
    )
    #expect(
      table.rows == [
        "item Kommunstyrelsen/Övrigt 100 90 10 0.10 5.5",
        "item Kommunstyrelsen/Stab 50 60 -10 -0.20 3.0",
        "item Utbildning/Övrigt 200 210 -10 -0.05 12.0",
        "item Utbildning/Elevhälsa 20 10 10 0.50 1.0",
      ]
    )
    #expect(
      table.table.layout.columns.map(\.series.kind) == [
        .budget, .actual, .variance, .ratio, .count, .text,
      ]
    )
    #expect(table.areasOfClaims == [["Kommunstyrelsen"], []])
    #expect(table.table.layout.sign == .cost)
    #expect(table.columnClaims == ["Övrigt", "Stab", "Övrigt", "Elevhälsa"])
  }

  @Test func aCodeAndItsNameAreOneLabel() throws {
    let table = try Shape(
      """
      Konto;Benämning;Utfall 2021;Budget 2021
      0310;Försäljning;-50;-40
      5010;Löner;70;60
      """
    )
    #expect(table.rows == ["item 0310 Försäljning -50 -40", "item 5010 Löner 70 60"])
  }

  @Test func twoHeaderRowsAreJoinedYearLast() throws {
    let table = try Shape(
      """
      Besluts/verksamhetsområden;2020;;2021
      ;Prognos;Budget;Budget
      Belopp i tkr;;;
      Ekonomiavdelning;17 281;17 981;18 379
      HR avdelning;21 467;21 467;21 873
      Totalt;38 748;39 448;40 252
      """
    )
    #expect(
      table.table.layout.columns.map(\.title) == ["Prognos 2020", "Budget 2020", "Budget 2021"]
    )
    #expect(table.table.layout.columns.map(\.scale.unit) == [.tkr, .tkr, .tkr])
    #expect(table.allClaimsTie && table.claims.count == 1)
  }

  @Test func derivedColumnsInsideAreProvenAndTheSignFollowsFromThem() throws {
    let table = try Shape(
      """
      Mnkr;Intäkter 2020;Kostnader 2020;Netto 2020;Budget 2020;Avvikelse
      Ledning;2,0;-30,0;-28,0;-29,0;1,0
      Stab;10,0;-50,5;-40,5;-42,2;1,7
      Skola;0,8;-16,8;-15,9;-16,0;0,0
      """
    )
    #expect(table.table.layout.sign == .result)
    #expect(table.table.layout.columns.map(\.isDerived) == [false, false, true, false, true])
    #expect(table.columnClaims.count == 6)
  }

  @Test func aSumThatIsWrongIsStillASum() throws {
    let table = try Shape(
      """
      Område;Budget 2021;Utfall 2021
      A;100;110
      B;200;190
      Summa;310;300
      """
    )
    #expect(table.rows.count == 2)
    #expect(table.claims.first == "Summa [] 310 = A + B")
  }

  @Test func theTotalOfAllIsNeverTakenForAPartThatHappensToAgree() throws {
    let table = try Shape(
      """
      Område;Budget 2021;Utfall 2021
      KS;100;110
      BUN;200;210
      SN;300;310
      Totalt;500;520
      """
    )
    #expect(table.claims == ["Totalt [] 500 = KS + BUN + SN"])
    #expect(!table.allClaimsTie)
  }

  @Test func rowsThatFitASumAreNoneWhenTheStatedTotalHoldsWithThem() throws {
    let table = try Shape(
      """
      Område;Budget 2021;Utfall 2021
      A;100;100
      B;100;100
      C;50;50
      D;50;50
      Totalt;300;300
      """
    )
    #expect(table.rows.count == 4)
    #expect(table.allClaimsTie)
  }

  @Test func aRowStaysUnderTheNämndThatItsOwnColumnNames() throws {
    let table = try Shape(
      """
      Nämnd;Verksamhet;Budget 2021;Utfall 2021
      KS;Adm;10;11
      KS;IT;20;22
      BUN;Adm;30;33
      BUN;Skola;40;44
      """
    )
    #expect(table.rows.count == 4)
    #expect(table.claims.isEmpty)
  }

  @Test func aNämndsOwnRowBesideItsVerksamheterIsTheirSum() throws {
    let table = try Shape("Nämnd;Verksamhet;Budget 2021\nKS;;30\nKS;Adm;10\nKS;IT;20\n")
    #expect(table.rows == ["item KS/Adm 10", "item KS/IT 20"])
    #expect(table.claims == ["KS [KS] 30 = Adm + IT"])
  }

  @Test func amountsThatLookLikeYearsAreAmounts() throws {
    let table = try Shape("Nämnd;Budget;Utfall\nA;2000;2010\nB;100;90\nC;2010;2020\n")
    #expect(table.rows == ["item A 2000 2010", "item B 100 90", "item C 2010 2020"])
  }

  @Test func yearsAndIncomeBesideCostOfOneSignAreNotSummed() throws {
    let years = try Shape("År;Budget\n2019;100\n2020;120\n")
    #expect(years.table.layout.untotalled == "Raderna är år, och summeras därför inte.")
    let sides = try Shape("Post;Utfall 2021\nIntäkter;100\nKostnader;500\n")
    #expect(sides.table.layout.untotalled != nil)
    let signed = try Shape("Post;Utfall 2021\nIntäkter;100\nKostnader;-500\n")
    #expect(signed.table.layout.untotalled == nil)
  }

  @Test(
    arguments: [
      "Intäkter;;\nTaxor;100;110\nBidrag;50;60\nKostnader;;\nLöner;500;510\nLokaler;200;190\n",
      "Intäkter;;\nTaxor;100;110\nBidrag;50;60\nSumma intäkter;150;170\nKostnader;;\n"
        + "Löner;500;510\nLokaler;200;190\nSumma kostnader;700;700\n",
      "Taxor;100;110\nBidrag;50;60\nSumma intäkter;150;170\n"
        + "Löner;500;510\nLokaler;200;190\nSumma kostnader;700;700\n",
      "Intäkter;150;170\nTaxor;100;110\nBidrag;50;60\nKostnader;700;700\n"
        + "Löner;500;510\nLokaler;200;190\n",
      "3010 Avgifter;100;110\n5010 Löner;500;510\n",
    ],
    ["", "Nettokostnad;550;530\n"],
  )
  func incomeAndCostUnderHeadingsAndSumsAreNotAdded(rows: String, net: String) throws {
    let net = rows.hasPrefix("3010") && !net.isEmpty ? "Nettokostnad;400;400\n" : net
    let table = try Shape("Post;Budget 2021;Utfall 2021\n" + rows + net)
    #expect(
      table.table.layout.untotalled
        == "Intäkter och kostnader har samma tecken, och summeras därför inte."
    )
    #expect(table.rows.last?.hasPrefix("memo") == !net.isEmpty, "\(table.rows)")
  }

  @Test func incomeAndCostOfDifferentSignsUnderHeadingsAreAdded() throws {
    let table = try Shape(
      "Post;Budget 2021;Utfall 2021\nIntäkter;;\nTaxor;-100;-110\nBidrag;-50;-60\nKostnader;;\n"
        + "Löner;500;510\nÅterbetalning;-5;0\nNettokostnad;345;340\n"
    )
    #expect(table.table.layout.untotalled == nil)
    #expect(table.claims == ["Nettokostnad [] 345 = Taxor + Bidrag + Löner + Återbetalning"])
  }

  @Test func codesOfOperationsAreNoAccounts() throws {
    let table = try Shape("Verksamhet;Budget 2021\n3010 Bibliotek;100\n5010 Hemtjänst;500\n")
    #expect(table.table.layout.untotalled == nil)
  }

  @Test func rowsThatAreSeriesAreNotSummed() throws {
    let table = try Shape("Tkr;KS;SN\nBudget 2021;100;200\nUtfall 2021;110;195\nAvvikelse;-10;5\n")
    #expect(
      table.rows == [
        "item Budget 2021 100 200", "item Utfall 2021 110 195", "item Avvikelse -10 5",
      ]
    )
    #expect(
      table.table.layout.untotalled
        == "Raderna är serier av samma pengar, och summeras därför inte."
    )
  }

  @Test func averagesAreShownAndNotAdded() throws {
    let table = try Shape("Skola;Antal elever;Andel\nA;10;50 %\nB;20;60 %\nSnitt;15;55 %\n")
    #expect(table.table.layout.columns.map(\.series.kind) == [.count, .ratio])
    #expect(table.rows.last == "memo Snitt 15 0.55")
  }

  @Test func oneColumnMayBeWhollyOffWhenThreeAgree() throws {
    let table = try Shape(
      """
      Nämnd;2018;2019;2020;2021
      Skola;30;31;32;99
      Förskola;10;11;12;13
      Grundskola;20;20;20;20
      Kultur;5;6;7;8
      """,
      findings: ["2 guess-not-pinned"],
    )
    #expect(table.rows.count == 3)
    #expect(table.labelsOfClaims == ["Skola"])
  }

  @Test func inATableWithOneColumnAWordIsNeeded() throws {
    let text = "Nämnd;Budget 2021\nSkola;30\nFörskola;10\nGrundskola;20\n"
    let table = try Shape(text, findings: ["2 guess-not-pinned"])
    #expect(table.rows.count == 3)
    #expect(table.claims.isEmpty)
  }

  @Test func severalTablesInAFileAreReadEachByItself() throws {
    let text = """
      Drift, tkr;;
      Nämnd;Budget 2021;Utfall 2021
      Skola;30;31
      Totalt;30;31

      Investeringar, mnkr;;
      Projekt;Budget 2021;Utfall 2021
      Hall;1,5;1,4
      Totalt;1,5;1,4
      """
    let result = TableReader.read(Array(text.utf8), file: "a.csv")
    #expect(result.diagnostics.isEmpty)
    #expect(result.tables.map(\.layout.title) == ["Drift, tkr", "Investeringar, mnkr"])
    #expect(result.tables.map { $0.layout.columns[0].scale.unit } == [.tkr, .mnkr])
    #expect(result.tables.map(\.layout.rows.count) == [1, 1])
  }

  @Test func theSameNameTwiceInOneGroupIsAnError() {
    let text = "Nämnd;Budget 2021\nSkola;30\nKultur;2\nSkola;31\n"
    let result = TableReader.read(Array(text.utf8), file: "a.csv")
    #expect(result.diagnostics.map(\.code) == [.duplicateFact])
    #expect(result.diagnostics.first?.location?.line == 4)
  }
}
