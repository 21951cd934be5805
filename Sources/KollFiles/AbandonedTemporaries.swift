#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Removes what killed processes of Koll left behind in a folder.
///
/// It does what it can and reports nothing: leftovers are no reason not to write. Only names of the
/// form that ``TemporaryName`` states are touched, and only when their process is known to be gone,
/// so that several processes may write in the folder, and tidy it, at the same time.
func removeAbandonedTemporaries(in folder: String) {
  for name in names(in: folder) {
    guard let temporary = TemporaryName(name), temporary.isAbandoned else { continue }
    removeTemporary(folder + "/" + name)
  }
}

/// Removes a temporary file, or a temporary folder with the files in it.
func removeTemporary(_ path: String) {
  if (try? withPath(path) { unsafe unlink($0) }) != nil { return }
  if (try? withPath(path) { unsafe rmdir($0) }) != nil { return }
  // Emptied through a descriptor, and only when it is the user's own: in a folder that everybody
  // writes in, somebody could put a link to another folder in its place meanwhile.
  guard let folder = try? Descriptor(opening: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
    (try? folder.status())?.owner == geteuid()
  else { return }
  for name in names(in: path) {
    _ = try? withPath(name) { unsafe unlinkat(folder.number, $0, 0) }
  }
  _ = try? withPath(path) { unsafe rmdir($0) }
}

/// The names in a folder except `.` and `..`, in no order; none when it cannot be read.
func names(in folder: String) -> [String] {
  guard let listing = unsafe opendir(folder) else { return [] }
  defer { unsafe closedir(listing) }
  var names: [String] = []
  while let entry = unsafe readdir(listing) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}
