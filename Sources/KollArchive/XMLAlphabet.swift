/// The bytes that stand in the places of an XML part.
struct XMLAlphabet {
  /// The bytes of text that mean themselves whatever follows: nearly all.
  let plainText = ByteSet { ($0 >= 0x20 || isBlank($0)) && !"<&]".utf8.contains($0) }
  /// The bytes of a value in quotes that mean themselves, whichever the quote is.
  let plainValue = ByteSet { ($0 >= 0x20 || isBlank($0)) && !"<&\"'".utf8.contains($0) }
  /// What a name begins with.
  let nameStart = ByteSet { isLetter($0) || "_:".utf8.contains($0) }
  /// What a name goes on with.
  let namePart = ByteSet { isLetter($0) || isDigit($0) || "_:-.".utf8.contains($0) }
  /// What stands between the `&` and the `;` of a reference.
  let referencePart = ByteSet { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "#") }

  /// The sets, made once.
  static let standard = XMLAlphabet()
}
