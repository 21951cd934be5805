import Koll
import KollCalculation
import KollModel
import KollReport
import KollTestSupport
import Testing

/// The reports on the sample of a whole municipality: what they say, and what they do not.
@Suite struct ExempelkommunTests {
  private static let sample = PackageFolder.path + "/Samples/exempelkommun"

  /// The findings about a copy of the sample in which a text of a file is another.
  private func findings(
    changing file: String,
    _ text: String,
    to other: String,
  ) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    let sample = FileTree(Self.sample)
    for path in try sample.paths() where !path.hasPrefix("rapporter/") {
      try folder.tree.write(try sample.bytes(of: path), to: path)
    }
    var bytes = try sample.bytes(of: file)
    let place = try #require(bytes.firstRange(of: Array(text.utf8)))
    bytes.replaceSubrange(place, with: Array(other.utf8))
    try folder.tree.write(bytes, to: file)
    return try Koll.check(folder.path).diagnostics
  }

  /// Decisions changed the year's budget, and what is in force has the month of the report.
  @Test func aBudgetOfTheResultaträkningThatIsNotThatOfTheAreasIsFound() throws {
    let broken = try findings(changing: "resultatrakning.csv", "-1 527 396", to: "-1 526 396")
      .filter { $0.code == .tieBroken && $0.message.swedish.contains("Områdena") }
    #expect(broken.map(\.field) == ["Budget helår"])
    #expect(broken.first?.message.swedish.hasSuffix("skillnad 1,0\u{A0}mnkr") == true)
  }

  @Test func aCommentOnAnEarlierForecastIsToldOnce() throws {
    let stale = try Koll.check(Self.sample).diagnostics.filter { $0.code == .commentStale }
    #expect(!stale.isEmpty)
    #expect(Set(stale.map(\.location)).count == stale.count)
    #expect(stale.allSatisfy { $0.help != nil })
  }

  @Test func areasHaveTheSameNamesInTheForecastAsInTheTable() throws {
    for document in try SampleReports(of: "exempelkommun").documents {
      let labels = ["Ekonomisk sammanställning", "Prognos för helåret"].map { title in
        document.sections.first { $0.title == title }?.blocks.first?.table?.rows.map(\.label)
      }
      #expect(labels[0] != nil && labels[0] == labels[1], "\(document.organisation ?? "")")
    }
  }

  /// Shares and words have no total for people; programs find the row where it always is.
  @Test func aTableThatIsNotSummedShowsNoTotal() throws {
    let reports = try SampleReports(of: "exempelkommun")
    let document = try #require(reports.documents.first)
    func table(_ title: String) throws -> ComputedTable {
      try #require(document.sections.first { $0.title == title }?.blocks.compactMap(\.table).first)
    }
    #expect(try table("Personal").rows.last?.role == .total)
    for title in ["Sjukfrånvaro", "Mål för god ekonomisk hushållning"] {
      #expect(try table(title).rows.allSatisfy { $0.role == .item })
      #expect(try table(title).notes.isEmpty)
      let own = try #require(reports.tables[0].first { $0.title == title })
      #expect(own.rows.last?.role == "total")
    }
  }
}
