internal import KollDigest
internal import KollFiles
internal import KollModel
internal import KollReport

/// Reads input files whole.
enum InputReader {
  /// The largest file that is read, in bytes.
  static let largest = 1 << 30

  /// Reads a file; one that is not there is a finding.
  ///
  /// So is one that a project names and that cannot be read; any other that fails is an error.
  /// - Parameters:
  ///   - path: Where the file is; `-` is standard input.
  ///   - name: What the file is called in findings and sources; its path when `nil`.
  ///   - place: Where the project names it.
  ///   - limit: The most bytes that are read.
  /// - Returns: The file, or the finding that it is not there.
  /// - Throws: ``RunError`` when it is there and cannot be read, and no project names it.
  static func read(
    _ path: String,
    name: String? = nil,
    namedAt place: Diagnostic.Location? = nil,
    limit: Int = largest,
  ) throws(RunError) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
    do throws(FileError) {
      let bytes =
        path == "-"
        ? try readStandardInput(limit: limit) : try InputFile(path: path).readAll(limit: limit)
      return (bytes, [])
    } catch {
      let name = name ?? path
      let here = place ?? Diagnostic.Location(file: path)
      if error.isMissing { return (nil, [.missing(name, at: here)]) }
      if case .tooLarge = error.reason { return (nil, [.tooLarge(name, at: here)]) }
      guard place != nil else { throw .file(error) }
      return (nil, [Diagnostic(.runFailed, .error, at: here, error.phrase)])
    }
  }

  /// The SHA-256 of what a project reads: of a file, or of the names in a folder.
  /// - Parameters:
  ///   - input: The path from the project's folder; that of a folder ends in a slash.
  ///   - folder: The project's folder.
  /// - Returns: 64 lower-case digits; `nil` when there is no such file.
  /// - Throws: ``RunError`` when it is there and cannot be read.
  static func sha256(of input: String, in folder: String) throws(RunError) -> String? {
    let path = path(in: folder, input)
    guard input.hasSuffix("/") else { return try sha256(ofFile: path) }
    return try sha256(ofNames: fileNames(in: path, endingIn: ""))
  }

  /// The SHA-256 of the names in a folder.
  static func sha256(ofNames names: [String]) throws(RunError) -> String {
    try sha256(of: Array(names.joined(separator: "\n").utf8))
  }

  /// The SHA-256 of a file in hexadecimal digits; `nil` when there is none.
  /// - Parameter path: Where the file is.
  /// - Returns: 64 lower-case digits.
  /// - Throws: ``RunError`` when it is there and cannot be read.
  static func sha256(ofFile path: String) throws(RunError) -> String? {
    let bytes: [UInt8]
    do throws(FileError) {
      // A pipe would be waited for.
      if isStream(path) { throw FileError(.reading, path, .notAFile) }
      bytes = try InputFile(path: path).readAll(limit: OutputWriter.largestWorkbook)
    } catch {
      if error.isMissing { return nil }
      throw .file(error)
    }
    return try sha256(of: bytes)
  }

  /// The SHA-256 of bytes in hexadecimal digits.
  static func sha256(of bytes: [UInt8]) throws(RunError) -> String {
    do throws(DigestError) {
      return try SHA256Digest.hexadecimal(of: bytes)
    } catch {
      throw .digest
    }
  }
}

extension Diagnostic {
  fileprivate static func missing(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .fileMissing,
      at: place,
      value: name,
      Phrase(sv: "hittar inte filen \"\(name)\"", en: "cannot find the file \"\(name)\""),
      help: Phrase(
        sv: "kontrollera stavningen och att sökvägen utgår från rätt mapp",
        en: "check the spelling, and that the path starts from the right folder",
      ),
    )
  }

  fileprivate static func tooLarge(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      at: place,
      value: name,
      Phrase(
        sv: "filen \"\(name)\" är större än den här versionen läser",
        en: "the file \"\(name)\" is larger than this version reads",
      ),
      help: Phrase(
        sv: "dela filen, till exempel per nämnd eller månad",
        en: "divide the file, for example by nämnd or month",
      ),
    )
  }
}
