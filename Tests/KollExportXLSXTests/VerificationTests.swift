import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import Testing

struct VerificationTests {
  private static let workbook = Result { try WrittenWorkbook(AleTable.document) }

  /// A workbook whose parts are larger than the blocks that files are written in.
  private static let large = Result {
    let rows = (0..<400).map { number in
      item("Rad \(number) " + String(repeating: "ord ", count: 20), [tkr(Int64(number))])
    }
    let words = [item("Rad", [Cell(.text(String(repeating: "text ", count: 4_000)))])]
    let texts = ComputedTable(areaTitle: "Rad", columns: [column("Ord", .text)], rows: words)
    var document = document([column("Budget")], rows)
    document.sections.append(Section(title: "Ord", blocks: [.table(texts)]))
    return try WrittenWorkbook(document)
  }

  /// The workbook with one part changed; nothing for a part that is left out.
  private func bytes(
    of workbook: WrittenWorkbook,
    changing name: String,
    _ change: ([UInt8]) -> [UInt8]?,
  ) -> [UInt8] {
    StoredArchive.bytes(
      of: workbook.allParts.compactMap { part in
        guard part.name == name else { return part }
        return change(part.contents).map { (part.name, $0) }
      }
    )
  }

  @Test func aWorkbookPackedAnewIsAccepted() throws {
    let workbook = try Self.workbook.get()
    try workbook.receipt.verify(StoredArchive.bytes(of: workbook.allParts))
  }

  @Test func aWorkbookCutOffAtAnyByteIsRefused() throws {
    let workbook = try Self.workbook.get()
    for length in 0..<workbook.bytes.count {
      #expect(throws: WorkbookError.self) {
        try workbook.receipt.verify(Array(workbook.bytes[..<length]))
      }
    }
  }

  @Test func aWorkbookWithAnyByteChangedIsRefusedOrHoldsTheSame() throws {
    let workbook = try Self.workbook.get()
    for offset in stride(from: 0, to: workbook.bytes.count, by: 3) {
      var damaged = workbook.bytes
      damaged[offset] ^= 0x55
      // Times and the like may change without harm to any part; contents have a checksum.
      guard (try? workbook.receipt.verify(damaged)) != nil else { continue }
      #expect(try WrittenWorkbook.parts(of: damaged) == WrittenWorkbook.parts(of: workbook.bytes))
    }
  }

  @Test func aPartCutOffAnywhereInAWholeArchiveIsRefused() throws {
    let workbook = try Self.workbook.get()
    for part in workbook.allParts {
      for length in stride(from: 0, to: part.contents.count, by: 41) {
        let damaged = bytes(of: workbook, changing: part.name) { Array($0[..<length]) }
        let expected = WorkbookError.damaged(part: part.name, .malformed)
        #expect(throws: expected) { try workbook.receipt.verify(damaged) }
      }
    }
  }

  /// A failed write loses a whole block from the middle of a part; what is left may look sound.
  @Test func aPartThatLacksABlockIsRefused() throws {
    let workbook = try Self.large.get()
    var tried = 0
    for part in workbook.allParts where part.contents.count > 4_096 {
      for start in stride(from: 0, to: part.contents.count, by: 4_096) {
        let damaged = bytes(of: workbook, changing: part.name) {
          Array($0[..<start] + $0.dropFirst(start + 4_096))
        }
        #expect(throws: WorkbookError.self) { try workbook.receipt.verify(damaged) }
        tried += 1
      }
    }
    #expect(tried > 20)
  }

  @Test func aPartThatIsMissingOrOneTooManyIsRefused() throws {
    let workbook = try Self.workbook.get()
    for part in workbook.allParts {
      let damaged = bytes(of: workbook, changing: part.name) { _ in nil }
      #expect(throws: WorkbookError.damaged(part: part.name, .missing)) {
        try workbook.receipt.verify(damaged)
      }
    }
    let parts = workbook.allParts + [("xl/extra.xml", Array("<a/>".utf8))]
    #expect(throws: WorkbookError.damaged(part: "xl/extra.xml", .missing)) {
      try workbook.receipt.verify(StoredArchive.bytes(of: parts))
    }
  }

  @Test(arguments: [
    ("xl/worksheets/sheet2.xml", "<c r=\"B6\"", "<d r=\"B6\""),
    ("xl/worksheets/sheet2.xml", "<v>16192</v>", ""),
    ("xl/worksheets/sheet2.xml", "<f>", "<g>"),
    ("xl/sharedStrings.xml", "HR avdelning", "HR avdelnin"),
    ("xl/sharedStrings.xml", "<si><t>HR avdelning</t></si>", ""),
    ("xl/workbook.xml", "<sheet name=\"Sammanfattning\" sheetId=\"1\" r:id=\"rId1\"/>", ""),
    ("xl/styles.xml", "<b/>", "<b/></font><font>"),
    ("xl/styles.xml", "<xf ", "<xf /><xf "),
    ("xl/theme/theme1.xml", "a:theme", "b:theme"),
    ("[Content_Types].xml", "<Default Extension=\"xml\" ContentType=\"application/xml\"/>", ""),
    ("docProps/app.xml", "<vt:lpstr>Sammanfattning</vt:lpstr>", ""),
    ("docProps/core.xml", "dcterms:created", "dcterms:erased"),
    ("_rels/.rels", "Relationship ", "Relation "),
    ("xl/_rels/workbook.xml.rels", "Relationship ", "Relation "),
  ])
  func aPartThatLacksSomethingIsRefused(part: String, text: String, instead: String) throws {
    let workbook = try Self.workbook.get()
    let damaged = bytes(of: workbook, changing: part) { contents in
      var old = String(decoding: contents, as: UTF8.self)
      if text.hasPrefix("<c ") {
        // The element's end tag changes with it.
        let parts = old.split(separator: text, maxSplits: 1)
        let end = parts[1].split(separator: "</c>", maxSplits: 1)
        old = parts[0] + text + end[0] + "</d>" + end[1]
      }
      if text == "<f>" { old = old.split(separator: "</f>").joined(separator: "</g>") }
      let pieces = old.split(separator: text, omittingEmptySubsequences: false)
      #expect(pieces.count > 1, "\(text) is not in \(part)")
      return Array(pieces.joined(separator: instead).utf8)
    }
    #expect(throws: WorkbookError.damaged(part: part, .contentDiffers)) {
      try workbook.receipt.verify(damaged)
    }
  }

  @Test func sheetsThatChangedPlacesAreRefused() throws {
    let workbook = try Self.workbook.get()
    let names = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]
    let parts = workbook.allParts.map { part in
      (names.firstIndex(of: part.name).map { names[1 - $0] } ?? part.name, part.contents)
    }
    #expect(throws: WorkbookError.self) {
      try workbook.receipt.verify(StoredArchive.bytes(of: parts))
    }
  }

  @Test func anotherWorkbookIsRefused() throws {
    let other = try WrittenWorkbook(document([column("Budget")], [item("Bad", [tkr(1)])]))
    #expect(throws: WorkbookError.self) { try Self.workbook.get().receipt.verify(other.bytes) }
  }

  @Test func bytesThatAreNoArchiveAreRefused() throws {
    let receipt = try Self.workbook.get().receipt
    for bytes in [[], Array("PK".utf8), Array(repeating: 0, count: 1_000)] {
      #expect(throws: WorkbookError.damaged(part: "xlsx", .unreadable)) {
        try receipt.verify(bytes)
      }
    }
  }
}
