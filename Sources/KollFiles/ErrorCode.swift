#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The number by which a system call says why it failed.
struct ErrorCode: Error, Equatable {
  let number: Int32

  /// Wraps a number.
  init(_ number: Int32) {
    self.number = number
  }

  /// Why the last system call on this thread failed.
  static var latest: ErrorCode { ErrorCode(errno) }
}

/// Makes a system call that returns a negative number when it fails, again when a signal cut it off.
func retrying<Result: FixedWidthInteger & SignedInteger>(
  _ call: () -> Result
) throws(ErrorCode) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    let code = ErrorCode.latest
    guard code.number == EINTR else { throw code }
  }
}

/// Makes a system call on a path.
///
/// A path with a NUL in it is refused: the system would take what stands before it as the path.
/// Safe to call because the pointer is the call's alone: it is valid while the call lasts.
@safe
func withPath<Result: FixedWidthInteger & SignedInteger>(
  _ path: String,
  _ call: (UnsafePointer<CChar>) -> Result,
) throws(ErrorCode) -> Result {
  guard !path.utf8.contains(0) else { throw ErrorCode(EINVAL) }
  // The code is read inside, before the path's copy is freed.
  var code = ErrorCode(0)
  let result = unsafe path.withCString { pointer in
    let result = unsafe call(pointer)
    if result < 0 { code = ErrorCode.latest }
    return result
  }
  guard result >= 0 else { throw code }
  return result
}
