import KollCalculation
import KollModel
import KollTestSupport
import Testing

@Suite struct CheckTests {
  private func verdict(_ difference: Int64, parts: Int, place: Int64) throws -> Check.Verdict {
    try Check(
      kind: .rows,
      row: "Totalt",
      path: .total,
      column: 0,
      stated: Money(minorUnits: difference),
      computed: .zero,
      partCount: parts,
      lastPlace: place,
      origin: nil,
    ).verdict
  }

  @Test func eachPartAndTheTotalMayBeOffByHalfOfTheLastPlace() throws {
    for sign in [1, -1] as [Int64] {
      #expect(try verdict(0, parts: 3, place: 10) == .equal)
      #expect(try verdict(sign * 1, parts: 3, place: 10) == .rounding)
      #expect(try verdict(sign * 20, parts: 3, place: 10) == .rounding)
      #expect(try verdict(sign * 21, parts: 3, place: 10) == .differs)
      #expect(try verdict(sign * 1, parts: 1, place: 1) == .rounding)
      #expect(try verdict(sign * 2, parts: 1, place: 1) == .differs)
    }
    #expect(try verdict(.max, parts: .max / 2, place: 1) == .differs)
  }

  @Test func aDifferenceThatDoesNotFitIsReported() {
    #expect(throws: AmountOverflow.self) {
      try Check(
        kind: .rows,
        row: "",
        path: .total,
        column: 0,
        stated: Money(minorUnits: .min),
        computed: Money(minorUnits: 1),
        partCount: 1,
        lastPlace: 1,
        origin: nil,
      )
    }
  }

  @Test(arguments: Seeds.first(10))
  func aStatedTotalIsComparedWithTheSumOfItsRows(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = generator.rows(atMost: 20, columns: 2, digits: 14)
    let sums = (0..<2).map { column in rows.compactMap { $0.values[column] }.reduce(0, +) }
    let error = Int64.random(in: 100_000_000...900_000_000, using: &generator)
    let table = ImportedTable(
      titles: ["Budget 2021", "Utfall 2021"],
      rows: rows,
      totals: [sums[0], sums[1] + error],
    )
    let checks = try ComputedTable.checks(of: table)
    #expect(checks.map(\.verdict) == [.equal, .differs])
    let isAbsent = (0..<2).map { column in rows.allSatisfy { $0.values[column] == nil } }
    #expect(
      checks.map(\.difference?.minorUnits) == [isAbsent[0] ? nil : 0, isAbsent[1] ? nil : error]
    )
    #expect(checks.map(\.computed?.minorUnits) == zip(isAbsent, sums).map { $0 ? nil : $1 })
    #expect(checks.map(\.column) == [0, 1])
  }
}
