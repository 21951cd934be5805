import KollImport
import KollModel
import Testing

struct BinaryKindTests {
  private func read(_ bytes: [UInt8], encoding: TextEncoding? = nil) -> ReadRecords {
    RecordFile.read(bytes, file: "budget.xlsx", delimiter: nil, encoding: encoding)
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 3, 4, 20, 0], "zip"), (Array("%PDF-1.7\n".utf8), "PDF"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Office"), ([0x1F, 0x8B, 8, 0], "compressed"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "image"), (Array("<!DOCTYPE html><html>".utf8), "web page"),
      (Array("\u{FEFF}\n<html><table>".utf8), "web page"), (Array("<?xml version=".utf8), "XML"),
      (Array("{\\rtf1\\ansi".utf8), "RTF"), ([0x41, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], "binary"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "compressed"),
    ] as [([UInt8], String)]
  )
  func aFileThatIsNoTextIsRefusedByWhatItIs(bytes: [UInt8], word: String) {
    for encoding in [nil, TextEncoding.utf8, .windows1252] {
      let found = read(bytes, encoding: encoding)
      #expect(found.diagnostics.map(\.code) == [.fileNotText])
      #expect(found.records.count == 0)
      #expect(found.diagnostics.first?.location?.file == "budget.xlsx")
      #expect(found.diagnostics.first?.message.english.contains(word) == true)
      #expect(
        found.diagnostics.first?.help?.swedish.contains(
          "Arkiv > Spara som > CSV UTF-8 (kommaavgränsad)"
        ) == true
      )
    }
  }

  @Test func utf32IsNamedAsAnEncodingThatIsNotRead() {
    #expect(read([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]).diagnostics.map(\.code) == [.encodingUnknown])
  }

  @Test(arguments: ["PK;Budget\n", "a<html>;b", "%PDF", "1;2"])
  func aTextThatBeginsAlmostLikeOneOfThemIsRead(text: String) {
    #expect(read(Array(text.utf8)).diagnostics == [])
  }

  @Test func utf16IsNotTakenForBinary() {
    let bytes = "Nämnd;Budget\nA;1\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(read(bytes).diagnostics == [])
    #expect(read([0xFF, 0xFE] + bytes).diagnostics == [])
  }
}
