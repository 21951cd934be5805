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

/// Random numbers that are the same in each run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
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
