internal import KollCalculation
internal import KollExport
public import KollFiles
internal import KollModel
internal import KollProject
internal import KollReport

/// The reports of a project that a request asks for, made and written one by one.
///
/// Each report's files are put in place together when they are whole, and the manifest last. What
/// stands in the way of one report does not stop the others. Several processes may share the reports:
/// one that holds the folder's lock and ends the run, and workers that write what they are told to.
public struct ReportBatch: ~Copyable {
  let request: ReportRequest
  /// The folder that is written to.
  let folder: String
  /// Keeps other runs out of the folder; a worker leaves that to the process that started it.
  private let lock: FolderLock?
  /// Whether the folder was made for this run.
  private let isNewFolder: Bool
  /// What earlier runs wrote.
  let earlier: Manifest?
  var run: ReportRun?
  private var jobs: [ReportRun.Job] = []
  /// The first report whose files have a name.
  private var firstOfName: [String: Int] = [:]
  private var faulty: [FaultyFile] = []
  /// The fingerprint of everything that was read and of the program.
  public private(set) var basis = ""

  /// Prepares a run: the folder and what is there.
  /// - Parameters:
  ///   - request: The project and what to write.
  ///   - isWorker: Whether the process works for another, which holds the folder.
  /// - Throws: ``RunError`` when the folder cannot be made or another run writes to it.
  public init(_ request: ReportRequest, isWorker: Bool = false) throws(RunError) {
    let folder = request.folder ?? path(in: request.project, "rapporter")
    let isThere = isFolder(folder)
    let hasProject = isFile(path(in: request.project, "koll.yaml"))
    var lock: FolderLock?
    var earlier: Manifest?
    if isThere || hasProject {
      if !isWorker { lock = try ReportBatch.lock(folder) }
      if let bytes = try InputReader.read(path(in: folder, Manifest.fileName)).bytes {
        let (manifest, isSealed) = try Manifest.read(bytes)
        // One that somebody changed says nothing of what is there.
        earlier = isSealed ? manifest : nil
      }
    }
    self.request = request
    self.folder = folder
    self.lock = lock
    self.earlier = earlier
    isNewFolder = !isThere
  }

  private static func lock(_ folder: String) throws(RunError) -> FolderLock {
    do throws(FileError) {
      try createFolder(folder)
      return try FolderLock(folder)
    } catch {
      throw .file(error)
    }
  }

  deinit {
    if isNewFolder, lock != nil { removeFolderIfEmpty(folder) }
  }

  /// How many files the last run left.
  public var earlierFileCount: Int { earlier?.outputs.count ?? 0 }

  /// Starts a worker that shares the reports.
  /// - Parameter arguments: The arguments of its command.
  /// - Returns: The worker; `nil` when there is no room for one.
  public func startWorker(_ arguments: [String]) -> Worker? {
    lock.flatMap { Worker.start(arguments, holding: $0) }
  }
}

extension ReportBatch {
  /// What the last run left, when it was asked for the same and nothing has changed since: no input
  /// is then read more than to take its fingerprint.
  /// - Returns: What is there; `nil` when something is to be done.
  /// - Throws: ``RunError`` when a file is there and cannot be read.
  public func unchanged() throws(RunError) -> WrittenReports? {
    guard let earlier, !request.isForced, earlier.program == Koll.nameAndVersion,
      earlier.request == request.words, !earlier.findings.haveErrors
    else { return nil }
    var digests: [String: String] = [:]
    for input in earlier.inputs {
      guard try InputReader.sha256(of: input.file, in: request.project) == input.sha256 else {
        return nil
      }
      digests[input.file] = input.sha256
    }
    let basis = try Manifest.basis(of: digests)
    for output in earlier.outputs {
      let file = path(in: folder, output.file)
      guard output.basis == basis, try InputReader.sha256(ofFile: file) == output.sha256 else {
        return nil
      }
    }
    return WrittenReports(
      paths: [],
      unchangedCount: earlier.outputs.count,
      notWritten: [],
      diagnostics: earlier.findings.map { $0.inProject(request.project) },
    )
  }

  /// Reads the inputs, and finds out which reports there are to make.
  /// - Throws: ``RunError`` when a file cannot be read.
  public mutating func readInputs() throws(RunError) {
    var run = ReportRun(request: request, inputs: try ProjectRun(folder: request.project))
    jobs = run.jobs()
    run.judgeInputs()
    if let faulty = run.inputs.faultyFiles { self.faulty = faulty } else { jobs = [] }
    basis = try Manifest.basis(of: run.inputs.digests)
    self.run = run
    for index in indices where firstOfName[name(of: index)] == nil {
      firstOfName[name(of: index)] = index
    }
  }

  /// The places of the reports to make.
  public var indices: Range<Int> { jobs.indices }

  /// What a report is called.
  /// - Parameter index: The report's place.
  /// - Returns: The name of its files with the folder that they are in.
  public mutating func name(of index: Int) -> String {
    let job = jobs[index]
    let code = run?.codesOfAreas[job.area] ?? job.area.fullName
    return "\(job.period)/\(job.definition.fileName(ofArea: code))"
  }

  /// Makes a report and writes its files; those that hold the very same already are left alone.
  /// - Parameter index: The report's place.
  /// - Returns: What became of it.
  public mutating func write(_ index: Int) -> ReportResult {
    let job = jobs[index]
    var result = ReportResult(index)
    let name = name(of: index)
    if let first = firstOfName[name], first != index {
      let definition = jobs[first].definition
      result.findings = [
        .sameFiles(definition, job.definition, named: name, in: request.project)
      ]
      result.hindrance = .findings
      return result
    }
    guard var run = run.take() else { return result }
    let code = job.area == .total ? nil : run.codesOfAreas[job.area]
    let files = run.inputs.faultyFiles(of: job.definition, about: job.area, code, among: faulty)
    // What else is wrong with the report is told too, where its figures are sound.
    if files.allSatisfy(\.isText) {
      let (report, findings) = run.make(job)
      result.findings = findings
      if report == nil { result.hindrance = .findings }
      if let report, files.isEmpty { write(report, by: run.inputs, into: &result) }
    }
    if !files.isEmpty { result.hindrance = .faulty(files.map(\.file)) }
    self.run = run
    return result
  }

  private func write(
    _ report: BuiltReport,
    by inputs: ProjectRun,
    into result: inout ReportResult,
  ) {
    do throws(RunError) {
      let author = inputs.project?.organisation.name
      let written = try report.writer(
        request.formats,
        in: folder,
        author: author,
        keeping: inputs.pathsOfInputs,
      ).write(keepingEqual: true)
      let prefix = path(in: folder, "")
      result.outputs = written.files.map { file in
        Manifest.Output(
          file: String(file.path.dropFirst(prefix.count)),
          report: report.definition.name,
          period: report.period.description,
          area: report.code,
          basis: basis,
          sha256: file.sha256,
        )
      }
      result.written = written.files.filter { !$0.isUnchanged }.map(\.path)
      result.checks = report.checks
      result.findings += written.warnings
    } catch {
      result.findings.append(Diagnostic(.runFailed, .error, error.phrase))
      result.hindrance = .system
    }
  }
}

extension Koll {
  /// Reads a project, computes its reports and writes them: the whole of `koll report` in one process.
  /// - Parameter request: The project and what to write.
  /// - Returns: What was written, and what stands in the way of the rest.
  /// - Throws: ``RunError`` when an input cannot be read, or the folder not be written to.
  public static func report(_ request: ReportRequest) throws(RunError) -> WrittenReports {
    var batch = try ReportBatch(request)
    if let unchanged = try batch.unchanged() { return unchanged }
    try batch.readInputs()
    return batch.end(batch.indices.map { batch.write($0) })
  }
}
