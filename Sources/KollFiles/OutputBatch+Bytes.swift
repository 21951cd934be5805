#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension OutputBatch {
  /// Writes bytes beside their destination, reads them back and syncs them.
  ///
  /// - Parameters:
  ///   - bytes: What the file will hold.
  ///   - path: The destination. Its folder must be there.
  /// - Throws: ``FileError`` when the file cannot be written; the batch is then as it was before.
  public mutating func stage(_ bytes: [UInt8], at path: String) throws(FileError) {
    let (destination, folder) = try prepare(path)
    guard !destination.isStream else {
      add(StagedFile(destination: destination, folder: nil, content: .bytes(bytes)))
      return
    }
    let temporary = try makeTemporary(for: destination)
    let temporaryPath = temporary.path
    do throws(FileError) {
      try temporary.fill(with: bytes, for: destination)
    } catch {
      removeTemporary(temporaryPath)
      throw error
    }
    add(
      StagedFile(destination: destination, folder: folder, content: .temporary(temporaryPath))
    )
  }

  func makeTemporary(for destination: Destination) throws(FileError) -> TemporaryFile {
    try FileError.during(.creating, destination.given) { () throws(ErrorCode) in
      try TemporaryFile.make(for: destination, from: nextNumber)
    }
  }
}

extension TemporaryFile {
  /// Writes the bytes, makes sure that they are there, and has the device keep them.
  fileprivate consuming func fill(
    with bytes: [UInt8],
    for destination: Destination,
  ) throws(FileError) {
    try FileError.during(.writing, destination.given) { () throws(ErrorCode) in
      try descriptor.write(bytes)
    }
    let isWritten = try FileError.during(.verifying, destination.given) { () throws(ErrorCode) in
      try descriptor.holds(bytes)
    }
    guard isWritten else { throw FileError(.verifying, destination.given, .contentsDiffer) }
    try finish(for: destination)
  }

  /// Has the device keep what was written, and closes the file.
  consuming func finish(for destination: Destination) throws(FileError) {
    try FileError.during(.syncing, destination.given) { () throws(ErrorCode) in
      try descriptor.sync()
    }
    try destination.close(descriptor)
  }
}

extension Descriptor {
  /// Whether the file holds these bytes and no others.
  fileprivate func holds(_ bytes: [UInt8]) throws(ErrorCode) -> Bool {
    let piece = 1 << 20
    var offset = 0
    while offset < bytes.count {
      let end = min(bytes.count, offset + piece)
      guard try read(at: offset, count: end - offset) == bytes[offset..<end] else { return false }
      offset = end
    }
    return try read(at: offset, count: 1).isEmpty
  }
}

private func == (left: [UInt8], right: ArraySlice<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  return unsafe left.withUnsafeBytes { left in
    unsafe right.withUnsafeBytes { right in
      guard let start = left.baseAddress, let other = right.baseAddress else { return true }
      return unsafe memcmp(start, other, left.count) == 0
    }
  }
}
