import KollImport
import KollModel
import Testing

/// Which rows name the columns, and which only tell of the file.
struct HeaderTests {
  @Test(arguments: [
    // A year over kinds, and a title that stands beside them in the upper row.
    (
      "Nämnd;2021;;2020;Avvikelse %\n;Budget;Utfall;Utfall;\nKS;10;12;9;20 %\nBUN;4;5;3;25 %",
      ["Budget 2021", "Utfall 2021", "Utfall 2020", "Avvikelse %"],
    ),
    // Kinds over years.
    (
      "Nämnd;Budget;;Utfall;\n;2020;2021;2020;2021\nKS;10;12;9;20\nBUN;4;5;3;25",
      ["2020 Budget", "2021 Budget", "2020 Utfall", "2021 Utfall"],
    ),
    // Kinds over what they are about, in every column.
    (
      ";Utfall;Budget;Prognos\n;jan–aug 2021;jan–aug 2021;helår\nKS;10;12;9\nBUN;4;5;3",
      ["jan–aug 2021 Utfall", "jan–aug 2021 Budget", "helår Prognos"],
    ),
    (
      ";Utfall;Budget\nNämnd;jan–aug 2021;helår\nKS;10;12\nBUN;4;5",
      ["jan–aug 2021 Utfall", "helår Budget"],
    ),
    (";Utfall;Budget\nKS;Ej klart;Ej klart\nBUN;4;5", ["Utfall", "Budget"]),
    // An upper row whose label stands over an empty column.
    ("Nämnd;;2021;\n;;Budget;Utfall\nKS;;10;12\nBUN;;4;5", ["Budget 2021", "Utfall 2021"]),
    // Three rows: years over months over kinds.
    (
      ";2020;;2021;\n;jan–aug;helår;jan–aug;\nNämnd;Utfall;Budget;Budget;Utfall\nKS;10;12;9;8",
      [
        "Utfall jan–aug 2020", "Budget helår 2020", "Budget jan–aug 2021", "Utfall jan–aug 2021",
      ],
    ),
    // What is said below one year is not said below the next.
    (
      ";2020;;2021;\n;jan–aug;;;\nNämnd;Utfall;Budget;Budget;Plan\nKS;10;12;9;8",
      ["Utfall jan–aug 2020", "Budget jan–aug 2020", "Budget 2021", "Plan 2021"],
    ),
    // A row of units below the titles.
    ("Nämnd;Budget 2021;Andel\n;tkr;%\nKS;10;12\nBUN;4;5", ["Budget 2021", "Andel"]),
    (
      "Nämnd;2021;;2020\n;Budget;Utfall;Utfall\n;tkr;tkr;tkr\nKS;10;12;9\nBUN;4;5;3",
      ["Budget 2021", "Utfall 2021", "Utfall 2020"],
    ),
    // What the system prints above the table.
    (
      "Utskriven;2021-09-01\nRapport;Uppföljning\nNämnd;Budget 2021;Utfall 2021\nKS;10;12\nBUN;4;5",
      ["Budget 2021", "Utfall 2021"],
    ),
    ("Rapport;Uppföljning\nNämnd;Budget 2021\nKS;10\nBUN;4", ["Budget 2021"]),
    (
      "Utskriven;2021-09-01;Sida;1\nNämnd;2021-08-31;2020-12-31\nKS;10;12",
      ["2021-08-31", "2020-12-31"],
    ),
    // Amounts that look like years are amounts.
    ("Nämnd;Budget;Utfall\nKS;2020;2021\nBUN;1999;2000", ["Budget", "Utfall"]),
    // Words in the first row are words in cells.
    ("Nämnd;Budget;Not\nKS;Ej klart;3A\nBUN;1999;4", ["Budget", "Not"]),
  ])
  func columnsAreNamedByTheRightRows(text: String, titles: [String]) throws {
    let read = TableReader.read(Array(text.utf8), file: "a.csv")
    let table = try #require(read.table, "\(read.diagnostics)")
    #expect(read.tables.count == 1)
    #expect(table.layout.columns.map(\.title) == titles)
    #expect(table.layout.rows.first?.label == "KS")
  }

  @Test(arguments: [
    "Nämnd;Budget 2021;Kommentar\nKS;100;bra\nBUN;2000;Sämre\nSON;5;ok\n",
    "Kod;Nämnd;Budget 2021\n1;Kansli;100\n2;Skola;2000\n4;Park;5\n",
    "Kod;Nämnd;Budget 2021\n2;Skola;2000\n1;Kansli;100\n4;Park;5\n",
    "Kod;Nämnd;Budget;Utfall\n1;Kansli;2000;2010\n2;Skola;105;6\n",
    "Nämnd;Budget 2021\nA;1000\nB;1100\nSida 2;\nNämnd;Budget 2021\nC;5\nTotalt;2105\n",
  ])
  func aRowOfAmountsThatLookLikeYearsIsARow(text: String) throws {
    let read = TableReader.read(Array(text.utf8), file: "a.csv")
    #expect(read.tables.count == 1)
    let table = try #require(read.table, "\(read.diagnostics)")
    let first = table.facts.filter { $0.series == 0 }.map(\.amount.minorUnits)
    #expect(first.reduce(0, +) == 2_105_000)
    #expect(read.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (";Bokslut;Budget;Plan", "Nämnd;2020;2021;2022"),
    (";Bokslut;Budget;Plan", ";2020;2021;2022"),
    (";Bokslut;Budget;Plan", "Nämnd/styrelse;2020;2021;2022"),
    (";Bokslut;Budget;Plan", "(tkr);2020;2021;2022"),
    (";Bokslut;Budget;Plan", "Belopp i tkr;2020;2021;2022"),
    (";Bokslut;Budget;Plan", "Förskolan;2020;2021;2022"),
    ("Nämnd;Bokslut;Budget;Plan", "Tkr;2020;2021;2022"),
    ("Driftbudget;Bokslut;Budget;Plan", "Nämnd;2020;2021;2022"),
    ("Nämnd;Bokslut;Budget;Plan", ";2020;2021;2022"),
    (";Bokslut;Budget;Plan", "Driftbudget;2020;2021*;2022"),
    (";Bokslut;Budget;Plan", "Nämnd;20;21;22"),
    (";Bokslut;Budget;Plan", "Nämnd;-20;-21;-22"),
    (";Bokslut;Budget;Plan", "Nämnd;202012;202112;202212"),
    (";Bokslut;Budget;Plan", "Tkr;2020-12-31;2021-12-31;2022-12-31"),
  ])
  func aRowOfYearsBelowKindsIsAHeaderRow(kinds: String, years: String) throws {
    let text = "\(kinds)\n\(years)\nKS;100;110;120\nSN;200;210;220\n"
    let read = TableReader.read(Array(text.utf8), file: "a.csv")
    let table = try #require(read.table, "\(read.diagnostics)")
    #expect(table.layout.rows.map(\.label) == ["KS", "SN"])
    #expect(table.series.map(\.kind) == [.actual, .budget, .plan])
    #expect(table.series.map(\.year) == [2020, 2021, 2022])
    #expect(read.diagnostics.isEmpty)
  }

  @Test(arguments: ["Tkr;Budget;Plan\nNämnd;2021;2022", "Nämnd;Budget;Plan\nTkr;2021;2022"])
  func theFirstFieldOfEitherHeaderRowStatesTheUnit(header: String) throws {
    let read = TableReader.read(Array("\(header)\nKS;10;12\nBUN;4;5\n".utf8), file: "a.csv")
    #expect(read.table?.layout.columns.map(\.scale.unit) == [.tkr, .tkr], "\(read.diagnostics)")
  }

  @Test(arguments: [
    "Fastighet;Byggår;Ombyggd\nSkolan;1974;2010\nHuset;1980;2001\n",
    ";Budget;Utfall\nSkolan;1974;2010\nHuset;1980;2001\n",
    "Nämnd;Bokslut;Budget;Plan\nSkolan;1999;2000;2001\nHuset;2020;2021;2022\n",
    "Mnkr;Bokslut;Budget;Plan\nSkolan;20;21;22\nHuset;4;5;6\n",
    "Tkr;Bokslut;Budget;Plan\nSkolan;2000;2000;2000\nHuset;4;5;6\n",
    ";Bokslut;Budget;Plan\nSkolan;2000;2010;2020\nHuset;4;5;6\n",
    "Tkr;Bokslut;Budget;Plan\nSkolan;1900;2000;2010\nHuset;2020;2021;2022\n",
  ])
  func figuresOfAnAreaThatLookLikeYearsAreItsFigures(text: String) throws {
    let read = TableReader.read(Array(text.utf8), file: "a.csv")
    #expect(read.table?.layout.rows.map(\.label) == ["Skolan", "Huset"], "\(read.diagnostics)")
  }

  @Test func aFindingAboutATitleBeyondTheUpperRowHasAPlace() {
    let text = ";2021;Not\n;Budget;;Budget 202\nA;1;x;3\nB;1;y;3\n"
    let found = TableReader.read(Array(text.utf8), file: "a.csv").diagnostics
    #expect(found.contains { $0.location?.line == 1 && $0.value == "202" }, "\(found)")
  }

  @Test func anAmountBehindItsUnitIsNoTitle() {
    let text = "Nämnd;Budget 2021\nA;kr 1 000\nB;500\n"
    let read = TableReader.read(Array(text.utf8), file: "a.csv")
    #expect(read.diagnostics.map(\.code) == [.textInAmount])
    #expect(read.table?.layout.columns.map(\.title) == ["Budget 2021"])
  }

  @Test func unitsBelowTheTitlesAreTheColumns() throws {
    let text = "Nämnd;Budget 2021;Utfall 2021;Andel\n;tkr;mnkr;%\nKS;10;1,5;12\nBUN;4;2,5;5"
    let table = try #require(TableReader.read(Array(text.utf8), file: "a.csv").table)
    #expect(table.layout.columns.map(\.scale.unit) == [.tkr, .mnkr, nil])
    #expect(table.series.map(\.kind) == [.budget, .actual, .ratio])
  }

  @Test func whatStandsAboveTheHeaderIsKeptAsNotes() throws {
    let text =
      "Ale kommun;;Sida;1\nUtskriven;2021-09-01\nBelopp i tkr\nNämnd;Budget 2021;Utfall 2021\nKS;10;12"
    let table = try #require(TableReader.read(Array(text.utf8), file: "a.csv").table)
    #expect(table.layout.title == "Ale kommun Sida 1")
    #expect(table.notes.map(\.text).contains("Utskriven 2021-09-01"))
    #expect(table.layout.columns.first?.scale.unit == .tkr)
  }

  @Test(arguments: ["mnkr", "mnkr;;", "Belopp i mnkr"])
  func aUnitAloneBelowTheHeaderIsTheTables(line: String) throws {
    let text = "Nämnd;Budget 2021;Utfall 2021\n\(line)\nKS;10;12\n"
    let table = try #require(TableReader.read(Array(text.utf8), file: "a.csv").table)
    #expect(table.layout.columns.map(\.scale.unit) == [.mnkr, .mnkr])
    #expect(table.areas.map(\.labels) == [["KS"]])
  }

  @Test func theNumberOfAPageIsNoArea() throws {
    let text = "Nämnd;Budget;Utfall\nSida 1 (2)\nKS;10;12\nSida 2 av 2;;\nBUN;4;5\n"
    let read = TableReader.read(Array(text.utf8), file: "a.csv")
    let table = try #require(read.table)
    #expect(table.areas.map(\.labels) == [["KS"], ["BUN"]])
    #expect(table.notes.map(\.text) == ["Sida 1 (2)", "Sida 2 av 2"])
    #expect(read.diagnostics.isEmpty)
  }

  @Test(arguments: [("14;17,5", "Totalt"), ("14;17", "area")])
  func aRowWithoutANameThatIsTheSumIsToldToBeSo(figures: String, word: String) {
    let text = "Nämnd;Budget;Utfall\nKS;10;12,25\nBUN;4;5,25\n;\(figures)\n"
    let found = TableReader.read(Array(text.utf8), file: "a.csv").diagnostics
    #expect(found.map(\.code) == [.labelMissing])
    #expect(found.first?.help?.english.contains(word) == true)
  }

  @Test func aColumnThatHoldsNothingIsNoColumn() throws {
    let text = "Nämnd;;Budget 2021;;Utfall 2021\nKS;;10;;12\nBUN;;20;;22\nTotalt;;30;;34\n"
    let table = try #require(TableReader.read(Array(text.utf8), file: "a.csv").table)
    #expect(table.layout.columns.map(\.title) == ["Budget 2021", "Utfall 2021"])
    let filled = text.replacing("BUN;;20;;22", with: "BUN;;20;1;22")
    #expect(
      TableReader.read(Array(filled.utf8), file: "a.csv").diagnostics.map(\.code) == [
        .headerMissing
      ]
    )
  }

  @Test func yearsAsDataAreNoAmounts() throws {
    let text = "Projekt;Startår;Budget 2021\nSkola;2021;12\nVäg;2022;22\nTotalt;;34\n"
    let table = try #require(TableReader.read(Array(text.utf8), file: "a.csv").table)
    #expect(table.series.map(\.kind) == [.text, .budget])
    #expect(table.layout.rows.first?.texts.values.first == "2021")
  }
}
