extension OutputBatch {
  /// Has a writer that writes files itself write one beside its destination, and syncs it.
  ///
  /// - Parameters:
  ///   - path: The destination. Its folder must be there.
  ///   - produce: Writes the file at the temporary path, where an empty one is made for it. The
  ///     temporary folder is on the same file system, for files of its own that it needs meanwhile;
  ///     it is removed afterwards with all files in it.
  ///   - verify: Looks at the file at the temporary path, and throws when it is not as it should be.
  /// - Throws: ``OutputError``; the batch is then as it was before.
  public mutating func stage<Failure>(
    at path: String,
    produce: (_ temporaryPath: String, _ temporaryFolder: String) throws(Failure) -> Void,
    verify: (_ temporaryPath: String) throws(Failure) -> Void,
  ) throws(OutputError<Failure>) {
    let (destination, folder) = try OutputError<Failure>.within { () throws(FileError) in
      try prepare(path)
    }
    let temporary = try OutputError<Failure>.within { () throws(FileError) in
      try makeTemporary(for: destination)
    }
    let temporaryPath = temporary.path
    do throws(OutputError<Failure>) {
      try run(produce, on: temporaryPath, for: destination)
      do throws(Failure) { try verify(temporaryPath) } catch { throw .production(error) }
      let content = try OutputError<Failure>.within { () throws(FileError) in
        try temporary.keep(for: destination)
      }
      add(StagedFile(destination: destination, folder: folder, content: content))
    } catch {
      removeTemporary(temporaryPath)
      throw error
    }
  }

  /// Has a writer that writes files itself write one beside its destination, and syncs it.
  ///
  /// It is as the other one, without a look at what was written.
  /// - Parameters:
  ///   - path: The destination. Its folder must be there.
  ///   - produce: Writes the file at the temporary path; the folder is for files of its own.
  /// - Throws: ``OutputError``; the batch is then as it was before.
  public mutating func stage<Failure>(
    at path: String,
    produce: (_ temporaryPath: String, _ temporaryFolder: String) throws(Failure) -> Void,
  ) throws(OutputError<Failure>) {
    try stage(at: path, produce: produce) { (_) throws(Failure) in }
  }

  private func run<Failure>(
    _ produce: (String, String) throws(Failure) -> Void,
    on temporaryPath: String,
    for destination: Destination,
  ) throws(OutputError<Failure>) {
    let workFolder = try OutputError<Failure>.within { () throws(FileError) in
      try FileError.during(.creating, destination.given) { () throws(ErrorCode) in
        try makeTemporaryFolder(in: destination.folder, from: nextNumber + 1)
      }
    }
    defer { removeTemporary(workFolder) }
    do throws(Failure) {
      try produce(temporaryPath, workFolder)
    } catch {
      throw .production(error)
    }
  }
}

extension TemporaryFile {
  /// Syncs the file as the writer left it; of one that is meant for a stream, takes the bytes.
  fileprivate func keep(for destination: Destination) throws(FileError) -> StagedFile.Content {
    // The descriptor is the one the file was made with: it learns of every failure to keep what was
    // written through another. So the writer must have written to this very file.
    let isSame = try FileError.during(.verifying, destination.given) { () throws(ErrorCode) in
      try FileStatus(at: path).identity == descriptor.status().identity
    }
    guard isSame else { throw FileError(.verifying, destination.given, .contentsDiffer) }
    try FileError.during(.syncing, destination.given) { () throws(ErrorCode) in
      try descriptor.sync()
    }
    guard destination.isStream else { return .temporary(path) }
    let bytes = try FileError.during(.reading, destination.given) { () throws(ErrorCode) in
      try descriptor.read(at: 0, count: descriptor.status().size)
    }
    removeTemporary(path)
    return .bytes(bytes)
  }
}
