/// The fixed part of each kind of record, in bytes, and the number it begins with.
private enum Record {
  static let part = (signature: 0x0403_4B50, size: 30)
  static let entry = (signature: 0x0201_4B50, size: 46)
  static let end = (signature: 0x0605_4B50, size: 22)
}

/// Sizes and counts of this value say that the true one stands in a 64-bit record.
private let elsewhere = (short: 0xFFFF, long: 0xFFFF_FFFF)

extension ArchiveBytes {
  /// Reads all records, from the last one backwards, and returns the parts in order.
  func readParts() throws(ArchiveError) -> [ArchivePart] {
    let list = try readEnd()
    var parts: [ArchivePart] = []
    parts.reserveCapacity(list.count)
    var entry = list.start
    var next = 0
    for _ in 0..<list.count {
      let (part, entrySize) = try readEntry(at: entry, end: list.end, expectedPart: next)
      parts.append(part)
      entry += entrySize
      next = part.offset + part.compressedSize
      guard next <= list.start else { throw failure(.recordCutOff, part.name, part.offset) }
    }
    guard next == list.start, entry == list.end else {
      throw failure(.bytesUnaccounted, nil, next)
    }
    return parts
  }

  /// The end record: where the list of parts is and how many it has.
  private func readEnd() throws(ArchiveError) -> (start: Int, end: Int, count: Int) {
    let end = bytes.count - Record.end.size
    // A comment could follow; the writer writes none, so that the record is where it must be.
    guard end >= 0, long(at: end) == Record.end.signature, short(at: end + 20) == 0 else {
      throw failure(.endMissing, nil, max(0, end))
    }
    let count = short(at: end + 10)
    guard short(at: end + 4) == 0, short(at: end + 6) == 0, short(at: end + 8) == count,
      count != elsewhere.short
    else { throw failure(.featureUnsupported, nil, end) }
    let start = long(at: end + 16)
    guard start + long(at: end + 12) == end else { throw failure(.bytesUnaccounted, nil, end) }
    return (start, end, count)
  }

  /// An entry of the list, and the record before the part's bytes, which must say the same.
  private func readEntry(
    at entry: Int,
    end: Int,
    expectedPart: Int,
  ) throws(ArchiveError) -> (part: ArchivePart, entrySize: Int) {
    try require(Record.entry, at: entry, end: end)
    let nameStart = entry + Record.entry.size
    let nameEnd = nameStart + short(at: entry + 28)
    let entryEnd = nameEnd + short(at: entry + 30) + short(at: entry + 32)
    guard entryEnd <= end else { throw failure(.recordCutOff, nil, entry) }
    let name = try readName(in: nameStart..<nameEnd)
    // The disk it begins on is the only one; the part follows the one before.
    guard short(at: entry + 34) == 0 else { throw failure(.featureUnsupported, name, entry) }
    guard long(at: entry + 42) == expectedPart else {
      throw failure(.bytesUnaccounted, name, entry)
    }
    let offset = try requireAgreement(entry: entry, name: nameStart..<nameEnd, name)
    return (try makePart(named: name, entry: entry, offset: offset), entryEnd - entry)
  }

  /// Compares an entry with the record before the part's bytes, and returns where the bytes begin.
  private func requireAgreement(
    entry: Int,
    name: Range<Int>,
    _ partName: String,
  ) throws(ArchiveError) -> Int {
    let part = long(at: entry + 42)
    try require(Record.part, at: part, end: entry)
    let nameStart = part + Record.part.size
    let nameEnd = nameStart + short(at: part + 26)
    let dataStart = nameEnd + short(at: part + 28)
    guard dataStart <= entry else { throw failure(.recordCutOff, partName, part) }
    // Version, flags, method, time, date, checksum, both sizes and the length of the name.
    guard bytes[part + 4..<part + 28] == bytes[entry + 6..<entry + 30],
      bytes[nameStart..<nameEnd] == bytes[name]
    else { throw failure(.recordsDisagree, partName, part) }
    return dataStart
  }

  private func makePart(
    named name: String,
    entry: Int,
    offset: Int,
  ) throws(ArchiveError) -> ArchivePart {
    let flags = short(at: entry + 8)
    let method = short(at: entry + 10)
    let compressedSize = long(at: entry + 20)
    let size = long(at: entry + 24)
    // Flags: how hard the compressor tried, and that the name is UTF-8. Methods: stored, deflated.
    guard flags & ~0x0806 == 0, method == 0 || method == 8, compressedSize != elsewhere.long,
      size != elsewhere.long
    else { throw failure(.featureUnsupported, name, entry) }
    guard method == 8 || size == compressedSize else {
      throw failure(.recordsDisagree, name, entry)
    }
    return ArchivePart(
      name: name,
      size: size,
      compressedSize: compressedSize,
      isCompressed: method == 8,
      checksum: UInt32(long(at: entry + 16)),
      offset: offset,
    )
  }

  private func readName(in range: Range<Int>) throws(ArchiveError) -> String {
    guard let name = text(in: range), isPartName(name) else {
      throw failure(.nameInvalid, nil, range.lowerBound)
    }
    return name
  }

  private func require(
    _ record: (signature: Int, size: Int),
    at offset: Int,
    end: Int,
  ) throws(ArchiveError) {
    guard offset + record.size <= end else { throw failure(.recordCutOff, nil, offset) }
    guard long(at: offset) == record.signature else {
      throw failure(.signatureWrong, nil, offset)
    }
  }

  private func failure(
    _ problem: ArchiveError.Problem,
    _ part: String?,
    _ offset: Int,
  ) -> ArchiveError {
    ArchiveError(problem: problem, part: part, offset: offset)
  }
}

/// Whether a name is one of a part: relative, of ordinary characters, and without steps upwards.
private func isPartName(_ name: String) -> Bool {
  guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
    return false
  }
  return name.split(separator: "/", omittingEmptySubsequences: false)
    .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
}
