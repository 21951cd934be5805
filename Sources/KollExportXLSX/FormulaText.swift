/// A formula without its equals sign, in the form that the library takes.
struct FormulaText {
  /// Its bytes, and a zero behind the last.
  private(set) var bytes: [CChar]

  /// Brings a formula into form.
  init(_ text: String) { bytes = Array(text.utf8CString) }

  /// Whether a cell has room for it.
  var fitsCell: Bool { bytes.count <= SheetLimits.formula }

  /// Puts a number in the place of one that has as many digits.
  /// - Parameters:
  ///   - number: The number.
  ///   - former: The number that stands there.
  ///   - lastDigit: The place of its last digit.
  mutating func put(_ number: Int, for former: Int, endingAt lastDigit: Int) {
    var (rest, formerRest, place) = (number, former, lastDigit)
    // From row to row few digits change, and those before them are the same.
    while rest != formerRest {
      bytes[place] = CChar(UInt8(ascii: "0")) + CChar(rest % 10)
      (rest, formerRest, place) = (rest / 10, formerRest / 10, place - 1)
    }
  }
}
