/// A text in the form that a cell keeps it in.
///
/// Spreadsheet programs read `_x0041_` in a file as the letter A, and keep control characters in
/// that form. Both are written here: the library leaves such texts as they are.
///
/// Source: ECMA-376 Part 1, section 22.9.2.19, ST_Xstring.
struct CellText {
  /// What the cell gets.
  let text: String
  /// Whether the end had to be left out.
  let isShortened: Bool

  /// Brings a text into form.
  /// - Parameter text: Any text at all.
  init(_ text: String) {
    let escaped = CellText.escaped(text.cellText)
    self.text = escaped.shortened(toUTF16: SheetLimits.cellText)
    isShortened = escaped.utf16.count > SheetLimits.cellText
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "_") || isControl($0) }) else {
      return text
    }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count + 14)
    for (index, byte) in bytes.enumerated() {
      if isControl(byte) {
        escaped += escape(byte)
      } else if byte == UInt8(ascii: "_"), isEscape(bytes[index...]) {
        escaped += escape(byte)
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Whether XML cannot hold the character as it is: all controls but tab and line feed, and the
  /// carriage return, which every reader of XML would take for a line feed.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return Array("_x00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)], UInt8(ascii: "_")]
  }

  /// Whether `_x`, four hexadecimal digits and `_` begin a text.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let part = bytes.prefix(7)
    guard part.count == 7, part.dropFirst().first == UInt8(ascii: "x"),
      part.last == UInt8(ascii: "_")
    else { return false }
    return part.dropFirst(2).dropLast().allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
  }
}
