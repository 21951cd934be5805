import KollModel
import KollTestSupport
import Testing

@testable import KollImport

/// What holds of every file, whatever stands in it.
struct TablePropertyTests {
  @Test(arguments: Seeds.first(40))
  func theOrderOfALongFilesRowsChangesNoSum(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let header = "År;Period;Nämnd;Enhet;Konto;Typ;Belopp"
    let rows = (0..<60).map { row in
      let nämnd = generator.element(of: ["KS", "BUN", "SN"])
      let enhet = "\(nämnd) enhet \(Int.random(in: 1...4, using: &generator))"
      let isBudget = generator.once(in: 3)
      let period = isBudget ? "" : "20210\(Int.random(in: 1...9, using: &generator))"
      let amount = generator.integer(digits: 8)
      return
        "2021;\(period);\(nämnd);\(enhet);\(4000 + row);\(isBudget ? "Budget" : "Utfall");\(amount)"
    }
    let shuffled = rows.shuffled(using: &generator)
    #expect(try sums(of: [header] + shuffled) == sums(of: [header] + rows))
  }

  /// The sums by area and series.
  private func sums(of lines: [String]) throws -> [String: Int64] {
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let read = TableReader.read(bytes, file: "a.csv")
    let table = try #require(read.table, "\(read.diagnostics.map(\.message.english))")
    return table.facts.reduce(into: [:]) { sums, fact in
      let area = table.areas[fact.area].labels.joined(separator: "/")
      sums["\(area) \(table.series[fact.series])", default: 0] += fact.amount.minorUnits
    }
  }

  /// Valid files with a few bytes changed at random, in every encoding.
  @Test(arguments: ValidFile.all)
  func everyFindingsPlaceLiesInsideItsFile(file: ValidFile) {
    var generator = SeededGenerator(seed: 17)
    let encodings: [TextEncoding] = [
      file.encoding, .utf8, .utf16LittleEndian, .utf16BigEndian, .cp437, .macRoman,
    ]
    var findings = 0
    for (round, encoding) in (0..<10).flatMap({ round in encodings.map { (round, $0) } }) {
      var bytes = encode(file.text, as: encoding)
      for _ in 0..<(1 + round) {
        let place = Int.random(in: bytes.indices, using: &generator)
        let damage = generator.element(of: Array("\";\n\r,.x9-\0".utf8) + [0xE5, 0xC3, 0xFF])
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = damage
        case 1: bytes.insert(damage, at: place)
        default: bytes.remove(at: place)
        }
      }
      let result = TableReader.read(bytes, file: "a.csv")
      let used = RecordFile.read(bytes, file: "a.csv", delimiter: nil, encoding: nil).dialect
      let lines = lines(of: bytes, as: used.encoding)
      for finding in result.diagnostics {
        findings += 1
        #expect(isInside(finding.location, lines), "\(finding) \(encoding) \(round)")
      }
      for table in result.tables {
        #expect(table.facts.allSatisfy { lines.indices.contains($0.origin.line - 1) })
        #expect(table.claims.allSatisfy { lines.indices.contains($0.origin.line - 1) })
      }
    }
    #expect(findings > 50)
  }

  private func isInside(_ place: Diagnostic.Location?, _ lines: [[Unicode.Scalar]]) -> Bool {
    guard let place, let line = place.line else { return true }
    guard lines.indices.contains(line - 1) else { return false }
    let text = lines[line - 1]
    guard let column = place.column else { return true }
    guard (1...text.count + 1).contains(column), let excerpt = place.excerpt else { return false }
    let marked = excerpt.marked
    let shown = Array(excerpt.text.unicodeScalars)
    guard marked.lowerBound >= 0, marked.upperBound <= shown.count else { return false }
    // The first character marked is the one that stands there.
    return marked.isEmpty || column > text.count || shown[marked.lowerBound] == text[column - 1]
  }

  /// The lines of a file as scalars, without its byte order mark.
  private func lines(of bytes: [UInt8], as encoding: TextEncoding) -> [[Unicode.Scalar]] {
    let mark = ByteOrderMark.of(bytes[...]).map { $0.encoding == encoding ? $0.length : 0 } ?? 0
    let text = TextDecoder.decode(bytes.dropFirst(mark), as: encoding)
    var lines: [[Unicode.Scalar]] = [[]]
    var last: Unicode.Scalar = " "
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || scalar == "\n" && last != "\r" {
        lines.append([])
      } else if scalar != "\n" {
        lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    return lines
  }
}
