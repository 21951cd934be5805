import KollCalculation
import KollModel
import Testing

@Suite struct AreaSourcesTests {
  private func table(_ file: String, _ lines: [(AreaPath, Int)]) -> ImportedTable {
    let areas = lines.map(\.0).reduce(into: [AreaPath]()) { if !$0.contains($1) { $0.append($1) } }
    return ImportedTable(
      areas: areas,
      series: [Series(.budget, year: 2025)],
      facts: lines.map { area, line in
        Fact(
          area: areas.firstIndex(of: area) ?? 0,
          series: 0,
          amount: Money(minorUnits: 1),
          origin: Origin(file: file, line: line),
        )
      },
      claims: [],
      layout: Layout(title: nil, sign: .cost, areaTitle: "Område", columns: [], rows: []),
      notes: [],
      recordCount: lines.count,
    )
  }

  @Test func linesThatFollowEachOtherAreOneRangeAndCountedOnce() {
    let lines = AreaSources.Lines(file: "a.csv", lines: [4, 2, 3, 3, 9])
    #expect(lines.ranges == [2...4, 9...9])
    #expect(lines.count == 4)
  }

  @Test func anAreaHasTheLinesOfThoseBelowItAndOfNoOther() {
    let (board, school) = (AreaPath(["Nämnd"]), AreaPath(["Nämnd", "Skola"]))
    let other = AreaPath(["Nämnden"])
    let sources = AreaSources(of: [
      table("b.csv", [(school, 7), (school, 8), (other, 9)]), table("a.csv", [(board, 2)]),
    ])
    #expect(
      sources.lines(of: board) == [
        AreaSources.Lines(file: "a.csv", lines: [2]),
        AreaSources.Lines(file: "b.csv", lines: [7, 8]),
      ]
    )
    #expect(sources.lines(of: school) == [AreaSources.Lines(file: "b.csv", lines: [7, 8])])
    #expect(sources.lines(of: AreaPath(["Skola"])) == [])
  }
}
