import KollImport
import KollModel
import Testing

/// Follow-up and plan tables as municipalities publish and export them, each with its sums.
struct FollowUpShapesTests {
  @Test func aNämndWithItsVerksamheterUnderAHeadingClosesWithItsSum() throws {
    let table = try Shape(
      """
      Budget per nämnd 2022, tkr
      Nämnd;Verksamhet;Budget 2021;Budget 2022
      Kommunstyrelsen;Kommunledning;18 200;18 900
      Kommunstyrelsen;Räddningstjänst;21 050;21 700
      Kommunstyrelsen;Summa;39 250;40 600
      Bildningsnämnden;Administration;9 400;9 650
      Bildningsnämnden;Grundskola;210 300;216 900
      Bildningsnämnden;Summa;219 700;226 550
      Totalt;;258 950;267 150
      """
    )
    #expect(table.sums == ["258950", "267150"])
    #expect(
      table.claims == [
        "Summa [Kommunstyrelsen] 39250 = Kommunledning + Räddningstjänst",
        "Summa [Bildningsnämnden] 219700 = Administration + Grundskola",
        "Totalt [] 258950 = Kommunledning + Räddningstjänst + Administration + Grundskola",
      ]
    )
  }

  @Test func aTotalFirstAndSumsOnTheLinesOfTheirNämnder() throws {
    let table = try Shape(
      """
      Driftbudget, mnkr;;
      Område;Bokslut 2020;Budget 2021
      Kommunen totalt;305,5;312,9
      Kommunstyrelsen;65,2;68,0
      Stab;25,1;26,3
      Teknik;40,1;41,7
      Bildningsnämnden;240,3;244,9
      Förskola;70,2;71,5
      Grundskola;170,1;173,4
      """
    )
    #expect(table.sums == ["305.5", "312.9"])
    #expect(table.areasOfClaims == [[], ["Kommunstyrelsen"], ["Bildningsnämnden"]])
    #expect(table.allClaimsTie)
  }

  @Test func partsThatAreToldBesideTheirRowAreNeverAdded() throws {
    let table = try Shape(
      """
      Post, mnkr;Budget 2021;Prognos 2021;Avvikelse
      Personalkostnader;–310,5;–318,2;–7,7
      - varav vikarier;–22,0;–29,4;–7,4
      Därav sjuklön;–6,1;–8,0;–1,9
      Lokalkostnader;–75,0;–74,1;0,9
      Varav hyror;–60,0;–60,0;0,0
      Summa;–385,5;–392,3;–6,8
      """
    )
    #expect(table.sums == ["-385.5", "-392.3", "-6.8"])
    #expect(
      table.table.layout.rows.map(\.role) == [
        .item, .ofWhich, .ofWhich, .item, .ofWhich,
      ]
    )
    #expect(table.table.layout.sign == .result)
  }

  @Test func blanksBehindADashAndEmptyCellsAreFiguresAndNone() throws {
    let table = try Shape(
      """
      Resultat per nämnd (tkr);Utfall 2020;Utfall 2021
      Kommunstyrelsen;– 423 231;− 31
      Valnämnden;;–1 250
      Jävsnämnden;–;-
      Finansförvaltning;500 000;480 000
      Summa;76 769;478 719
      """
    )
    #expect(table.sums == ["76769", "478719"])
    #expect(
      table.rows == [
        "item Kommunstyrelsen -423231 -31", "item Valnämnden -1250", "item Jävsnämnden",
        "item Finansförvaltning 500000 480000",
      ]
    )
  }

  @Test func nettoAndAvvikelseBetweenOtherColumnsAreDerived() throws {
    let table = try Shape(
      """
      Verksamhet;Intäkter;Kostnader;Netto;Budget;Avvikelse;Bokslut fg år
      Kommunledning;1 200;-19 400;-18 200;-18 500;300;-17 900
      Räddningstjänst;350;-21 400;-21 050;-20 900;-150;-20 400
      Fritid;2 980;-12 110;-9 130;-9 200;70;-9 010
      Summa;4 530;-52 910;-48 380;-48 600;220;-47 310
      """
    )
    #expect(table.sums == ["4530", "-52910", "-48380", "-48600", "220", "-47310"])
    #expect(
      table.table.layout.columns.map(\.isDerived) == [false, false, true, false, true, false]
    )
    #expect(table.table.layout.sign == .result)
  }

  @Test func bareYearsAreColumns() throws {
    let table = try Shape(
      "Nettokostnad per verksamhet, tkr;2019;2020;2021;2022\n"
        + "Politik;4100;4200;4350;4400\nVård;88000;90100;91250;93600\nSumma;92100;94300;95600;98000"
    )
    #expect(table.sums == ["92100", "94300", "95600", "98000"])
    #expect(table.table.series.map(\.year) == [2019, 2020, 2021, 2022])
    #expect(table.table.series.map(\.kind) == [.amount, .amount, .amount, .amount])
  }

  @Test func sharesAndCountsStandBesideMoneyAndAreNotMixed() throws {
    let table = try Shape(
      """
      Enhet;Budget 2021 tkr;Utfall 2021 tkr;Förbrukat %;Antal barn;Årsarbetare
      Ängen;12 500;8 125;65 %;96;18,5
      Björken;10 200;7 140;70,0 %;81;15,25
      Totalt;22 700;15 265;67,2 %;177;33,75
      """
    )
    #expect(
      table.table.series.map(\.kind) == [.budget, .actual, .ratio, .count, .count]
    )
    #expect(table.sums == ["22700", "15265", nil, "177", "33.75"])
    #expect(table.allClaimsTie)
  }

  @Test func aLedgersSignsAreKept() throws {
    let table = try Shape(
      """
      Konto;Kontonamn;Ingående saldo;Utfall 2021
      3041;Hyresintäkter;0;-125 300,50
      5010;Löner;0;2 310 200,25
      7010;Avskrivningar;0;88 000,00
      """
    )
    #expect(
      table.rows == [
        "item 3041 Hyresintäkter 0 -125300.50", "item 5010 Löner 0 2310200.25",
        "item 7010 Avskrivningar 0 88000.00",
      ]
    )
    #expect(table.sums == ["0", "2272899.75"])
  }

  @Test func theSameNameUnderTwoNämnderIsTwoAreas() throws {
    let table = try Shape(
      """
      Område;Budget 2021;Prognos 2021
      Kommunstyrelsen;;
      Administration;10;11
      Övrigt;5;5
      Summa Kommunstyrelsen;15;16
      Socialnämnden;;
      Administration;20;21
      Övrigt;7;6
      Summa Socialnämnden;27;27
      Totalt;42;43
      """
    )
    #expect(table.sums == ["42", "43"])
    #expect(
      table.table.layout.rows.filter { $0.role == .item }.map(\.area.labels) == [
        ["Kommunstyrelsen", "Administration"], ["Kommunstyrelsen", "Övrigt"],
        ["Socialnämnden", "Administration"], ["Socialnämnden", "Övrigt"],
      ]
    )
  }

  @Test func yearsOverPeriodsAndARowOfUnits() throws {
    let table = try Shape(
      """
      Uppföljning per augusti;;;;
      Nämnd;2021;;2020;
      ;Utfall jan–aug;Budget helår;Utfall jan–aug;Bokslut
      ;tkr;tkr;tkr;tkr
      Kultur;8 100;12 000;7 900;11 750
      Fritid;6 050;9 300;6 200;9 110
      Summa;14 150;21 300;14 100;20 860
      """
    )
    #expect(table.sums == ["14150", "21300", "14100", "20860"])
    #expect(table.table.series.map(\.year) == [2021, 2021, 2020, 2020])
    #expect(table.table.series.map(\.kind) == [.actual, .budget, .actual, .actual])
    #expect(
      table.table.series.map(\.period?.description) == [
        "2021-01...2021-08", nil, "2020-01...2020-08", nil,
      ]
    )
    #expect(table.table.layout.columns.map(\.scale.unit) == [.tkr, .tkr, .tkr, .tkr])
  }

  @Test func monthsStandBesideTheirTotal() throws {
    let table = try Shape(
      """
      Utfall 2021, tkr;jan 2021;feb 2021;mar 2021;Totalt
      Park;100;110;120;330
      Gata;205;195;210;610
      Vinter;80;75;20;175
      Summa;385;380;350;1 115
      """
    )
    #expect(table.sums == ["385", "380", "350", "1115"])
    #expect(
      table.table.series.map(\.period?.description) == ["2021-01", "2021-02", "2021-03", nil]
    )
    #expect(table.table.layout.columns.map(\.isDerived) == [false, false, false, true])
  }

  @Test func aFlerårsplanHasABudgetAndTwoPlans() throws {
    let table = try Shape(
      """
      Flerårsplan, tkr;Budget 2022;Plan 2023;Plan 2024
      Kommunstyrelsen;40 600;41 200;41 900
      Vårdnämnden;318 400;325 000;331 500
      Nämnderna totalt;359 000;366 200;373 400
      """
    )
    #expect(table.sums == ["359000", "366200", "373400"])
    #expect(table.table.series.map(\.kind) == [.budget, .plan, .plan])
    #expect(table.table.series.map(\.year) == [2022, 2023, 2024])
    #expect(table.rows.count == 2)
  }

  @Test func projectsHaveANumberAndAName() throws {
    let table = try Shape(
      """
      Projektnr;Projekt;Total budget;Ack. utfall;Återstår;Slutår
      0105;Ny idrottshall;48 000;31 250;16 750;2023
      0110;Reningsverk;112 500;98 400;14 100;2022
      1200;Gatubelysning LED;3 000;450;2 550;2022
      ;Summa;163 500;130 100;33 400;
      """
    )
    #expect(
      table.table.layout.rows.map(\.area.labels) == [
        ["0105 Ny idrottshall"], ["0110 Reningsverk"], ["1200 Gatubelysning LED"],
      ]
    )
    #expect(Array(table.sums.prefix(3)) == ["163500", "130100", "33400"])
  }

  @Test func personalIsCountedInYearsOfWork() throws {
    let table = try Shape(
      """
      Årsarbetare;2020;2021;Förändring
      Kommunstyrelsen;84,5;86,25;1,75
      Omsorg;410,0;402,5;-7,5
      Totalt;494,5;488,75;-5,75
      """
    )
    #expect(table.sums == ["494.5", "488.75", "-5.75"])
    #expect(table.allClaimsTie)
  }

  @Test func theTwelveRowsOfAResultaträkningHaveNotes() throws {
    let table = try Shape(
      """
      Resultaträkning (mnkr);Not;Utfall 2021;Utfall 2020;Budget 2021
      Verksamhetens intäkter;1;210,4;201,9;205,0
      Verksamhetens kostnader;2, 3;–1 105,2;–1 061,0;–1 098,0
      Avskrivningar;4;–48,1;–46,5;–49,0
      Verksamhetens nettokostnader;;–942,9;–905,6;–942,0
      Skatteintäkter;5;720,3;694,8;711,0
      Generella statsbidrag och utjämning;6;246,0;238,1;245,0
      Verksamhetens resultat;;23,4;27,3;14,0
      Finansiella intäkter;7;4,2;3,9;3,0
      Finansiella kostnader;8;–5,1;–6,0;–6,5
      Resultat efter finansiella poster;;22,5;25,2;10,5
      Extraordinära poster;;–;–;–
      Årets resultat;;22,5;25,2;10,5
      """
    )
    #expect(table.sums == [nil, "22.5", "25.2", "10.5"])
    #expect(
      table.labelsOfClaims == [
        "Verksamhetens nettokostnader", "Verksamhetens resultat",
        "Resultat efter finansiella poster", "Årets resultat",
      ]
    )
  }

  @Test func footnotesStandAtTheirFiguresAndBelowTheTable() throws {
    let table = try Shape(
      """
      Område;Budget 2021, tkr;Utfall 2021, tkr
      Skola;18 379*;18 400
      Vård²;22 000;21 950¹
      Summa;40 379;40 350
      * Omräknat för ny organisation.
      ¹ Preliminärt.
      """
    )
    #expect(table.sums == ["40379", "40350"])
    #expect(
      table.table.notes.map(\.text).suffix(2) == [
        "* Omräknat för ny organisation.", "¹ Preliminärt.",
      ]
    )
  }

  @Test func aPastedTableHasTabsAndBlanks() throws {
    let table = try Shape(
      "Nämnd \tBudget  2021 \t Utfall 2021\t \n"
        + "Kommunstyrelsen  \t 39 250 \t 39 100\t\n Bildning\t219 700\t 221 050 \t \n"
        + "Summa\t258 950\t260 150\t "
    )
    #expect(table.sums == ["258950", "260150"])
    #expect(table.rows == ["item Kommunstyrelsen 39250 39100", "item Bildning 219700 221050"])
    #expect(table.table.layout.columns.map(\.title) == ["Budget 2021", "Utfall 2021"])
  }

  @Test func aFileOfExcelForMacIsReadAsItsAuthorSawIt() throws {
    let text =
      "Nämnd;Budget 2021;Utfall 2021\rÖverförmyndare;1\u{A0}250;–1\u{A0}190\r"
      + "Miljö & hälsa;4\u{A0}300;4\u{A0}411\rSumma;5\u{A0}550;3\u{A0}221\r"
    let result = TableReader.read(encode(text, as: .macRoman), file: "mac.csv")
    #expect(result.diagnostics.isEmpty)
    let shape = Shape(try #require(result.table))
    #expect(shape.rows == ["item Överförmyndare 1250 -1190", "item Miljö & hälsa 4300 4411"])
    #expect(shape.sums == ["5550", "3221"])
  }

  @Test func aLongExportHasCodesWithNamesBehindThem() throws {
    let table = try Shape(
      """
      Ansvar;Ansvar (T);Verksamhet;Verksamhet (T);Konto;Konto (T);Period;Utfall
      1100;Kansli;9200;Ledning;3041;Hyror;202101;-12 500,00
      1100;Kansli;9200;Ledning;5010;Löner;202101;210 400,50
      1100;Kansli;9200;Ledning;5010;Löner;202102;211 020,25
      2100;Park;2250;Parker;5010;Löner;202101;98 010,00
      2100;Park;2250;Parker;6450;Drivmedel;202102;7 312,75
      """
    )
    #expect(
      table.table.layout.rows.map(\.area.labels) == [["1100 Kansli"], ["2100 Park"]]
    )
    #expect(table.table.layout.columns.map(\.title) == ["Utfall 2021-01", "Utfall 2021-02"])
    #expect(table.sums == ["295910.50", "218333.00"])
    #expect(table.table.layout.sign == .ledger)
    #expect(table.table.lines.compactMap(\.activity).contains("9200 Ledning"))
  }
}
