import CZlib

/// The owner of one of zlib's states for unpacking.
///
/// Safe because the state is made in `init`, owned by this value alone, never moved (zlib keeps its
/// address) and released in `deinit`. The addresses of bytes are set anew in each run.
@safe
struct Inflation: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  /// Readies zlib for a stream without header (`nil` when memory runs out).
  init?() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Unpacks the next bytes.
  /// - Parameters:
  ///   - input: The deflated bytes that were not taken yet.
  ///   - mostBytes: How many bytes are unpacked at most.
  /// - Returns: The bytes, how many of the deflated ones were taken for them, and whether those end
  ///   there; `nil` when they are damaged or end too early.
  mutating func unpack(
    _ input: ArraySlice<UInt8>,
    mostBytes: Int,
  ) -> (bytes: [UInt8], taken: Int, isAtEnd: Bool)? {
    var taken = 0
    var status = Z_OK
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: mostBytes) { output, count in
      unsafe input.withUnsafeBufferPointer { input in
        (status, taken, count) = unsafe run(input, into: output)
      }
    }
    guard status == Z_OK || status == Z_STREAM_END else { return nil }
    return (bytes, taken, status == Z_STREAM_END)
  }

  private mutating func run(
    _ input: UnsafeBufferPointer<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt8>,
  ) -> (status: CInt, taken: Int, given: Int) {
    // Archives without 64-bit records have no larger parts.
    let inputCount = UInt32(clamping: input.count)
    let outputCount = UInt32(clamping: output.count)
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe stream.pointee.avail_in = inputCount
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = outputCount
    let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    return unsafe (
      status, Int(inputCount - stream.pointee.avail_in),
      Int(outputCount - stream.pointee.avail_out),
    )
  }
}

/// The CRC-32 of bytes.
/// - Parameters:
///   - bytes: Fewer than 2³² bytes.
///   - former: The checksum of the bytes before them.
/// - Returns: The checksum of both.
func checksum(of bytes: [UInt8], after former: UInt32) -> UInt32 {
  let checksum = unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe crc32(UInt(former), buffer.baseAddress, UInt32(buffer.count))
  }
  return UInt32(truncatingIfNeeded: checksum)
}
