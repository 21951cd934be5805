import ArgumentParser
import Koll
import KollFiles
import KollModel

/// The reports of a request, shared by as many processes as there are processors.
///
/// Workbooks can be written by one thread of a process only. So this command is started again, a
/// worker for each further processor: each reads the inputs and writes every so manieth report, and
/// tells in a line what became of it.
struct BatchRun {
  let request: ReportRequest
  /// Whether a person watches.
  let showsProgress: Bool
  /// The language that they are told in.
  let language: Language

  /// Which of the reports a worker writes: `1/4` is the second of each four.
  struct Share {
    let place: Int
    let count: Int

    init(_ text: String) throws {
      let parts = text.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 2, parts[1] > 0, (0..<parts[1]).contains(parts[0]) else {
        throw ValidationError("'\(text)' is no share")
      }
      (place, count) = (parts[0], parts[1])
    }

    init(place: Int, of count: Int) {
      (self.place, self.count) = (place, count)
    }

    /// Whether a report is one of its own.
    func contains(_ index: Int) -> Bool { index % count == place }

    var text: String { "\(place)/\(count)" }
  }

  /// Writes a share of the reports for the process that started this one.
  func work(_ share: Share) throws(RunError) {
    var batch = try ReportBatch(request, isWorker: true)
    try batch.readInputs()
    // The other process may have read other bytes; then this one is not to write.
    guard readLine() == batch.basis else { return }
    for index in batch.indices where share.contains(index) {
      try Koll.print(batch.write(index).line + "\n")
    }
  }

  /// Writes all reports, with workers where they pay.
  func lead() throws(RunError) -> WrittenReports {
    var batch = try ReportBatch(request)
    if let unchanged = try batch.unchanged() { return unchanged }
    var crew = Crew(sharing: request, in: batch)
    try batch.readInputs()
    crew.begin(batch.basis)
    var progress = Progress(total: batch.indices.count, isShown: showsProgress, in: language)
    var results: [ReportResult] = []
    for index in batch.indices where crew.ownShares.contains(where: { $0.contains(index) }) {
      progress.show(batch.name(of: index), done: results.count)
      results.append(batch.write(index))
      results += crew.results(waiting: false) ?? []
    }
    while let more = crew.results(waiting: true) {
      results += more
      progress.show("", done: results.count)
    }
    progress.end()
    return batch.end(results)
  }
}
