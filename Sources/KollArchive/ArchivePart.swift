/// One part of an archive, by what the archive says of it.
public struct ArchivePart: Sendable, Hashable {
  /// Its name, such as `xl/worksheets/sheet1.xml`.
  public let name: String
  /// How many bytes its contents have.
  public let size: Int
  /// How many bytes it takes in the archive.
  public let compressedSize: Int
  /// Whether it is compressed, and not stored as it is.
  let isCompressed: Bool
  /// The CRC-32 of its contents.
  let checksum: UInt32
  /// Where its bytes begin in the archive.
  let offset: Int
}
