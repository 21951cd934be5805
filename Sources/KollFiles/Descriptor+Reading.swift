#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The most bytes that one system call is asked for; some systems refuse 2 GiB and more.
private let mostAtOnce = 1 << 30

extension Descriptor {
  /// Reads bytes from a position, as many as asked for, or fewer at the file's end only.
  func read(at offset: Int, count: Int) throws(ErrorCode) -> [UInt8] {
    let number = number
    return try gather(count) { buffer, filled in
      unsafe pread(number, buffer.baseAddress, buffer.count, off_t(offset + filled))
    }
  }

  /// Reads the bytes that come next, as many as asked for, or fewer at the end only.
  func readNext(_ count: Int) throws(ErrorCode) -> [UInt8] {
    try readStream(number, count)
  }
}

/// Reads the bytes that come next on a descriptor that is not owned.
///
/// - Returns: As many as asked for, or fewer at the end only.
func readStream(_ number: Int32, _ count: Int) throws(ErrorCode) -> [UInt8] {
  try gather(count) { buffer, _ in
    waiting(for: POLLIN, on: number) { unsafe read(number, buffer.baseAddress, buffer.count) }
  }
}

/// Fills an array by as many calls as it takes; a call that gives nothing is the end.
///
/// Safe to use because no buffer outlives its call and only what a call filled is kept.
@safe
private func gather(
  _ count: Int,
  _ call: (_ free: UnsafeMutableRawBufferPointer, _ filled: Int) -> Int,
) throws(ErrorCode) -> [UInt8] {
  var failure: ErrorCode?
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    filled = 0
    do throws(ErrorCode) {
      while filled < count {
        let free = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[
            filled..<min(count, filled + mostAtOnce)
          ]
        )
        let arrived = try retrying { unsafe call(free, filled) }
        if arrived == 0 { return }
        filled += arrived
      }
    } catch {
      failure = error
    }
  }
  if let failure { throw failure }
  return bytes
}

/// Makes a call on a stream that may be set not to wait, and waits for it here.
///
/// Standard streams are shared with other programs, any of which may have set them so.
func waiting(for event: Int32, on number: Int32, _ call: () -> Int) -> Int {
  while true {
    let result = call()
    guard result < 0, errno == EAGAIN || errno == EWOULDBLOCK else { return result }
    var request = pollfd(fd: number, events: Int16(event), revents: 0)
    let answer = unsafe poll(&request, 1, -1)
    guard answer >= 0 || errno == EINTR else { return -1 }
  }
}
