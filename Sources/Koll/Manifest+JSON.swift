internal import KollExport
internal import KollModel

extension Manifest.Input {
  var json: JSON {
    .object(
      [.init("file", .text(file))] + (rows.map { [.init("rows", .number($0))] } ?? [])
        + [.init("sha256", .text(sha256))]
    )
  }
}

extension Manifest.Output {
  var json: JSON {
    .object([
      .init("file", .text(file)),
      .init("report", .text(report)),
      .init("period", .text(period)),
      .init("area", .text(area)),
      .init("basis", .text(basis)),
      .init("sha256", .text(sha256)),
    ])
  }
}

extension Manifest.CheckRecord {
  var json: JSON {
    .object(
      [
        .init("report", .text(report)),
        .init("period", .text(period)),
        .init("area", .text(area)),
      ] + (table.map { [.init("table", .text($0))] } ?? []) + [
        .init("row", .text(row)),
        .init("column", .text(column)),
        .init("verdict", .text(verdict)),
      ]
    )
  }
}

extension Diagnostic {
  /// The finding in both languages, as it is read back.
  var json: JSON {
    .object([
      .init("code", .text(code.rawValue)),
      .init("severity", .text(severity.rawValue)),
      .init("location", location?.json ?? .null),
      .init("field", .optional(field)),
      .init("value", .optional(value)),
      .init("message", message.json),
      .init("help", help?.json ?? .null),
      .init("count", .number(count)),
      .init("pins", .array(pins.map(\.json))),
    ])
  }
}

extension Diagnostic.Location {
  fileprivate var json: JSON {
    .object([
      .init("file", .text(file)),
      .init("line", .optional(line)),
      .init("column", .optional(column)),
      .init("excerpt", excerpt?.json ?? .null),
    ])
  }
}

extension Diagnostic.Excerpt {
  fileprivate var json: JSON {
    .object([
      .init("text", .text(text)),
      .init("marked", .array([.number(marked.lowerBound), .number(marked.upperBound)])),
    ])
  }
}

extension Phrase {
  fileprivate var json: JSON {
    .object([.init("swedish", .text(swedish)), .init("english", .text(english))])
  }
}

extension Pin {
  fileprivate var json: JSON {
    .object([
      .init("key", .text(key)),
      .init("name", .optional(name)),
      .init("value", .text(value)),
    ])
  }
}
