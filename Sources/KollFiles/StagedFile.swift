#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that was written in full beside its destination, or bytes that wait for a stream.
struct StagedFile {
  let destination: Destination
  /// The folder of a file, to tell whether two destinations are one; a stream has none.
  let folder: FileStatus.Identity?
  let content: Content

  /// Where the bytes are until they are put in place.
  enum Content {
    /// In a file of that path, ready to be renamed.
    case temporary(String)
    /// In memory, ready to be written to a pipe or a device.
    case bytes([UInt8])
  }

  /// Puts the file in its place, or writes the bytes to their stream.
  func place() throws(FileError) {
    switch content {
    case .temporary(let path):
      try FileError.during(.renaming, destination.given) { () throws(ErrorCode) in
        try moveFile(from: path, to: destination.path)
      }
    case .bytes(let bytes):
      let stream = try FileError.during(.opening, destination.given) { () throws(ErrorCode) in
        try Descriptor(opening: destination.path, O_WRONLY | O_NOCTTY)
      }
      try FileError.during(.writing, destination.given) { () throws(ErrorCode) in
        try stream.write(bytes)
      }
      try destination.close(stream)
    }
  }

  /// Removes what was written and not put in place.
  func discard() {
    if case .temporary(let path) = content { removeTemporary(path) }
  }
}

extension Destination {
  /// Closes a descriptor that was written to.
  func close(_ descriptor: consuming Descriptor) throws(FileError) {
    do throws(ErrorCode) {
      try descriptor.closeReporting()
    } catch {
      throw FileError(.closing, given, .system(code: error.number))
    }
  }
}

private func moveFile(from old: String, to new: String) throws(ErrorCode) {
  _ = try withPath(old) { old in
    // The new path was used before; it has no NUL that would cut it short.
    unsafe new.withCString { new in unsafe rename(old, new) }
  }
}
