internal import KollModel

/// Kinds of files that hold no text that a table could be read from.
enum BinaryKind: CaseIterable {
  /// An Excel workbook, an OpenDocument sheet or another ZIP archive.
  case zip
  case pdf
  /// An .xls workbook or another file of old Office.
  case ole
  case gzip
  case sevenZip
  case image
  case markup
  case utf32
  /// Bytes with many NULs.
  case unknown

  /// How much of a file is looked at.
  private static let sampleSize = 1 << 13

  /// The kind that a file is, or `nil` when it may be a text.
  static func of(_ bytes: [UInt8]) -> BinaryKind? {
    let sample = Array(bytes.prefix(sampleSize))
    if let known = allCases.first(where: { $0.openings.contains { sample.starts(with: $0) } }) {
      return known
    }
    if isMarkup(sample) { return .markup }
    return hasManyNuls(sample) ? .unknown : nil
  }

  /// What files of the kind begin with.
  private var openings: [[UInt8]] {
    switch self {
    case .zip: [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
    case .pdf: [Array("%PDF-".utf8)]
    case .ole: [[0xD0, 0xCF, 0x11, 0xE0]]
    case .gzip: [[0x1F, 0x8B]]
    case .sevenZip: [[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]]
    case .image: [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF]]
    case .utf32: [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]]
    case .markup, .unknown: []
    }
  }

  /// Whether it is a web page or XML, which some systems save under the name of a workbook.
  private static func isMarkup(_ sample: [UInt8]) -> Bool {
    let mark = ByteOrderMark.of(sample[...])?.length ?? 0
    let text = sample.dropFirst(mark).filter { $0 != 0 }.drop { $0 <= 0x20 }
    let start = String(decoding: text.prefix(16), as: UTF8.self).lowercased()
    return ["<!doctype", "<html", "<table", "<?xml", "{\\rtf"].contains { start.hasPrefix($0) }
  }

  /// Whether there are more NULs than a damaged text has, and not in the places of UTF-16.
  private static func hasManyNuls(_ sample: [UInt8]) -> Bool {
    let nuls = sample.count { $0 == 0 }
    guard nuls >= 8, nuls * 10 > sample.count else { return false }
    switch TextEncoding.detect(sample).encoding {
    case .utf16LittleEndian, .utf16BigEndian: return false
    default: return true
    }
  }
}

extension BinaryKind {
  /// The finding that a file is of this kind.
  /// - Parameter file: The file's path as it was given.
  /// - Returns: An error that says how a file that can be read is made.
  func diagnostic(file: String) -> Diagnostic {
    let message = Phrase(
      sv: "filen är \(name.swedish), inte en textfil med kolumner",
      en: "the file is \(name.english), not a text file with columns",
    )
    return Diagnostic(
      self == .utf32 ? .encodingUnknown : .fileNotText,
      at: Diagnostic.Location(file: file),
      message,
      help: Self.help,
    )
  }

  private var name: Phrase {
    switch self {
    case .zip:
      Phrase(
        sv: "en arbetsbok (.xlsx, .ods) eller ett annat zip-arkiv",
        en: "a workbook (.xlsx, .ods) or another zip archive",
      )
    case .pdf: Phrase(sv: "en PDF", en: "a PDF")
    case .ole:
      Phrase(sv: "en äldre Office-fil (.xls, .doc)", en: "a file of older Office (.xls, .doc)")
    case .gzip, .sevenZip: Phrase(sv: "ett komprimerat arkiv", en: "a compressed archive")
    case .image: Phrase(sv: "en bild", en: "an image")
    case .markup: Phrase(sv: "en webbsida, XML eller RTF", en: "a web page, XML or RTF")
    case .utf32: Phrase(sv: "text i UTF-32", en: "text in UTF-32")
    case .unknown: Phrase(sv: "binär", en: "binary")
    }
  }

  /// How a file that can be read is made.
  private static let help = Phrase(
    sv: "öppna den i Excel och välj Arkiv > Spara som > CSV UTF-8 (kommaavgränsad)",
    en: "open it in Excel and choose File > Save As > CSV UTF-8 (Comma delimited); "
      + "in Swedish Excel: Arkiv > Spara som > CSV UTF-8 (kommaavgränsad)",
  )
}
