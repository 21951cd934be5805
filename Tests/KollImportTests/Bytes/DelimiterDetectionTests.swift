import KollImport
import KollModel
import Testing

struct DelimiterDetectionTests {
  private func read(_ text: String, delimiter: Character? = nil) -> ReadRecords {
    RecordFile.read(
      Array(text.utf8),
      file: "a.csv",
      delimiter: delimiter?.asciiValue,
      encoding: nil,
    )
  }

  @Test(
    arguments: [
      ("a;b\n1;2\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"), ("a,b\n1,2\n", ","),
      ("a,b,c", ","), ("a;b", ";"),
      // Decimal commas stand in every record as regularly as the delimiter.
      ("Namn;Belopp, tkr\nA;1,5\nB;2,5\n", ";"), ("Namn\tBelopp\nA\t1,5\nB\t2,5\n", "\t"),
      ("Namn|Belopp\nA|1,5\n", "|"),
      // Commas in prose, but not as many in each record.
      ("Vård, skola och omsorg;5\nKultur;6\nPark, gata;7\n", ";"),
      // Semicolons in prose of a file with commas.
      ("namn,belopp,kommentar\na,1,\"x; y\"\nb,2,z\n", ","),
      ("namn,belopp,kommentar\na,1,x; y\nb,2,z\nc,3,w\nd,4,v\n", ","),
      // A title and a caption above the table.
      ("Budget 2021, tkr\n\nBelopp i tkr\nNämnd;2020;2021\nA;1;2\nB;3;4\nC;5;6\n", ";"),
      // Delimiters in quotes do not count.
      ("\"a,b,c,d\";1\n\"e,f,g,h\";2\n", ";"), ("a,\"b;c\"\nd,\"e;f\"\n", ","),
      // Records of different lengths.
      ("a;b;c\n1;2\n3;4;5\n6\n", ";"),
      (",,\n,,\n", ","), ("1,2,3\n4,5,6\n", ","), ("id,belopp\n1,2\n3,4\n", ","),
      // A number with its decimal comma in quotes is one field among others.
      ("a,\"1,5\"\nb,\"2,5\"\n", ","),
    ]
  )
  func theDelimiterIsFound(text: String, delimiter: String) {
    #expect(read(text).dialect.delimiter == Character(delimiter).asciiValue)
  }

  @Test(arguments: ["Belopp\n1 234,5\n2 690,0\n", "1,5\n2,5\n", "Namn\nA\nB\n", "", "a", "5\n"])
  func aFileOfOneColumnHasNoDelimiter(text: String) {
    let found = read(text)
    #expect(found.dialect.delimiter == UInt8(ascii: ";"))
    #expect(all(found.records).allSatisfy { $0.count == 1 })
  }

  @Test func aSeparatorLineDecidesAndIsNoRecord() {
    for (line, text) in [
      ("sep=|", "a|b,c\n"), ("sep=,", "a;b,c;d\n"), ("sep=\t", "a\tb\n"), ("sep=:", "a:b"),
    ] {
      let found = read(line + "\r\n" + text)
      #expect(found.dialect.delimiter == line.utf8.last)
      #expect(found.records.count == 1)
      #expect(found.records.fieldCount(0) == 2)
      #expect(found.records.line(0) == 2)
      #expect(found.detected.last?.isCertain == true)
    }
  }

  @Test(arguments: [
    ("sep=,", "Namn;Budget 2021\nA;5\nB;6\n", ";"),
    ("sep=,", "Namn;Budget 2021;Utfall 2021\nA;5,5;6,5\nB;6,5;7,25\n", ";"),
    ("sep=;", "Namn\tBudget 2021\nA\t5\nB\t6\n", "tab"),
  ])
  func aSeparatorLineThatNamesAnotherDelimiterIsToldOf(
    line: String,
    text: String,
    delimiter: String,
  ) {
    let found = read(line + "\r\n" + text)
    #expect(found.detected.last?.value == delimiter)
    #expect(found.detected.last?.isCertain == false)
    #expect(found.detected.last?.reason.english.hasSuffix("names \(line.suffix(1))") == true)
    #expect(found.records.count == 3)
  }

  @Test func aGivenDelimiterIsUsedAndNothingIsDetected() {
    let found = read("sep=;\na;b,c", delimiter: ",")
    #expect(all(found.records) == [["a;b", "c"]])
    #expect(found.detected.map(\.setting) == ["encoding"])
  }

  @Test func aSingleFittingDelimiterIsCertain() {
    #expect(read("Namn;Belopp\nA;1,5\n").detected.last?.isCertain == true)
    #expect(read("Namn\tBelopp\nA\t5\n").detected.last?.value == "tab")
  }

  @Test func twoDelimitersThatFitAreNotCertain() {
    let found = read("a;b,c\nd;e,f\n").detected.last
    #expect(found?.value == ";")
    #expect(found?.isCertain == false)
  }

  @Test func aRecordCutByTheEndOfTheSampleIsNotCounted() {
    let line = "namn,2,x y z\n"
    let text = "a,b,c\n" + String(repeating: line, count: 90_000)
    #expect(read(text).dialect.delimiter == UInt8(ascii: ","))
  }
}
