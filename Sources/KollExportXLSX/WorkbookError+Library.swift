internal import CXLSXWriter

extension WorkbookError {
  /// Turns a return code of the library into an error: the one place where codes are read.
  /// - Parameters:
  ///   - code: What the library returned.
  ///   - operation: What was being done.
  ///   - place: Where, when it was about a sheet or a cell.
  /// - Throws: ``WorkbookError/writingFailed(_:place:reason:)`` unless the code says success.
  static func check(
    _ code: lxw_error,
    during operation: Operation,
    at place: @autoclosure () -> Place? = nil,
  ) throws(WorkbookError) {
    guard code != LXW_NO_ERROR else { return }
    throw .writingFailed(operation, place: place(), reason: Reason(code))
  }
}

extension WorkbookError.Reason {
  fileprivate init(_ code: lxw_error) {
    switch code {
    case LXW_ERROR_MEMORY_MALLOC_FAILED: self = .memory
    case LXW_ERROR_CREATING_XLSX_FILE: self = .fileNotCreated
    case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE: self = .temporaryFile
    case LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_PARAMETER_ERROR,
      LXW_ERROR_ZIP_BAD_ZIP_FILE, LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD,
      LXW_ERROR_ZIP_CLOSE:
      self = .archive
    default: self = .refused
    }
  }
}
