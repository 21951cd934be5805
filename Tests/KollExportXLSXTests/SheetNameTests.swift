import KollExportXLSX
import KollModel
import KollReport
import Testing

struct SheetNameTests {
  private func names(_ wishes: [String]) throws -> [String] {
    let sections = wishes.map { Section(title: "Avsnitt", tab: $0, blocks: []) }
    return try WrittenWorkbook(Document(title: "Rapport", sections: sections)).sheetNames
  }

  @Test(arguments: [
    ("Kultur/fritid", "Kultur-fritid"), ("a\\b:c", "a-b-c"), ("[x]", "(x)"), ("Hur? *", "Hur"),
    ("Ann's", "Ann\u{2019}s"), ("'", "\u{2019}"), ("", "Blad 1"), ("?", "Blad 1"),
    ("\u{0}\n", "Blad 1"),
    ("History", "History (2)"), ("historik", "historik (2)"), ("  Bad  ", "Bad"), ("2021", "2021"),
    ("a\tb", "a b"), ("\u{202E}abc", "abc"),
    ("Avdelningen Strategi och uppföljning", "Avdelningen Strategi och uppfö\u{2026}"),
  ])
  func forbiddenCharactersAreReplaced(wish: String, name: String) throws {
    #expect(try names([wish]) == [name])
  }

  @Test func namesThatDifferByCaseOrNormalFormAloneGetANumber() throws {
    #expect(
      try names(["Åsa", "åsa", "A\u{30A}SA", "Strasse", "STRAßE"])
        == ["Åsa", "åsa (2)", "A\u{30A}SA (3)", "Strasse", "STRAßE (2)"]
    )
  }

  @Test func longNamesThatCollideAreCutAgainForTheirNumber() throws {
    let long = String(repeating: "Räddningstjänst ", count: 3)
    let found = try names([long + "norr", long + "söder"])
    #expect(Set(found).count == 2)
    #expect(found.allSatisfy { $0.utf16.count <= 31 })
    #expect(found[1].hasSuffix("\u{2026} (2)"))
  }

  @Test func aNumberedNameThatIsTakenIsPassedOver() throws {
    #expect(try names(["Bad", "Bad (2)", "bad"]) == ["Bad", "Bad (2)", "bad (3)"])
  }

  @Test func charactersOfTwoUnitsAreNeverCutInHalf() throws {
    let found = try names([String(repeating: "🏛", count: 31), String(repeating: "👩‍👩‍👧‍👦", count: 9)])
    #expect(
      found == [
        String(repeating: "🏛", count: 15) + "\u{2026}",
        String(repeating: "👩‍👩‍👧‍👦", count: 2) + "\u{2026}",
      ]
    )
  }

  @Test func sheetsThatCouldNotHaveTheirTabsNameAreReported() throws {
    let sections = ["Kultur/fritid", "Bad"].map { Section(title: "Avsnitt", tab: $0, blocks: []) }
    let workbook = try WrittenWorkbook(Document(title: "Rapport", sections: sections))
    #expect(workbook.receipt.warnings.map(\.value) == ["Kultur/fritid"])
  }

  /// Without apostrophes, a spreadsheet program would take 2021 and A1 for something else.
  @Test(arguments: ["2021", "A1", "R1C1", "Budget", "Ann's"])
  func namesStandBetweenApostrophesInReferences(wish: String) throws {
    let part = try WrittenWorkbook(document([column("Budget")], [], tab: wish)).part(
      "xl/workbook.xml"
    )
    let name = wish == "Ann's" ? "Ann\u{2019}s" : wish
    #expect(part.contains(">'\(name)'!$A$1:"))
    #expect(part.contains(">'\(name)'!$4:$4<"))
  }
}
