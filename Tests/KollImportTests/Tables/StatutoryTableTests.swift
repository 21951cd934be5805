import KollImport
import KollModel
import Testing

/// The tables of a budget, a delårsrapport and an årsredovisning, as municipalities publish them.
struct StatutoryTableTests {
  @Test func theTwelveRowsOfAResultaträkningAreEightItemsAndFourSums() throws {
    let table = try Shape(
      """
      Resultaträkning, tkr;;
      Post;Bokslut 2020;Budget 2021
      Verksamhetens intäkter;101 282;100 000
      Verksamhetens kostnader;-417 698;-410 000
      Avskrivningar;-14 879;-15 000
      Verksamhetens nettokostnader;-331 295;-325 000
      Skatteintäkter;257 770;255 000
      Generella statsbidrag och utjämning;86 552;86 000
      Verksamhetens resultat;13 027;16 000
      Finansiella intäkter;794;500
      Finansiella kostnader;-1 778;-1 500
      Resultat efter finansiella poster;12 043;15 000
      Extraordinära poster;0;0
      Årets resultat;12 043;15 000
      """
    )
    #expect(table.rows.count == 8)
    #expect(
      table.labelsOfClaims == [
        "Verksamhetens nettokostnader", "Verksamhetens resultat",
        "Resultat efter finansiella poster", "Årets resultat",
      ]
    )
    #expect(table.allClaimsTie)
  }

  @Test func aNämndOfTheDriftredovisningHasItsTotalOnItsOwnLine() throws {
    let table = try Shape(
      """
      Driftredovisning, mnkr;;;;
      Nämnd;Intäkter 2020;Kostnader 2020;Nettokostnad 2020;Budget 2020
      Kommunstyrelsen;12,0;-80,5;-68,5;-71,2
      Ledning;2,0;-30,0;-28,0;-29,0
      Stab;10,0;-50,5;-40,5;-42,2
      Miljönämnden;5,0;-9,0;-4,0;-4,5
      Miljö och hälsa;5,0;-9,0;-4,0;-4,5
      Finansförvaltning;535,0;0,0;535,0;530,0
      Summa;552,0;-89,5;462,5;454,3
      """
    )
    #expect(
      table.table.layout.rows.map { $0.area.labels.joined(separator: "/") } == [
        "Kommunstyrelsen/Ledning", "Kommunstyrelsen/Stab", "Miljönämnden/Miljö och hälsa",
        "Finansförvaltning",
      ]
    )
    #expect(table.areasOfClaims == [["Kommunstyrelsen"], ["Miljönämnden"], []])
  }

  @Test func theBalanskravsutredningHasRowsWithoutFigures() throws {
    let table = try Shape(
      """
      Post, tkr;2019;2020
      Årets resultat enligt resultaträkningen;28 200;12 000
      Reducering av samtliga realisationsvinster;-5 100;-200
      Orealiserade vinster och förluster i värdepapper;-7 500;
      Årets resultat efter balanskravsjusteringar;15 600;11 800
      Reservering av medel till resultatutjämningsreserv;-3 000;
      Användning av medel från resultatutjämningsreserv;;
      Årets balanskravsresultat;12 600;11 800
      """
    )
    #expect(table.table.layout.rows.map(\.role) == [.item, .item, .item, .item, .item])
    #expect(
      table.labelsOfClaims == [
        "Årets resultat efter balanskravsjusteringar", "Årets balanskravsresultat",
      ]
    )
  }

  @Test func investeringarStandUnderHeadingsWithASumEach() throws {
    let table = try Shape(
      """
      Projekt, tkr;Budget 2021;Utfall 2021
      Pågående;;
      Ny skola;60 000;48 000
      Sporthall;20 000;15 000
      Summa pågående;80 000;63 000
      Årliga anslag;;
      Gator;5 000;4 500
      Summa årliga anslag;5 000;4 500
      Totalt;85 000;67 500
      """
    )
    #expect(table.areasOfClaims == [["Pågående"], ["Årliga anslag"], []])
    #expect(table.allClaimsTie)
  }

  @Test func theTwoSidesOfABalansräkningAreTheSameMoney() throws {
    let table = try Shape(
      """
      Balansräkning, tkr;Bokslut 2020;Utfall 2021
      Mark och byggnader;1000;1100
      Maskiner;200;210
      Summa tillgångar;1200;1310
      Eget kapital;900;950
      Skulder;300;360
      Summa eget kapital och skulder;1200;1310
      """
    )
    #expect(
      table.rows == [
        "item Mark och byggnader 1000 1100", "item Maskiner 200 210", "memo Eget kapital 900 950",
        "memo Skulder 300 360",
      ]
    )
  }

  @Test(arguments: ["Ansvarsförbindelser", "Ställda panter", "Borgensåtaganden"])
  func whatStandsBelowABalansräkningIsNotAdded(label: String) throws {
    let table = try Shape(
      """
      Balansräkning, tkr;Bokslut 2020;Utfall 2021
      Mark och byggnader;1000;1100
      Maskiner;200;210
      Summa tillgångar;1200;1310
      Eget kapital;900;950
      Skulder;300;360
      Summa eget kapital och skulder;1200;1310
      \(label);50;60
      """,
      findings: ["8 row-after-total"],
    )
    #expect(table.rows.last == "memo \(label) 50 60")
    #expect(table.sums == ["1200", "1310"])
  }

  @Test func threeLevelsOfUnitsAreReadFromTheFiguresAlone() throws {
    let table = try Shape(
      """
      Enhet;Budget 2021;Utfall 2021
      Kommunstyrelsen;600;615
      Avdelning A;300;310
      Enhet A1;300;310
      Avdelning B;300;305
      Enhet B1;100;101
      Enhet B2;200;204
      Bygg;50;51
      Kommunen totalt;650;666
      """
    )
    #expect(
      table.rows == [
        "item Kommunstyrelsen/Avdelning A/Enhet A1 300 310",
        "item Kommunstyrelsen/Avdelning B/Enhet B1 100 101",
        "item Kommunstyrelsen/Avdelning B/Enhet B2 200 204", "item Bygg 50 51",
      ]
    )
  }
}
