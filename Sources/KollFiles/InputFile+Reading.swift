#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How many bytes of a stream are asked for at a time.
private let streamPiece = 1 << 18

extension InputFile {
  /// Reads bytes from a position.
  ///
  /// - Parameters:
  ///   - offset: Where to begin, counted from 0.
  ///   - count: How many bytes to read.
  /// - Returns: As many bytes as asked for, or fewer at the file's end only.
  /// - Throws: ``FileError``, also when the file was cut off since it was opened, or is a pipe.
  public func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    precondition(offset >= 0 && count >= 0, "a position and a count are not negative")
    let wanted = min(count, Int.max - offset)
    // Reading past the end asks for what is there, not for memory to hold what is not.
    let bounded = size.map { min(wanted, max(0, $0 - offset)) } ?? wanted
    let bytes = try FileError.during(.reading, path) { () throws(ErrorCode) in
      try descriptor.read(at: offset, count: bounded)
    }
    guard bytes.count == bounded else { throw FileError(.reading, path, .changedWhileRead) }
    return bytes
  }

  /// Makes sure that nobody wrote to the file since it was opened.
  ///
  /// Call it after the last read by position. ``readAll(limit:)`` does so itself.
  /// - Throws: ``FileError`` when somebody did.
  public func requireUnchanged() throws(FileError) {
    let now = try FileError.during(.reading, path) { () throws(ErrorCode) in
      try descriptor.status()
    }
    guard opened.kind != .regular || now.hasSameContents(as: opened) else {
      throw FileError(.reading, path, .changedWhileRead)
    }
  }

  /// Reads the whole file, or a pipe to its end.
  ///
  /// - Parameter limit: The most bytes that are accepted.
  /// - Returns: All the bytes.
  /// - Throws: ``FileError`` when there are more, when it cannot be read, or when it changed.
  public func readAll(limit: Int) throws(FileError) -> [UInt8] {
    guard size ?? 0 <= limit else { throw FileError(.reading, path, .tooLarge(limit: limit)) }
    // Files that the kernel makes up as they are read (/proc) say that they are empty.
    guard let size, size > 0 else { return try readToEnd(limit: limit) }
    let bytes = try FileError.during(.reading, path) { () throws(ErrorCode) in
      // One byte more than there should be shows that the end is the end.
      try descriptor.read(at: 0, count: size + 1)
    }
    guard bytes.count == size else { throw FileError(.reading, path, .changedWhileRead) }
    try requireUnchanged()
    return bytes
  }

  private func readToEnd(limit: Int) throws(FileError) -> [UInt8] {
    let bytes = try FileError.during(.reading, path) { () throws(ErrorCode) in
      try readStreamToEnd(descriptor.number, limit: limit)
    }
    guard let bytes else { throw FileError(.reading, path, .tooLarge(limit: limit)) }
    try requireUnchanged()
    return bytes
  }
}

extension FileStatus {
  /// Whether nobody wrote to the file between the two; its name and permissions may differ.
  fileprivate func hasSameContents(as other: FileStatus) -> Bool {
    identity == other.identity && size == other.size && modified == other.modified
  }
}

/// Reads a descriptor to its end; `nil` when there are more bytes than the limit.
func readStreamToEnd(_ number: Int32, limit: Int) throws(ErrorCode) -> [UInt8]? {
  var bytes: [UInt8] = []
  while bytes.count <= limit {
    let piece = try readStream(number, min(streamPiece, limit - bytes.count + 1))
    if piece.isEmpty { return bytes }
    bytes.append(contentsOf: piece)
  }
  return nil
}
