import Koll
import KollModel
import KollTestSupport
import Testing

/// The report on the Ale sample, read as a person reads it.
@Suite struct AleReportTests {
  /// The text of the report, on one line, with plain blanks.
  private func report() throws -> String {
    let folder = try TemporaryFolder()
    let request = ReportRequest(
      project: PackageFolder.path + "/Samples/ale-2021",
      formats: [.text],
      folder: folder["ut"],
    )
    let outcome = try Koll.report(request)
    #expect(outcome.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(outcome.paths == [folder["ut/2021/budget-ks.txt"], folder["ut/manifest.json"]])
    let words = try folder.tree.text(of: "ut/2021/budget-ks.txt").split { $0.isWhitespace }
    return words.joined(separator: " ")
  }

  @Test func theHeadingSaysWhatItIsAndNoMore() throws {
    let text = try report()
    #expect(text.hasPrefix("Budget 2021, ekonomisk sammanställning"))
    #expect(!text.lowercased().contains("delårsrapport"))
    #expect(text.contains("underlaget anger inte vilken månad prognosen gjordes"))
  }

  @Test func theSavingsAreAllApproximate() throws {
    let text = try report()
    for words in [
      "Identifierat med belopp ca 7 000", "Uppdrag ca 8 900",
      "Ej identifierat (ospecificerad besparing) ca 1 900",
      "för 2021 är ca 8 900 tkr", "ger ca 7 000 tkr", "för ca 1 900 tkr",
    ] { #expect(text.contains(words), "\(words)") }
    for figure in ["8 900", "7 000", "1 900", "3 500"] {
      var rest = text[...]
      while let range = rest.firstRange(of: " " + figure) {
        #expect(rest[..<range.lowerBound].hasSuffix(" ca"), "\(figure) without cirka")
        rest = rest[range.upperBound...]
      }
    }
  }

  @Test func theFallOfTheBudgetIsNotExplainedByTheSavings() throws {
    let text = try report()
    #expect(text.contains("2 705 tkr (1,4 %) lägre"))
    for word in ["på grund av", "beror på", "till följd av", "förklaras"] {
      #expect(!text.lowercased().contains(word))
    }
  }

  @Test func theLargestDeviationsAreNamed() throws {
    let text = try report()
    #expect(text.contains("Kommunchef (sektorcentrala medel) (+4 100 tkr)"))
    #expect(text.contains("Avdelningen Strategi och uppföljning (+3 630 tkr)"))
    #expect(text.contains("Räddningstjänst (BORF) (+2 200 tkr)"))
  }

  @Test func everyInputIsNamedWithItsDigest() throws {
    let text = try report()
    #expect(text.contains("Alla 3 kontroller stämmer."))
    let digests = text.split(separator: " ").filter {
      $0.count == 64 && $0.allSatisfy(\.isHexDigit)
    }
    #expect(digests.count == 3)
  }
}
