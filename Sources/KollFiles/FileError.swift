#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reading or writing failed: what was attempted, on which path, and why.
public struct FileError: Error, Sendable, Hashable {
  /// What was attempted.
  public let operation: Operation
  /// The path as it was given; ``standardStream`` for standard input, output and error.
  public let path: String
  /// Why it did not succeed.
  public let reason: Reason

  /// The path of an error that concerns standard input, output or error.
  public static let standardStream = "-"

  /// Creates an error.
  /// - Parameters:
  ///   - operation: What was attempted.
  ///   - path: The path as it was given.
  ///   - reason: Why it did not succeed.
  public init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// The system's number for the reason (`errno`), or `nil` when Koll itself refused.
  public var code: Int32? {
    if case .system(let code) = reason { code } else { nil }
  }

  /// Whether the file is simply not there.
  public var isMissing: Bool { code == ENOENT }

  /// Something that is done to a file.
  public enum Operation: String, Sendable, Hashable, CaseIterable {
    /// Opening a file that is to be read.
    case opening
    /// Reading bytes.
    case reading
    /// Making the temporary file, or the folder, that is written to.
    case creating
    /// Writing bytes.
    case writing
    /// Comparing what was written with what was meant.
    case verifying
    /// Having the device keep what was written.
    case syncing
    /// Closing a file that was written.
    case closing
    /// Putting the finished file in its place.
    case renaming
    /// Making a folder.
    case creatingFolder
  }

  /// Why something did not succeed.
  public enum Reason: Sendable, Hashable {
    /// The system refused, by its number (`errno`).
    case system(code: Int32)
    /// There are more bytes than the reader allows.
    case tooLarge(limit: Int)
    /// The file was written to while it was read.
    case changedWhileRead
    /// The bytes read back are not those that were written.
    case contentsDiffer
    /// What is there is a device that holds a file system, or another kind that is no file.
    case notAFile
    /// The same file was to be written twice in one batch.
    case writtenTwice
    /// The file is one of those that what is to be written was made of.
    case isInput
    /// Another run writes to the folder.
    case inUse
  }
}

extension FileError {
  /// Runs a system call and says, when it fails, what it was made for.
  static func during<Value: ~Copyable>(
    _ operation: Operation,
    _ path: String,
    _ body: () throws(ErrorCode) -> Value,
  ) throws(FileError) -> Value {
    do {
      return try body()
    } catch {
      throw FileError(operation, path, .system(code: error.number))
    }
  }
}
