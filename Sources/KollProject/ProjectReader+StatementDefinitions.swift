internal import KollCalculation
internal import KollModel
internal import Yams

extension ProjectReader {
  /// Reads the statements of the project's own; each may name rows of those above it.
  mutating func readStatementDefinitions(_ root: YAMLMapping) {
    for node in root.list("statement-definitions", &diagnostics) {
      let keys = ["name", "title", "rows"]
      guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { continue }
      let name = mapping.requiredText("name", &diagnostics)
      let title = mapping.requiredText("title", &diagnostics)
      if mapping.values["rows"] == nil {
        diagnostics.append(.missingKey("rows", at: mapping.place))
      }
      var statement = Statement(name: name ?? "", title: title ?? "", rows: [])
      for row in mapping.list("rows", &diagnostics) { readRow(row, into: &statement) }
      guard let name else { continue }
      guard !statements.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
        diagnostics.append(.statementTwice(name, at: mapping.place(of: "name")))
        continue
      }
      // With its errors told it still has a name, so that no other is told where it is used.
      statements.append(statement)
    }
  }

  /// Reads a row: its name alone, or a mapping that begins with what it is.
  private mutating func readRow(_ node: Node, into statement: inout Statement) {
    if let label = node.scalar?.string {
      add(Statement.Row(key: label.key, label: label, content: .stated), to: &statement, at: node)
      return
    }
    let kind = RowKind.allCases.first { node.mapping?[$0.rawValue] != nil } ?? .row
    guard let mapping = YAMLMapping(node, in: yaml, keys: kind.keys, &diagnostics) else { return }
    guard let label = mapping.requiredText(kind.rawValue, &diagnostics),
      let labelNode = mapping.values[kind.rawValue],
      let content = readContent(kind, mapping, below: statement)
    else { return }
    let row = Statement.Row(
      key: fileName(mapping, "key") ?? label.key,
      label: label,
      aliases: texts(mapping, "aliases"),
      content: content,
      counterpart: readCounterpart(mapping, below: statement),
    )
    add(row, to: &statement, at: labelNode)
  }

  private mutating func readContent(
    _ kind: RowKind,
    _ mapping: YAMLMapping,
    below statement: Statement,
  ) -> Statement.Row.Content? {
    switch kind {
    case .heading: return .heading
    case .row: return yesOrNo(mapping, "optional") == true ? .optional : .stated
    case .sum:
      if mapping.values["of"] == nil { diagnostics.append(.missingKey("of", at: mapping.place)) }
      var keys: [String] = []
      for term in mapping.list("of", &diagnostics) {
        guard let row = row(term, "of", of: statement) else { continue }
        if keys.contains(row.key) {
          diagnostics.append(.termTwice(row.label, at: yaml.place(of: term)))
        }
        keys.append(row.key)
      }
      return .sum(keys)
    }
  }

  /// What a row's figures must be the same as.
  private mutating func readCounterpart(
    _ mapping: YAMLMapping,
    below statement: Statement,
  ) -> Statement.Row.Counterpart? {
    guard let node = mapping.values["equals"] else { return nil }
    if node.scalar != nil {
      let expected = Phrase(
        sv: "areas, eller statement och row, eller opening",
        en: "areas, or statement and row, or opening",
      )
      return mapping.value("equals", expected, &diagnostics) { $0 == "areas" ? .areas : nil }
    }
    if node.mapping?["opening"] != nil { return readOpening(node, below: statement) }
    let keys = ["statement", "row", "opening"]
    guard let place = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let other = place.values["statement"] == nil ? statement : self.statement(place)
    if place.values["row"] == nil { diagnostics.append(.missingKey("row", at: place.place)) }
    guard let other, let node = place.values["row"], let row = row(node, "row", of: other) else {
      return nil
    }
    return .row(row.key, of: other.name)
  }

  /// The row that the year after opens with.
  private mutating func readOpening(
    _ node: Node,
    below statement: Statement,
  ) -> Statement.Row.Counterpart? {
    guard let place = YAMLMapping(node, in: yaml, keys: ["opening"], &diagnostics),
      let node = place.values["opening"], let row = row(node, "opening", of: statement)
    else { return nil }
    return .opening(row.key)
  }

  /// The row with figures that a name means, by key, label or alias.
  private mutating func row(_ node: Node, _ key: String, of statement: Statement) -> Statement.Row?
  {
    let name = node.scalar?.string ?? ""
    let index = statement.rows.firstIndex { $0.key == name } ?? statement.row(called: name)
    if let index, statement.rows[index].content != .heading { return statement.rows[index] }
    let names = statement.rows.filter { $0.content != .heading }.map(\.label)
    diagnostics.append(.rowUnknown(name, key, among: names, at: yaml.place(of: node)))
    return nil
  }

  /// Adds a row that no other row can be taken for.
  private mutating func add(_ row: Statement.Row, to statement: inout Statement, at node: Node) {
    let place = yaml.place(of: node)
    for name in [row.label] + row.aliases {
      if !row.isCalled(name) {
        diagnostics.append(.rowNameWithoutLetters(name, at: place))
      } else if let other = statement.row(called: name) {
        diagnostics.append(.rowTwice(name, as: statement.rows[other].label, at: place))
      }
    }
    if let other = statement.rows.first(where: { $0.key == row.key && $0.label != row.label }) {
      diagnostics.append(.keyTwice(row.key, of: other.label, at: place))
    }
    statement.rows.append(row)
  }

  /// The words under a key: one, or a list of them.
  private mutating func texts(_ mapping: YAMLMapping, _ key: String) -> [String] {
    if mapping.values[key]?.scalar != nil {
      return [mapping.text(key, &diagnostics)].compactMap(\.self)
    }
    return mapping.list(key, &diagnostics).compactMap { node in
      let text = node.scalar?.string ?? ""
      if text.isEmpty {
        let expected = Phrase(
          sv: "ett namn eller en lista av namn",
          en: "a name or a list of names",
        )
        diagnostics.append(.invalid(key, expected, at: yaml.place(of: node)))
      }
      return text.isEmpty ? nil : text
    }
  }
}

/// What a row of a statement is, by the key that its mapping has.
private enum RowKind: String, CaseIterable {
  case row
  case sum
  case heading

  /// The keys that a row of the kind takes.
  var keys: [String] {
    switch self {
    case .row: ["row", "key", "aliases", "optional", "equals"]
    case .sum: ["sum", "of", "key", "aliases", "equals"]
    case .heading: ["heading", "key"]
    }
  }
}

extension Diagnostic {
  fileprivate static func statementTwice(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      field: "name",
      value: name,
      Phrase(
        sv: "\"\(name)\" heter redan en annan uppställning",
        en: "another statement is called \"\(name)\" already",
      ),
      help: Phrase(
        sv: "ge den ett eget namn; inbyggda är \(builtIn)",
        en: "give it a name of its own; built in are \(builtIn)",
      ),
    )
  }

  private static var builtIn: String { Statement.builtIn.map(\.name).joined(separator: ", ") }

  fileprivate static func rowUnknown(
    _ name: String,
    _ key: String,
    among names: [String],
    at place: Location,
  ) -> Diagnostic {
    let list = names.joined(separator: ", ")
    return Diagnostic(
      .projectValueInvalid,
      at: place,
      field: key,
      value: name,
      Phrase(
        sv: "\"\(name)\" är ingen rad med belopp som står ovanför",
        en: "\"\(name)\" is no row with figures that stands above",
      ),
      help: name.nearest(among: names).map {
        Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      }
        ?? Phrase(
          sv: list.isEmpty ? "ställ raden ovanför" : "raderna är: \(list)",
          en: list.isEmpty ? "put the row above" : "the rows are: \(list)",
        ),
    )
  }

  fileprivate static func termTwice(_ label: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      field: "of",
      value: label,
      Phrase(
        sv: "raden \"\(label)\" står redan i summan",
        en: "the row \"\(label)\" stands in the sum already",
      ),
    )
  }

  fileprivate static func rowTwice(
    _ name: String,
    as label: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      field: "rows",
      value: name,
      Phrase(
        sv: "\"\(name)\" kan inte skiljas från raden \"\(label)\"",
        en: "\"\(name)\" cannot be told from the row \"\(label)\"",
      ),
      help: Phrase(
        sv: "ge raderna olika namn: versaler, skiljetecken, siffror och det som står i "
          + "parentes räknas inte",
        en: "give the rows different names: case, punctuation, digits and what stands in "
          + "parentheses do not count",
      ),
    )
  }

  fileprivate static func rowNameWithoutLetters(
    _ name: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      field: "rows",
      value: name,
      Phrase(
        sv: "\"\(name)\" har inga bokstäver att känna igen raden på",
        en: "\"\(name)\" has no letters to know the row by",
      ),
    )
  }

  fileprivate static func keyTwice(
    _ key: String,
    of label: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      field: "key",
      value: key,
      Phrase(
        sv: "nyckeln \"\(key)\" har redan raden \"\(label)\"",
        en: "the row \"\(label)\" has the key \"\(key)\" already",
      ),
      help: Phrase(
        sv: "ge raden en egen nyckel med key",
        en: "give the row a key of its own with key",
      ),
    )
  }
}
