import KollImport
import KollModel
import Testing

/// Which leading columns are levels of labels, and which are the codes of others.
struct LabelColumnTests {
  private static let twoLevels = [
    "item 10 KS/101 Kansli 10", "item 10 KS/102 IT 20", "item 20 BUN/201 Skola 40",
  ]

  @Test(
    arguments: [
      "Nämnd;Avdelning;Budget 2021\n10 KS;101 Kansli;10\n10 KS;102 IT;20\n20 BUN;201 Skola;40",
      """
      Nämndkod;Nämnd;Avdkod;Avdelning;Budget 2021
      10;KS;101;Kansli;10
      10;KS;102;IT;20
      20;BUN;201;Skola;40
      """,
      """
      Nämnd;Nämndkod;Avdelning;Avdkod;Budget 2021
      KS;10;Kansli;101;10
      KS;10;IT;102;20
      BUN;20;Skola;201;40
      """,
      """
      Nämnd;Nämnd namn;Avd;Avd namn;Budget 2021
      10;KS;101;Kansli;10
      10;KS;102;IT;20
      20;BUN;201;Skola;40
      """,
      """
      Kod;Benämning;Kod;Benämning;Budget 2021
      10;KS;101;Kansli;10
      ;;102;IT;20
      20;BUN;201;Skola;40
      """,
    ]
  )
  func aCodeColumnAndItsNameColumnAreOneLabelOnEveryLevel(text: String) throws {
    #expect(try Shape(text).rows == Self.twoLevels)
  }

  @Test func theCodesOfALowerLevelMakeOneLabelWithTheirNames() throws {
    let table = try Shape(
      "Nämnd;Kst;Kst namn;Budget 2021\nKS;101;Kansli;10\nKS;102;IT;20\nBUN;201;Skola;40\n"
    )
    #expect(
      table.rows == ["item KS/101 Kansli 10", "item KS/102 IT 20", "item BUN/201 Skola 40"]
    )
    #expect(table.table.layout.areaTitle == "Nämnd / Kst")
  }

  @Test func areasThatShareANameAreToldApartByTheirCodes() throws {
    let table = try Shape(
      "Kod;Område;Budget 2021\n1011;Stab;10\n1012;Äldre;20\n2011;Stab;30\n2012;Skola;40\n"
    )
    #expect(
      table.rows == [
        "item 1011 Stab 10", "item 1012 Äldre 20", "item 2011 Stab 30", "item 2012 Skola 40",
      ]
    )
  }

  @Test func codesThatStandWithSeveralNamesAreALevelOfTheirOwn() throws {
    let table = try Shape(
      "Nämndkod;Avdelning;Budget 2021\n10;Kansli;10\n10;IT;20\n20;Skola;30\n20;Förskola;40\n"
    )
    #expect(
      table.rows == [
        "item 10/Kansli 10", "item 10/IT 20", "item 20/Skola 30", "item 20/Förskola 40",
      ]
    )
  }

  @Test func aCodedAreaWithItsOwnRowIsTheSumOfItsParts() throws {
    let table = try Shape(
      """
      Nämndkod;Nämnd;Avdkod;Avdelning;Budget 2021
      10;KS;;;30
      10;KS;101;Kansli;10
      10;KS;102;IT;20
      ;Totalt;;;30
      """
    )
    #expect(table.rows == ["item 10 KS/101 Kansli 10", "item 10 KS/102 IT 20"])
    #expect(table.areasOfClaims == [["10 KS"], []])
    #expect(table.allClaimsTie)
  }

  @Test func aLevelThatKollNamedItselfMayHoldCodesAlone() throws {
    let table = try Shape("Nämnd;Nivå 2;Budget 2021\nKS;101;10\nKS;102;20\n")
    #expect(table.rows == ["item KS/101 10", "item KS/102 20"])
  }
}
