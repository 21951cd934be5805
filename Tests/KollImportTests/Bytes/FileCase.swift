import KollImport
import KollModel
import Testing

/// A whole file, byte by byte, and the records that a strict reader makes of it by itself.
struct FileCase: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let delimiter: UInt8
  let records: [[String]]
  let encoding: TextEncoding
  let codes: [DiagnosticCode]

  init(
    _ name: String,
    _ text: String,
    _ delimiter: Unicode.Scalar,
    _ records: [[String]],
    encoding: TextEncoding = .utf8,
    codes: [DiagnosticCode] = [],
  ) {
    self.init(
      name,
      bytes: encode(text, as: encoding),
      delimiter,
      records,
      encoding: encoding,
      codes: codes,
    )
  }

  init(
    _ name: String,
    bytes: [UInt8],
    _ delimiter: Unicode.Scalar,
    _ records: [[String]],
    encoding: TextEncoding = .utf8,
    codes: [DiagnosticCode] = [],
  ) {
    self.name = name
    self.bytes = bytes
    self.delimiter = UInt8(ascii: delimiter)
    self.records = records
    self.encoding = encoding
    self.codes = codes
  }

  var testDescription: String { name }
}

extension FileCase {
  static let wellFormed =
    smallest + quoted + empty + lineEnds + separatorLines + mixedCharacters + marked + wide
}

// What is shortest: the separator follows from one to three lines.
extension FileCase {
  private static let smallest: [FileCase] = [
    .init("one line of ;", "namn;belopp", ";", [["namn", "belopp"]]),
    .init("one line of tabs", "namn\tbelopp", "\t", [["namn", "belopp"]]),
    .init("one line of |", "namn|belopp|år", "|", [["namn", "belopp", "år"]]),
    .init("one line of commas", "namn,belopp,kommentar", ",", [["namn", "belopp", "kommentar"]]),
    .init("two lines of commas", "x,y,z\n7,8,9\n", ",", [["x", "y", "z"], ["7", "8", "9"]]),
    .init("two columns, commas", "kod,namn\n12,Park\n", ",", [["kod", "namn"], ["12", "Park"]]),
    .init("letters and digits", "A,1\nB,2\n", ",", [["A", "1"], ["B", "2"]]),
    .init("three figures", "7,8,9", ",", [["7", "8", "9"]]),
    .init(
      "decimal commas between ;",
      "x;y\n1,5;2,5\n",
      ";",
      [["x", "y"], ["1,5", "2,5"]],
    ),
    .init("decimal commas between tabs", "1,5\t2,5\n", "\t", [["1,5", "2,5"]]),
    .init("decimal commas between |", "1,5|2,5\n", "|", [["1,5", "2,5"]]),
    .init("one line of decimal commas", "1,5;2,5;3,5", ";", [["1,5", "2,5", "3,5"]]),
    .init(
      "more commas than ;",
      "a, b, c;1\nd, e, f;2\n",
      ";",
      [["a, b, c", "1"], ["d, e, f", "2"]],
    ),
    .init(
      "; in the words of a file of commas",
      "namn,not\nA,ett; två\nB,tre\n",
      ",",
      [["namn", "not"], ["A", "ett; två"], ["B", "tre"]],
    ),
    .init("one column of words", "Namn\nPark\nGata\n", ";", [["Namn"], ["Park"], ["Gata"]]),
    .init("one column of figures", "Belopp\n1,5\n20,25\n", ";", [["Belopp"], ["1,5"], ["20,25"]]),
    .init("one word", "Namn", ";", [["Namn"]]),
    .init("one word and a line end", "Namn\r\n", ";", [["Namn"]]),
    .init("only a header", "Nämnd;Budget;Utfall\r\n", ";", [["Nämnd", "Budget", "Utfall"]]),
    .init("one separator", ";", ";", [["", ""]]),
    .init("one comma", ",", ",", [["", ""]]),
    .init("one tab", "\t", "\t", [["", ""]]),
    .init(
      "the last column empty in every row",
      "a;b;\n1;2;\n3;4;\n",
      ";",
      [["a", "b", ""], ["1", "2", ""], ["3", "4", ""]],
    ),
    .init(
      "a row too short",
      "a,b,c\n1,2\n3,4,5",
      ",",
      [["a", "b", "c"], ["1", "2"], ["3", "4", "5"]],
    ),
    .init(
      "a row too long",
      "a,b\n1,2\n3,4,5\n",
      ",",
      [["a", "b"], ["1", "2"], ["3", "4", "5"]],
    ),
  ]
}

// Quotes, with the separator found out around them.
extension FileCase {
  private static let quoted: [FileCase] = [
    .init(
      "a comma in quotes",
      "namn,ort,postnr\nAnna,\"Nol, Ale\",449 41\n",
      ",",
      [["namn", "ort", "postnr"], ["Anna", "Nol, Ale", "449 41"]],
    ),
    .init(
      "coordinates in quotes",
      "plats,läge,län\nNödinge,\"57.89, 12.05\",O\nSkepplanda,\"57.98, 12.23\",O\n",
      ",",
      [
        ["plats", "läge", "län"], ["Nödinge", "57.89, 12.05", "O"],
        ["Skepplanda", "57.98, 12.23", "O"],
      ],
    ),
    .init("two figures in quotes", "\"1\",\"2\"\n", ",", [["1", "2"]]),
    .init("decimal commas in quotes", "\"1,5\",\"2,5\"\n", ",", [["1,5", "2,5"]]),
    .init("one decimal comma in quotes", "x,y\n\"1,5\",2\n", ",", [["x", "y"], ["1,5", "2"]]),
    .init("all separators in quotes", "a|\"b;c,d\te\"\n", "|", [["a", "b;c,d\te"]]),
    .init("only quotes hold separators", "\"a;b\"\n\"c,d\"\n", ";", [["a;b"], ["c,d"]]),
    .init(
      "doubled quotes",
      "a,b\n1,\"så \"\"sant\"\" då\"\n",
      ",",
      [["a", "b"], ["1", "så \"sant\" då"]],
    ),
    .init("doubled quotes at both ends", "\"\"\"a\"\"\";b\n", ";", [["\"a\"", "b"]]),
    .init("a doubled quote before a separator", "\"a\"\";\"\"b\";c\n", ";", [["a\";\"b", "c"]]),
    .init(
      "an object of JSON",
      "nyckel,värde\n1,\"{\"\"typ\"\": \"\"punkt\"\", \"\"läge\"\": [12.5, 57.9]}\"\n",
      ",",
      [["nyckel", "värde"], ["1", "{\"typ\": \"punkt\", \"läge\": [12.5, 57.9]}"]],
    ),
    .init(
      "a line break in quotes",
      "a,b,c\n1,2,3\n\"Det var \nen gång\",5,6\n",
      ",",
      [["a", "b", "c"], ["1", "2", "3"], ["Det var \nen gång", "5", "6"]],
    ),
    .init(
      "CR LF in quotes and outside",
      "a,b\r\n\"Det var \r\nen gång\",5\r\n7,8\r\n",
      ",",
      [["a", "b"], ["Det var \r\nen gång", "5"], ["7", "8"]],
    ),
    .init(
      "CR LF in quotes, LF outside",
      "a;\"b\r\nc\"\nd;e\n",
      ";",
      [["a", "b\r\nc"], ["d", "e"]],
    ),
    .init(
      "LF in quotes, CR outside",
      "a;\"b\nc\"\rd;e\r",
      ";",
      [["a", "b\nc"], ["d", "e"]],
    ),
    .init(
      "quotes and line breaks together",
      "a,b\n1,\"så \n\"\"sant\"\" \ndå\"\n3,4\n",
      ",",
      [["a", "b"], ["1", "så \n\"sant\" \ndå"], ["3", "4"]],
    ),
    .init("a line break first in quotes", "\"\na\";b\nc;d\n", ";", [["\na", "b"], ["c", "d"]]),
    .init(
      "several lines in the last field",
      "a;b\nc;\"d\ne\nf\"",
      ";",
      [["a", "b"], ["c", "d\ne\nf"]],
    ),
    .init("blanks within quotes", "\" a \";\"b \"\n", ";", [[" a ", "b "]]),
    .init("blanks without quotes", " a ; b \nc ;d\n", ";", [[" a ", " b "], ["c ", "d"]]),
    .init("single quotes", "'a;b';c\n", ";", [["'a", "b'", "c"]]),
    .init("a backslash before the closing quote", "\"a\\\";b\n", ";", [["a\\", "b"]]),
    .init(
      "a field of a thousand quotes",
      "a;\"" + String(repeating: "\"\"", count: 1_000) + "\"\n",
      ";",
      [["a", String(repeating: "\"", count: 1_000)]],
    ),
  ]
}

// Empty fields, records and lines.
extension FileCase {
  private static let empty: [FileCase] = [
    .init("no byte", "", ";", []),
    .init("blank lines alone", "\r\n\r\n", ";", []),
    .init("an empty quoted field alone", "\"\"\n", ";", [[""]]),
    .init(
      "empty quoted fields",
      "a,b,c\n1,\"\",\"\"\n2,3,4",
      ",",
      [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]],
    ),
    .init(
      "empty fields",
      "a;b;c\n;;\n1;;3\n",
      ";",
      [["a", "b", "c"], ["", "", ""], ["1", "", "3"]],
    ),
    .init("an empty last field at the end", "a;b\n1;", ";", [["a", "b"], ["1", ""]]),
    .init("an empty last field and a line end", "a;b\n1;\n", ";", [["a", "b"], ["1", ""]]),
    .init("an empty first field", ";a\n;b\n", ";", [["", "a"], ["", "b"]]),
    .init(
      "blank lines between",
      "a;b\n\n1;2\n\n\n3;4\n\n",
      ";",
      [["a", "b"], ["1", "2"], ["3", "4"]],
    ),
    .init("blank lines first", "\n\r\n\na;b\n1;2", ";", [["a", "b"], ["1", "2"]]),
    .init("blank lines in one column", "a\n\nb\n", ";", [["a"], ["b"]]),
    .init("a line of one blank", "a;b\n \nc;d\n", ";", [["a", "b"], [" "], ["c", "d"]]),
  ]

  private static let lineEnds: [FileCase] = [
    .init("CR alone", "a;b\r1;2\r", ";", [["a", "b"], ["1", "2"]]),
    .init("CR alone, none last", "a\tb\r1\t2", "\t", [["a", "b"], ["1", "2"]]),
    .init("CR CR LF", "a;b\r\r\n1;2\r\r\n", ";", [["a", "b"], ["1", "2"]]),
    .init("LF CR", "a;b\n\r1;2\n\r", ";", [["a", "b"], ["1", "2"]]),
    .init(
      "three kinds of line end",
      "a,b\r\n1,2\n3,4\r5,6",
      ",",
      [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]],
    ),
    .init("a form feed is text", "a;b\n\u{C}1;2\n", ";", [["a", "b"], ["\u{C}1", "2"]]),
  ]
}

// The line that Excel writes and reads.
extension FileCase {
  private static let separatorLines: [FileCase] =
    [";", "\t", "|", ",", ":", "^", "~", "#"].flatMap { (mark: Unicode.Scalar) in
      ["\r\n", "\n", "\r"].map { end in
        FileCase(
          "sep=\(mark) and \(end.debugDescription)",
          "sep=\(mark)\(end)x\(mark)y\(end)1\(mark)2\(end)",
          mark,
          [["x", "y"], ["1", "2"]],
        )
      }
    } + [
      .init("sep= against the look of the file", "sep=,\na;b,c;d\n", ",", [["a;b", "c;d"]]),
      .init(
        "sep= in quotes is a record",
        "\"sep=;\"\r\na;b\r\n1;2\r\n",
        ";",
        [["sep=;"], ["a", "b"], ["1", "2"]],
      ),
      .init("sep= alone", "sep=|", "|", []),
      .init("sep= after a mark", "\u{FEFF}sep=|\r\na|b;c\r\n", "|", [["a", "b;c"]]),
      .init(
        "sep= in UTF-16",
        "\u{FEFF}sep=\t\r\na\tå\r\n",
        "\t",
        [["a", "å"]],
        encoding: .utf16LittleEndian,
      ),
      .init(
        "a field that begins with sep=",
        "sep=a;b\nc;d\n",
        ";",
        [["sep=a", "b"], ["c", "d"]],
      ),
      .init("a second sep=", "sep=;\nsep=,\na;b\n", ";", [["sep=,"], ["a", "b"]]),
    ]

  private static let mixedCharacters: [FileCase] = [
    .init("characters of two to four bytes", "a;é;ʤ;€;🏛\n", ";", [["a", "é", "ʤ", "€", "🏛"]]),
    .init(
      "letters with a mark of their own",
      "a\u{30A};o\u{308}\n",
      ";",
      [["a\u{30A}", "o\u{308}"]],
    ),
    .init(
      "hard and thin spaces",
      "1\u{A0}234;5\u{202F}678;9\u{2009}0\n",
      ";",
      [["1\u{A0}234", "5\u{202F}678", "9\u{2009}0"]],
    ),
    .init("minus signs", "−5;–5;-5;5-\n", ";", [["−5", "–5", "-5", "5-"]]),
    .init("typographic quotes are text", "”a;b”;c\n", ";", [["”a", "b”", "c"]]),
    .init("a mark inside the file is text", "a;\u{FEFF}b\n", ";", [["a", "\u{FEFF}b"]]),
  ]
}

// A byte order mark before what else a file may begin with.
extension FileCase {
  private static let marked: [FileCase] =
    [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian].flatMap { encoding in
      [
        FileCase("a mark alone", "\u{FEFF}", ";", [], encoding: encoding),
        FileCase(
          "a mark before a quote",
          "\u{FEFF}\"a;å\";b\r\n",
          ";",
          [["a;å", "b"]],
          encoding: encoding,
        ),
        FileCase(
          "a mark before a separator",
          "\u{FEFF};å\r\n",
          ";",
          [["", "å"]],
          encoding: encoding,
        ),
        FileCase(
          "a mark before a blank line",
          "\u{FEFF}\r\na;å\r\n",
          ";",
          [["a", "å"]],
          encoding: encoding,
        ),
        FileCase(
          "a line break in quotes",
          "\u{FEFF}a;\"b\r\nå\"\r\nc;\"\"\"\"",
          ";",
          [["a", "b\r\nå"], ["c", "\""]],
          encoding: encoding,
        ),
      ]
    }

  /// Swedish text in every encoding, with either line end, between semicolons and between tabs.
  private static let wide: [FileCase] =
    [
      TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252, .cp437, .macRoman,
    ].flatMap { encoding in
      ["\r\n", "\n"].flatMap { end in
        [";", "\t"].map { (delimiter: Unicode.Scalar) in
          let lines = ["Nämnd|Ärende, övrigt|År", "Åldersgrupp|\"Förskola|skola\"|1,5"]
          return FileCase(
            "\(encoding.rawValue), \(end.debugDescription), \(delimiter.debugDescription)",
            lines.map { $0.replacing("|", with: "\(delimiter)") + end }.joined(),
            delimiter,
            [
              ["Nämnd", "Ärende, övrigt", "År"],
              ["Åldersgrupp", "Förskola\(delimiter)skola", "1,5"],
            ],
            encoding: encoding,
          )
        }
      }
    }
}

extension FileCase {
  static let malformed: [FileCase] = [
    .init(
      "a NUL inside",
      "a;b\nc\0;d\n",
      ";",
      [["a", "b"], ["c\0", "d"]],
      codes: [.undecodableBytes],
    ),
    .init(
      "a quote inside a field",
      "a,b\"c\n1,2\n",
      ",",
      [["a", "b\"c"], ["1", "2"]],
      codes: [.quoteMisplaced],
    ),
    .init(
      "quotes inside a field",
      "a;12\" rör\n1;2\n",
      ";",
      [["a", "12\" rör"], ["1", "2"]],
      codes: [.quoteMisplaced],
    ),
    .init(
      "text behind the closing quote",
      "\"a\"b;c\n1;2\n",
      ";",
      [["ab", "c"], ["1", "2"]],
      codes: [.quoteMisplaced],
    ),
    .init(
      "a blank before the quote",
      "a; \"b\"\n1;2\n",
      ";",
      [["a", " \"b\""], ["1", "2"]],
      codes: [.quoteMisplaced],
    ),
    .init(
      "a blank behind the quote",
      "\"a\" ;b\n1;2\n",
      ";",
      [["a ", "b"], ["1", "2"]],
      codes: [.quoteMisplaced],
    ),
    .init(
      "quotes escaped by backslashes",
      "\"a\\\"b\";c\n1;2\n",
      ";",
      [["a\\b\"", "c"], ["1", "2"]],
      codes: [.quoteMisplaced],
    ),
    .init(
      "a quote that is never closed",
      "a;b\n\"c;d\n1;2\n",
      ";",
      [["a", "b"]],
      codes: [.quoteUnclosed],
    ),
    .init(
      "a quote that swallows the rest",
      "a;b\n1;\"2\n3;4\n5;6",
      ";",
      [["a", "b"]],
      codes: [.quoteUnclosed],
    ),
    .init(
      "an odd quote at the end",
      "a;b\n1;2\"",
      ";",
      [["a", "b"], ["1", "2\""]],
      codes: [.quoteMisplaced],
    ),
    .init(
      "an odd byte at the end of UTF-16",
      bytes: encode("\u{FEFF}a;b\n", as: .utf16LittleEndian) + [0x61],
      ";",
      [["a", "b"], ["\u{FFFD}"]],
      encoding: .utf16LittleEndian,
      codes: [.undecodableBytes],
    ),
    .init(
      "a byte of UTF-8 cut off",
      bytes: Array("å;ä\nö;".utf8) + [0xC3],
      ";",
      [["å", "ä"], ["ö", "\u{FFFD}"]],
      codes: [.undecodableBytes],
    ),
    .init(
      "the mark of the end of a DOS file",
      "a;b\n1;2\n\u{1A}",
      ";",
      [["a", "b"], ["1", "2"], ["\u{1A}"]],
    ),
  ]
}
