import KollImport
import KollModel
import Testing

/// What printed pages leave in a table: sums carried over, and headings that go on.
struct PrintedPageTests {
  @Test(
    arguments: [
      ("Att transportera", "Transport från föregående sida"), ("Transport", "Transport"),
      ("Transport till nästa sida", "Transport sida 1"),
      ("Till nästa sida", "Från föregående sida"),
    ]
  )
  func theSumThatAPageCarriesOverIsNoArea(end: String, start: String) throws {
    let table = try Shape(
      "Nämnd;Budget 2021\nKS;100\nBUN;200\n\(end);300\n\(start);300\nSN;50\nMN;10\nTotalt;360\n"
    )
    #expect(table.rows == ["item KS 100", "item BUN 200", "item SN 50", "item MN 10"])
    #expect(
      table.claims == [
        "\(end) [] 300 = KS + BUN", "\(start) [] 300 = KS + BUN",
        "Totalt [] 360 = KS + BUN + SN + MN",
      ]
    )
  }

  @Test func aSumCarriedOverEndsNoGroup() throws {
    let table = try Shape(
      """
      Nämnd;Budget 2021;Utfall 2021
      KS;;
      Kansli;10;11
      Att transportera;10;11
      Transport från föregående sida;10;11
      IT;20;21
      Summa KS;30;32
      Skola;5;6
      """
    )
    #expect(
      table.rows.filter { $0.hasPrefix("item") } == [
        "item KS/Kansli 10 11", "item KS/IT 20 21", "item Skola 5 6",
      ]
    )
    #expect(table.claims.last == "Summa KS [KS] 30 = Kansli + IT")
  }

  @Test func whatTheFirstPageBeginsWithCounts() throws {
    let table = try Shape("Nämnd;Budget 2021\nTransport från sida 1;300\nSN;50\nTotalt;350\n")
    #expect(table.sums == ["350"])
  }

  @Test func anAreaMayBeCalledTransport() throws {
    let table = try Shape("Område;Budget 2021\nGata;50\nTransport;50\nPark;7\nTotalt;107\n")
    #expect(table.rows == ["item Gata 50", "item Transport 50", "item Park 7"])
  }

  @Test(arguments: ["KS, forts.", "KS (forts.)", "KS forts", "KS - fortsättning", "Forts. KS"])
  func aHeadingThatGoesOnIsTheSameHeading(heading: String) throws {
    let table = try Shape(
      """
      Område;Budget 2021;Utfall 2021
      KS;;
      Kansli;10;11
      IT;20;21
      \(heading);;
      HR;30;31
      BUN;;
      Skola;40;41
      Totalt;100;104
      """
    )
    #expect(
      table.rows == [
        "heading KS", "item KS/Kansli 10 11", "item KS/IT 20 21", "item KS/HR 30 31",
        "heading BUN", "item BUN/Skola 40 41",
      ]
    )
  }

  @Test func aGroupGoesOnBehindItsNameInAColumnOrOnItsSum() throws {
    let column = try Shape(
      "Nämnd;Avdelning;Budget 2021\nKS;Kansli;10\n;IT;20\nKS, forts.;HR;30\nBUN;Skola;40\n"
    )
    #expect(
      column.rows == [
        "item KS/Kansli 10", "item KS/IT 20", "item KS/HR 30", "item BUN/Skola 40",
      ]
    )
    let sum = try Shape(
      "Nämnd;2020;2021\nKS;60;63\nKansli;10;11\nIT;20;21\nKS, forts.;;\nHR;30;31\nTotalt;60;63\n"
    )
    #expect(sum.rows == ["item KS/Kansli 10 11", "item KS/IT 20 21", "item KS/HR 30 31"])
  }

  @Test func aPageThatStandsAloneBeginsWithTheHeadingThatGoesOn() throws {
    let table = try Shape("Område;Budget 2021\nKS, forts.;\nHR;30\nArkiv;5\nTotalt;35\n")
    #expect(table.rows == ["heading KS", "item KS/HR 30", "item KS/Arkiv 5"])
  }
}
