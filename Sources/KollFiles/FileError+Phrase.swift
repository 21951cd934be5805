public import KollModel

extension FileError {
  /// The sentence to show: what failed, on what, and the reason.
  public var phrase: Phrase {
    let attempt = attempt
    let reason = reasonPhrase
    return Phrase(
      sv: "\(attempt.swedish): \(reason.swedish)",
      en: "\(attempt.english): \(reason.english)",
    )
  }

  /// The reason alone, for a message that names the file already.
  public var reasonPhrase: Phrase {
    switch reason {
    case .system(let code):
      Phrase(reasonOf: code, toCreate: operation == .creating)
    case .tooLarge(let limit):
      Phrase(sv: "fler än \(limit) byte", en: "more than \(limit) bytes")
    case .changedWhileRead:
      Phrase(sv: "filen ändrades under läsningen", en: "the file changed while it was read")
    case .contentsDiffer:
      Phrase(
        sv: "det som lästes tillbaka är inte det som skrevs",
        en: "what was read back is not what was written",
      )
    case .notAFile:
      Phrase(sv: "det är inte en fil", en: "it is not a file")
    case .writtenTwice:
      Phrase(
        sv: "samma fil skulle skrivas två gånger",
        en: "the same file was to be written twice",
      )
    case .isInput:
      Phrase(
        sv: "filen hör till underlaget; skriv till en annan",
        en: "the file is one of the inputs; write to another",
      )
    case .inUse:
      Phrase(
        sv: "en annan körning skriver dit; vänta tills den är klar",
        en: "another run writes there; wait until it is done",
      )
    }
  }

  private var attempt: Phrase {
    let name = name
    let (swedish, english): (String, String) =
      switch operation {
      case .opening: ("kan inte öppna", "cannot open")
      case .reading: ("kan inte läsa", "cannot read")
      case .creating, .writing: ("kan inte skriva till", "cannot write to")
      case .verifying: ("kan inte kontrollera", "cannot verify")
      case .syncing: ("kan inte spara varaktigt", "cannot store durably")
      case .closing: ("kan inte stänga", "cannot close")
      case .renaming: ("kan inte lägga på plats", "cannot put in place")
      case .creatingFolder: ("kan inte skapa mappen", "cannot create the folder")
      }
    return Phrase(sv: "\(swedish) \(name.swedish)", en: "\(english) \(name.english)")
  }

  private var name: Phrase {
    guard path == Self.standardStream else { return Phrase(sv: path, en: path) }
    return operation == .reading
      ? Phrase(sv: "standard in", en: "standard input")
      : Phrase(sv: "standard ut", en: "standard output")
  }
}

extension FileError: CustomStringConvertible {
  /// The sentence in English, for people who look into a fault.
  public var description: String { phrase.english }
}
