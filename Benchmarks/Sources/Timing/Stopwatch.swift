/// The times of the steps of a work that is done several times.
public struct Stopwatch {
  private let clock = ContinuousClock()
  private var names: [String] = []
  private var times: [String: [Duration]] = [:]
  private var start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant

  /// Starts it.
  public init() {
    start = clock.now
    last = start
  }

  /// Begins the work anew.
  public mutating func begin() {
    start = clock.now
    last = start
  }

  /// Notes that a step has ended.
  public mutating func note(_ name: String) {
    keep(last.duration(to: clock.now), as: name)
    last = clock.now
  }

  /// Notes that the work has ended.
  public mutating func end() { keep(start.duration(to: clock.now), as: "in all") }

  private mutating func keep(_ time: Duration, as name: String) {
    if times[name] == nil { names.append(name) }
    times[name, default: []].append(time)
  }

  /// The median of each step and of the whole, in tenths of milliseconds.
  public var medians: String {
    names.map { name in
      let sorted = (times[name] ?? []).sorted()
      let tenths = Int(sorted[sorted.count / 2] / .microseconds(100))
      return "\(tenths / 10).\(tenths % 10) ms  \(name)"
    }.joined(separator: "\n")
  }
}
