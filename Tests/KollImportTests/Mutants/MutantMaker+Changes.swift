import KollImport

/// The changes that are made at one place or to one field.
extension MutantMaker {
  mutating func changeDigit(_ place: Int) {
    let scalar = scalars[place]
    guard let digit = Int(String(scalar)), MutantMaker.digits.contains(scalar) else { return }
    let range = place..<place + 1
    add(.digitChanged, range, String((digit + 1) % 10))
    add(.digitChanged, range, String((digit + 7) % 10))
    add(.digitRemoved, range, "")
    add(.digitDoubled, range, "\(digit)\(digit)")
    add(.digitToLetter, range, digit == 1 ? "l" : "O")
    if place + 1 < scalars.count, MutantMaker.digits.contains(scalars[place + 1]) {
      add(.digitsSwapped, place..<place + 2, "\(scalars[place + 1])\(digit)")
    }
  }

  mutating func changeSeparator(_ place: Int) {
    guard scalars[place] == file.delimiter,
      !fields.contains(where: { $0.range.contains(place) })
    else { return }
    let range = place..<place + 1
    add(.separatorRemoved, range, "")
    add(.separatorAdded, range, "\(file.delimiter)\(file.delimiter)")
    for other in MutantMaker.separators where other != file.delimiter {
      add(.separatorChanged, range, String(other))
    }
  }

  mutating func changeQuote(_ place: Int) {
    guard scalars[place] == "\"" else { return }
    add(.quoteRemoved, place..<place + 1, "")
    add(.quoteRemoved, place..<place + 1, "'")
    add(.quoteAdded, place..<place + 1, "\"\"")
  }

  mutating func changeLineEnd(_ place: Int) {
    guard scalars[place] == "\n" else { return }
    let start = place > 0 && scalars[place - 1] == "\r" ? place - 1 : place
    for other in ["", " "] { add(.lineEndRemoved, start..<place + 1, other) }
    for other in ["\r", "\n", "\r\n", "\n\n", "\r\r\n"] {
      add(.lineEndChanged, start..<place + 1, other)
    }
  }

  /// A letter in the bytes that other encodings have for it, and with a byte too few.
  mutating func changeLetter(_ place: Int) {
    let scalar = scalars[place]
    guard !scalar.isASCII, scalar.properties.isAlphabetic else { return }
    let others: [TextEncoding] = [.utf8, .windows1252, .cp437, .macRoman, .utf16LittleEndian]
    for other in others where other != file.encoding {
      add(.letterEncoded, place..<place + 1, bytes: encode(String(scalar), as: other))
    }
    let own = Array(original[offsets[place]..<offsets[place + 1]])
    if own.count > 1 {
      add(.letterEncoded, place..<place + 1, bytes: Array(own.dropFirst()))
      add(.letterEncoded, place..<place + 1, bytes: Array(own.dropLast()))
    }
  }

  mutating func addQuotes(_ field: FieldSpan) {
    for place in [field.range.lowerBound, field.range.upperBound] {
      add(.quoteAdded, place..<place, "\"")
    }
    if field.range.count > 2 {
      let middle = field.range.lowerBound + field.range.count / 2
      add(.quoteAdded, middle..<middle, "\"")
      add(.lineEndAdded, middle..<middle, "\n")
      if !field.isQuoted { add(.separatorAdded, middle..<middle, String(file.delimiter)) }
    }
    add(.hiddenAdded, field.range.lowerBound..<field.range.lowerBound, "\u{200B}")
    add(.hiddenAdded, field.range.lowerBound..<field.range.lowerBound, "\u{FEFF}")
    add(.hiddenAdded, field.range.lowerBound..<field.range.lowerBound, "\0")
  }

  mutating func changeFigure(_ field: FieldSpan) {
    guard field.line >= firstRow, field.line <= lastRow, field.index >= file.labels,
      !file.words.contains(field.index), MutantMaker.isFigure(scalars[field.range])
    else { return }
    let (start, end) = (field.range.lowerBound, field.range.upperBound)
    for sign in MutantMaker.signs {
      if !MutantMaker.signs.contains(scalars[start]) { add(.signAdded, start..<start, "\(sign)") }
      add(.signAdded, end..<end, String(sign))
    }
    add(.signAdded, start..<start, "(")
    for unit in [" tkr", " mnkr", " kr", "%"] { add(.unitAdded, end..<end, unit) }
    for place in field.range {
      let range = place..<place + 1
      let isInside = place > start && place + 1 < end
      switch scalars[place] {
      case ",":
        for other in [".", ";", " ", "'"] { add(.markChanged, range, other) }
        add(.markRemoved, range, "")
        add(.markMoved, range, ",,")
        if isInside {
          add(.markMoved, place - 1..<place + 1, ",\(scalars[place - 1])")
          add(.markMoved, place..<place + 2, "\(scalars[place + 1]),")
        }
      case let scalar where MutantMaker.blanks.contains(scalar):
        for other in [".", ",", " ", "\u{A0}", "\u{202F}", "'"] {
          add(.blankChanged, range, other)
        }
        add(.blankRemoved, range, "")
        add(.blankMoved, range, "\(scalar)\(scalar)")
        if isInside {
          add(.blankMoved, place - 1..<place + 1, "\(scalar)\(scalars[place - 1])")
          add(.blankMoved, place..<place + 2, "\(scalars[place + 1])\(scalar)")
        }
      case let scalar where MutantMaker.signs.contains(scalar):
        add(.signRemoved, range, "")
        for other in MutantMaker.signs + ["—", "~", "="] where other != scalar {
          add(.signChanged, range, String(other))
        }
      default:
        guard isInside, MutantMaker.digits.contains(scalars[place + 1]) else { continue }
        let after = place + 1..<place + 1
        add(.blankAdded, after, " ")
        add(.markAdded, after, ",")
        add(.markAdded, after, ".")
      }
    }
  }

  mutating func changeUnits() {
    let words = ["mnkr", "tkr", "kr"]
    var place = 0
    while place < scalars.count {
      let isWithinWord = place > 0 && scalars[place - 1].properties.isAlphabetic
      let word =
        isWithinWord ? nil : words.first { scalars[place...].starts(with: $0.unicodeScalars) }
      guard let word else {
        place += 1
        continue
      }
      for other in ["mnkr", "tkr", "kr", "Tkr", "t kr", "tr", "tkt", ""] where other != word {
        add(.unitChanged, place..<place + word.count, other)
      }
      place += word.count
    }
  }
}
