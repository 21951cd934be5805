internal import KollModel

/// What speaks for a file being in one of the single-byte encodings.
///
/// Each byte above 7F is read in each encoding and judged by its neighbours: Swedish letters belong
/// in words, hard spaces and dashes beside digits, box-drawing characters nowhere.
struct SingleByteEvidence {
  /// The encodings that are told apart, the likeliest first.
  private static let candidates: [TextEncoding] = [.windows1252, .cp437, .cp850, .macRoman]
  /// Letters that Swedish is written with.
  private static let swedish: Set<Unicode.Scalar> = ["å", "ä", "ö", "Å", "Ä", "Ö", "é", "É"]
  /// Letters that names and loan words bring.
  private static let foreign = Set("üÜèàáæÆøØñçôêëíóúðÐþ".unicodeScalars)
  /// Characters that stand by themselves in tables.
  private static let signs = Set("§°½€£%´’‘”“…–—•«»²³¹µ±·©®".unicodeScalars)
  private static let hardSpace: Unicode.Scalar = "\u{A0}"
  private static let dashes: Set<Unicode.Scalar> = ["–", "—"]

  let encoding: TextEncoding
  /// How many Swedish letters stand in words.
  private(set) var letters = 0
  /// How many hard spaces and dashes stand where they belong.
  private(set) var marks = 0
  /// How many characters make no sense where they stand.
  private(set) var oddities = 0

  private let scalars: [Unicode.Scalar]

  private init(_ encoding: TextEncoding, of sample: [UInt8]) {
    self.encoding = encoding
    self.scalars = SingleByteTable.scalars(of: encoding)
    for index in sample.indices where sample[index] >= 0x80 { judge(index, in: sample) }
  }

  /// What is for it less what is against it.
  private var score: Int { 3 * letters + 2 * marks - 4 * oddities }

  private func scalar(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : scalars[Int(byte) - 0x80]
  }

  private mutating func judge(_ index: Int, in sample: [UInt8]) {
    let before = index > 0 ? scalar(sample[index - 1]) : " "
    let after = index + 1 < sample.count ? scalar(sample[index + 1]) : " "
    let found = scalar(sample[index])
    if Self.swedish.contains(found) || Self.foreign.contains(found) {
      judgeLetter(found, before, after)
    } else if found == Self.hardSpace || Self.dashes.contains(found) {
      let isBesideNumber = Self.isDigit(before) || Self.isDigit(after)
      let isAlone = !found.properties.isAlphabetic && !before.properties.isAlphabetic
      if isBesideNumber || isAlone { marks += 1 }
    } else if !Self.signs.contains(found) {
      oddities += 1
    } else if before.properties.isAlphabetic && after.properties.isAlphabetic,
      found != "’", found != "´"
    {
      oddities += 1
    }
  }

  private mutating func judgeLetter(
    _ letter: Unicode.Scalar,
    _ before: Unicode.Scalar,
    _ after: Unicode.Scalar,
  ) {
    let isInsideNumber = Self.isDigit(before) || Self.isDigit(after)
    let isCapitalInWord = letter.properties.isUppercase && before.properties.isLowercase
    let isSmallAmongCapitals =
      letter.properties.isLowercase && before.properties.isUppercase
      && after.properties.isUppercase
    if isInsideNumber || isCapitalInWord || isSmallAmongCapitals {
      oddities += 1
    } else if Self.swedish.contains(letter) {
      letters += 1
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}

extension SingleByteEvidence {
  /// The encoding that most speaks for, and whether all else is ruled out.
  static func decide(_ sample: [UInt8]) -> EncodingDetection {
    let evidence = candidates.map { SingleByteEvidence($0, of: sample) }
    // Of equals max(by:) returns the first.
    let best = evidence.max { $0.score < $1.score } ?? evidence[0]
    let rivals = evidence.filter { $0.score > 0 && $0.encoding != best.encoding }
    let isRivalled = rivals.contains { !readsTheSame($0.encoding, best.encoding, sample) }
    return EncodingDetection(
      encoding: best.encoding,
      hasByteOrderMark: false,
      reason: best.reason,
      isCertain: best.score > 0 && best.oddities == 0 && !isRivalled,
      decidingOffset: sample.firstIndex { $0 >= 0x80 },
    )
  }

  /// Whether two encodings make the same text of a file, as cp437 and cp850 do of Swedish.
  private static func readsTheSame(
    _ left: TextEncoding,
    _ right: TextEncoding,
    _ sample: [UInt8],
  ) -> Bool {
    let tables = (SingleByteTable.scalars(of: left), SingleByteTable.scalars(of: right))
    return Set(sample).allSatisfy {
      $0 < 0x80 || tables.0[Int($0) - 0x80] == tables.1[Int($0) - 0x80]
    }
  }

  private var reason: Phrase {
    if letters > 0 {
      return Phrase(
        sv: "inte UTF-8; \(letters) svenska bokstäver står i ord när den läses så",
        en: "not UTF-8; \(letters) Swedish letters stand in words when it is read so",
      )
    }
    if marks > 0 {
      return Phrase(
        sv: "inte UTF-8; hårda blanksteg och streck står vid tal när den läses så",
        en: "not UTF-8; hard spaces and dashes stand beside numbers when it is read so",
      )
    }
    return Phrase(
      sv: "inte UTF-8, och inga svenska bokstäver som visar vad den är",
      en: "not UTF-8, and no Swedish letters that show what it is",
    )
  }
}
