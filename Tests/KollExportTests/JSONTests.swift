import Foundation
import KollCalculation
import KollExport
import KollModel
import KollTestSupport
import Testing

@Suite struct JSONTests {
  private func computed(
    _ rows: [(label: String, values: [Int64?])],
    unit: MoneyUnit = .tkr,
  ) throws
    -> ComputedTable
  {
    let table = ImportedTable(titles: ["Budget 2021", "Utfall 2021"], rows: rows, unit: unit)
    var definition = TableDefinition(joining: [table])
    try definition.addColumn(titled: "Andel", expression: "Utfall 2021 / Budget 2021")
    var ledger = Ledger()
    try ledger.add(table)
    return try definition.computed(from: ledger)
  }

  /// The numbers of each row as the text has them.
  private func values(_ text: String) -> [[String]] {
    text.split(separator: "\n").compactMap { line in
      guard let list = line.firstRange(of: "\"values\": [")?.upperBound else { return nil }
      let end = line.firstIndex(of: "]") ?? line.endIndex
      return line[list..<end].split(separator: ",").map {
        String($0.filter { $0 != " " })
      }
    }
  }

  /// An amount in öre as a plain decimal number in its unit, without any number type.
  private func plain(_ öre: Int64?, _ unit: MoneyUnit) -> String {
    guard let öre else { return "null" }
    var digits = String(öre.magnitude)
    while digits.count <= unit.decimalsToOre { digits = "0" + digits }
    let whole = digits.dropLast(unit.decimalsToOre)
    var decimals = digits.suffix(unit.decimalsToOre)
    while decimals.last == "0" { decimals.removeLast() }
    return (öre < 0 ? "-" : "") + whole + (decimals.isEmpty ? "" : "." + decimals)
  }

  @Test(arguments: Seeds.first(20))
  func amountsAreTheirExactDecimals(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for unit in MoneyUnit.allCases {
      let rows = generator.rows(atMost: 20, columns: 2, digits: 17)
      let text = try JSONExporter().json(computed(rows, unit: unit)).document
      let found = values(text).dropLast().map { Array($0.prefix(2)) }
      #expect(found == rows.map { $0.values.map { plain($0, unit) } })
      #expect(!found.joined().contains { $0.contains { "eE+".contains($0) } })
    }
  }

  @Test func sharesArePerCentWithAtMostSixDecimals() throws {
    let rows: [(label: String, values: [Int64?])] = [
      ("Tredjedel", [300, 100]), ("Åttondel", [800, 100]), ("Fin", [8192, 1]), ("Noll", [0, 1]),
      ("Minus", [300, -200]), ("Allt", [100, 100]), ("Halv", [2_000_000_000, 1]),
    ]
    let text = try JSONExporter().json(computed(rows)).document
    #expect(
      values(text).dropLast().map { $0[2] } == [
        "33.333333", "12.5", "0.012207", "null", "-66.666667", "100", "0",
      ]
    )
  }

  @Test(arguments: Seeds.first(10))
  func everyTextIsValidJSONAndComesBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let words = String(decoding: generator.bytes(12), as: UTF8.self) + "\"\\/\u{2028}\u{0}\r\n"
      let json = JSON.object([.init(words, .array([.text(words), .null, .boolean(true)]))])
      let object = try JSONSerialization.jsonObject(with: Data(json.document.utf8))
      let members = try #require(object as? [String: [Any]])
      #expect(members.keys.first == words)
      #expect(members[words]?.first as? String == words)
    }
  }

  @Test func noRawControlCharacterStandsInAText() {
    for value in UInt32(0)...0x9F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let document = JSON.text(String(Character(scalar))).document.dropLast()
      #expect(document.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }

  @Test func theKeysAreThoseOfTheContract() throws {
    let text = try JSONExporter().json(computed([("A", [1, 2])])).document
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let table = try #require(object)
    #expect(
      Set(table.keys)
        == ["title", "unit", "decimals", "sign", "columns", "rows", "checks", "notes"]
    )
    let column = try #require((table["columns"] as? [[String: Any]])?.first)
    #expect(
      Set(column.keys) == [
        "key", "title", "kind", "year", "period", "round", "side", "unit", "derived",
      ]
    )
    let row = try #require((table["rows"] as? [[String: Any]])?.first)
    #expect(Set(row.keys) == ["label", "path", "level", "role", "values", "source"])
    let derived = (table["columns"] as? [[String: Any]])?.map { $0["derived"] as? Bool }
    #expect(derived == [false, false, true])
  }
}
