import Foundation
import KollArchive
import KollCalculation
import KollExport
import KollModel
import KollReport
import KollTestSupport
import Testing

@Suite struct HTMLExporterTests {
  private static let firstLine = "<!doctype html>\n"

  private func page(_ document: Document) throws -> String {
    try HTMLExporter().write(document)
  }

  /// The page's tags without the values of their attributes.
  private func tags(of page: String) -> [String] {
    page.split(separator: "<").dropFirst().map { part in
      String(part.prefix { $0 != ">" }).replacing(/"[^"]*"/, with: "")
    }
  }

  private func values(of attribute: String, in page: String) -> [String] {
    page.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  /// What stands in the elements of a name.
  private func contents(of name: String, in page: String) -> [Substring] {
    page.split(separator: "<\(name)", omittingEmptySubsequences: false).dropFirst().compactMap {
      part in
      guard part.first == " " || part.first == ">", let end = part.firstRange(of: "</\(name)>")
      else {
        return nil
      }
      return part[..<end.lowerBound].drop { $0 != ">" }.dropFirst()
    }
  }

  @Test(arguments: SampleDocument.texts)
  func noTextBecomesMarkup(_ text: String) throws {
    let innocent = try page(SampleDocument.made("ord"))
    let hostile = try page(SampleDocument.made(text))
    #expect(hostile.hasPrefix(Self.firstLine))
    #expect(throws: Never.self) {
      try XMLScan(Array(hostile.dropFirst(Self.firstLine.count).utf8), part: "sida")
    }
    #expect(tags(of: hostile) == tags(of: innocent))
    let braces = try #require(contents(of: "style", in: hostile).first).count { $0 == "}" }
    #expect(braces == contents(of: "style", in: innocent).first?.count { $0 == "}" })
  }

  @Test func everyByteIsEscapedOrShownAsItIs() throws {
    for byte in UInt8.min...UInt8.max {
      let text = "a\(Character(Unicode.Scalar(byte)))b"
      let section = Section(title: "T", blocks: [.paragraph(text)])
      let paragraph = try contents(of: "p", in: page(Document(title: "T", sections: [section])))
      let references = ["<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&quot;", "'": "&#39;"]
      let letter = text.printable.dropFirst().dropLast()
      #expect(paragraph == ["a\(references[String(letter)] ?? String(letter))b"])
    }
  }

  @Test func everyNoncharacterIsReplacedAndNothingElse() throws {
    let scalars = (0xFD00...0x20FFF).compactMap(Unicode.Scalar.init)
    let text = String(String.UnicodeScalarView(scalars))
    let section = Section(title: "T", blocks: [.paragraph(text)])
    let paragraph = try contents(of: "p", in: page(Document(title: "T", sections: [section])))
    let expected = scalars.map { $0.properties.isNoncharacterCodePoint ? "\u{FFFD}" : $0 }
    #expect(paragraph.first.map { Array($0.unicodeScalars) } == expected)
  }

  @Test func aTextOfAnyLengthIsWhole() throws {
    let text = SampleDocument.longText
    let section = Section(
      title: "T",
      blocks: [.paragraph(text), .table(SampleDocument.table(text))],
    )
    let page = try page(Document(title: "T", sections: [section]))
    #expect(contents(of: "p", in: page).first.map(String.init) == text)
    #expect(contents(of: "th", in: page).contains { $0 == text })
  }

  @Test func everyFigureStandsInItsPlace() throws {
    let section = Section(title: "T", blocks: [.table(SampleDocument.table("ord"))])
    let page = try page(Document(title: "T", sections: [section]))
    let rows = contents(of: "tr", in: page).dropFirst().map { contents(of: "td", in: String($0)) }
    #expect(rows[0] == ["", "", ""])
    let read = rows.dropFirst().map { row in
      row[0...1].map { Int64($0.replacing("\u{A0}", with: "").replacing("\u{2212}", with: "-")) }
    }
    #expect(read == SampleDocument.amounts)
    #expect(page.contains("<td class=\"below\">\u{2212}200</td>"))
  }

  @Test func theLinesOfEachAreaStandInDetailsOfTheirOwn() throws {
    let few = AreaSources.Lines(file: "<a>.csv", lines: [2, 3, 9])
    let many = AreaSources.Lines(file: "b.csv", lines: stride(from: 1, to: 41, by: 2))
    let origins = Block.origins([
      AreaOrigin(area: "Nämnd / Skola", lines: [few, many]), AreaOrigin(area: "Kultur", lines: []),
    ])
    let page = try page(Document(title: "T", sections: [Section(title: "T", blocks: [origins])]))
    #expect(contents(of: "summary", in: page) == ["Nämnd / Skola", "Kultur"])
    #expect(
      contents(of: "li", in: page) == [
        "&lt;a&gt;.csv, rad 2–3, 9 (3 rader)", "b.csv, 20 rader från rad 1 till rad 39",
      ]
    )
  }

  @Test func aChartIsSaidInWordsAndInATableOfItsFigures() throws {
    let document = try SampleDocument.made("ord")
    let page = try page(document)
    let figures = contents(of: "figure", in: page).map(String.init)
    #expect(figures.count == 4)
    for figure in figures {
      #expect(contents(of: "title", in: figure) == ["ord"])
      #expect(contents(of: "desc", in: figure).first?.contains("987\u{A0}654\u{A0}321") != nil)
      #expect(contents(of: "caption", in: figure).count == 1)
    }
    let cells = contents(of: "td", in: figures[3]).map(String.init)
    #expect(
      cells == [
        "1\u{A0}234", "\u{2212}200", "0", "–", "\u{2212}1", "987\u{A0}654\u{A0}321", "1\u{A0}233",
        "987\u{A0}654\u{A0}121",
      ]
    )
    #expect(figures[0].contains("Staplar i tkr: ord 1\u{A0}234; ord 0; ord \u{2212}1;"))
  }

  /// Bars from zero in shares of the width, of which they take 55 hundredths.
  @Test func barsBelowZeroHangToTheLeftOfTheOthers() throws {
    var table = SampleDocument.table("ord")
    for (row, amount) in ([400, -200, 0] as [Int64]).enumerated() {
      table.rows[row + 1].cells[0] = Cell(.money(Money(minorUnits: amount * 100_000)))
    }
    let chart = try Chart(title: "Bild", table: table, rows: 1..<4, column: 0)
    let section = Section(title: "T", blocks: [.chart(chart)])
    let svg = try contents(of: "svg", in: page(Document(title: "T", sections: [section])))
    let bars = String(svg[0]).split(separator: "<rect").dropFirst()
      .map { String($0.prefix { $0 != ">" }) }
    #expect(bars.map { values(of: "x", in: $0) } == [["18.3%"], ["0.0%"], ["18.3%"]])
    #expect(bars.map { values(of: "width", in: $0) } == [["36.7%"], ["18.3%"], ["0.0%"]])
    #expect(bars.map { values(of: "class", in: $0) } == [["bar"], ["bar below"], ["bar"]])
  }

  @Test(arguments: [(joinsGaps: true, parts: 1), (joinsGaps: false, parts: 0)])
  func aLineHasAGapWhereThereIsNoFigure(_ joinsGaps: Bool, _ parts: Int) throws {
    var table = SampleDocument.table("ord")
    table.rows[2].cells[0] = Cell(.absent(.notStated))
    let chart = try Chart(
      .lines(joiningGaps: joinsGaps),
      title: "Bild",
      table: table,
      strips: [.column(0, rows: 1..<4)],
    )
    let section = Section(title: "T", blocks: [.chart(chart)])
    let page = try page(Document(title: "T", sections: [section]))
    // The line that says what the dashes mean is one more, with two marks.
    #expect(page.split(separator: "<line class=\"line").count - 1 == parts + 1)
    #expect(page.split(separator: "<circle").count - 1 == 2 + 2)
  }

  @Test func whatOthersPointToIsThereOnce() throws {
    let page = try page(SampleDocument.made("ord"))
    let names = values(of: "id", in: page)
    #expect(Set(names).count == names.count)
    let targets = values(of: "href", in: page).map { String($0.dropFirst()) }
    let labels = values(of: "aria-labelledby", in: page).flatMap { $0.split(separator: " ") }
    #expect(Set(targets + labels.map(String.init)).isSubset(of: names))
    #expect(targets == ["innehall", "avsnitt-1", "avsnitt-2"])
  }

  @Test func everyTableAndPictureIsReadableWithoutSeeing() throws {
    let page = try page(SampleDocument.made("ord"))
    let scan = try XMLScan(Array(page.dropFirst(Self.firstLine.count).utf8), part: "sida")
    #expect(page.contains("<html lang=\"sv\">"))
    for name in ["main", "nav", "header", "h1"] { #expect(scan.count(of: name) == 1) }
    #expect(scan.count(of: "h2") == 2)
    for table in contents(of: "table", in: page) {
      let title = try #require(contents(of: "caption", in: String(table)).first)
      #expect(!title.isEmpty)
    }
    #expect(scan.count(of: "caption") == scan.count(of: "table"))
    #expect(values(of: "scope", in: page).count == scan.count(of: "th"))
    #expect(Set(values(of: "scope", in: page)) == ["col", "row"])
    #expect(values(of: "alt", in: page) == ["ord"])
    #expect(values(of: "role", in: page).count { $0 == "img" } == scan.count(of: "svg"))
    #expect(scan.count(of: "desc") == scan.count(of: "svg"))
  }

  @Test func thePageNeedsNothingElse() throws {
    let page = try page(SampleDocument.made("ord"))
    #expect(values(of: "src", in: page).allSatisfy { $0.hasPrefix("data:image/png;base64,") })
    for word in ["<script", "<link", "@import", "url(", "http"] { #expect(!page.contains(word)) }
  }

  @Test func theLogoIsTheFileAsItIs() throws {
    for length in 0..<5 {
      let contents = (0..<length).map { UInt8(255 - $0) }
      let logo = try #require(
        Picture(
          png: TestPicture.png(width: 2, height: 3, chunks: [("tEXt", contents)]),
          description: "Märke",
        )
      )
      let document = Document(title: "T", theme: Theme(logo: logo), sections: [])
      let source = try #require(values(of: "src", in: page(document)).first)
      #expect(source == "data:image/png;base64,\(Data(logo.bytes).base64EncodedString())")
    }
  }

  /// Source: WCAG 2.1, success criteria 1.4.3 and 1.4.11 (level AA).
  @Test func everyColourOfAThemeIsReadable() throws {
    let levels: [UInt8] = [0, 60, 120, 180, 255]
    for red in levels {
      for (green, blue) in levels.flatMap({ green in levels.map { (green, $0) } }) {
        let theme = Theme(colour: Colour(red: red, green: green, blue: blue))
        let page = try page(Document(title: "T", theme: theme, sections: []))
        func colour(_ name: String) throws -> Colour {
          let text = try #require(page.split(separator: "--\(name): ").dropFirst().first)
          return try #require(Colour(String(text.prefix(7))))
        }
        #expect(try colour("shade").isReadable(with: colour("on-shade")))
        for name in ["title", "ink", "below", "quiet"] {
          #expect(try colour(name).isReadable(with: .white))
        }
        #expect(try colour("chart").contrast(with: .white) >= 3)
      }
    }
  }

  @Test func aTableSaysWhichLinesItsRowsComeFrom() throws {
    let section = Section(title: "T", blocks: [.table(SampleDocument.table("a.csv"))])
    let page = try page(Document(title: "T", sections: [section]))
    #expect(
      contents(of: "details", in: page).first?.contains("a.csv, rad 2–3, 7 (3 rader)") == true
    )
  }

  @Test func aPageWithOneSectionOfItsOwnNameHasNoContents() throws {
    let page = try page(Document(title: "T", sections: [Section(title: "T", blocks: [])]))
    #expect(!page.contains("<nav") && !page.contains("<h2"))
  }

  @Test func appendicesAreLeftOut() throws {
    let document = Document(
      title: "T",
      sections: [
        Section(title: "Data", blocks: [.records(SampleDocument.table("ord"))], isAppendix: true),
        Section(title: "Svar", blocks: [.paragraph("Ja.")]),
      ],
    )
    let page = try page(document)
    #expect(!page.contains("Data") && page.contains("<h2 id=\"avsnitt-1\">1 Svar</h2>"))
  }

  @Test func headingsAreBelowThatOfTheSectionAndItemsHaveTheirNumbers() throws {
    let blocks: [Block] = [
      .heading("<a>", level: 1), .heading("b", level: 2), .heading("c", level: 3),
      .heading("d", level: 9), .numberedList(["x", "y"], from: 3),
    ]
    let page = try page(Document(title: "T", sections: [Section(title: "S", blocks: blocks)]))
    #expect(
      page.contains(
        """
        <h3>&lt;a&gt;</h3>
        <h4>b</h4>
        <h5>c</h5>
        <h6>d</h6>
        <ol start="3">
        <li>x</li>
        <li>y</li>
        </ol>
        """
      )
    )
  }
}
