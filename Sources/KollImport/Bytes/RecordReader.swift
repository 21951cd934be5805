public import KollModel

/// Reads the records of a file, piece by piece.
///
/// The grammar is that of RFC 4180 with CR LF, LF or CR between records, in any mixture. Blank lines
/// are no records. A first line `sep=;`, as Excel writes it, is no record either. What is malformed
/// is told of: a quote in a field that does not begin with one, text behind a closing quote, a quote
/// that is never closed, bytes that mean nothing. The first two are kept as they stand.
///
/// How the bytes are cut into pieces makes no difference to records or diagnostics. Memory follows
/// the size of a piece and the limits, never the file.
public struct RecordReader: Sendable {
  /// How the records are written.
  public let dialect: Dialect
  /// Whether the file began with the encoding's byte order mark; known after the first bytes.
  public private(set) var hasByteOrderMark = false
  private var decoder: TextDecoder
  private var scanner: RecordScanner
  /// The file's first bytes, until there are enough of them to see a byte order mark.
  private var opening: [UInt8]? = []
  private var isFinished = false

  /// Creates a reader of one file.
  /// - Parameters:
  ///   - dialect: How the records are written.
  ///   - file: The file's path as diagnostics name it.
  ///   - limits: How much is taken as one thing.
  public init(dialect: Dialect, file: String, limits: Limits = Limits()) {
    self.init(dialect: dialect, file: file, limits: limits, basis: nil, isTrial: false)
  }

  /// Creates a reader that only shows how a dialect would cut a file.
  init(trying dialect: Dialect) {
    var limits = Limits()
    limits.diagnostics = 0
    self.init(dialect: dialect, file: "", limits: limits, basis: nil, isTrial: true)
  }

  init(
    dialect: Dialect,
    file: String,
    limits: Limits,
    basis: EncodingBasis?,
    isTrial: Bool = false,
  ) {
    self.dialect = dialect
    self.decoder = TextDecoder(dialect.encoding)
    self.scanner = RecordScanner(
      dialect: dialect,
      file: file,
      limits: limits,
      basis: basis,
      isTrial: isTrial,
    )
  }

  /// What was found wrong so far, in the file's order.
  public var diagnostics: [Diagnostic] { scanner.log.kept }

  /// How many more diagnostics there were than are kept.
  public var omittedDiagnostics: Int { scanner.log.omitted }

  /// The character that a first line `sep=;` names.
  public var separatorLine: UInt8? { scanner.separatorLine }

  /// What was found wrong so far, with what is only counted.
  var log: DiagnosticLog { scanner.log }

  /// How many records so far have quotes in the wrong places.
  var quoteFaults: Int { scanner.quoteFaults }

  /// Reads the next bytes of the file.
  /// - Parameter bytes: The bytes as they are in the file; at most 1 GiB at a time.
  /// - Returns: The records that end within them.
  public mutating func read(_ bytes: ArraySlice<UInt8>) -> RecordBatch {
    precondition(!isFinished, "a reader reads one file and is then finished")
    precondition(bytes.count <= 1 << 30, "a piece has at most 1 GiB")
    takeIn(bytes)
    return scanner.takeBatch()
  }

  /// Decodes and scans bytes, without handing over what is finished.
  mutating func takeIn(_ bytes: ArraySlice<UInt8>) {
    if let begun = opening {
      let joined = begun + bytes
      if joined.count > ByteOrderMark.longest {
        decoder.decode(open(joined), into: &scanner.decoded)
      } else {
        opening = joined
      }
    } else {
      decoder.decode(bytes, into: &scanner.decoded)
    }
    scanner.scan()
    scanner.forgetGivenUpText()
    scanner.forgetFaults()
  }

  /// Reads the next bytes of the file.
  /// - Parameter bytes: The bytes as they are in the file; at most 1 GiB at a time.
  /// - Returns: The records that end within them.
  public mutating func read(_ bytes: some Collection<UInt8>) -> RecordBatch {
    read(Array(bytes)[...])
  }

  /// Ends the file.
  /// - Returns: The last record, when no line end followed it.
  public mutating func finish() -> RecordBatch {
    precondition(!isFinished, "a reader reads one file and is then finished")
    isFinished = true
    if let opening { decoder.decode(open(opening), into: &scanner.decoded) }
    decoder.finish(into: &scanner.decoded)
    scanner.scan()
    scanner.finish()
    return scanner.takeBatch()
  }

  /// Takes the byte order mark off the file's first bytes.
  private mutating func open(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    opening = nil
    guard let mark = ByteOrderMark.of(bytes[...]) else { return bytes[...] }
    guard mark.encoding == dialect.encoding else {
      scanner.reportForeignMark(bytes.prefix(mark.length), of: mark.encoding)
      return bytes[...]
    }
    hasByteOrderMark = true
    return bytes[mark.length...]
  }
}
