import KollImport
import KollModel
import KollTestSupport
import Testing

/// Random tables of nämnder and verksamheter, read back to what they were made of.
struct PublishedTableTests {
  @Test(arguments: Seeds.first(500))
  func tablesOfNämnderAreReadBackToWhatTheyMean(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let table = PublishedTable(TableShape(using: &generator), using: &generator)
    let result = TableReader.read(Array(table.text.utf8), file: "a.csv")
    let items = result.table?.layout.rows.map {
      "\($0.role) \($0.area.labels.joined(separator: "/"))"
    }
    #expect(items == table.items.map { "item \($0)" }, "\(table.text)")
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: Seeds.first(60))
  func theOrderOfItemsChangesNoSum(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var shape = TableShape(using: &generator)
    shape.groups = .none
    shape.total = .lastNamed
    let lines = PublishedTable(shape, using: &generator).text.split(separator: "\n")
    let shuffled = lines[..<2] + lines[2..<lines.count - 1].shuffled(using: &generator)
    let text = (shuffled + [lines[lines.count - 1]]).joined(separator: "\n")
    #expect(try sums(of: text) == sums(of: lines.joined(separator: "\n")), "\(text)")
  }

  @Test(arguments: Seeds.first(60))
  func aStatedTotalNeverChangesASum(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var shape = TableShape(using: &generator)
    shape.groups = .none
    shape.total = .lastNamed
    let lines = PublishedTable(shape, using: &generator).text.split(separator: "\n")
    let wrong =
      "Totalt" + String(repeating: ";\(generator.integer(digits: 9))", count: shape.columns)
    let without = lines.dropLast().joined(separator: "\n")
    #expect(try sums(of: without + "\n" + wrong) == sums(of: without), "\(without)")
  }

  /// The sums of the items, by column.
  private func sums(of text: String) throws -> [Int64] {
    let table = try #require(TableReader.read(Array(text.utf8), file: "a.csv").table)
    let items = Set(table.layout.rows.filter { $0.role == .item }.map(\.area))
    return table.series.indices.map { series in
      table.facts.filter { $0.series == series && items.contains(table.areas[$0.area]) }
        .reduce(0) { $0 + $1.amount.minorUnits }
    }
  }
}
