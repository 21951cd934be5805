internal import CXLSXWriter

/// What the file says about itself, each text short and on one line.
struct FileProperties {
  private let title: String
  private let subject: String
  private let author: String
  private let comments: String
  private let created: CalendarDate

  /// Creates the properties of a document's workbook.
  /// - Parameters:
  ///   - title: The document's title.
  ///   - organisation: Whom the document is about.
  ///   - properties: What the caller states.
  init(title: String, organisation: String?, _ properties: WorkbookProperties) {
    self.title = FileProperties.clean(title)
    self.subject = FileProperties.clean(properties.subject ?? "")
    self.author = FileProperties.clean(properties.author ?? organisation ?? "")
    self.comments = FileProperties.clean(properties.application)
    self.created = properties.created
  }

  private static func clean(_ text: String) -> String {
    text.singleLine.shortened(toUTF16: SheetLimits.property)
  }

  /// Lends the properties in the library's own form for the length of a call.
  ///
  /// The library copies the texts and does not write to them. The time zero would make it take the
  /// clock's time, but noon is never zero.
  @unsafe func withLibraryValue(
    _ body: (UnsafeMutablePointer<lxw_doc_properties>) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    let texts = [title, subject, author, comments].map { Array($0.utf8CString) }
    var offsets: [Int] = []
    var bytes: [CChar] = []
    for text in texts {
      offsets.append(bytes.count)
      bytes += text
    }
    var value = unsafe lxw_doc_properties()
    unsafe value.created = created.secondsSince1970
    let outcome = unsafe bytes.withUnsafeMutableBufferPointer {
      buffer -> Swift.Result<Void, WorkbookError> in
      guard let base = buffer.baseAddress else { return .success(()) }
      unsafe value.title = base + offsets[0]
      unsafe value.subject = base + offsets[1]
      unsafe value.author = base + offsets[2]
      unsafe value.comments = base + offsets[3]
      do throws(WorkbookError) {
        try unsafe body(&value)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
  }
}
