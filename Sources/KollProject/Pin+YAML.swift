package import KollModel

extension Pin {
  /// The pin as a project file states it where its key takes a value alone.
  package var yaml: String { "\(key): \(value.inYAML)" }

  /// The pin as one of the pairs of its key; `nil` where its key takes none.
  fileprivate var pair: String? { name.map { "\($0.inYAML): \(value.inYAML)" } }
}

extension [Pin] {
  /// The pins as lines of a project file, values alone first.
  /// - Parameter keys: The keys that are stated with pairs: a key must not come twice, so a remark
  ///   says where to.
  /// - Returns: The lines, pairs indented below their keys.
  package func yamlLines(addingTo keys: Set<String> = []) -> [String] {
    filter { $0.name == nil }.map(\.yaml)
      + keysOfPairs.flatMap { key in
        [keys.contains(key) ? "# \(key):" : "\(key):"] + pairs(of: key).map { "  " + $0 }
      }
  }

  /// The pins as they stand inside braces.
  /// - Parameter keys: The keys that are stated with pairs, which get a line of their own.
  /// - Returns: The lines.
  package func yamlInBraces(addingTo keys: Set<String>) -> [String] {
    let texts = keysOfPairs.map { key in
      (key, "\(key): {\(pairs(of: key).joined(separator: ", "))}")
    }
    let added =
      filter { $0.name == nil }.map(\.yaml) + texts.filter { !keys.contains($0.0) }.map(\.1)
    return (added.isEmpty ? [] : [added.joined(separator: ", ")])
      + texts.filter { keys.contains($0.0) }.map { "# \($0.1)" }
  }

  private var keysOfPairs: [String] {
    reduce(into: []) { keys, pin in
      if pin.name != nil, !keys.contains(pin.key) { keys.append(pin.key) }
    }
  }

  private func pairs(of key: String) -> [String] { filter { $0.key == key }.compactMap(\.pair) }
}
