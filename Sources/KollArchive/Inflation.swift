import CZlib

/// The owner of one of zlib's states for unpacking.
///
/// Safe because the state is made in `init`, owned by this value alone, never moved (zlib keeps its
/// address) and released in `deinit`.
@safe
private struct Inflation: ~Copyable {
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

  /// Unpacks everything at once, and returns how many bytes it came to.
  ///
  /// - Returns: `nil` when the bytes are damaged, end too early, go on after their end, or come to
  ///   more than there is room for.
  mutating func run(
    _ input: UnsafeBufferPointer<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt8>,
  ) -> Int? {
    // Archives without 64-bit records have no larger parts.
    guard let inputCount = UInt32(exactly: input.count),
      let outputCount = UInt32(exactly: output.count)
    else { return nil }
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe stream.pointee.avail_in = inputCount
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = outputCount
    guard unsafe CZlib.inflate(stream, Z_FINISH) == Z_STREAM_END,
      unsafe stream.pointee.avail_in == 0
    else { return nil }
    return output.count - Int(unsafe stream.pointee.avail_out)
  }
}

/// Unpacks deflated bytes that come to exactly a number of bytes; `nil` when they do not.
func inflate(_ input: ArraySlice<UInt8>, to size: Int) -> [UInt8]? {
  guard var inflation = Inflation() else { return nil }
  // One byte more than it should be: zlib wants room, and too much is noticed.
  var unpacked: Int?
  let output = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
    unpacked = unsafe input.withUnsafeBufferPointer { unsafe inflation.run($0, into: output) }
    count = unpacked ?? 0
  }
  return unpacked == size ? output : nil
}

/// The CRC-32 of bytes.
func checksum(of bytes: [UInt8]) -> UInt32 {
  var checksum: UInt = 0
  unsafe bytes.withUnsafeBufferPointer { buffer in
    var start = 0
    while start < buffer.count {
      let end = min(buffer.count, start + 1 << 30)
      let piece = unsafe UnsafeBufferPointer(rebasing: buffer[start..<end])
      checksum = unsafe crc32(checksum, piece.baseAddress, UInt32(piece.count))
      start = end
    }
  }
  return UInt32(truncatingIfNeeded: checksum)
}
