/// An archive is not what it should be: what is wrong, in which part, and where.
public struct ArchiveError: Error, Sendable, Hashable {
  /// What is wrong.
  public let problem: Problem
  /// The name of the part, or `nil` when it is the archive as a whole.
  public let part: String?
  /// Where in the archive it was found, in bytes from its beginning.
  public let offset: Int

  /// Something that is wrong with an archive.
  public enum Problem: String, Sendable, Hashable, CaseIterable {
    /// The record that ends an archive is not at the end of the bytes.
    case endMissing = "end-missing"
    /// A record begins with other bytes than records of its kind do.
    case signatureWrong = "signature-wrong"
    /// A record reaches past the place where it must end.
    case recordCutOff = "record-cut-off"
    /// Records are not where another one says, or leave bytes that belong to nothing.
    case bytesUnaccounted = "bytes-unaccounted"
    /// The list of parts and the record before a part say different things.
    case recordsDisagree = "records-disagree"
    /// Something that the writer does not use: encryption, several disks, 64-bit sizes.
    case featureUnsupported = "feature-unsupported"
    /// A name that is empty, absolute, not text, or leads out of the archive.
    case nameInvalid = "name-invalid"
    /// Two parts of one name; case makes no difference.
    case nameRepeated = "name-repeated"
    /// A part, or all together, are larger than the reader's limits, or than is possible.
    case tooLarge = "too-large"
    /// No part of that name is in the archive.
    case partMissing = "part-missing"
    /// The compressed bytes are damaged, or end too early or too late.
    case compressionDamaged = "compression-damaged"
    /// The contents are not those that the checksum was made from.
    case checksumWrong = "checksum-wrong"
  }
}

extension ArchiveError: CustomStringConvertible {
  /// The problem, the part and the place, for people who look into a fault.
  public var description: String {
    "\(problem.rawValue) at byte \(offset)" + (part.map { " (\($0))" } ?? "")
  }
}
