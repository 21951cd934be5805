import KollImport
import KollModel
import Testing

/// One text and the records that strict readers make of it.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let records: [[String]]
  let delimiter: Character
  let codes: [DiagnosticCode]

  init(
    _ name: String,
    _ text: String,
    _ records: [[String]],
    delimiter: Character = ",",
    codes: [DiagnosticCode] = [],
  ) {
    self.name = name
    self.text = text
    self.records = records
    self.delimiter = delimiter
    self.codes = codes
  }

  var testDescription: String { name }
}

struct RecordConformanceTests {
  private static let wellFormed: [ConformanceCase] = [
    .init("nothing", "", []),
    .init("a byte order mark alone", "\u{FEFF}", []),
    .init("one field", "a", [["a"]]),
    .init("one field and a line end", "a\n", [["a"]]),
    .init("line ends CR LF", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    .init("line ends LF", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    .init("line ends CR", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    .init("line ends mixed", "a\r\nb\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
    .init("no line end at the end", "a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    .init("blank lines", "\n\r\na\n\n\r\rb\n\n", [["a"], ["b"]]),
    .init("a line of blanks is a record", "a\n  \nb", [["a"], ["  "], ["b"]]),
    .init("an empty field in quotes is a record", "a\n\"\"\nb", [["a"], [""], ["b"]]),
    .init("an empty last field", "a,b,\nc,d,", [["a", "b", ""], ["c", "d", ""]]),
    .init("an empty first field", ",a", [["", "a"]]),
    .init("nothing but delimiters", ",,\n,,\n", [["", "", ""], ["", "", ""]]),
    .init("blanks belong to the field", " a , b ", [[" a ", " b "]]),
    .init("a field in quotes", "\"a\",b", [["a", "b"]]),
    .init("all fields in quotes", "\"a\",\"b\"\r\n\"c\",\"d\"", [["a", "b"], ["c", "d"]]),
    .init("a delimiter in quotes", "a,\"b,c\"", [["a", "b,c"]]),
    .init("LF in quotes", "\"a\nb\",c", [["a\nb", "c"]]),
    .init("CR LF in quotes", "\"a\r\nb\",c", [["a\r\nb", "c"]]),
    .init("CR in quotes", "\"a\rb\",c", [["a\rb", "c"]]),
    .init("blank lines in quotes", "\"\n\n\na\"", [["\n\n\na"]]),
    .init("doubled quotes", "1,\"ha \"\"ha\"\" ha\"", [["1", "ha \"ha\" ha"]]),
    .init("a doubled quote alone", "\"\"\"\"", [["\""]]),
    .init("two doubled quotes", "\"\"\"\"\"\"", [["\"\""]]),
    .init("empty fields in quotes", "1,\"\",\"\"", [["1", "", ""]]),
    .init("a quote before a line break", "\"a\"\"\nb\"", [["a\"\nb"]]),
    .init(
      "json in a field",
      "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n",
      [["key", "val"], ["1", "{\"type\": \"Point\", \"at\": [102.0, 0.5]}"]],
    ),
    .init(
      "quotes and line breaks together",
      "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
      [["a", "b"], ["1", "ha \n\"ha\" \nha"], ["3", "4"]],
    ),
    .init("characters of every length", "a,å,−,🏛\n", [["a", "å", "−", "🏛"]]),
    .init(
      "other characters of line ends are text",
      "a\u{85}b\u{2028}c\u{B}d",
      [["a\u{85}b\u{2028}c\u{B}d"]],
    ),
    .init(
      "records of different lengths",
      "a,b,c\nd\ne,f",
      [["a", "b", "c"], ["d"], ["e", "f"]],
    ),
    .init("semicolons", "a;1,5\nb;\"x;y\"", [["a", "1,5"], ["b", "x;y"]], delimiter: ";"),
    .init("tabs", "a\tb\n\tc", [["a", "b"], ["", "c"]], delimiter: "\t"),
    .init("bars", "a|b|", [["a", "b", ""]], delimiter: "|"),
    .init("apostrophes are no quotes", "'a,b'", [["'a", "b'"]]),
    .init("backslashes escape nothing", "\"a\\\",b", [["a\\", "b"]]),
    .init("hash marks begin no comment", "#a,b", [["#a", "b"]]),
    .init("a separator line", "sep=,\r\na,b", [["a", "b"]]),
    .init("a separator line in capitals", "SEP=;\na;b", [["a", "b"]], delimiter: ";"),
    .init(
      "a separator line behind a byte order mark",
      "\u{FEFF}sep=;\na",
      [["a"]],
      delimiter: ";",
    ),
    .init("no separator line but a record", "sep=a\nb", [["sep=a"], ["b"]]),
    .init("a separator line further down is a record", "a\nsep=;\n", [["a"], ["sep=;"]]),
  ]

  private static let malformed: [ConformanceCase] = [
    .init("a quote inside", "a\"b,c", [["a\"b", "c"]], codes: [.quoteMisplaced]),
    .init("quotes inside", "a \"b\" c", [["a \"b\" c"]], codes: [.quoteMisplaced]),
    .init("a quote at the end", "ab\",c", [["ab\"", "c"]], codes: [.quoteMisplaced]),
    .init("a quote behind a blank", "a, \"b\"", [["a", " \"b\""]], codes: [.quoteMisplaced]),
    .init("text behind the quote", "\"a\"b,c", [["ab", "c"]], codes: [.quoteMisplaced]),
    .init("a blank behind the quote", "\"a\" ,b", [["a ", "b"]], codes: [.quoteMisplaced]),
    .init("a second quoted part", "\"a\"b\"c\"", [["ab\"c\""]], codes: [.quoteMisplaced]),
    .init(
      "one finding for each record",
      "a\"b\"\nc\"\nd",
      [["a\"b\""], ["c\""], ["d"]],
      codes: [.quoteMisplaced, .quoteMisplaced],
    ),
    .init("a quote alone", "\"", [], codes: [.quoteUnclosed]),
    .init("a quote at the end of the file", "a,\"", [], codes: [.quoteUnclosed]),
    .init("an open quote", "a,b\nc,\"d\ne,f\n", [["a", "b"]], codes: [.quoteUnclosed]),
    .init("an odd number of quotes", "\"\"\"", [], codes: [.quoteUnclosed]),
    .init("a NUL", "a\0,b", [["a\0", "b"]], codes: [.undecodableBytes]),
    .init("a NUL in quotes", "\"\0\"", [["\0"]], codes: [.undecodableBytes]),
  ]

  @Test(arguments: wellFormed)
  func wellFormedTextIsReadWithoutAWord(_ example: ConformanceCase) {
    let found = read(example.text, delimiter: example.delimiter)
    #expect(found.records == example.records)
    #expect(found.diagnostics == [])
  }

  @Test(arguments: malformed)
  func malformedTextIsNeverReadInSilence(_ example: ConformanceCase) {
    let found = read(example.text, delimiter: example.delimiter)
    #expect(found.records == example.records)
    #expect(found.codes == example.codes)
  }

  @Test func aLoneNulWarnsAndIsKeptButAStretchOfThemIsAnError() {
    #expect(read("a\0").diagnostics.map(\.severity) == [.warning])
    #expect(read("a\0\0\0\0\0\0\0\0").diagnostics.map(\.severity) == [.error])
    #expect(read("a\0\0b\0").diagnostics.map(\.value) == ["00 00", "00"])
  }

  @Test func aFieldKnowsWhetherItWasInQuotes() {
    #expect(read("\"a\";b;\"\";;\"c\"d").quoted == [[true, false, true, false, true]])
  }

  @Test func linesAreCountedThroughBlankLinesAndQuotes() {
    #expect(read("a\n\n\"b\r\nc\"\r\r\nd\n").lines == [1, 3, 6])
  }

  @Test func linesAreCountedFromTheSeparatorLine() {
    #expect(read("sep=;\r\na\r\nb").lines == [2, 3])
  }
}
