internal import KollCalculation
internal import KollModel
internal import Yams

/// The values under known keys of a mapping, taken one by one, each by its kind.
///
/// A key that is not known is a finding, as is a value that its key does not take.
struct YAMLMapping {
  let yaml: YAMLFile
  /// Where the mapping begins.
  let place: Diagnostic.Location
  /// The column that the keys begin in, counted from 1; `nil` when they stand in braces.
  let keyColumn: Int?
  private(set) var values: [String: Node] = [:]

  /// Opens a mapping.
  /// - Parameters:
  ///   - node: What should be a mapping.
  ///   - yaml: The file it stands in.
  ///   - keys: The keys that it may have.
  ///   - diagnostics: Gets what was found wrong.
  init?(
    _ node: Node,
    in yaml: YAMLFile,
    keys: [String],
    _ diagnostics: inout [Diagnostic],
  ) {
    self.yaml = yaml
    place = yaml.place(of: node)
    guard let mapping = node.mapping else {
      diagnostics.append(.notMapping(keys, at: place))
      return nil
    }
    keyColumn = place.excerpt?.markedText == "{" ? nil : place.column
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if keys.contains(name) {
        values[name] = value
      } else if keyColumn == nil, Int(name) != nil, value.scalar?.string == "" {
        diagnostics.append(.decimalComma(name, at: yaml.place(of: key)))
      } else {
        diagnostics.append(.unknownKey(name, among: keys, at: yaml.place(of: key)))
      }
    }
  }

  /// The words under a key.
  func text(_ key: String, _ diagnostics: inout [Diagnostic]) -> String? {
    guard let node = values[key] else { return nil }
    guard let text = node.scalar?.string, !text.isEmpty else {
      diagnostics.append(.invalid(key, Phrase(sv: "text", en: "words"), at: yaml.place(of: node)))
      return nil
    }
    return text
  }

  /// The words under a key that must be there.
  func requiredText(_ key: String, _ diagnostics: inout [Diagnostic]) -> String? {
    if values[key] == nil { diagnostics.append(.missingKey(key, at: place)) }
    return text(key, &diagnostics)
  }

  /// The value under a key, read by a rule.
  /// - Parameters:
  ///   - key: The key.
  ///   - expected: What the key takes, for the message.
  ///   - diagnostics: Gets what was found wrong.
  ///   - read: Reads the words; `nil` when they are none of the kind.
  /// - Returns: The value, or `nil` when the key is not there or its value does not fit.
  func value<Value>(
    _ key: String,
    _ expected: Phrase,
    _ diagnostics: inout [Diagnostic],
    _ read: (String) -> Value?,
  ) -> Value? {
    guard let node = values[key], let text = text(key, &diagnostics) else { return nil }
    guard let value = read(text) else {
      diagnostics.append(.invalid(key, expected, value: text, at: yaml.place(of: node)))
      return nil
    }
    return value
  }

  /// The whole number under a key.
  func wholeNumber(
    _ key: String,
    in range: ClosedRange<Int>,
    _ diagnostics: inout [Diagnostic],
  ) -> Int? {
    let expected = Phrase(
      sv: "ett heltal från \(range.lowerBound) till \(range.upperBound)",
      en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
    )
    return value(key, expected, &diagnostics) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// The unit under the key `unit`.
  func unit(_ diagnostics: inout [Diagnostic]) -> MoneyUnit? {
    let expected = Phrase(sv: "kr, tkr eller mnkr", en: "kr, tkr or mnkr")
    return value("unit", expected, &diagnostics) { MoneyUnit(spelling: $0) }
  }

  /// The word under a key, one of those that a type has.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String,
    _ diagnostics: inout [Diagnostic],
  ) -> Word? where Word.RawValue == String {
    let names = Word.allCases.map(\.rawValue).joined(separator: ", ")
    return value(key, Phrase(sv: names, en: names), &diagnostics) { Word(rawValue: $0) }
  }

  /// The pairs of words under a key, each value read by a rule.
  func pairs<Value>(
    _ key: String,
    _ expected: Phrase,
    _ diagnostics: inout [Diagnostic],
    namedBy isName: (String) -> Bool = { _ in true },
    read: (String) -> Value?,
  ) -> [String: Value] {
    guard let node = values[key] else { return [:] }
    guard let entries = node.mapping else {
      diagnostics.append(.invalid(key, expected, at: yaml.place(of: node)))
      return [:]
    }
    var pairs: [String: Value] = [:]
    for (name, node) in entries {
      if let name = name.scalar?.string, isName(name),
        let value = node.scalar.flatMap({ read($0.string) })
      {
        pairs[name] = value
      } else {
        diagnostics.append(
          .invalid(key, expected, value: node.scalar?.string, at: yaml.place(of: node))
        )
      }
    }
    return pairs
  }

  /// Where the pairs under a key stand, by their names.
  func placesOfPairs(_ key: String) -> [String: Diagnostic.Location] {
    var places: [String: Diagnostic.Location] = [:]
    for (name, _) in values[key]?.mapping ?? [:] {
      if let text = name.scalar?.string { places[text] = yaml.place(of: name) }
    }
    return places
  }

  /// The elements of the list under a key; none when the key is not there.
  func list(_ key: String, _ diagnostics: inout [Diagnostic]) -> [Node] {
    guard let node = values[key] else { return [] }
    guard let sequence = node.sequence, !sequence.isEmpty else {
      let expected = Phrase(
        sv: "en lista med minst ett element",
        en: "a list of at least one element",
      )
      diagnostics.append(.invalid(key, expected, at: yaml.place(of: node)))
      return []
    }
    return Array(sequence)
  }

  /// Where the value under a key stands.
  func place(of key: String) -> Diagnostic.Location {
    values[key].map { yaml.place(of: $0) } ?? place
  }
}

extension Diagnostic {
  static func notMapping(_ keys: [String], at place: Location) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      Phrase(
        sv: "här ska det stå nycklar med värden",
        en: "keys with values are expected here",
      ),
      help: Phrase(
        sv: "nycklarna är: \(keys.joined(separator: ", "))",
        en: "the keys are: \(keys.joined(separator: ", "))",
      ),
    )
  }

  static func unknownKey(_ key: String, among keys: [String], at place: Location) -> Diagnostic {
    Diagnostic(
      .projectKeyUnknown,
      at: place,
      value: key,
      Phrase(sv: "okänd nyckel \"\(key)\"", en: "unknown key \"\(key)\""),
      help: key.nearest(among: keys).map {
        Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      }
        ?? Phrase(
          sv: "nycklarna är: \(keys.joined(separator: ", "))",
          en: "the keys are: \(keys.joined(separator: ", "))",
        ),
    )
  }

  /// Digits behind a comma in braces, which are a key of their own to YAML.
  fileprivate static func decimalComma(_ digits: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      value: digits,
      Phrase(
        sv: "inom klammer skiljer ett komma nycklar åt, så \"\(digits)\" blir ingen decimal",
        en: "in braces a comma divides keys, so \"\(digits)\" is no decimal",
      ),
      help: Phrase(
        sv: "skriv talet med punkt eller inom citattecken, till exempel 0.5 eller \"0,5\"",
        en: "write the number with a point or in quotes, for example 0.5 or \"0,5\"",
      ),
    )
  }

  static func missingKey(_ key: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .projectKeyMissing,
      at: place,
      field: key,
      Phrase(sv: "nyckeln \"\(key)\" saknas", en: "the key \"\(key)\" is missing"),
    )
  }

  static func invalid(
    _ key: String,
    _ expected: Phrase,
    value: String? = nil,
    at place: Location,
  ) -> Diagnostic {
    let found = value.map { "\"\($0)\"" }
    return Diagnostic(
      .projectValueInvalid,
      at: place,
      field: key,
      value: value,
      Phrase(
        sv: "\(found ?? "värdet") passar inte för nyckeln \"\(key)\", som tar \(expected.swedish)",
        en:
          "\(found ?? "the value") does not fit the key \"\(key)\", which takes \(expected.english)",
      ),
    )
  }
}
