import KollImport
import KollTestSupport
import Testing

/// Valid files with one character changed: each is reported, means the same, or is of a kind that
/// no reader could notice.
struct MutationTests {
  @Test(arguments: ValidFile.all)
  func aValidFileIsReadWithoutAWord(file: ValidFile) {
    let reading = MutantReading(encode(file.text, as: file.encoding))
    #expect(!reading.isReported)
    #expect(reading.meaning.count > 10)
  }

  /// One mutant in five, or with `KOLL_MUTANTS=all` in the environment every one.
  @Test func noMutantIsSilentButThoseThatNoReaderCouldNotice() async {
    let takesAll = Environment.readsAllMutants
    let tally = await withTaskGroup(of: MutantTally.self) { group in
      for (number, file) in ValidFile.all.enumerated() {
        group.addTask { MutantTally(of: file, every: takesAll ? 1 : 5, from: number) }
      }
      return await group.reduce(into: MutantTally()) { $0.add($1) }
    }
    #expect(tally.count >= (takesAll ? 15_000 : 3_000))
    for silence in Silence.known {
      let found = tally.silent[silence.change] ?? []
      let expected = takesAll ? silence.all : silence.sampled
      #expect(found.count == expected, "\(silence.change) \(silence.reason): \(found)")
    }
    let known = Set(Silence.known.map(\.change))
    for (change, places) in tally.silent where !known.contains(change) {
      Issue.record("\(change) at \(places)")
    }
  }
}
