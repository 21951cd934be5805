#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Another process of this program, that works beside it and tells of its work line by line.
///
/// It reads one line from standard input before it may begin to write, and its standard output comes
/// here. When this process ends first, the other finds nobody to tell and ends too.
public final class Worker {
  private let process: pid_t
  private var input: Descriptor?
  private let output: Descriptor
  private var unfinished: [UInt8] = []
  /// Whether it has told all.
  private var hasEnded = false
  /// Whether the process has ended and was waited for.
  private var hasExited = false

  /// Starts the program once more.
  /// - Parameters:
  ///   - arguments: The arguments after its name.
  ///   - lock: A folder's lock, which it holds too for as long as it runs.
  /// - Returns: The worker; `nil` when the system has no room for another process.
  public static func start(
    _ arguments: [String],
    holding lock: FolderLock,
  ) -> Worker? {
    guard let program = programPath, let input = Pipe(), let output = Pipe() else { return nil }
    let streams = [input.reader.number, output.writer.number, 2, lock.descriptor.number]
    guard let process = spawn(program, arguments, streams: streams) else { return nil }
    return Worker(process: process, input: input.takeWriter(), output: output.takeReader())
  }

  private init(process: pid_t, input: consuming Descriptor, output: consuming Descriptor) {
    self.process = process
    self.input = .some(input)
    self.output = output
  }

  /// Tells the worker the line that it waits for; one that does not hear it finds that there is none,
  /// and ends.
  /// - Parameter line: The words, without a line break.
  public func tell(_ line: String) {
    try? input?.write(Array((line + "\n").utf8))
    input = nil
  }

  /// The whole lines that the worker has told since they were last asked for.
  /// - Parameter isWaiting: Whether to wait until there is one or the worker has ended.
  /// - Returns: The lines without their breaks; `nil` when it has ended and told all.
  public func lines(waiting isWaiting: Bool) -> [String]? {
    var lines: [String] = []
    while !hasEnded, lines.isEmpty ? hasNews(waiting: isWaiting) : hasNews(waiting: false) {
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let count = unsafe read(output.number, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      hasEnded = count <= 0
      unfinished += piece.prefix(max(0, count))
      while let end = unfinished.firstIndex(of: UInt8(ascii: "\n")) {
        lines.append(String(decoding: unfinished[..<end], as: UTF8.self))
        unfinished.removeSubrange(...end)
      }
    }
    return lines.isEmpty && hasEnded ? nil : lines
  }

  /// Waits until the worker has ended.
  public func end() {
    while !isGone(waiting: true), errno == EINTR {}
  }

  /// Whether there is something to read, its end too.
  private func hasNews(waiting isWaiting: Bool) -> Bool {
    var request = pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)
    while true {
      let answer = unsafe poll(&request, 1, isWaiting ? Worker.patience : 0)
      if answer > 0 || (answer < 0 && errno != EINTR) { return true }
      if answer == 0, !isWaiting { return false }
      // An end of the pipe that could not be closed here keeps the worker's end from being told.
      guard isGone(waiting: false) else { continue }
      hasEnded = unsafe poll(&request, 1, 0) <= 0
      return !hasEnded
    }
  }

  /// How long to wait for news before looking whether the worker is there at all, in milliseconds.
  private static let patience: Int32 = 500

  /// Whether the process has ended.
  private func isGone(waiting isWaiting: Bool) -> Bool {
    if !hasExited { hasExited = waitpid(process, nil, isWaiting ? 0 : WNOHANG) == process }
    return hasExited
  }
}

/// How many processes can work at the same time.
public var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// A pipe with both ends open.
private struct Pipe: ~Copyable {
  let reader: Descriptor
  let writer: Descriptor

  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    // Nobody else is handed the ends: what is spawned has copies of those it is meant to have.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reader = Descriptor(adopting: ends[0])
    writer = Descriptor(adopting: ends[1])
  }

  consuming func takeReader() -> Descriptor { reader }
  consuming func takeWriter() -> Descriptor { writer }
}

/// The path of the program that runs.
private var programPath: String? {
  #if canImport(Darwin)
  var path = [CChar](repeating: 0, count: 4096)
  var size = UInt32(path.count)
  guard unsafe _NSGetExecutablePath(&path, &size) == 0 else { return nil }
  return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  #else
  return "/proc/self/exe"
  #endif
}

/// Starts a program with the descriptors stated as its first ones, and no others.
///
/// Safe to use because the arguments outlive the call, which copies them.
@safe
private func spawn(_ program: String, _ arguments: [String], streams: [Int32]) -> pid_t? {
  #if canImport(Darwin)
  var actions: posix_spawn_file_actions_t?
  #else
  var actions = unsafe posix_spawn_file_actions_t()
  #endif
  guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for (number, stream) in streams.enumerated() {
    let result = unsafe posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    guard result == 0 else { return nil }
  }
  let words = unsafe ([CommandLine.arguments.first ?? "koll"] + arguments).map { unsafe strdup($0) }
  defer { for index in unsafe words.indices { unsafe free(words[index]) } }
  var process: pid_t = 0
  let result = unsafe posix_spawn(&process, program, &actions, nil, words + [nil], environ)
  return result == 0 ? process : nil
}
