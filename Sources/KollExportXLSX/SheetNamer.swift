/// Gives each sheet a name that every spreadsheet program accepts.
///
/// A name has at most 31 UTF-16 units, none of `[]:*?/\` and no apostrophe, and differs from all
/// others also when case and normal form are set aside. One that is cut ends in an ellipsis; one
/// that is taken gets a number after it.
struct SheetNamer {
  private var taken: Set<String> = []

  /// The names that Excel keeps for its own change log.
  private static let reserved: Set<String> = ["HISTORY", "HISTORIK"]

  /// A free name for the next sheet.
  /// - Parameters:
  ///   - wish: What the sheet should be called.
  ///   - number: The sheet's number, counted from 1, for a wish that leaves nothing.
  /// - Returns: The name.
  mutating func name(for wish: String, number: Int) -> String {
    let cleaned = SheetNamer.allowed(wish)
    let base = cleaned.isEmpty ? "Blad \(number)" : cleaned
    var name = base.shortened(toUTF16: SheetLimits.sheetName)
    var count = 1
    while isTaken(name) {
      count += 1
      let suffix = " (\(count))"
      name = base.shortened(toUTF16: SheetLimits.sheetName - suffix.utf16.count) + suffix
    }
    taken.insert(SheetNamer.folded(name))
    return name
  }

  private func isTaken(_ name: String) -> Bool {
    let folded = SheetNamer.folded(name)
    return taken.contains(folded) || SheetNamer.reserved.contains(folded)
  }

  /// Strings are compared by canonical equivalence, so normal forms need no treatment of their own.
  private static func folded(_ name: String) -> String { name.lowercased().uppercased() }

  private static func allowed(_ wish: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in wish.singleLine.unicodeScalars {
      switch scalar {
      case "/", "\\", ":": name.append("-")
      case "[": name.append("(")
      case "]": name.append(")")
      case "*", "?": break
      case "'": name.append("\u{2019}")
      default: name.append(scalar)
      }
    }
    return String(name).trimmed
  }
}
