#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The owner of one open descriptor, which is closed exactly once.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  /// Opens a path; the descriptor is not handed on to other programs.
  /// - Parameters:
  ///   - path: What to open.
  ///   - flags: How, by the system's `O_` flags.
  ///   - permissions: Those of a file that is made, before the user's mask is applied.
  /// - Throws: ``ErrorCode`` when the system refuses.
  init(
    opening path: String,
    _ flags: Int32,
    permissions: mode_t = 0o666,
  ) throws(ErrorCode) {
    var opened: Int32 = -1
    repeat {
      do throws(ErrorCode) {
        opened = try withPath(path) { unsafe open($0, flags | O_CLOEXEC, permissions) }
      } catch {
        guard error.number == EINTR else { throw error }
      }
    } while opened < 0
    number = opened
  }

  /// Takes over a descriptor that was just opened.
  init(adopting number: Int32) {
    self.number = number
  }

  deinit { _ = close(number) }

  /// Closes the descriptor and reports what only closing reveals, such as a full server.
  consuming func closeReporting() throws(ErrorCode) {
    let number = number
    discard self
    // A signal that interrupts closing leaves the descriptor closed: there is nothing to repeat.
    guard close(number) == 0 || errno == EINTR else { throw ErrorCode.latest }
  }

  /// What the system knows about the file now.
  func status() throws(ErrorCode) -> FileStatus {
    var status = stat()
    _ = try retrying { unsafe fstat(number, &status) }
    return FileStatus(status)
  }

  /// Has the device keep all that was written.
  func sync() throws(ErrorCode) {
    #if canImport(Darwin)
    // There `fsync` leaves the bytes in the device's own memory. Some file systems know only that.
    if fcntl(number, F_FULLFSYNC) == 0 { return }
    #endif
    _ = try retrying { fsync(number) }
  }

  /// Gives the file the permissions stated, whatever the user's mask.
  func setPermissions(_ permissions: mode_t) throws(ErrorCode) {
    _ = try retrying { fchmod(number, permissions) }
  }
}
