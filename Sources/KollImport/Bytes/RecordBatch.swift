public import KollModel

/// Records of a file, one after another, with the text that they stand in.
///
/// Fields are slices of one text: making a batch allocates per batch and not per field.
public struct RecordBatch: Sendable {
  /// The text that the fields are slices of.
  let bytes: [UInt8]
  /// All fields, record by record.
  let fields: [Field]
  /// The index of each record's first field, and at the end the number of fields.
  let firstFields: [Int]
  /// The line that each record begins on.
  let lines: [Int]
  /// The contents of fields that differ from what stands in the text.
  let rewritten: [UInt8]
  /// Where each rewritten content ends; it begins where the one before it ends.
  let rewrittenEnds: [Int]

  /// How many records there are.
  public var count: Int { lines.count }

  /// How many fields a record has; at least one.
  /// - Parameter record: The record's index.
  /// - Returns: The number of fields.
  public func fieldCount(_ record: Int) -> Int {
    firstFields[record + 1] - firstFields[record]
  }

  /// The line that a record begins on, counted from 1.
  /// - Parameter record: The record's index.
  /// - Returns: The line number.
  public func line(_ record: Int) -> Int {
    lines[record]
  }

  /// A field's content as UTF-8, quotes resolved, nothing trimmed.
  /// - Parameters:
  ///   - record: The record's index.
  ///   - field: The field's index within the record.
  /// - Returns: The content, valid UTF-8.
  public func bytes(_ record: Int, _ field: Int) -> ArraySlice<UInt8> {
    self[record, field].content(in: bytes, rewritten: rewritten, ends: rewrittenEnds)
  }

  /// A field's content as a string, quotes resolved, nothing trimmed.
  /// - Parameters:
  ///   - record: The record's index.
  ///   - field: The field's index within the record.
  /// - Returns: The content.
  public func text(_ record: Int, _ field: Int) -> String {
    String(decoding: bytes(record, field), as: UTF8.self)
  }

  /// Whether a field was written in quotes.
  /// - Parameters:
  ///   - record: The record's index.
  ///   - field: The field's index within the record.
  /// - Returns: Whether it began with a quote.
  public func isQuoted(_ record: Int, _ field: Int) -> Bool {
    self[record, field].isQuoted(in: bytes)
  }

  subscript(record: Int, field: Int) -> Field {
    precondition(
      field >= 0 && field < fieldCount(record),
      "a record has only the fields that fieldCount says",
    )
    return fields[firstFields[record] + field]
  }

  /// The part of the text that a record stands in, without its line end.
  func range(of record: Int) -> Range<Int> {
    Int(fields[firstFields[record]].start)..<Int(fields[firstFields[record + 1] - 1].end)
  }
}

extension RecordBatch {
  /// A batch of no records.
  static let empty = RecordBatch(
    bytes: [],
    fields: [],
    firstFields: [0],
    lines: [],
    rewritten: [],
    rewrittenEnds: [],
  )

  /// Where a field or a record stands in its file.
  ///
  /// The excerpt is the line that the field begins on; of a long line, the part around the field.
  /// - Parameters:
  ///   - record: The record's index.
  ///   - field: The field's index within the record, or `nil` for the whole record.
  ///   - file: The file's path as it was given.
  /// - Returns: The place; a whole record has no column.
  public func location(_ record: Int, field: Int?, file: String) -> Diagnostic.Location {
    let whole = range(of: record)
    guard let field else {
      let place = TextPlace(whole, in: whole, of: bytes, firstLine: line(record))
      return Diagnostic.Location(file: file, line: place.line, excerpt: place.excerpt(1))
    }
    return TextPlace(self[record, field].range, in: whole, of: bytes, firstLine: line(record))
      .location(file: file)
  }
}

extension RecordBatch {
  /// How many bytes of text the batch holds on to.
  package var heldBytes: Int { bytes.count + rewritten.count }
}
