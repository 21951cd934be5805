public import KollFiles
public import KollModel

/// Why a run could not go on: the world outside failed, not the input.
public enum RunError: Error {
  /// The file system failed.
  case file(FileError)
  /// The workbook could not be made, or was damaged on its way to the disk.
  case workbook(Phrase)
  /// A file's fingerprint could not be computed.
  case digest
  /// A figure has too many digits to write.
  case overflow
}

extension RunError {
  /// What went wrong, in a sentence.
  public var phrase: Phrase {
    switch self {
    case .file(let error): error.phrase
    case .workbook(let phrase): phrase
    case .digest:
      Phrase(
        sv: "SHA-256 kunde inte beräknas: kryptobiblioteket svarade med fel",
        en: "SHA-256 could not be computed: the cryptographic library failed",
      )
    case .overflow:
      Phrase(
        sv: "ett tal har fler siffror än som kan skrivas",
        en: "a number has more digits than can be written",
      )
    }
  }
}
