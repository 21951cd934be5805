internal import KollModel

extension TextEncoding {
  /// How much of a file detection looks at: its first MiB.
  static let sampleSize = 1 << 20

  /// Finds out how a file is encoded from its first MiB.
  ///
  /// The order is: byte order mark, UTF-16 by where its NULs stand, well-formed UTF-8, and then the
  /// single-byte encoding in which Swedish letters, hard spaces and dashes stand where they make
  /// sense. ISO 8859-1 is never chosen: windows-1252 reads the same text and more.
  /// - Parameter bytes: The file's bytes from its beginning.
  /// - Returns: The encoding, and why it is that one.
  public static func detect(_ bytes: some Collection<UInt8>) -> EncodingDetection {
    let sample = Array(bytes.prefix(sampleSize))
    let isWhole = sample.count < sampleSize
    return byMark(sample) ?? utf16(sample) ?? utf8(sample, isWhole: isWhole)
      ?? SingleByteEvidence.decide(sample)
  }

  private static func byMark(_ sample: [UInt8]) -> EncodingDetection? {
    guard let mark = ByteOrderMark.of(sample[...]) else { return nil }
    let shown = hexadecimalText(sample.prefix(mark.length))
    return EncodingDetection(
      encoding: mark.encoding,
      hasByteOrderMark: true,
      reason: Phrase(
        sv: "filen börjar med byteordningsmärket \(shown)",
        en: "the file begins with the byte order mark \(shown)",
      ),
      isCertain: true,
      decidingOffset: 0,
    )
  }

  /// UTF-16 of western text has a NUL as every other byte, nearly always.
  private static func utf16(_ sample: [UInt8]) -> EncodingDetection? {
    let pairs = sample.count / 2
    var nuls = (high: 0, low: 0)
    for index in 0..<pairs {
      nuls.high += sample[index * 2] == 0 ? 1 : 0
      nuls.low += sample[index * 2 + 1] == 0 ? 1 : 0
    }
    let (most, fewest) = (max(nuls.high, nuls.low), min(nuls.high, nuls.low))
    guard most >= 2, most * 2 > pairs, fewest * 20 <= most else { return nil }
    let isBigEndian = nuls.high == most
    return EncodingDetection(
      encoding: isBigEndian ? .utf16BigEndian : .utf16LittleEndian,
      hasByteOrderMark: false,
      reason: Phrase(
        sv: "varannan byte är noll, den \(isBigEndian ? "första" : "andra") i varje par",
        en: "every other byte is zero, the \(isBigEndian ? "first" : "second") of each pair",
      ),
      isCertain: true,
      decidingOffset: 0,
    )
  }

  private static func utf8(_ sample: [UInt8], isWhole: Bool) -> EncodingDetection? {
    let (characters, faults, first) = multibyteCharacters(sample, isWhole: isWhole)
    if faults == 0 {
      return found(
        at: first,
        characters == 0
          ? Phrase(sv: "filen har bara ASCII-tecken", en: "the file has nothing but ASCII")
          : Phrase(sv: "alla tecken är giltig UTF-8", en: "all characters are valid UTF-8"),
      )
    }
    // Valid sequences of several bytes do not come about by chance: some bytes are damaged.
    guard characters > faults else { return nil }
    return found(
      at: first,
      Phrase(
        sv: "\(characters) tecken är giltig UTF-8, på \(faults) ställen är de det inte",
        en: "\(characters) characters are valid UTF-8, in \(faults) places they are not",
      ),
    )
  }

  private static func found(at offset: Int?, _ reason: Phrase) -> EncodingDetection {
    EncodingDetection(
      encoding: .utf8,
      hasByteOrderMark: false,
      reason: reason,
      isCertain: true,
      decidingOffset: offset,
    )
  }

  /// How many characters of several bytes are valid UTF-8, how many stretches are not, and where
  /// the first character stands.
  private static func multibyteCharacters(
    _ sample: [UInt8],
    isWhole: Bool,
  ) -> (characters: Int, faults: Int, first: Int?) {
    var counts = (characters: 0, faults: 0, first: Int?.none)
    var index = 0
    while index < sample.count {
      if sample[index] < 0x80 {
        index += 1
        continue
      }
      switch UTF8Validator.sequence(at: index, in: sample[...]) {
      case .valid(let length):
        counts.characters += 1
        counts.first = counts.first ?? index
        index += length
      case .invalid(let length):
        counts.faults += 1
        index += length
      case .incomplete:
        counts.faults += isWhole ? 1 : 0
        return counts
      }
    }
    return counts
  }
}
