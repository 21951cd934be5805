extension ArchiveReader {
  /// The contents of a part, after its size and checksum were found to be right.
  ///
  /// Costs as much as the part is large, each time.
  /// - Parameter part: One of ``parts``.
  /// - Returns: The bytes, as many as the part's size.
  /// - Throws: ``ArchiveError`` when it is damaged.
  public func contents(of part: ArchivePart) throws(ArchiveError) -> [UInt8] {
    let stored = archive.bytes[part.offset..<part.offset + part.compressedSize]
    guard part.isCompressed else { return try checked(Array(stored), part) }
    guard let contents = inflate(stored, to: part.size) else {
      throw ArchiveError(problem: .compressionDamaged, part: part.name, offset: part.offset)
    }
    return try checked(contents, part)
  }

  private func checked(_ contents: [UInt8], _ part: ArchivePart) throws(ArchiveError) -> [UInt8] {
    guard checksum(of: contents) == part.checksum else {
      throw ArchiveError(problem: .checksumWrong, part: part.name, offset: part.offset)
    }
    return contents
  }
}
