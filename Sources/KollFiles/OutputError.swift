/// A file could not be staged: the file system failed, or the one who was to write it.
public enum OutputError<Failure: Error>: Error {
  /// The file system failed.
  case file(FileError)
  /// The writer failed, or found what was written to be wrong.
  case production(Failure)
}

extension OutputError {
  /// Runs a step of the file system's within a staging.
  static func within<Value: ~Copyable>(
    _ step: () throws(FileError) -> Value
  ) throws(OutputError) -> Value {
    do throws(FileError) {
      return try step()
    } catch {
      throw .file(error)
    }
  }
}
