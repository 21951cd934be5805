import KollImport
import KollModel
import Testing

struct GarbledTextTests {
  @Test(
    arguments: [
      ("NÃ¤mnd", "Nämnd"), ("âˆ’698", "−698"), ("2Â\u{A0}802", "2\u{A0}802"), ("â€“ 5", "– 5"),
      ("Ã…kersberga", "Åkersberga"), ("Ã„ldreomsorg", "Äldreomsorg"), ("Ã–vrigt", "Övrigt"),
      ("KafÃ©", "Kafé"), ("2â€¯802", "2\u{202F}802"), ("â‚¬", "€"), ("Â§ 5", "§ 5"),
      ("NÃƒÂ¤mnd", "Nämnd"), ("N√§mnd", "Nämnd"), ("N├ñmnd", "Nämnd"), ("Ã¥ â€” Ã¶", "å — ö"),
      ("ï»¿Nämnd", "Nämnd"), ("å och Ã¤", "å och ä"),
    ]
  )
  func whatIsCertainIsRepairedAndWarnedOf(garbled: String, repaired: String) {
    let found = read("a;\(garbled);b\n\"x \(garbled)\"\"\"\n")
    #expect(found.records == [["a", repaired, "b"], ["x \(repaired)\""]])
    #expect(found.codes == [.textGarbled, .textGarbled])
    #expect(found.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(found.diagnostics.map(\.location?.column) == [3, 1])
    #expect(found.diagnostics.first?.value == garbled)
  }

  @Test(arguments: ["2Â 802", "N\u{FFFD}mnd", "Ã", "NÃ?mnd", "-5Â", "kÃ¤rÃ"])
  func whatIsLostIsRefused(garbled: String) {
    let found = read("a;\(garbled);b")
    #expect(found.codes == [.textGarbled])
    #expect(found.diagnostics.map(\.severity) == [.error])
  }

  @Test(
    arguments: [
      "Räddningstjänst", "Å–Ö", "KÖ–2021", "A–Ö", "SÄ”", "−698", "– 5", "2\u{A0}802",
      "2\u{202F}802",
      "SÃO PAULO", "Ângela", "château", "naïve", "Γ", "√2", "5 €", "¬", "’", "Ô", "½", "Ä…", "É”",
    ]
  )
  func soundTextIsLeftAlone(text: String) {
    let found = read("a;\(text);b")
    #expect(found.records == [["a", text, "b"]])
    #expect(found.diagnostics == [])
  }

  @Test func theReplacementOfUndecodableBytesIsNotReportedTwice() {
    #expect(read([0x61, 0xFF, 0x62]).codes == [.undecodableBytes])
  }

  @Test func everySwedishTextThatWasTakenForAnotherEncodingComesBack() {
    let text = "Nämnd för åtgärder; Ärende – Övrigt, Åland: −1\u{A0}234,5 € § 3 é É ü"
    for encoding in [TextEncoding.windows1252, .macRoman, .cp437, .cp850] {
      var reader = RecordReader(dialect: Dialect(delimiter: 9, encoding: encoding), file: "")
      _ = reader.read(Array(text.utf8))
      let misread = reader.finish()
      guard reader.diagnostics.allSatisfy({ $0.code != .undecodableBytes }) else { continue }
      #expect(misread.text(0, 0) == text, "\(encoding)")
    }
  }
}
