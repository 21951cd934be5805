import Koll
import KollFiles

/// The workers that share the reports with the process that started them.
struct Crew {
  /// The shares that the process writes itself: its own, and those that no worker could be started
  /// for.
  private(set) var ownShares: [BatchRun.Share]
  private var workers: [Worker] = []

  /// The most processes that share the reports.
  private static let mostProcesses = 16
  /// How many files a run has to have before workers pay.
  private static let fewFiles = 16

  /// Starts the workers, which read the inputs while this process does.
  init(sharing request: ReportRequest, in batch: borrowing ReportBatch) {
    let isLarge = request.period.spansSeveralMonths || batch.earlierFileCount > Crew.fewFiles
    let count = isLarge ? min(processorCount, Crew.mostProcesses) : 1
    ownShares = [BatchRun.Share(place: 0, of: count)]
    for place in 1..<max(1, count) {
      let share = BatchRun.Share(place: place, of: count)
      let words = CommandLine.arguments.dropFirst()
      if let worker = batch.startWorker(
        words.prefix(1) + ["--share", share.text] + words.dropFirst()
      ) {
        workers.append(worker)
      } else {
        ownShares.append(share)
      }
    }
  }

  /// Lets the workers write.
  /// - Parameter basis: The fingerprint of what this process read; one that read other bytes ends.
  func begin(_ basis: String) {
    for worker in workers { worker.tell(basis) }
  }

  /// What the workers have told since they were last asked.
  /// - Parameter isWaiting: Whether to wait until one of them tells something.
  /// - Returns: What they told; `nil` when all have ended.
  mutating func results(waiting isWaiting: Bool) -> [ReportResult]? {
    var results: [ReportResult] = []
    workers.removeAll { worker in
      guard let lines = worker.lines(waiting: isWaiting && results.isEmpty) else {
        worker.end()
        return true
      }
      results += lines.compactMap(ReportResult.init)
      return false
    }
    return results.isEmpty && workers.isEmpty ? nil : results
  }
}
