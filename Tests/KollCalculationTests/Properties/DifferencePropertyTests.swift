import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// What holds of the difference between any two states.
@Suite struct DifferencePropertyTests {
  private static let seeds = Array(0..<200 as Range<UInt64>)

  /// Random areas, some of them absent, in two levels and with the rows that they come from.
  private func figures(_ generator: inout SeededGenerator) -> AreaFigures {
    var figures = AreaFigures([])
    for group in ["A", "B"] {
      for number in 1...6 where !generator.once(in: 3) {
        let path = AreaPath([group, "Område \(number)"])
        let amount = Money(minorUnits: Int64.random(in: -9...9, using: &generator))
        let row = AreaPath(["Rad \(Int.random(in: 1...9, using: &generator))"])
        figures.areas.append(AreaFigures.Area(path, amount))
        figures.sourceRows.append(AreaFigures.SourceRow(.named(row, nil), path, amount))
      }
    }
    return figures
  }

  @Test(arguments: seeds)
  func theBridgeSumsAndTheChangesAreTheWhole(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (old, new) = (figures(&generator), figures(&generator))
    let difference = try Difference(from: old, to: new)
    #expect(
      difference.changes.map(\.amount.minorUnits).reduce(0, +) == difference.amount.minorUnits
    )
    let sizes = difference.changes.map(\.amount.minorUnits.magnitude)
    #expect(sizes == sizes.sorted(by: >))
    let column = TableColumn(
      key: "",
      title: "",
      series: Series(.amount),
      scale: Scale(unit: .tkr),
      decimals: 0,
    )
    let bridge = try difference.bridge(
      "",
      between: ("", ""),
      in: column,
      naming: Int.random(in: 1...9, using: &generator),
      label: \.fullName,
    )
    #expect((bridge == nil) == (old.areas.isEmpty || new.areas.isEmpty))
    #expect(try bridge?.rest ?? .zero == .zero)
  }

  @Test(arguments: seeds)
  func nothingDiffersFromItself(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let figures = figures(&generator)
    let difference = try Difference(from: figures, to: figures)
    #expect(difference.changes.isEmpty)
    #expect(difference.unchangedCount == figures.areas.count)
    #expect(difference.amount == .zero)
  }

  @Test(arguments: seeds)
  func theWayBackIsTheNegativeOfTheWayThere(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (old, new) = (figures(&generator), figures(&generator))
    let (there, back) = (try Difference(from: old, to: new), try Difference(from: new, to: old))
    // An area that moved has its other place on the way back.
    func lines(_ difference: Difference, isBack: Bool) -> [String] {
      difference.changes.map { change in
        var place = change.area
        var kind = change.kind
        if case .moved(let origin) = kind {
          place = isBack ? origin : change.area
          kind = .moved(from: .total)
        } else if case .remapped(let others) = kind {
          kind = .remapped(others.sorted { $0.fullName < $1.fullName })
        } else if isBack, kind != .changed {
          kind = kind == .new ? .gone : .new
        }
        let amount = change.amount.minorUnits * (isBack ? -1 : 1)
        let ends = [change.before, change.after].map { $0?.minorUnits }
        return "\(place) \(kind) \(amount) \(isBack ? ends.reversed() : ends)"
      }.sorted()
    }
    #expect(lines(there, isBack: false) == lines(back, isBack: true))
    #expect(there.unchangedCount == back.unchangedCount)
  }
}
