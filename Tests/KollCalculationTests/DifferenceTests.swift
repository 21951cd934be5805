import KollCalculation
import KollModel
import Testing

/// What differs between two states of the areas' figures.
@Suite struct DifferenceTests {
  private func area(_ name: String, _ amount: Int64, code: String? = nil) -> AreaFigures.Area {
    AreaFigures.Area(path(name), code: code, Money(minorUnits: amount))
  }

  private func path(_ name: String) -> AreaPath {
    AreaPath(name.split(separator: "/").map(String.init))
  }

  /// A row that a file calls by a name, with the area that it is sent to.
  private func row(_ name: String, _ area: String, _ amount: Int64) -> AreaFigures.SourceRow {
    AreaFigures.SourceRow(.named(path(name), nil), path(area), Money(minorUnits: amount))
  }

  /// The changes as lines: `Skola changed 10 → 12 (+2)`.
  private func lines(_ difference: Difference) -> [String] {
    difference.changes.map { change in
      let kind =
        switch change.kind {
        case .changed: "changed"
        case .new: "new"
        case .gone: "gone"
        case .moved(let origin): "moved from \(origin.fullName)"
        case .remapped(let others): "remapped with \(others.map(\.fullName))"
        }
      let figures = [change.before, change.after].map { $0.map { "\($0.minorUnits)" } ?? "–" }
      return "\(change.area.fullName) \(kind) \(figures[0]) → \(figures[1]) "
        + "(\(change.amount.minorUnits))"
    }
  }

  @Test func areasThatDifferComeByTheSizeOfTheChangeAndOthersAreCounted() throws {
    let difference = try Difference(
      from: AreaFigures([
        area("Skola", 10), area("Vård", 20), area("Kultur", 5), area("Park", 7),
      ]),
      to: AreaFigures([area("Skola", 12), area("Vård", 15), area("Kultur", 5), area("Park", 5)]),
    )
    #expect(
      lines(difference) == [
        "Vård changed 20 → 15 (-5)", "Skola changed 10 → 12 (2)", "Park changed 7 → 5 (-2)",
      ]
    )
    #expect(difference.unchangedCount == 1)
    #expect(difference.unchanged == Money(minorUnits: 5))
    #expect(difference.before == Money(minorUnits: 42))
    #expect(difference.after == Money(minorUnits: 37))
    #expect(difference.amount == Money(minorUnits: -5))
  }

  @Test func anAbsentFigureIsNoZero() throws {
    let difference = try Difference(
      from: AreaFigures([area("Skola", 10), area("Vård", 0), area("Park", 0)]),
      to: AreaFigures([area("Kultur", 3), area("Vård", 0), area("Bad", 0)]),
    )
    #expect(
      lines(difference) == [
        "Skola gone 10 → – (-10)", "Kultur new – → 3 (3)", "Bad new – → 0 (0)",
        "Park gone 0 → – (0)",
      ]
    )
    #expect(difference.unchangedCount == 1)
  }

  @Test func anAreaUnderAnotherParentIsMovedWhenItsFigureIsTheSame() throws {
    let difference = try Difference(
      from: AreaFigures([area("A/Förskola", 10), area("A/Administration", 4)]),
      to: AreaFigures([area("B/Förskola", 10), area("B/Administration", 6)]),
    )
    // Two areas may both be called Administration.
    #expect(
      lines(difference) == [
        "B / Administration new – → 6 (6)", "A / Administration gone 4 → – (-4)",
        "B / Förskola moved from A / Förskola 10 → 10 (0)",
      ]
    )
  }

  @Test func anAreaIsKnownByItsCodeWhateverItsFigure() throws {
    let difference = try Difference(
      from: AreaFigures([area("A/Förskola", 10, code: "22"), area("A/Skola", 5, code: "23")]),
      to: AreaFigures([area("B/Förskolor", 12, code: "22"), area("B/Skola", 5, code: "24")]),
    )
    #expect(
      lines(difference) == [
        "B / Skola new – → 5 (5)", "A / Skola gone 5 → – (-5)",
        "B / Förskolor moved from A / Förskola 10 → 12 (2)",
      ]
    )
  }

  @Test func areasOfTheSameNameAndFigureAreNotTakenForOneAnother() throws {
    let difference = try Difference(
      from: AreaFigures([area("A/Stab", 10), area("B/Stab", 10)]),
      to: AreaFigures([area("C/Stab", 10), area("D/Stab", 10)]),
    )
    #expect(difference.changes.map(\.kind) == [.new, .new, .gone, .gone])
  }

  /// Simhall's row is divided, and the figure of Bibliotek is another as well.
  @Test func theSameSourceRowsInOtherAreasAreRemapped() throws {
    let difference = try Difference(
      from: AreaFigures(
        [area("Bad", 10), area("Idrott", 20), area("Bibliotek", 30), area("Park", 1)],
        sourceRows: [
          row("Simhall", "Bad", 10), row("Idrott", "Idrott", 20), row("Bibl", "Bibliotek", 30),
          row("Park", "Park", 1),
        ],
      ),
      to: AreaFigures(
        [area("Idrott", 24), area("Bibliotek", 37), area("Park", 1)],
        sourceRows: [
          row("Simhall", "Idrott", 4), row("Simhall", "Bibliotek", 6),
          row("Idrott", "Idrott", 20), row("Bibl", "Bibliotek", 31), row("Park", "Park", 1),
        ],
      ),
    )
    #expect(
      lines(difference) == [
        "Bad remapped with [\"Idrott\", \"Bibliotek\"] 10 → – (-10)",
        "Bibliotek changed 30 → 37 (7)",
        "Idrott remapped with [\"Bad\"] 20 → 24 (4)",
      ]
    )
  }

  @Test func aRowWithAnotherFigureIsNotRemapped() throws {
    let difference = try Difference(
      from: AreaFigures([area("A", 10)], sourceRows: [row("X", "A", 10)]),
      to: AreaFigures([area("B", 11)], sourceRows: [row("X", "B", 11)]),
    )
    #expect(difference.changes.map(\.kind) == [.new, .gone])
  }

  @Test func belowADepthAreasAreOne() throws {
    func row(_ area: String, _ amount: Int64) -> ComputedRow {
      ComputedRow(
        label: area,
        path: path(area),
        role: .item,
        cells: [Cell(.money(Money(minorUnits: amount)))],
      )
    }
    let table = ComputedTable(
      areaTitle: "Område",
      columns: [column],
      rows: [row("A/B/C", 1), row("A/B/D", 2), row("A/E", 4), row("F", 8)],
    )
    let figures = try AreaFigures(of: table, column: 0, toDepth: 2) { $0.labels.last }
    #expect(
      figures.areas == [
        area("A/B", 3, code: "B"), area("A/E", 4, code: "E"), area("F", 8, code: "F"),
      ]
    )
  }

  private var column: TableColumn {
    TableColumn(
      key: "",
      title: "",
      series: Series(.amount),
      scale: Scale(unit: .tkr),
      decimals: 0,
    )
  }

  @Test func theBridgeNamesTheLargestAndSumsTheOthers() throws {
    let names = ["A", "B", "C", "D", "E"]
    let difference = try Difference(
      from: AreaFigures(names.map { area($0, 10) }),
      to: AreaFigures(zip(names, [11, 8, 15, 10, 13] as [Int64]).map { area($0, $1) }),
    )
    let bridge = try #require(
      try difference.bridge(
        "Från 1 till 2",
        between: ("1", "2"),
        in: column,
        naming: 1,
        label: \.fullName,
      )
    )
    #expect(bridge.from.amount == Money(minorUnits: 50))
    #expect(bridge.steps.map(\.label) == ["C", "Övriga 3 områden"])
    #expect(bridge.steps.map(\.amount.minorUnits) == [5, 2])
    #expect(bridge.to.amount == Money(minorUnits: 57))
    #expect(try bridge.rest == .zero)
  }
}
