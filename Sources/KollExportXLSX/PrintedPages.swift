/// Where the printed pages of a sheet end, as near as can be told before a program prints it.
///
/// Breaks of our own would be ignored: a sheet that is fitted to the page's width has none.
struct PrintedPages {
  /// How much of the sheet a page holds from top to bottom, in points.
  private let height: Double
  /// What of it the title row takes that is printed again on each page but the first.
  private let repeated: Double

  /// How high a row of one line is, in points.
  static let row = 15.0
  /// What the margins leave of A4 across, in points.
  private static let room = (width: 755.0, height: 480.0)
  private static let pointsOfPixel = 0.75

  /// Divides a sheet.
  /// - Parameters:
  ///   - width: How wide the sheet is, in pixels; a wider one is printed smaller.
  ///   - repeated: How high the row is that is printed again, in points.
  init(width: Double, repeated: Double) {
    let scale = min(1, PrintedPages.room.width / (width * PrintedPages.pointsOfPixel))
    height = PrintedPages.room.height / scale
    self.repeated = repeated
  }

  /// How high a row of a table is, in points.
  static func height(ofLines lines: Int) -> Double {
    lines > 1 ? Double(lines) * 14.25 + 2 : row
  }

  /// How many rows to leave empty so that what follows stands on one page.
  /// - Parameters:
  ///   - needed: How high that is, in points.
  ///   - top: How far down the sheet it would stand, in points.
  /// - Returns: The rows; none where it fits, or fits on no page.
  func rows(before needed: Double, at top: Double) -> Int {
    let next = height - repeated
    // Programs differ by a row or two.
    guard needed < next - 2 * PrintedPages.row else { return 0 }
    var end = height
    while end <= top { end += next }
    guard top + needed > end - 2 * PrintedPages.row else { return 0 }
    return Int(((end - top) / PrintedPages.row).rounded(.up)) + 1
  }
}
