/// The separators between fields that people may name.
public enum Delimiter {
  /// The separator that a name or the sign itself means; `nil` when it is none that Koll reads.
  /// - Parameter name: `;`, `,`, `|`, a tab, or its name.
  /// - Returns: The separator's byte.
  public static func byte(named name: String) -> UInt8? {
    switch name.lowercased() {
    case ";", "semicolon", "semikolon": UInt8(ascii: ";")
    case ",", "comma", "komma", "kommatecken": UInt8(ascii: ",")
    case "|", "pipe": UInt8(ascii: "|")
    case "\t", "\\t", "tab", "tabb": UInt8(ascii: "\t")
    default: nil
    }
  }
}
