import Foundation

/// A program that tests run: the `koll` that they were built with, or one that is installed.
public struct Executable: Sendable {
  private let name: String
  private let path: String

  /// Finds `koll` beside the bundle of the tests.
  /// - Throws: ``Missing`` when it was not built, or is not where the tests are.
  public init() throws(Missing) {
    try self.init("koll", in: Executable.candidates, hint: "build it with swift build")
  }

  /// Finds a program that other programs' results are compared with.
  /// - Parameter name: The program's name.
  /// - Throws: ``Missing`` when it is not in the folders that commands are found in.
  public init(installed name: String) throws(Missing) {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let hint = "scripts/set-up --checkers installs it"
    try self.init(name, in: folders.split(separator: ":").map(String.init), hint: hint)
  }

  /// Finds a program among those that `scripts/set-up --checkers` installs beside the build.
  /// - Parameter name: The program's name.
  /// - Throws: ``Missing`` when it is not there.
  public init(ofCheckers name: String) throws(Missing) {
    let folder = PackageFolder.path + "/.build/checkers/bin"
    try self.init(name, in: [folder], hint: "scripts/set-up --checkers installs it")
  }

  private init(_ name: String, in folders: [String], hint: String) throws(Missing) {
    let found = folders.lazy.map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw Missing(name: name, folders: folders, hint: hint) }
    self.name = name
    path = found
  }

  /// A program is not there.
  public struct Missing: Error, CustomStringConvertible {
    let name: String
    let folders: [String]
    let hint: String

    /// Where it was looked for, and what to do.
    public var description: String {
      "no executable \(name) in \(folders.joined(separator: ", ")); \(hint)"
    }
  }

  /// The folders that hold the bundle of the tests, the likeliest first.
  private static var candidates: [String] {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let programs = [Bundle.main.executableURL, URL(fileURLWithPath: CommandLine.arguments[0])]
    let beside = (bundles + programs.compactMap(\.self)).map { $0.deletingLastPathComponent().path }
    var seen: Set<String> = []
    return beside.filter { seen.insert($0).inserted }
  }
}

extension Executable {
  /// What a run left behind.
  public struct Result: Sendable {
    /// The exit status; 128 and the signal's number when a signal ended it.
    public let status: Int
    /// What it wrote to standard output.
    public let output: [UInt8]
    /// What it wrote to standard error.
    public let errors: [UInt8]
    /// The command as a person would type it.
    public let command: String
  }

  /// Runs the executable to its end.
  ///
  /// Its environment holds nothing but what is given, so that no run depends on who runs it.
  /// - Parameters:
  ///   - arguments: The arguments after the command's name.
  ///   - folder: The folder to run in.
  ///   - environment: All of its environment.
  ///   - input: The file that is its standard input.
  ///   - output: The file that standard output goes to instead of the result.
  /// - Returns: What the run left behind.
  /// - Throws: An error when it cannot be started.
  public func run(
    _ arguments: [String],
    in folder: String,
    environment: [String: String] = ["LC_ALL": "C"],
    input: String = "/dev/null",
    output: String? = nil,
  ) async throws -> Result {
    let streams = try TemporaryFolder()
    try streams.tree.write("", to: "output")
    try streams.tree.write("", to: "errors")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
    process.standardOutput = try handle(writing: output ?? streams["output"])
    process.standardError = try handle(writing: streams["errors"])
    try await process.runToItsEnd()
    let wasSignal = process.terminationReason == .uncaughtSignal
    return Result(
      status: (wasSignal ? 128 : 0) + Int(process.terminationStatus),
      output: try streams.tree.bytes(of: "output"),
      errors: try streams.tree.bytes(of: "errors"),
      command: ([name] + arguments).map(\.quotedForShell).joined(separator: " "),
    )
  }

  private func handle(writing path: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }
}

extension Executable.Result: CustomStringConvertible {
  /// All that a person needs to see of a run that failed.
  public var description: String {
    """
    $ \(command)
    status \(status)
    standard output:
    \(String(decoding: output, as: UTF8.self))
    standard error:
    \(String(decoding: errors, as: UTF8.self))
    """
  }
}

extension Process {
  fileprivate func runToItsEnd() async throws {
    let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
    terminationHandler = { _ in continuation.finish() }
    try run()
    for await _ in ended {}
  }
}

extension String {
  fileprivate var quotedForShell: String {
    let isPlain = allSatisfy { $0.isLetter || $0.isNumber || "-./_=".contains($0) }
    return isPlain && !isEmpty ? self : "'\(self)'"
  }
}
