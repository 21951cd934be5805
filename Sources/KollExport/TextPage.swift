/// Lines that are set one below the other, from texts and the blanks between them.
///
/// They are bytes until all are set: to add to a text costs many times as much.
struct TextPage {
  private static let blank = UInt8(ascii: " ")
  private var bytes: [UInt8] = []

  /// The lines set so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Sets a text behind what stands on the line.
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Sets a number of blanks, none when it is below zero.
  mutating func add(blanks count: Int) {
    bytes.append(contentsOf: repeatElement(TextPage.blank, count: max(0, count)))
  }

  /// Ends the line, without the blanks that end it.
  mutating func endLine() {
    while bytes.last == TextPage.blank { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
  }
}
