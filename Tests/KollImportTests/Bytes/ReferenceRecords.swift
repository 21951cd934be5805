/// Records as a plain reader finds them: slow, and easy to see that it is right.
struct ReferenceRecords: Equatable {
  var records: [[String]] = []
  /// The line that each record begins on.
  var lines: [Int] = []
  /// How many records have a quote, or text behind one, where none may stand.
  var misplaced = 0
  /// The line that a quote opens on which is never closed.
  var unclosed: Int?
}

extension ReferenceRecords {
  init(_ text: String, delimiter: Unicode.Scalar = ";") {
    let scalars = Array(text.unicodeScalars)
    let lineEnds: [Unicode.Scalar] = ["\r", "\n"]
    var index = 0
    while index < scalars.count {
      if lineEnds.contains(scalars[index]) {
        index += 1
        continue
      }
      let line = Self.line(of: index, in: scalars)
      var record: [String] = []
      var isMisplaced = false
      while true {
        var field = String.UnicodeScalarView()
        if index < scalars.count, scalars[index] == "\"" {
          let opened = Self.line(of: index, in: scalars)
          index += 1
          while true {
            guard index < scalars.count else {
              misplaced += isMisplaced ? 1 : 0
              unclosed = opened
              return
            }
            if scalars[index] == "\"" {
              index += 1
              if index == scalars.count || scalars[index] != "\"" { break }
            }
            field.append(scalars[index])
            index += 1
          }
          let rest = scalars[index...].prefix { $0 != delimiter && !lineEnds.contains($0) }
          isMisplaced = isMisplaced || !rest.isEmpty
          field += rest
          index += rest.count
        } else {
          let all = scalars[index...].prefix { $0 != delimiter && !lineEnds.contains($0) }
          isMisplaced = isMisplaced || all.contains("\"")
          field += all
          index += all.count
        }
        record.append(String(field))
        guard index < scalars.count, scalars[index] == delimiter else { break }
        index += 1
      }
      records.append(record)
      lines.append(line)
      misplaced += isMisplaced ? 1 : 0
    }
  }

  /// The line that a character stands on: one more than the line ends before it.
  private static func line(of index: Int, in scalars: [Unicode.Scalar]) -> Int {
    var line = 1
    for place in 0..<index {
      let isFirstOfPair =
        scalars[place] == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n"
      if scalars[place] == "\n" || scalars[place] == "\r" && !isFirstOfPair { line += 1 }
    }
    return line
  }
}
