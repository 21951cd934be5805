internal import KollMarkdown
public import KollModel

/// A text of a report that people wrote, with where its parts stand in its file.
public struct WrittenText: Hashable, Sendable {
  /// The file's path as diagnostics name it.
  public let file: String
  /// What it says, from top to bottom; never nothing.
  let blocks: [MarkdownBlock]
  /// The lines of the file.
  private let lines: [[Unicode.Scalar]]

  /// Reads a text in Markdown, without what its template says to its writers.
  /// - Parameters:
  ///   - text: The text.
  ///   - file: The file's path as diagnostics name it.
  /// - Returns: The text, `nil` where nothing is left of it; and why it is not read, if so, or what of
  ///   it may be meant for its writers.
  public static func read(
    _ text: String,
    file: String,
  ) -> (text: WrittenText?, diagnostics: [Diagnostic]) {
    do throws(MarkdownRefusal) {
      let read = try MarkdownText(text)
      let blocks = read.blocks.withoutInstructions.filter { $0.kind != .rule }
      let doubts = blocks.filter(\.mayBeInstruction).map { block in
        Diagnostic.doubtfulInstruction(
          at: Diagnostic.Location(file: file, line: block.places.first?.line)
        )
      }
      let openNote = read.lineOfOpenNote.map { line in
        Diagnostic.openNote(at: Diagnostic.Location(file: file, line: line))
      }
      return (
        blocks.isEmpty ? nil : WrittenText(text, blocks, file: file),
        doubts + [openNote].compactMap(\.self),
      )
    } catch {
      return (nil, [.refused(error, in: file)])
    }
  }

  private init(_ text: String, _ blocks: [MarkdownBlock], file: String) {
    self.file = file
    self.blocks = blocks
    // A pair of CR and LF is one character.
    lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
      .map { Array($0.unicodeScalars) }
  }

  /// Where a part of a block's text stands in the file.
  ///
  /// What cmark says of columns is near: it forgets how far some lines are set in. So the words are
  /// looked up in the line.
  func place(of range: Range<Int>, in block: MarkdownBlock) -> Diagnostic.Location {
    guard let near = block.places.last(where: { $0.offset <= range.lowerBound }) else {
      return Diagnostic.Location(file: file)
    }
    let part = Array(Array(block.text.unicodeScalars)[range])
    let word = Array(part.prefix { !$0.properties.isWhitespace })
    let column = near.column - 1 + range.lowerBound - near.offset
    // The first line of code is the one behind its fence.
    for line in [near.line, near.line + 1] where lines.indices.contains(line - 1) {
      let scalars = lines[line - 1]
      let starts = scalars.indices.filter { scalars[$0...].starts(with: word) }
      guard let start = starts.min(by: { abs($0 - column) < abs($1 - column) }) else { continue }
      let length = scalars[start...].starts(with: part) ? part.count : word.count
      return Diagnostic.Location(
        file: file,
        line: line,
        column: start + 1,
        excerpt: Diagnostic.Excerpt(of: scalars, marked: start..<start + length),
      )
    }
    return Diagnostic.Location(file: file, line: near.line)
  }
}

extension Diagnostic {
  fileprivate static func openNote(at place: Location) -> Diagnostic {
    Diagnostic(
      .instructionUnclear,
      .warning,
      at: place,
      Phrase(
        sv: "anteckningen som börjar med <!-- avslutas inte; texten efter den visas inte",
        en: "the note that begins with <!-- is not closed; the text after it is not shown",
      ),
      help: Phrase(sv: "skriv --> där anteckningen slutar", en: "write --> where the note ends"),
    )
  }

  fileprivate static func doubtfulInstruction(at place: Location) -> Diagnostic {
    Diagnostic(
      .instructionUnclear,
      .warning,
      at: place,
      Phrase(
        sv: "stycket kan vara en anvisning till den som skriver, och står i rapporten",
        en: "the paragraph may be an instruction to the writer, and stands in the report",
      ),
      help: Phrase(
        sv: "ta bort det, eller skriv # Anvisning eller Anvisning: så visas det inte",
        en: "take it away, or write # Anvisning or Anvisning: and it is not shown",
      ),
    )
  }

  fileprivate static func refused(_ refusal: MarkdownRefusal, in file: String) -> Diagnostic {
    let (line, message, help) =
      switch refusal {
      case .tooLarge:
        (
          Int?.none, Phrase(sv: "texten är större än 1 MiB", en: "the text is larger than 1 MiB"),
          Phrase(sv: "dela texten på flera avsnitt", en: "divide the text into several sections"),
        )
      case .tooDeep(let line):
        (
          line,
          Phrase(
            sv: "här står listor eller citat för djupt i varandra",
            en: "lists or quotes stand too deep in each other here",
          ),
          Phrase(sv: "flytta raden åt vänster", en: "move the line to the left"),
        )
      case .undivided(let line):
        (
          line,
          Phrase(
            sv: "mer än 32 kB står utan en tom rad emellan",
            en: "more than 32 kB stand without an empty line between",
          ),
          Phrase(
            sv: "sätt tomma rader mellan styckena",
            en: "put empty lines between the paragraphs",
          ),
        )
      }
    return Diagnostic(.fileTooLarge, at: Location(file: file, line: line), message, help: help)
  }
}
