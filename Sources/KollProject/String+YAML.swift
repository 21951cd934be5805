extension String {
  /// The text as a value or a key of a YAML file, in quotes where it would else mean another thing.
  package var inYAML: String {
    let isPlain =
      allSatisfy { $0.isLetter || $0.isNumber || "-_./ ".contains($0) }
      && first?.isLetter == true && last != " " && !String.yamlWords.contains(lowercased())
    if isPlain { return self }
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        quoted += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The words that YAML 1.1 takes for no text.
  private static let yamlWords: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null",
  ]
}
