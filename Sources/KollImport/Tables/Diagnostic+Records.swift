internal import KollModel

extension Diagnostic {
  /// Whether the finding leaves no records to look further into.
  ///
  /// Bytes that mean nothing spoil the field that they stand in and no other, so the rest of the file
  /// is looked at in the same run; a file that begins with them is in another encoding.
  var spoilsRecords: Bool {
    guard severity == .error else { return false }
    let isAtStart = location?.line == 1 && location?.column == 1
    return code != .undecodableBytes || isAtStart
  }
}
