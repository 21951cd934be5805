/// How two texts differ, line by line, for people.
public enum LineDiff {
  /// The lines that differ, with their numbers; `nil` when the bytes are the same.
  /// - Parameters:
  ///   - expected: What should have been there.
  ///   - actual: What was there.
  /// - Returns: The lines, or `nil` when there is no difference.
  public static func between(_ expected: [UInt8], _ actual: [UInt8]) -> String? {
    guard expected != actual else { return nil }
    let (old, new) = (lines(expected), lines(actual))
    guard old.count * new.count <= 4_000_000 else { return firstDifference(old, new) }
    let difference = new.difference(from: old)
    let changes = difference.removals.map { Change($0) } + difference.insertions.map { Change($0) }
    guard !changes.isEmpty else { return "the texts look the same but their bytes differ" }
    return changes.sorted { ($0.line, $0.mark) < ($1.line, $1.mark) }.prefix(60)
      .map { "\($0.mark) \($0.line + 1): \($0.text)" }.joined(separator: "\n")
  }

  private struct Change {
    let line: Int
    let mark: String
    let text: String

    init(_ change: CollectionDifference<String>.Change) {
      switch change {
      case .remove(let offset, let element, _): (line, mark, text) = (offset, "-", element)
      case .insert(let offset, let element, _): (line, mark, text) = (offset, "+", element)
      }
    }
  }

  /// The text's lines; what ends them, and bytes that are no UTF-8, are made visible.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(decoding: line, as: UTF8.self).unicodeScalars
        .map { $0.value < 0x20 || $0.value == 0xFEFF ? $0.escaped(asASCII: true) : String($0) }
        .joined()
    }
  }

  private static func firstDifference(_ old: [String], _ new: [String]) -> String {
    let line =
      zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    let texts = [old, new].map { $0.indices.contains(line) ? $0[line] : "" }
    return "- \(line + 1): \(texts[0])\n+ \(line + 1): \(texts[1])"
  }
}
