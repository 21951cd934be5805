public import KollImport
public import KollModel

/// Reads a mapping: a YAML file that says how a file with figures is to be read.
///
/// Its keys are those of a project's source, without `file`.
public enum MappingReader {
  /// Reads a mapping.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file's path as it was given.
  /// - Returns: What it says, and everything that was found wrong.
  public static func read(
    _ bytes: [UInt8],
    file: String,
  ) -> (options: ReadingOptions, diagnostics: [Diagnostic]) {
    var (yaml, root, diagnostics) = YAMLFile.read(bytes, file: file)
    guard let root,
      let mapping = YAMLMapping(root, in: yaml, keys: ReadingOptions.keys, &diagnostics)
    else { return (ReadingOptions(), diagnostics) }
    return (ReadingOptions(mapping, &diagnostics), diagnostics)
  }
}
