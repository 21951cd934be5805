#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A temporary file that was just made beside its destination and is open for writing.
struct TemporaryFile: ~Copyable {
  let path: String
  let descriptor: Descriptor

  /// Makes the file, under the first name that is free.
  ///
  /// It is given the permissions, owner and group of the file that it will replace, and otherwise
  /// those that the user's mask leaves.
  static func make(
    for destination: Destination,
    from number: Int,
  ) throws(ErrorCode) -> TemporaryFile {
    let replaced = destination.isStream ? nil : destination.existing
    let permissions = replaced?.permissions ?? 0o666
    let made = try makeUnderFreeName(in: destination.folder, from: number) { path in
      unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
    }
    let file = TemporaryFile(path: made.path, descriptor: Descriptor(adopting: made.result))
    do throws(ErrorCode) {
      if let replaced { try file.takeOver(replaced) }
    } catch {
      removeTemporary(made.path)
      throw error
    }
    return file
  }

  private func takeOver(_ replaced: FileStatus) throws(ErrorCode) {
    var permissions = replaced.permissions
    if try !keepsGroup(of: replaced) {
      // The group is another one now, and gets no more than everybody had.
      permissions &= 0o707 | (permissions & 0o007) << 3
    }
    // Some file systems know no permissions, and refuse to set even those that they show.
    guard try descriptor.status().permissions != permissions else { return }
    try descriptor.setPermissions(permissions)
  }

  /// Gives the file to the owner and group of the one it replaces, as far as the user may.
  ///
  /// - Returns: Whether the group is the same.
  private func keepsGroup(of replaced: FileStatus) throws(ErrorCode) -> Bool {
    let now = try descriptor.status()
    if now.owner == replaced.owner, now.group == replaced.group { return true }
    if fchown(descriptor.number, replaced.owner, replaced.group) == 0 { return true }
    // Only the administrator gives files away, but a member may hand one to the group.
    return now.group == replaced.group
      || fchown(descriptor.number, uid_t.max, replaced.group) == 0
  }
}

/// Makes a temporary folder for the writer's own use, which only this user may look into.
func makeTemporaryFolder(in folder: String, from number: Int) throws(ErrorCode) -> String {
  try makeUnderFreeName(in: folder, from: number) { unsafe mkdir($0, 0o700) }.path
}

/// Makes something under the first temporary name that is free; never takes what is there.
///
/// Safe to use because the path's pointer lasts as long as the call.
@safe
private func makeUnderFreeName(
  in folder: String,
  from first: Int,
  _ make: (UnsafePointer<CChar>) -> Int32,
) throws(ErrorCode) -> (path: String, result: Int32) {
  var number = first
  while true {
    let path = folder + "/" + TemporaryName(number: number).text
    do throws(ErrorCode) {
      return (path, try withPath(path) { unsafe make($0) })
    } catch {
      guard error.number == EEXIST || error.number == EINTR else { throw error }
      number += 1
    }
  }
}
