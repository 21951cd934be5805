/// A format that results are written in.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// Plain text for people.
  case text
  /// Plain text without columns, for those who hear it.
  case list
  /// Markdown with the tables that GitHub reads.
  case markdown
  /// A page for browsers, in one file.
  case html
  /// Records with `;` for spreadsheets.
  case csv
  /// JSON for programs.
  case json
  /// A workbook.
  case xlsx

  /// The format that a file's extension means; `nil` when it means none that Koll writes.
  /// - Parameter path: The file's path.
  public init?(pathExtensionOf path: String) {
    let name = path.split(separator: "/").last ?? ""
    switch name.split(separator: ".").last?.lowercased() {
    case "txt": self = .text
    case "md": self = .markdown
    case "html": self = .html
    case "csv": self = .csv
    case "json": self = .json
    case "xlsx": self = .xlsx
    default: return nil
    }
  }

  /// What a report's file has behind its name, so that a list does not take the place of the text.
  var fileNameEnding: String { self == .list ? "-lista" : "" }

  /// The extension of files in the format.
  public var pathExtension: String {
    switch self {
    case .text, .list: "txt"
    case .markdown: "md"
    case .html, .csv, .json, .xlsx: rawValue
    }
  }
}

/// A place that a result is written to, and its format.
public struct Output: Hashable, Sendable {
  /// The file's path; `-` is standard output.
  public let path: String
  /// The format.
  public let format: OutputFormat

  /// Creates a place.
  /// - Parameters:
  ///   - path: The file's path; `-` is standard output.
  ///   - format: The format.
  public init(path: String, format: OutputFormat) {
    self.path = path
    self.format = format
  }
}
