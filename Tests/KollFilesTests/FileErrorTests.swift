import Foundation
import KollFiles
import KollModel
import Testing

@Suite struct FileErrorTests {
  @Test(arguments: [
    (ENOENT, "hittar inte filen", "no such file"),
    (ENOSPC, "enheten är full", "no space left on device"),
    (EACCES, "åtkomst nekas", "permission denied"),
    (EISDIR, "det är en mapp", "it is a folder"),
    (EROFS, "filsystemet är skrivskyddat", "the file system is read-only"),
    (EPIPE, "mottagaren har slutat läsa", "the reader has gone away"),
    (EFBIG, "filen blev för stor", "the file became too large"),
  ])
  func commonReasonsAreSaidInBothLanguages(code: Int32, swedish: String, english: String) {
    let error = FileError(.reading, "in.csv", .system(code: code))
    #expect(error.reasonPhrase == Phrase(sv: swedish, en: english))
    #expect(error.phrase.swedish == "kan inte läsa in.csv: \(swedish)")
    #expect(error.phrase.english == "cannot read in.csv: \(english)")
    #expect(error.code == code)
  }

  @Test func whatIsMissingWhenAFileIsMadeIsItsFolder() {
    let error = FileError(.creating, "a/b.txt", .system(code: ENOENT))
    #expect(error.phrase.swedish == "kan inte skriva till a/b.txt: mappen finns inte")
    #expect(error.phrase.english == "cannot write to a/b.txt: no such folder")
  }

  @Test func anUnusualReasonIsGivenWithItsNumber() {
    let error = FileError(.writing, "a", .system(code: ECHILD))
    #expect(error.reasonPhrase.english == "system error \(ECHILD) (No child processes)")
    #expect(error.reasonPhrase.swedish == "systemfel \(ECHILD) (No child processes)")
  }

  @Test func standardStreamsAreNamedInWords() {
    let path = FileError.standardStream
    let reading = FileError(.reading, path, .tooLarge(limit: 5))
    #expect(reading.phrase.swedish == "kan inte läsa standard in: fler än 5 byte")
    let writing = FileError(.writing, path, .system(code: EPIPE))
    #expect(writing.phrase.english == "cannot write to standard output: the reader has gone away")
  }

  @Test func everyOperationAndReasonHasItsOwnSentenceWithoutFullStop() {
    let reasons: [FileError.Reason] =
      [.tooLarge(limit: 1), .changedWhileRead, .contentsDiffer, .notAFile, .writtenTwice]
      + (0...140).map { .system(code: $0) }
    for operation in FileError.Operation.allCases {
      for reason in reasons {
        let phrase = FileError(operation, "x", reason).phrase
        for language in Language.allCases {
          let sentence = phrase[language]
          #expect(sentence.hasPrefix(language == .swedish ? "kan inte " : "cannot "))
          #expect(!sentence.hasSuffix("."))
        }
      }
    }
  }
}
