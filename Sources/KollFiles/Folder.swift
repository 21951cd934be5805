#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Makes a folder, and the folders that it stands in where they are missing.
///
/// A folder that is there already is left as it is.
/// - Parameter path: The folder's path.
/// - Throws: ``FileError`` when it cannot be made, or something that is no folder has its name.
public func createFolder(_ path: String) throws(FileError) {
  try FileError.during(.creatingFolder, path) { () throws(ErrorCode) in
    try create(trimmed(path))
  }
}

/// The names of the files in a folder that end so, sorted; none when it cannot be read.
/// - Parameters:
///   - folder: The folder's path.
///   - suffix: How the names end.
/// - Returns: The names, hidden ones left out.
public func fileNames(in folder: String, endingIn suffix: String) -> [String] {
  names(in: folder).filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted()
}

/// Whether there is a folder.
/// - Parameter path: Its path.
/// - Returns: Whether it is there and a folder.
public func isFolder(_ path: String) -> Bool {
  (try? FileStatus(of: path))?.kind == .folder
}

/// The folder that a folder stands in.
/// - Parameter path: The folder's path.
/// - Returns: The path without its last part, or one step up where it has none to take away.
public func folderAbove(_ path: String) -> String {
  let path = trimmed(path)
  let last = namePart(of: path)
  return last == "." || last == ".." ? path + "/.." : folderPart(of: path)
}

/// Whether there is a file that bytes can be read from.
/// - Parameter path: Its path.
/// - Returns: Whether it is there and no folder.
public func isFile(_ path: String) -> Bool {
  guard let status = try? FileStatus(of: path) else { return false }
  return status.kind == .regular
}

/// Whether there is a pipe, a terminal or another device that bytes flow through.
/// - Parameter path: Its path.
/// - Returns: Whether it is there and no file on a disk.
public func isStream(_ path: String) -> Bool {
  (try? FileStatus(of: path))?.kind == .stream
}

/// Removes a folder that nothing is in; one with something in it stays.
/// - Parameter path: Its path.
public func removeFolderIfEmpty(_ path: String) {
  _ = try? withPath(path) { unsafe rmdir($0) }
}

private func create(_ path: String) throws(ErrorCode) {
  do throws(ErrorCode) {
    return try createLast(path)
  } catch {
    guard error.number == ENOENT, path.utf8.contains(UInt8(ascii: "/")) else { throw error }
  }
  try create(trimmed(folderPart(of: path)))
  try createLast(path)
}

/// Makes the last folder of a path; somebody else may have made it meanwhile.
private func createLast(_ path: String) throws(ErrorCode) {
  do throws(ErrorCode) {
    _ = try withPath(path) { unsafe mkdir($0, 0o777) }
  } catch {
    guard error.number == EEXIST else { throw error }
    guard try FileStatus(of: path).kind == .folder else { throw ErrorCode(ENOTDIR) }
    return
  }
  try syncFolder(folderPart(of: path))
}

/// The path without slashes at its end.
private func trimmed(_ path: String) -> String {
  var trimmed = path[...]
  while trimmed.utf8.count > 1, trimmed.utf8.last == UInt8(ascii: "/") { trimmed.removeLast() }
  return String(trimmed)
}

/// Has the device keep the names in a folder.
func syncFolder(_ path: String) throws(ErrorCode) {
  let folder: Descriptor
  do throws(ErrorCode) {
    folder = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY)
  } catch {
    // A folder may be one to write in but not to look into; then nothing can be asked of it.
    guard error.number == EACCES else { throw error }
    return
  }
  do throws(ErrorCode) {
    try folder.sync()
  } catch {
    // Some file systems keep names at once and know no such request for folders.
    guard error.number == EINVAL || error.number == ENOTSUP else { throw error }
  }
}
