/// A cell as it stands in a file.
struct WrittenCell: Hashable, Sendable {
  /// The number format; empty for none.
  var pattern: String
  /// The formula, without its equals sign.
  var formula: String?
  /// What it holds.
  var value: Value

  enum Value: Hashable, Sendable {
    case number(String)
    case text(String)
    case blank
  }

  /// The number, when it holds one.
  var number: Double? { if case .number(let text) = value { Double(text) } else { nil } }

  /// The text, when it holds one.
  var text: String? { if case .text(let text) = value { text } else { nil } }
}

/// Reads the few shapes of XML that the library writes, without the exporter's help.
enum SheetReading {
  static func cells(
    of sheet: String,
    texts: [String],
    patterns: [String],
  ) -> [String: WrittenCell] {
    var cells: [String: WrittenCell] = [:]
    for piece in sheet.split(separator: "<c ").dropFirst() {
      let cell = String(piece)
      let value = content("v", in: cell)
      let style = attribute("s", in: cell).flatMap { Int($0) } ?? 0
      let held: WrittenCell.Value =
        switch (attribute("t", in: cell), value) {
        case ("inlineStr", _): .text(inlineText(of: cell))
        case (_, nil): .blank
        case ("s", let index?): .text(texts[Int(index) ?? 0])
        case ("str", let text?): .text(text)
        case (_, let number?): .number(number)
        }
      cells[attribute("r", in: cell) ?? ""] = WrittenCell(
        pattern: patterns[style],
        formula: content("f", in: cell),
        value: held,
      )
    }
    return cells
  }

  /// The text that a cell holds itself.
  private static func inlineText(of cell: String) -> String {
    texts(of: Array("<sst><si>\(cell.split(separator: "<is>").last ?? "")".utf8)).first ?? ""
  }

  /// The shared texts, with the escapes of control characters undone.
  static func texts(of part: [UInt8]) -> [String] {
    String(decoding: part, as: UTF8.self).split(separator: "<si>").dropFirst().map {
      var text = $0.split(separator: ">", maxSplits: 1).last ?? ""
      if let end = text.range(of: "</t>") { text = text[..<end.lowerBound] }
      return withoutEscapes(unescaped(String(text)))
    }
  }

  /// The number format of each look.
  static func patterns(of styles: String) -> [String] {
    var codes: [String: String] = [:]
    for piece in styles.split(separator: "<numFmt ").dropFirst() {
      codes[attribute("numFmtId", in: String(piece)) ?? ""] = attribute(
        "formatCode",
        in: String(piece),
      )
    }
    let looks = styles.split(separator: "<cellXfs").last ?? ""
    return looks.split(separator: "</cellXfs>")[0].split(separator: "<xf ").dropFirst().map {
      codes[attribute("numFmtId", in: String($0)) ?? ""] ?? ""
    }
  }

  /// The cells of a sheet whose look is not locked, by their references.
  static func openCells(of sheet: String, styles: String) -> [String] {
    let looks = (styles.split(separator: "<cellXfs").last ?? "").split(separator: "<xf ")
      .dropFirst()
      .map { $0.contains("locked=\"0\"") }
    return sheet.split(separator: "<c ").dropFirst().compactMap { cell in
      let look = attribute("s", in: String(cell)).flatMap { Int($0) } ?? 0
      return looks[look] ? attribute("r", in: String(cell)) : nil
    }
  }

  static func attribute(_ name: String, in tag: String) -> String? {
    let text = " " + tag
    guard let start = text.range(of: " \(name)=\"") else { return nil }
    let rest = text[start.upperBound...]
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    // The attribute must stand in this tag and not behind it.
    if let close = text.firstIndex(of: ">"), close < start.lowerBound { return nil }
    return unescaped(String(rest[..<end]))
  }

  static func content(_ element: String, in text: String) -> String? {
    guard let start = text.range(of: "<\(element)>"),
      let end = text.range(of: "</\(element)>")
    else { return nil }
    return unescaped(String(text[start.upperBound..<end.lowerBound]))
  }

  private static func unescaped(_ text: String) -> String {
    var result = text
    for (escape, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      result = result.split(separator: escape, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return result
  }

  static func withoutEscapes(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.first {
      let next = rest.prefix(7)
      if next.count == 7, next.dropFirst().first == "x", scalar == "_", next.last == "_",
        let value = UInt32(
          String(String.UnicodeScalarView(next.dropFirst(2).dropLast())),
          radix: 16,
        ),
        let control = Unicode.Scalar(value)
      {
        result.append(control)
        rest = rest.dropFirst(7)
      } else {
        result.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }
}

extension StringProtocol {
  /// Where a text first stands, by its scalars.
  fileprivate func range(of pattern: String) -> Range<Index>? {
    firstRange(of: pattern)
  }
}
