extension ArchiveReader {
  /// The contents of a part, to be unpacked piece by piece.
  /// - Parameter part: One of ``parts``.
  /// - Returns: The contents, from their first byte.
  /// - Throws: ``ArchiveError`` when memory ran out.
  public func pieces(of part: ArchivePart) throws(ArchiveError) -> PartContents {
    try PartContents(part, in: archive)
  }

  /// The contents of a part, after its size and checksum were found to be right.
  ///
  /// Costs as much as the part is large, each time.
  /// - Parameter part: One of ``parts``.
  /// - Returns: The bytes, as many as the part's size.
  /// - Throws: ``ArchiveError`` when it is damaged.
  public func contents(of part: ArchivePart) throws(ArchiveError) -> [UInt8] {
    var pieces = try pieces(of: part)
    var contents: [UInt8] = []
    contents.reserveCapacity(part.size)
    while let piece = try pieces.next() { contents += piece }
    return contents
  }
}
