import KollModel
import KollTestSupport
import Testing

@Suite struct StructureTests {
  @Test func parentsAreFoundByCodeNameOrAlias() throws {
    let structure = try Structure.built([
      "0;Kommunen;;kommun", "1;Barnnämnden;0;nämnd;;;BUN", "11;Förskola;1",
      "12;Grundskola;Barnnämnden",
      "13;Fritids;bun",
    ])
    #expect(
      structure.areas.indices.map { structure.path(of: $0).labels } == [
        [], ["Barnnämnden"], ["Barnnämnden", "Förskola"], ["Barnnämnden", "Grundskola"],
        ["Barnnämnden", "Fritids"],
      ]
    )
    #expect(structure.leaves == [2, 3, 4])
  }

  /// Rows, the codes of what is wrong with them, and the lines that they are reported on.
  private static let faults: [([String], [DiagnosticCode], [Int])] = [
    (["1;A", "1;B"], [.areaTwice], [3]), (["a1;A", "A 1;B"], [.areaTwice], [3]),
    (["1;N", "2;A;1", "3;A;1"], [.areaTwice], [4]), (["1;N;2"], [.areaUnknown], [2]),
    (["1;A", "2;A", "3;C;A"], [.areaAmbiguous, .areaTwice], [3, 4]),
    (["1;A;1"], [.areaCycle], [2]), (["1;A;3", "2;B;1", "3;C;2", "4;D;3"], [.areaCycle], [2]),
    (["1;A;2", "2;B;1", "3;C;4", "4;D;3"], [.areaCycle, .areaCycle], [2, 4]),
    (["1;A;;;;;X", "2;B;;;;;x"], [.areaAmbiguous, .areaAmbiguous], [2, 3]),
    (["1;A;;;;;b", "2;B"], [.areaAmbiguous], [2]), (["1;A;;;;;2", "2;B"], [.areaAmbiguous], [2]),
    (["1;A;;;2021-02-01;2021-01-31"], [.registerValueInvalid], [2]),
  ]

  @Test(arguments: faults)
  func aFaultIsReportedWhereItStands(
    _ rows: [String],
    _ codes: [DiagnosticCode],
    _ lines: [Int],
  ) {
    let (structure, diagnostics) = Structure.build(from: Structure.entries(rows))
    #expect(structure == nil)
    #expect(Set(diagnostics.map(\.code)) == Set(codes), "\(diagnostics)")
    #expect(diagnostics.compactMap(\.location?.line) == lines)
  }

  @Test func whatIsTrueAtDifferentTimesDoesNotCollide() throws {
    let structure = try Structure.built([
      "1;Barnnämnden;;;;2020-12-31;Bun", "2;Barnnämnden;;;2021-01-01;;Bun",
      "3;Skola;1;;;2020-12-31", "4;Skola;2;;2021-01-01",
    ])
    let old = Series(.budget, year: 2020).days(in: .calendar).map { [$0] } ?? []
    let new = Series(.budget, year: 2021).days(in: .calendar).map { [$0] } ?? []
    #expect(structure.match(["BUN"], in: old) == .area(0))
    #expect(structure.match(["BUN"], in: new) == .area(1))
    #expect(structure.match(["Skola"], in: new) == .area(3))
    #expect(structure.match(["Skola"], in: old + new) == .ambiguous([2, 3]))
  }

  @Test func anUnknownParentIsToldWithTheNearest() throws {
    let (_, found) = Structure.build(from: Structure.entries(["1;Barnnämnden", "2;A;Barnnämden"]))
    #expect(found.first?.help?.english == "did you mean \"Barnnämnden\"?")
  }

  private static let organisation = [
    "1;Barnnämnden;;;;;BUN", "11;Administration;1", "12;Förskola;1;;;;Barnomsorg",
    "2;Kulturnämnden", "21;Administration;2",
  ]

  /// Labels and the area that they mean.
  private static let labels: [([String], Structure.Match)] = [
    (["12"], .area(2)), (["Förskola"], .area(2)), (["12 Förskola"], .area(2)),
    (["12 barnomsorg"], .area(2)), (["  FÖR\u{A0}skola "], .area(2)),
    (["Fo\u{308}rskola"], .area(2)),
    (["Administration"], .ambiguous([1, 4])), (["11 Administration"], .area(1)),
    (["BUN", "Administration"], .area(1)), (["2", "Administration"], .area(4)),
    (["Övrigt", "Kulturnämnden", "Administration"], .area(4)),
    (["Kulturnämnden", "Förskola"], .elsewhere([2])), (["Förskolan"], .unknown), ([], .unknown),
    (["11 Förskola"], .unknown),
  ]

  @Test(arguments: labels)
  func aLabelMeansAnAreaByCodeNameOrAlias(_ labels: [String], _ match: Structure.Match) throws {
    #expect(try Structure.built(Self.organisation).match(labels) == match)
  }

  @Test func theHelpNamesTheNearestOrWhatTheCodeIs() throws {
    let structure = try Structure.built(Self.organisation)
    #expect(structure.help(for: "Förskolan").english == "did you mean \"Förskola\"?")
    #expect(structure.help(for: "12 Förskolan").english == "did you mean \"12 Förskola\"?")
    #expect(structure.help(for: "12 Något helt annat").english.hasPrefix("code 12 is \"Förskola\""))
    #expect(structure.help(for: "Räddningstjänsten").english.hasPrefix("add the area"))
  }

  @Test func rowsComeInTheOrderOfTheRegisterWithinTheirGroups() throws {
    let structure = try Structure.built(["1;A", "2;B", "3;A1;1", "4;B1;2", "5;A2;1"])
    let ranks = [
      ["A"], ["A", "A1"], ["A", "A1", "varav"], ["A", "A2"], ["B"], ["B", "B1"], ["?"],
    ]
    .map { structure.rank(of: AreaPath($0)) }
    #expect(ranks == [0, 1, 1, 2, 3, 4, 5])
  }

  @Test func aChainAsLongAsARegisterIsFollowed() throws {
    let rows = (0..<3000).map { "k\($0);N\($0);\($0 == 0 ? "" : "k\($0 - 1)")" }
    let structure = try Structure.built(rows)
    #expect(structure.path(of: 2999).labels.count == 3000)
    let cycle = ["k0;N0;k2999"] + rows.dropFirst()
    #expect(Structure.build(from: Structure.entries(cycle)).diagnostics.map(\.code) == [.areaCycle])
  }
}

@Suite struct DayTests {
  @Test(arguments: ["2021-02-28", "2020-02-29", "2000-02-29", "2021-12-31", "2021-04-30"])
  func aDayOfTheCalendarIsRead(_ text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(arguments: [
    "2021-02-29", "1900-02-29", "2021-04-31", "2021-13-01", "2021-00-01", "2021-01-00", "2021-1-01",
    "2021-01-1", "2021-01-01 ", "20210101", "2021-01-+1", "", "2021-01", "2021/01/01",
  ])
  func anythingElseIsNone(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func validitiesOverlapWhenTheyShareADay() throws {
    let (first, last) = (try #require(Day("2021-01-31")), try #require(Day("2021-02-01")))
    #expect(!Validity(to: first).overlaps(Validity(from: last)))
    #expect(Validity(to: last).overlaps(Validity(from: last)))
    #expect(Validity().overlaps(Validity(from: last, to: last)))
    #expect(Validity(from: last, to: first).isReversed)
    #expect(Series(.budget, year: 2021).days(in: .calendar)?.last == Day("2021-12-31"))
    let broken = try #require(FiscalYear(beginningInMonth: 7))
    #expect(Series(.budget, year: 2021).days(in: broken)?.last == Day("2022-06-30"))
    #expect(Series(reading: "utfall 2021-02").days(in: broken)?.last == Day("2021-02-28"))
    #expect(Series(.budget).days(in: .calendar) == nil)
  }
}
