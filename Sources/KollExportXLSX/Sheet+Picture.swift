internal import CXLSXWriter
internal import KollModel
internal import KollReport

extension Sheet {
  /// Puts a picture on the sheet.
  /// - Parameter plan: The picture and its place.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func add(_ plan: LogoPlan) throws(WorkbookError) {
    let description = plan.picture.description.cellText.printable
    let code = unsafe description.withCString { description in
      var options = unsafe lxw_image_options()
      unsafe options.x_offset = Int32(plan.offset)
      unsafe options.x_scale = plan.scale
      unsafe options.y_scale = plan.scale
      // The library copies the description and does not write to it.
      unsafe options.description = UnsafeMutablePointer(mutating: description)
      return unsafe plan.picture.bytes.withUnsafeBufferPointer { bytes in
        unsafe worksheet_insert_image_buffer_opt(
          handle,
          0,
          0,
          bytes.baseAddress,
          bytes.count,
          &options,
        )
      }
    }
    try WorkbookError.check(code, during: .picture, at: place())
    tally.pictures.append(plan.picture)
  }
}
