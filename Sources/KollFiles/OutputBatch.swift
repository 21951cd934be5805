/// Files that are written together: the one way in which Koll writes files.
///
/// Each file is staged: written in full to a hidden temporary file beside its destination, verified,
/// and synced to the device. Only when all are staged does ``commit()`` rename them, in the order
/// staged. So a destination holds its old bytes or its new ones in full at every moment, also when
/// the process is killed. A staging that fails leaves nothing behind, and a batch that is not
/// committed removes its temporary files.
///
/// - A symbolic link at a destination is followed, and the file that it leads to is replaced.
/// - A file that is replaced hands on its permissions, and its owner and group as far as the user
///   may. Other names of the same file (hard links) keep the old bytes.
/// - A file that may not be written to is not replaced, though its folder would allow it.
/// - A file that the batch was told to keep is not replaced, by whatever name it is called.
/// - Pipes, terminals and other devices at a destination are written to as they are, by `commit`.
/// - Temporary files that a killed process left in a folder are removed before the batch first
///   stages a file there.
public struct OutputBatch: ~Copyable, Sendable {
  private var staged: [StagedFile] = []
  private var placed = 0
  private var tidied: Set<FileStatus.Identity> = []
  private let kept: Set<FileStatus.Identity>

  /// Creates a batch without files.
  /// - Parameter kept: The paths of files that must not be replaced; what is not there is left out.
  public init(keeping kept: [String] = []) {
    self.kept = Set(kept.compactMap { (try? FileStatus(of: $0))?.identity })
  }

  deinit {
    for file in staged[placed...] { file.discard() }
  }

  /// Renames all files into place, in the order they were staged.
  ///
  /// Afterwards the folders are synced, so that the new names last. When one rename fails, those
  /// before it stand and those after it are not made.
  /// - Throws: ``FileError`` when a file could not be put in place or its folder not be synced.
  public consuming func commit() throws(FileError) {
    var failure: FileError?
    do throws(FileError) {
      for file in staged {
        try file.place()
        placed += 1
      }
    } catch {
      failure = error
    }
    do throws(FileError) {
      try syncFolders()
    } catch {
      failure = failure ?? error
    }
    if let failure { throw failure }
  }

  private func syncFolders() throws(FileError) {
    var synced: Set<FileStatus.Identity> = []
    for file in staged[..<placed] {
      guard let folder = file.folder, synced.insert(folder).inserted else { continue }
      try FileError.during(.syncing, file.destination.given) { () throws(ErrorCode) in
        try syncFolder(file.destination.folder)
      }
    }
  }
}

extension OutputBatch {
  /// Finds out where a path leads, and makes its folder ready to be written in.
  mutating func prepare(_ path: String) throws(FileError) -> (Destination, FileStatus.Identity?) {
    let destination = try Destination(path)
    if destination.isStream { return (destination, nil) }
    if let existing = destination.existing, kept.contains(existing.identity) {
      throw FileError(.creating, path, .isInput)
    }
    let folder = try FileError.during(.creating, path) { () throws(ErrorCode) in
      try FileStatus(of: destination.folder).identity
    }
    // Names are compared as text, so that two spellings of å, which are one file on some systems,
    // are one on all.
    let name = namePart(of: destination.path)
    let isTaken = staged.contains {
      $0.folder == folder && namePart(of: $0.destination.path) == name
    }
    guard !isTaken else { throw FileError(.creating, path, .writtenTwice) }
    if tidied.insert(folder).inserted { removeAbandonedTemporaries(in: destination.folder) }
    return (destination, folder)
  }

  /// The number from which a free name is looked for; those below it are this batch's own.
  var nextNumber: Int { staged.count }

  /// Leaves the file that was staged last out of the batch.
  public mutating func dropLast() {
    staged.popLast()?.discard()
  }

  /// Takes a file into the batch.
  mutating func add(_ file: StagedFile) {
    staged.append(file)
  }
}
