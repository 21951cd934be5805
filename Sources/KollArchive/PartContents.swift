/// The contents of a part, unpacked piece by piece.
public struct PartContents: ~Copyable {
  private let archive: ArchiveBytes
  private let part: ArchivePart
  /// What unpacks them; `nil` for a part that is stored as it is.
  private var inflation: Inflation?
  /// How many of its bytes in the archive were taken.
  private var taken = 0
  /// How many bytes they came to.
  private var given = 0
  private var checksum: UInt32 = 0
  private var isAtEnd = false

  /// The most bytes of a piece.
  private static let pieceSize = 1 << 16

  /// Begins with the first byte.
  init(_ part: ArchivePart, in archive: ArchiveBytes) throws(ArchiveError) {
    self.archive = archive
    self.part = part
    guard part.isCompressed else {
      inflation = nil
      return
    }
    guard let made = Inflation() else { throw Self.failure(.compressionDamaged, part) }
    inflation = consume made
  }

  /// The next bytes.
  /// - Returns: At least one byte; `nil` at the end, when size and checksum were found to be right.
  /// - Throws: ``ArchiveError`` when the part is damaged.
  public mutating func next() throws(ArchiveError) -> [UInt8]? {
    var piece: [UInt8] = []
    while piece.isEmpty, !isAtEnd { piece = try unpack() }
    given += piece.count
    checksum = KollArchive.checksum(of: piece, after: checksum)
    if isAtEnd { try checkEnd() }
    // What comes to too much is not unpacked to its end.
    guard given <= part.size else { throw Self.failure(.compressionDamaged, part) }
    return piece.isEmpty ? nil : piece
  }

  private mutating func unpack() throws(ArchiveError) -> [UInt8] {
    let input = archive.bytes[part.offset + taken..<part.offset + part.compressedSize]
    guard part.isCompressed else {
      let piece = Array(input.prefix(Self.pieceSize))
      taken += piece.count
      isAtEnd = taken == part.compressedSize
      return piece
    }
    guard let (piece, used, isAtEnd) = inflation?.unpack(input, mostBytes: Self.pieceSize) else {
      throw Self.failure(.compressionDamaged, part)
    }
    taken += used
    self.isAtEnd = isAtEnd
    return piece
  }

  private func checkEnd() throws(ArchiveError) {
    guard taken == part.compressedSize, given == part.size else {
      throw Self.failure(.compressionDamaged, part)
    }
    guard checksum == part.checksum else { throw Self.failure(.checksumWrong, part) }
  }

  private static func failure(_ problem: ArchiveError.Problem, _ part: ArchivePart) -> ArchiveError
  {
    ArchiveError(problem: problem, part: part.name, offset: part.offset)
  }
}
