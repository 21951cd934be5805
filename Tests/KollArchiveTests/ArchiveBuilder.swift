import CZlib

/// Writes archives by the same rules as the workbook writer, and wrong ones when asked to.
struct ArchiveBuilder {
  /// One part that is to be written.
  struct Part {
    var name: [UInt8]
    var contents: [UInt8]
    var isCompressed = true
    var flags = 0
    /// What the records say instead of the truth.
    var statedSize: Int?
    var statedChecksum: UInt32?
    /// What stands in the archive instead of the contents compressed.
    var data: [UInt8]?

    init(_ name: String, _ contents: [UInt8], isCompressed: Bool = true) {
      self.name = Array(name.utf8)
      self.contents = contents
      self.isCompressed = isCompressed
    }
  }

  var parts: [Part] = []
  /// Bytes before the first part, between parts, and before the list of parts.
  var leading: [UInt8] = []
  var between: [UInt8] = []
  var trailing: [UInt8] = []
  /// Whether the list names the parts the other way round than they stand.
  var isListReversed = false

  /// The finished archive.
  func build() -> [UInt8] {
    var archive = leading
    var entries: [[UInt8]] = []
    for part in parts {
      let data = part.data ?? (part.isCompressed ? deflated(part.contents) : part.contents)
      let common = commonFields(of: part, dataCount: data.count)
      entries.append(entry(common, part.name, offset: archive.count))
      archive += long(0x0403_4B50) + common + short(part.name.count) + short(0) + part.name + data
      archive += between
    }
    let start = archive.count
    for entry in isListReversed ? entries.reversed() : entries { archive += entry }
    let size = archive.count - start
    archive += trailing
    archive += long(0x0605_4B50) + short(0) + short(0) + short(parts.count) + short(parts.count)
    return archive + long(size) + long(start) + short(0)
  }

  private func commonFields(of part: Part, dataCount: Int) -> [UInt8] {
    let stated = part.statedChecksum ?? checksum(part.contents)
    return short(20) + short(part.flags) + short(part.isCompressed ? 8 : 0) + short(0)
      + short(0x0021) + long(Int(stated)) + long(dataCount)
      + long(part.statedSize ?? part.contents.count)
  }

  private func entry(_ common: [UInt8], _ name: [UInt8], offset: Int) -> [UInt8] {
    long(0x0201_4B50) + short(0) + common + short(name.count) + short(0) + short(0) + short(0)
      + short(0) + long(0) + long(offset) + name
  }

  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: unsafe crc32(0, bytes, UInt32(bytes.count)))
  }
}

func short(_ value: Int) -> [UInt8] {
  [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)]
}

func long(_ value: Int) -> [UInt8] {
  short(value & 0xFFFF) + short(value >> 16)
}

/// Bytes deflated without header, by zlib.
func deflated(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
  var stream = unsafe z_stream()
  let size = unsafe Int32(MemoryLayout<z_stream>.size)
  let method = Z_DEFLATED
  _ = unsafe deflateInit2_(
    &stream,
    level,
    method,
    -MAX_WBITS,
    8,
    Z_DEFAULT_STRATEGY,
    ZLIB_VERSION,
    size,
  )
  defer { _ = unsafe deflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))))
  let count = unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(output.count)
      _ = unsafe deflate(&stream, Z_FINISH)
      return unsafe output.count - Int(stream.avail_out)
    }
  }
  return Array(output.prefix(count))
}
