import KollImport

/// How the mutants of some files were taken.
struct MutantTally {
  var count = 0
  var same = 0
  /// Where nothing was reported although the file means something else, by what was changed.
  var silent: [Change: [String]] = [:]

  init() {}

  init(of file: ValidFile, every step: Int, from first: Int) {
    let base = MutantReading(encode(file.text, as: file.encoding))
    let maker = MutantMaker(file)
    for place in stride(from: first % step, to: maker.mutants.count, by: step) {
      let mutant = maker.mutants[place]
      let reading = MutantReading(maker.bytes(of: mutant))
      count += 1
      if reading.isReported { continue }
      if reading.meaning == base.meaning {
        same += 1
      } else {
        silent[mutant.change, default: []].append("\(file.name):\(mutant.line)")
      }
    }
  }

  mutating func add(_ other: MutantTally) {
    count += other.count
    same += other.same
    silent.merge(other.silent) { $0 + $1 }
  }
}
