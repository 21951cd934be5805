/// Reads an archive (ZIP) that was just written, and accepts nothing that its writer does not write.
///
/// Every byte belongs to exactly one record: the parts follow each other from the first byte, then
/// comes the list of parts, then the end record. What a general reader would skip, repair or guess
/// is an error here, so that a damaged archive is not taken as a sound one. Hostile bytes cost no
/// more than the limits allow.
///
/// Source: PKWARE, APPNOTE.TXT, .ZIP File Format Specification 6.3.10, section 4.3.
public struct ArchiveReader: Sendable {
  /// The parts in the order in which they stand.
  public let parts: [ArchivePart]
  let archive: ArchiveBytes
  private let indices: [String: Int]

  /// Reads the list of parts and the record before each; the contents are read later.
  /// - Parameters:
  ///   - bytes: The whole archive.
  ///   - limits: How much it may unpack to.
  /// - Throws: ``ArchiveError`` when anything is not as it should be.
  public init(
    _ bytes: [UInt8],
    limits: ArchiveLimits = ArchiveLimits(),
  ) throws(ArchiveError) {
    archive = ArchiveBytes(bytes: bytes)
    parts = try archive.readParts()
    try Self.check(parts, limits)
    indices = try Self.indexByName(parts)
  }

  /// Finds a part by its name.
  /// - Parameter name: The name as the archive spells it.
  /// - Returns: The part, or `nil` when there is none of that name.
  public func part(named name: String) -> ArchivePart? {
    guard let index = indices[name], parts[index].name.utf8.elementsEqual(name.utf8) else {
      return nil
    }
    return parts[index]
  }

  /// The contents of a part, after its size and checksum were found to be right.
  ///
  /// Costs as much as the part is large, each time.
  /// - Parameter name: The part's name.
  /// - Returns: The bytes, as many as the part's size.
  /// - Throws: ``ArchiveError`` when there is no such part or it is damaged.
  public func contents(of name: String) throws(ArchiveError) -> [UInt8] {
    guard let part = part(named: name) else {
      throw ArchiveError(problem: .partMissing, part: name, offset: 0)
    }
    return try contents(of: part)
  }

  private static func check(
    _ parts: [ArchivePart],
    _ limits: ArchiveLimits,
  ) throws(ArchiveError) {
    var total = 0
    for part in parts {
      total += part.size
      let possible = part.compressedSize * ArchiveLimits.greatestRatio
      guard part.size <= min(possible, limits.partSize), total <= limits.totalSize else {
        throw ArchiveError(problem: .tooLarge, part: part.name, offset: part.offset)
      }
    }
  }

  private static func indexByName(_ parts: [ArchivePart]) throws(ArchiveError) -> [String: Int] {
    var indices: [String: Int] = [:]
    // Readers of workbooks take Sheet1.xml and sheet1.xml for the same part.
    var seen: Set<String> = []
    for (index, part) in parts.enumerated() {
      guard seen.insert(part.name.lowercased()).inserted else {
        throw ArchiveError(problem: .nameRepeated, part: part.name, offset: part.offset)
      }
      indices[part.name] = index
    }
    return indices
  }
}
