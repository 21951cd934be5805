internal import KollModel

extension DelimiterDetection {
  /// So many records in a row show that the file goes on with another delimiter.
  private static let leastRecords = 3

  /// The finding that records further down are cut by another delimiter than the one that the
  /// first MiB showed, and into as many fields.
  /// - Parameters:
  ///   - records: All records of the file.
  ///   - file: The file's path as diagnostics name it.
  /// - Returns: An error at the first such record that names both places, or `nil`.
  func change(in records: RecordBatch, file: String) -> Diagnostic? {
    guard let usualCount, usualCount > 1,
      let usual = (0..<records.count).first(where: { records.fieldCount($0) == usualCount })
    else { return nil }
    let others = Dialect.usualDelimiters.filter { $0 != delimiter }
    var first = 0
    var found: UInt8?
    for record in 0..<records.count {
      let used =
        records.fieldCount(record) == 1
        ? others.first { records.delimiters($0, in: record) == usualCount - 1 } : nil
      if used != found { first = record }
      found = used
      if let used, record - first + 1 == Self.leastRecords {
        return .delimiterChanged(
          to: used,
          from: delimiter,
          on: records.line(usual),
          at: records.location(first, field: nil, file: file),
        )
      }
    }
    return nil
  }
}

extension RecordBatch {
  /// How often a byte stands in a record of one field that is not in quotes.
  fileprivate func delimiters(_ delimiter: UInt8, in record: Int) -> Int {
    bytes(record, 0).count { $0 == delimiter }
  }
}

extension Diagnostic {
  fileprivate static func delimiterChanged(
    to found: UInt8,
    from expected: UInt8,
    on line: Int,
    at place: Location,
  ) -> Diagnostic {
    let (found, expected) = (found.delimiterName, expected.delimiterName)
    return Diagnostic(
      .fieldCount,
      at: place,
      value: found,
      Phrase(
        sv: "härifrån delas raderna av \(found), men rad \(line) delas av \(expected)",
        en: "from here on lines are divided by \(found), but line \(line) by \(expected)",
      ),
      help: Phrase(
        sv: "dela filen i två, eller spara den med en avgränsare; är den första fel, ange den "
          + "rätta med --delimiter eller nyckeln delimiter",
        en: "divide the file in two, or save it with one separator; if the first is wrong, give "
          + "the right one with --delimiter or the key delimiter",
      ),
    )
  }
}

extension UInt8 {
  /// A delimiter as people name it: itself, or `tab`.
  var delimiterName: String {
    self == Self(ascii: "\t") ? "tab" : String(Unicode.Scalar(self))
  }
}
