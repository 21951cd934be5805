internal import KollFiles

/// The library's own name and version.
public enum Koll {
  /// The version, as releases are numbered.
  public static let version = "0.1.0"
  /// What files that Koll writes state as the program.
  public static var nameAndVersion: String { "Koll \(version)" }
}

extension Koll {
  /// Writes words to standard output.
  /// - Parameter text: The words.
  /// - Throws: ``RunError`` when they cannot be written.
  public static func print(_ text: String) throws(RunError) {
    do throws(FileError) { try writeStandardOutput(Array(text.utf8)) } catch { throw .file(error) }
  }
}
