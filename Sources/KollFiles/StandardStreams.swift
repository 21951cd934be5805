#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A stream that a program is started with.
public enum StandardStream: Int32, Sendable, Hashable, CaseIterable {
  /// Where input comes from when no file is named.
  case input = 0
  /// Where results go when no file is named.
  case output = 1
  /// Where diagnostics go.
  case error = 2
}

/// Readies the process for reading and writing; the command calls it first of all.
///
/// Writing to a pipe that nobody reads, or past the largest file allowed, becomes an error that is
/// reported, where it would otherwise end the process at once. A standard stream that the process
/// was started without is held by a descriptor that refuses to be used, so that no file that is
/// opened later takes its number and is written to in its place.
public func prepareProcess() {
  _ = signal(SIGPIPE, SIG_IGN)
  _ = signal(SIGXFSZ, SIG_IGN)
  for stream in StandardStream.allCases where fcntl(stream.rawValue, F_GETFD) < 0 {
    // The lowest free number is given out, and the streams before this one are taken. Opened the
    // wrong way round, it answers as the closed stream would have.
    _ = unsafe open("/dev/null", stream == .input ? O_WRONLY : O_RDONLY)
  }
}

/// Finds out whether a standard stream is a terminal, in front of a person.
/// - Parameter stream: The stream.
/// - Returns: Whether it is.
public func isTerminal(_ stream: StandardStream) -> Bool {
  isatty(stream.rawValue) == 1
}

/// Reads standard input to its end.
///
/// - Parameter limit: The most bytes that are accepted.
/// - Returns: All the bytes.
/// - Throws: ``FileError`` when there are more or it cannot be read.
public func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
  let bytes = try FileError.during(.reading, FileError.standardStream) { () throws(ErrorCode) in
    try readStreamToEnd(StandardStream.input.rawValue, limit: limit)
  }
  guard let bytes else {
    throw FileError(.reading, FileError.standardStream, .tooLarge(limit: limit))
  }
  return bytes
}

/// Writes all bytes to standard output.
///
/// - Parameter bytes: The bytes, any number of them.
/// - Throws: ``FileError`` when not all could be written.
public func writeStandardOutput(_ bytes: [UInt8]) throws(FileError) {
  try write(bytes, to: .output)
}

/// Writes all bytes to standard error.
///
/// - Parameter bytes: The bytes, any number of them.
/// - Throws: ``FileError`` when not all could be written.
public func writeStandardError(_ bytes: [UInt8]) throws(FileError) {
  try write(bytes, to: .error)
}

/// Closes standard output, which is when some file servers first say that they are full.
///
/// The command calls it when everything was written.
/// - Throws: ``FileError`` when what was written is not kept.
public func closeStandardOutput() throws(FileError) {
  try FileError.during(.closing, FileError.standardStream) { () throws(ErrorCode) in
    let code = close(StandardStream.output.rawValue) == 0 ? nil : ErrorCode.latest
    // The number stays taken, so that no file that is opened later gets it.
    _ = unsafe open("/dev/null", O_RDONLY)
    if let code, code.number != EINTR { throw code }
  }
}

private func write(_ bytes: [UInt8], to stream: StandardStream) throws(FileError) {
  try FileError.during(.writing, FileError.standardStream) { () throws(ErrorCode) in
    try writeStream(stream.rawValue, bytes)
  }
}
