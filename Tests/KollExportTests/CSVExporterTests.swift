import KollCalculation
import KollExport
import KollImport
import KollModel
import KollTestSupport
import Testing

/// What Koll writes as CSV it reads back to the same figures, labels and titles.
@Suite struct CSVExporterTests {
  private func computed(_ table: ImportedTable, unit: MoneyUnit? = nil) throws -> ComputedTable {
    var definition = TableDefinition(joining: [table])
    definition.columns = definition.columns.map { $0.showing(unit: unit, decimals: nil) }
    var ledger = Ledger()
    try ledger.add(table)
    return try definition.computed(from: ledger)
  }

  private func readBack(_ text: String) throws -> ImportedTable {
    let result = TableReader.read(Array(text.utf8), file: "b.csv")
    let codes = result.diagnostics.map(\.code.rawValue)
    return try #require(result.table, "\(codes): \(text)")
  }

  private static let hostile = [
    "=1+1", "+46", "-x", "@y", "'=x", "''=x", "'x", "'", "semi;kolon", "citat\"tecken", "\"",
    "\"\"",
    "a,b", "a\tb", "tab", "#N/A", "日本", "e\u{301}", "1", "12 34", "'-", "x\u{A0}y", "\u{202E}x",
    "=cmd|' /C calc'!A0", "åäö", "'''''+", "&amp;", "%", "–",
  ]

  @Test func everyLabelAndTitleComesBack() throws {
    let rows = Self.hostile.map { (label: $0, values: [1] as [Int64?]) }
    var table = ImportedTable(titles: ["Budget 2021", "Utfall 2021"], rows: rows)
    table.layout.areaTitle = "=Område;\""
    let back = try readBack(try CSVExporter().write(computed(table)))
    let expected = Self.hostile.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(back.layout.rows.map(\.label) == expected)
    #expect(back.layout.areaTitle == "=Område;\"")
    for title in Self.hostile + ["1:a", "+/-"] where title != "#N/A" {
      let table = ImportedTable(
        titles: [title + " kolumn", "Budget 2021"],
        rows: [("A", [1, 2])],
      )
      let back = try readBack(try CSVExporter().write(computed(table)))
      #expect(
        back.layout.columns.map(\.title) == [
          (title + " kolumn").split(whereSeparator: \.isWhitespace).joined(separator: " "),
          "Budget 2021",
        ]
      )
    }
  }

  @Test(
    arguments: [
      "Nämndkod;Nämnd;Avdkod;Avdelning;Budget 2021\n"
        + "10;KS;101;Kansli;10\n10;KS;102;IT;20\n20;BUN;201;Skola;30\n",
      "Kod;Nämnd;Ansvar;Budget 2021\n10;KS;101;10\n10;KS;102;20\n",
      "Nämnd;Kst;Kst namn;Utfall 2021\nKS;101;HR;10\nKS;102;IT;20\n",
    ]
  )
  func groupsWithCodesComeBackAsTheSameRows(text: String) throws {
    let table = try readBack(text)
    let back = try readBack(try CSVExporter().write(computed(table)))
    #expect(back.layout.rows.map(\.area) == table.layout.rows.map(\.area))
    #expect(back.layout.rows.map(\.role) == table.layout.rows.map(\.role))
    #expect(back.layout.areaTitle == table.layout.areaTitle)
    #expect(back.facts.map(\.amount) == table.facts.map(\.amount))
    #expect(table.layout.rows.allSatisfy { $0.area.labels.count == 2 })
  }

  @Test(arguments: Seeds.first(20))
  func everyFigureComesBackInEveryUnit(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let titles = ["Budget 2021", "Utfall 2021", "Prognos 2021"]
    // A row without any figure is read as a heading.
    var rows = generator.rows(atMost: 12, columns: 3, digits: 14)
      .filter { $0.values.contains { $0 != nil } }
    rows.append((label: "Sist", values: [1, 2, 3]))
    let table = ImportedTable(titles: titles, rows: rows)
    for unit in [.kr, .tkr, .mnkr] as [MoneyUnit] {
      let written = try computed(table, unit: unit)
      let back = try readBack(try CSVExporter().write(written))
      #expect(back.layout.columns.map(\.scale) == [Scale](repeating: Scale(unit: unit), count: 3))
      #expect(back.layout.columns.map(\.title) == titles)
      var ledger = Ledger()
      try ledger.add(back)
      let again = try TableDefinition(joining: [back]).computed(from: ledger)
      #expect(
        again.rows.map { $0.cells.map(\.value.money) }
          == written.rows.map { $0.cells.map(\.value.money) }
      )
      #expect(try ComputedTable.checks(of: back).allSatisfy { $0.verdict == .equal })
    }
  }

  @Test func theBytesAreThoseThatExcelExpects() throws {
    let table = ImportedTable(
      titles: ["Budget 2021", "Utfall 2021"],
      rows: [("A;B", [123_456_700_000, nil]), ("=1", [-50_000, 0])],
    )
    let expected = """
      \u{FEFF}Område, belopp i tkr;Budget 2021;Utfall 2021\r
      "A;B";1234567;\r
      '=1;-0,5;0\r
      Totalt;1234566,5;0\r

      """
    #expect(try CSVExporter().write(computed(table)).utf8.elementsEqual(expected.utf8))
  }

  @Test func figuresWithoutAUnitAreWrittenInFull() throws {
    let csv = "Område;Belopp\r\nA;0,1234567890123\r\nB;-0,0000000000001\r\n"
    let table = try readBack(csv)
    #expect(
      try CSVExporter().write(computed(table)) == "\u{FEFF}" + csv + "Totalt;0,1234567890122\r\n"
    )
  }

  @Test(arguments: Seeds.first(10))
  func aNumberForPeopleIsReadAsTheSameNumber(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let integer = generator.integer(digits: 17)
      let decimals = Int.random(in: 0...6, using: &generator)
      let number = Rational(integer, decimals: decimals)
      for style in [
        NumberStyle.swedish(decimals: decimals),
        .swedish(decimals: decimals, showsPlus: true), .csv(decimals: decimals),
      ] {
        let text = try style.format(number)
        guard case .number(let read) = NumberGrammar().read(text) else {
          Issue.record("\(text) was read as no number")
          continue
        }
        #expect(Rational(read.coefficient, decimals: read.decimals) == number, "\(text)")
        #expect(read.decimals == decimals)
      }
    }
  }
}
