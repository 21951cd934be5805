#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Descriptor {
  /// Writes all bytes after what was written before.
  func write(_ bytes: [UInt8]) throws(ErrorCode) {
    try writeStream(number, bytes)
  }
}

/// Writes all bytes to a descriptor that is not owned, by as many calls as it takes.
func writeStream(_ number: Int32, _ bytes: [UInt8]) throws(ErrorCode) {
  var written = 0
  while written < bytes.count {
    let count = try retrying {
      waiting(for: Int32(POLLOUT), on: number) {
        unsafe bytes.withUnsafeBytes { buffer in
          let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...].prefix(1 << 30))
          return unsafe write(number, rest.baseAddress, rest.count)
        }
      }
    }
    // A device that takes nothing and gives no reason would be asked for ever.
    guard count > 0 else { throw ErrorCode(EIO) }
    written += count
  }
}
