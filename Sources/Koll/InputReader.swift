internal import KollDigest
internal import KollFiles
internal import KollModel
internal import KollReport

/// Reads input files whole.
enum InputReader {
  /// The largest file that is read, in bytes.
  static let largest = 1 << 30

  /// Reads a file; one that is not there is a finding, and one that fails is an error.
  /// - Parameters:
  ///   - path: Where the file is; `-` is standard input.
  ///   - name: What the file is called in findings and sources; its path when `nil`.
  ///   - place: Where the project names it.
  ///   - limit: The most bytes that are read.
  /// - Returns: The file, or the finding that it is not there.
  /// - Throws: ``RunError`` when it is there and cannot be read.
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
      let place = place ?? Diagnostic.Location(file: path)
      if error.isMissing { return (nil, [.missing(name, at: place)]) }
      if case .tooLarge = error.reason { return (nil, [.tooLarge(name, at: place)]) }
      throw .file(error)
    }
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
