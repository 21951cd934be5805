internal import KollCalculation
internal import KollExport
internal import KollExportXLSX
internal import KollFiles
internal import KollModel
internal import KollReport

/// Writes results to their places: all of them, or none.
struct OutputWriter {
  /// A file that holds what was to be written.
  struct WrittenFile {
    let path: String
    /// The SHA-256 of what it holds.
    let sha256: String
    /// Whether it held the very same before, and was left as it was.
    var isUnchanged = false
  }

  /// What a run of the writer did.
  struct Written {
    /// The files, standard output left out.
    let files: [WrittenFile]
    /// What had to be shortened to fit.
    let warnings: [Diagnostic]

    /// The paths of the files.
    var paths: [String] { files.map(\.path) }
  }

  /// The paths of files that nothing is written over: what the results were made of.
  let inputs: [String]
  private var results: [(path: String, content: Content)] = []

  private enum Content {
    case text(String)
    case bytes([UInt8])
    case workbook(Document, WorkbookProperties)
  }

  /// Creates a writer without results.
  /// - Parameter inputs: The paths of files that nothing is written over.
  init(keeping inputs: [String] = []) { self.inputs = inputs }

  mutating func add(_ text: String, at path: String) {
    results.append((path, .text(text)))
  }

  mutating func add(_ bytes: [UInt8], at path: String) {
    results.append((path, .bytes(bytes)))
  }

  mutating func add(_ document: Document, created: CalendarDate, author: String?, at path: String) {
    let properties = WorkbookProperties(
      created: created,
      application: Koll.nameAndVersion,
      author: author,
    )
    results.append((path, .workbook(document, properties)))
  }

  /// Adds a document in a format.
  /// - Parameters:
  ///   - document: What is to be read.
  ///   - output: Where to write it, and in which format.
  ///   - created: The day that a workbook states.
  ///   - author: Whose the document is, for a workbook.
  ///   - csv: What it says as records; `nil` when nothing is to be written.
  ///   - json: What it says to programs.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  mutating func add(
    _ document: Document,
    to output: Output,
    created: CalendarDate,
    author: String?,
    csv: () throws(AmountOverflow) -> String?,
    json: () throws(AmountOverflow) -> JSON,
  ) throws(AmountOverflow) {
    switch output.format {
    case .text: add(try TextExporter().write(document), at: output.path)
    case .list: add(try TextExporter.list.write(document), at: output.path)
    case .markdown: add(try MarkdownExporter().write(document), at: output.path)
    case .html: add(try HTMLExporter().write(document), at: output.path)
    case .csv:
      if let records = try csv() { add(records, at: output.path) }
    case .json: add(try json().document, at: output.path)
    case .xlsx: add(document, created: created, author: author, at: output.path)
    }
  }

  /// Stages every file, then renames all; standard output is written last.
  /// - Parameter keepsEqual: Whether a file that holds the very same already is left as it is.
  /// - Returns: What was written, and what a workbook had to shorten.
  /// - Throws: ``RunError`` when writing fails; nothing was then renamed.
  func write(keepingEqual keepsEqual: Bool = false) throws(RunError) -> Written {
    var batch = OutputBatch(keeping: inputs)
    var files: [WrittenFile] = []
    var warnings: [Diagnostic] = []
    for (path, content) in results where path != "-" {
      let (sha256, shortened) = try stage(content, at: path, in: &batch)
      var file = WrittenFile(path: path, sha256: sha256)
      if keepsEqual, (try? InputReader.sha256(ofFile: path)) == sha256 {
        file.isUnchanged = true
        batch.dropLast()
      }
      files.append(file)
      warnings += shortened
    }
    do throws(FileError) {
      try batch.commit()
      for case ("-", .text(let text)) in results { try writeStandardOutput(Array(text.utf8)) }
    } catch {
      throw .file(error)
    }
    return Written(files: files, warnings: warnings)
  }

  private func stage(
    _ content: Content,
    at path: String,
    in batch: inout OutputBatch,
  ) throws(RunError) -> (sha256: String, warnings: [Diagnostic]) {
    switch content {
    case .workbook(let document, let properties):
      return try stage(document, properties, at: path, in: &batch)
    case .text(let text): return try stage(.bytes(Array(text.utf8)), at: path, in: &batch)
    case .bytes(let bytes):
      do throws(FileError) { try batch.stage(bytes, at: path) } catch { throw .file(error) }
      return (try InputReader.sha256(of: bytes), [])
    }
  }

  private func stage(
    _ document: Document,
    _ properties: WorkbookProperties,
    at path: String,
    in batch: inout OutputBatch,
  ) throws(RunError) -> (sha256: String, warnings: [Diagnostic]) {
    var receipt: WorkbookReceipt?
    var bytes: [UInt8] = []
    do throws(OutputError<ProductionError>) {
      try batch.stage(at: path) { (temporary, folder) throws(ProductionError) in
        do throws(WorkbookError) {
          receipt = try WorkbookExporter(properties: properties)
            .write(document, to: temporary, temporaryFolder: folder)
        } catch { throw .workbook(error) }
      } verify: { (temporary) throws(ProductionError) in
        bytes = try verified(temporary, against: receipt)
      }
    } catch {
      throw RunError(error)
    }
    return (try InputReader.sha256(of: bytes), receipt?.warnings ?? [])
  }

  /// Reads the workbook back and finds in it all that was written.
  private func verified(
    _ path: String,
    against receipt: WorkbookReceipt?,
  ) throws(ProductionError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try InputFile(path: path).readAll(limit: OutputWriter.largestWorkbook)
    } catch { throw .file(error) }
    do throws(WorkbookError) { try receipt?.verify(bytes) } catch { throw .workbook(error) }
    return bytes
  }

  /// The largest workbook that is read back, in bytes.
  static let largestWorkbook = 1 << 31

  fileprivate enum ProductionError: Error {
    case workbook(WorkbookError)
    case file(FileError)
  }
}

extension RunError {
  fileprivate init(_ error: OutputError<OutputWriter.ProductionError>) {
    switch error {
    case .file(let error), .production(.file(let error)): self = .file(error)
    case .production(.workbook(let error)): self = .workbook(error.phrase)
    }
  }
}
