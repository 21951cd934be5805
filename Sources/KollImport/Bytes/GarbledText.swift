/// Text that some program took for another encoding, and then wrote down as it misread it.
///
/// UTF-8 that was read as windows-1252 shows `NÃ¤mnd` for Nämnd and `âˆ’698` for −698. Read as Mac Roman
/// or a code page of MS-DOS it looks otherwise, but is recognised by the same rule: characters that, as
/// bytes of that encoding, are UTF-8 for something that Swedish tables hold.
enum GarbledText: Equatable {
  /// Nothing points to it.
  case sound
  /// What it was before, for certain.
  case repaired([UInt8])
  /// Something was lost, so that nobody can say what it was.
  case lost

  /// The encodings that UTF-8 is taken for, the most usual first.
  private static let suspects: [ReverseTable] = [.windows1252, .macRoman, .cp437, .cp850]
  /// How often text may have been garbled over again.
  private static let mostRounds = 3

  /// Judges a field's content.
  static func judge(_ bytes: ArraySlice<UInt8>) -> GarbledText {
    guard isSuspicious(bytes) else { return .sound }
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var isRepaired = false
    for _ in 0..<mostRounds where scalars.contains(where: isLead) {
      guard let better = suspects.lazy.compactMap({ repair(scalars, from: $0) }).first else {
        break
      }
      scalars = better
      isRepaired = true
    }
    if hasRemains(scalars) { return .lost }
    guard isRepaired else { return .sound }
    return .repaired(utf8(of: scalars))
  }

  private static func utf8(of scalars: [Unicode.Scalar]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 2)
    for scalar in scalars {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    }
    return bytes
  }

  /// Whether a field has any of the characters that garbled text begins with, or U+FFFD.
  ///
  /// These are the UTF-8 of ``isLead(_:)``, looked for without decoding: most fields have none.
  private static func isSuspicious(_ bytes: ArraySlice<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] >= 0xC2 && index + 1 < bytes.endIndex {
      switch (bytes[index], bytes[index + 1]) {
      case (0xC2, 0xAC), (0xC2, 0xB4), (0xC3, 0x82), (0xC3, 0x83), (0xC3, 0x94), (0xC3, 0xA2),
        (0xC3, 0xAF), (0xCE, 0x93), (0xEF, 0xBF):
        return true
      case (0xE2, 0x80), (0xE2, 0x88), (0xE2, 0x94):
        guard index + 2 < bytes.endIndex else { return true }
        if [0x9A, 0x9C, 0xA9, 0xAC].contains(bytes[index + 2]) { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether a character is C2, C3, E2 or EF in one of the suspected encodings.
  private static func isLead(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "Â", "Ã", "â", "ï": true
    case "¬", "√", "‚", "Ô": true
    case "┬", "├", "Γ", "∩", "´": true
    default: false
    }
  }

  /// The text with each garbled character put right, or `nil` when there is none.
  private static func repair(
    _ scalars: [Unicode.Scalar],
    from suspect: ReverseTable,
  ) -> [Unicode.Scalar]? {
    var repaired: [Unicode.Scalar] = []
    var index = 0
    var copied = 0
    while index < scalars.count {
      guard let (scalar, length) = character(at: index, in: scalars, from: suspect) else {
        index += 1
        continue
      }
      repaired += scalars[copied..<index]
      if scalar != byteOrderMark { repaired.append(scalar) }
      index += length
      copied = index
    }
    return copied == 0 ? nil : repaired + scalars[copied...]
  }

  private static let byteOrderMark: Unicode.Scalar = "\u{FEFF}"

  /// The character that two or three scalars are the bytes of.
  private static func character(
    at index: Int,
    in scalars: [Unicode.Scalar],
    from suspect: ReverseTable,
  ) -> (Unicode.Scalar, length: Int)? {
    guard isLead(scalars[index]), let first = suspect.byte(of: scalars[index]),
      let length = length(from: first), index + length <= scalars.count
    else { return nil }
    var value = UInt32(first) & (length == 2 ? 0x1F : 0x0F)
    for next in index + 1..<index + length {
      guard let byte = suspect.byte(of: scalars[next]), byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let found = Unicode.Scalar(value), isExpected(found) else { return nil }
    return (found, length)
  }

  /// How many bytes a character has that begins with this one, if Swedish tables hold such.
  private static func length(from first: UInt8) -> Int? {
    switch first {
    case 0xC2, 0xC3: 2
    case 0xE2, 0xEF: 3
    default: nil
    }
  }

  /// Whether a character is one that Swedish tables hold.
  private static func isExpected(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{A0}"..."\u{FF}", "\u{2009}", "\u{2010}"..."\u{2015}", "\u{2018}"..."\u{201E}",
      "\u{2020}"..."\u{2026}", "\u{202F}", "\u{2030}", "\u{20AC}", "\u{2212}", byteOrderMark:
      true
    default: false
    }
  }

  /// Whether something is left that only garbling explains, such as the Â of `2Â 802`.
  private static func hasRemains(_ scalars: [Unicode.Scalar]) -> Bool {
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "\u{FFFD}": return true
      case "Ã", "Â":
        let isInWord = after.properties.isAlphabetic && !before.properties.isLowercase
        if !isInWord || ("0"..."9").contains(before) { return true }
      case "â" where after == "€" || after == "ˆ": return true
      default: continue
      }
    }
    return false
  }
}
