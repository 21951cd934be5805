internal import KollModel

/// The part of a file that its encoding was found out from.
///
/// The encoding is decided once, from the first MiB, and then held: what contradicts it further down
/// is an error that names both places.
struct EncodingBasis: Hashable, Sendable {
  /// The line of the first byte that tells the encoding, or `nil` when there is nothing but ASCII.
  let line: Int?
  /// The last line that was looked at.
  let lastLine: Int

  init(_ detection: EncodingDetection, of bytes: [UInt8]) {
    let sample = bytes.prefix(TextEncoding.sampleSize)
    line = detection.decidingOffset.map { Self.line(at: $0, in: sample) }
    lastLine = Self.line(at: sample.count, in: sample)
  }

  /// The line of a byte, CR, LF and CR LF counted as one line end each.
  private static func line(at offset: Int, in sample: ArraySlice<UInt8>) -> Int {
    let before = sample.prefix(offset)
    let feeds = before.count { $0 == Syntax.lineFeed }
    let returns = zip(before, before.dropFirst() + [0]).count {
      $0 == Syntax.carriageReturn && $1 != Syntax.lineFeed
    }
    return 1 + feeds + returns
  }

  /// Where the encoding shows, to be put behind its name.
  var relativeClause: Phrase {
    guard let line else {
      return Phrase(
        sv: "som rad 1–\(lastLine) togs för, där allt är ASCII",
        en: "which lines 1–\(lastLine) were taken for, where all is ASCII",
      )
    }
    return Phrase(sv: "som rad \(line) är skriven i", en: "which line \(line) is written in")
  }
}
