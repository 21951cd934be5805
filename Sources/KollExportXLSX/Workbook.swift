internal import CXLSXWriter
internal import KollReport
internal import Synchronization

/// Stands from the beginning of a workbook to its closing: the library keeps state of its own
/// behind temporary files and must not run on two threads.
private let library = Mutex(())

/// The owner of a workbook of the C library.
///
/// Safe because the handle is live for as long as the value is and is owned here only.
@safe struct Workbook: ~Copyable {
  private let handle: UnsafeMutablePointer<lxw_workbook>
  /// Whether rows leave memory as soon as the next is begun.
  private let isStreamed: Bool

  /// Writes one workbook from beginning to end, alone in the process.
  /// - Parameters:
  ///   - path: Where it is written.
  ///   - temporaryFolder: Where its parts are collected, on the same file system.
  ///   - isStreamed: Whether rows leave memory as soon as the next is begun. They then come from top
  ///     to bottom, and no sheet has a table of the program's own.
  ///   - body: What fills it.
  /// - Returns: What the body returns.
  /// - Throws: ``WorkbookError`` from the body, or when the library cannot write the file.
  static func write<Result: Sendable>(
    to path: String,
    temporaryFolder: String,
    isStreamed: Bool,
    _ body: (borrowing Workbook) throws(WorkbookError) -> Result,
  ) throws(WorkbookError) -> Result {
    try library.withLock { _ throws(WorkbookError) in
      guard let former = unsafe koll_enter_c_locale() else {
        throw .writingFailed(.beginning, place: nil, reason: .memory)
      }
      defer { unsafe koll_leave_c_locale(former) }
      let workbook = try Workbook(
        path: path,
        temporaryFolder: temporaryFolder,
        isStreamed: isStreamed,
      )
      let result = try body(workbook)
      try workbook.close()
      return result
    }
  }

  private init(
    path: String,
    temporaryFolder: String,
    isStreamed: Bool,
  ) throws(WorkbookError) {
    for path in [path, temporaryFolder] where path.isEmpty || path.utf8.contains(0) {
      throw .pathUnusable(path: path)
    }
    let made = unsafe temporaryFolder.withCString { folder in
      // The library copies the folder's name and does not write to it.
      unsafe Workbook.made(
        path: path,
        folder: UnsafeMutablePointer(mutating: folder),
        isStreamed: isStreamed,
      )
    }
    guard let made = unsafe made else {
      throw .writingFailed(.beginning, place: nil, reason: .memory)
    }
    unsafe handle = made
    self.isStreamed = isStreamed
  }

  private static func made(
    path: String,
    folder: UnsafeMutablePointer<CChar>,
    isStreamed: Bool,
  ) -> UnsafeMutablePointer<lxw_workbook>? {
    var options = unsafe lxw_workbook_options(
      constant_memory: isStreamed ? 1 : 0,
      tmpdir: folder,
      use_zip64: 0,
    )
    return unsafe workbook_new_opt(path, &options)
  }

  deinit { unsafe lxw_workbook_free(handle) }  // Reached only when it was not closed.

  /// Writes the file; the library frees the workbook in every outcome.
  private consuming func close() throws(WorkbookError) {
    let handle = unsafe self.handle
    discard self
    try WorkbookError.check(unsafe workbook_close(handle), during: .closing)
  }

  /// The different texts that the cells hold so far.
  var texts: TextTally {
    TextTally(
      count: Int(unsafe koll_distinct_strings(handle)),
      bytes: unsafe koll_distinct_string_bytes(handle),
    )
  }

  /// Makes a format of the library.
  /// - Parameters:
  ///   - style: The look that it gives a cell.
  ///   - theme: What all looks have in common.
  /// - Returns: The format.
  /// - Throws: ``WorkbookError`` when memory ran out.
  func format(_ style: CellStyle, _ theme: Theme) throws(WorkbookError) -> Format {
    let format = try emptyFormat()
    format.apply(style, theme)
    return format
  }

  /// Makes a format of the library without a look.
  func emptyFormat() throws(WorkbookError) -> Format {
    guard let made = unsafe workbook_add_format(handle) else {
      throw .writingFailed(.layout, place: nil, reason: .memory)
    }
    return unsafe Format(made)
  }

  /// Makes a chart of a kind; `nil` when memory ran out.
  func addChart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    unsafe workbook_add_chart(handle, UInt8(type.rawValue))
  }

  /// Makes the theme's font that of all cells, also of those that nobody has written yet.
  func setDefaultFont(of theme: Theme) {
    guard let format = unsafe koll_default_format(handle) else { return }
    unsafe Format(format).apply(CellStyle(), theme)
  }

  /// Sets what the file says about itself.
  func set(_ properties: FileProperties) throws(WorkbookError) {
    try unsafe properties.withLibraryValue { value throws(WorkbookError) in
      try WorkbookError.check(
        unsafe workbook_set_properties(handle, value),
        during: .properties,
      )
    }
  }

  /// Adds a sheet and lends it.
  /// - Parameters:
  ///   - name: Its name, one that ``SheetNamer`` gave.
  ///   - styles: The formats made so far.
  ///   - body: What fills the sheet.
  /// - Returns: What was written to it.
  /// - Throws: ``WorkbookError`` from the body, or when the library refuses the sheet.
  func addSheet(
    named name: String,
    styles: inout StyleBook,
    _ body: (inout Sheet) throws(WorkbookError) -> Void,
  ) throws(WorkbookError) -> SheetTally {
    guard let made = unsafe workbook_add_worksheet(handle, name),
      unsafe koll_always_quote_name(made) != 0
    else {
      let place = WorkbookError.Place(sheet: name, cell: nil)
      throw .writingFailed(.addingSheet, place: place, reason: .refused)
    }
    var sheet = unsafe Sheet(made, name: name, isStreamed: isStreamed)
    swap(&sheet.styles, &styles)
    try body(&sheet)
    swap(&sheet.styles, &styles)
    return sheet.tally
  }
}
