import KollImport
import KollModel

/// What a reader made of some bytes, comparable.
struct Reading: Equatable {
  var records: [[String]] = []
  var lines: [Int] = []
  var quoted: [[Bool]] = []
  var diagnostics: [Diagnostic] = []
  var omitted = 0

  mutating func append(_ batch: RecordBatch) {
    for record in 0..<batch.count {
      let fields = 0..<batch.fieldCount(record)
      records.append(fields.map { batch.text(record, $0) })
      quoted.append(fields.map { batch.isQuoted(record, $0) })
      lines.append(batch.line(record))
    }
  }

  var codes: [DiagnosticCode] { diagnostics.map(\.code) }
}

/// Reads bytes in pieces of given sizes; the last piece is what is left.
func read(
  _ bytes: [UInt8],
  pieces: [Int] = [],
  dialect: Dialect = Dialect(),
  limits: Limits = Limits(),
) -> Reading {
  var reader = RecordReader(dialect: dialect, file: "test.csv", limits: limits)
  var reading = Reading()
  var rest = bytes[...]
  for size in pieces {
    reading.append(reader.read(rest.prefix(size)))
    rest = rest.dropFirst(size)
  }
  reading.append(reader.read(rest))
  reading.append(reader.finish())
  reading.diagnostics = reader.diagnostics
  reading.omitted = reader.omittedDiagnostics
  return reading
}

func read(_ text: String, delimiter: Character = ";") -> Reading {
  read(Array(text.utf8), dialect: Dialect(delimiter: delimiter.asciiValue ?? 0))
}

/// All texts over an alphabet up to a length, the empty one first.
func texts(over alphabet: [UInt8], upTo length: Int) -> [[UInt8]] {
  var all: [[UInt8]] = [[]]
  var last = all
  for _ in 0..<length {
    last = last.flatMap { text in alphabet.map { text + [$0] } }
    all += last
  }
  return all
}
