internal import KollModel

/// An amount of a file with a row for each, before its column's scale is known.
///
/// Files have very many, so all that it holds are small numbers.
struct LongAmount {
  private let coefficient: Int64
  private let recordNumber: Int32
  private let areaNumber: Int32
  /// -1 where there is no line.
  private let lineNumber: Int32
  private let seriesNumber: Int32
  private let columnNumber: Int16
  private let decimals: Int8
  private let unit: MoneyUnit?

  /// Creates an amount.
  /// - Parameters:
  ///   - number: The figure.
  ///   - record: The record that it stands in; a file has fewer than 2^31.
  ///   - column: Which of the columns with figures it stands in.
  ///   - area: Which of the areas it is about.
  ///   - line: Which of the lines it is about.
  ///   - series: Which of the series it is of.
  init(_ number: ReadNumber, record: Int, column: Int, area: Int, line: Int?, series: Int) {
    coefficient = number.coefficient
    decimals = Int8(number.decimals)
    unit = number.unit
    recordNumber = Int32(record)
    columnNumber = Int16(column)
    areaNumber = Int32(area)
    lineNumber = line.map { Int32($0) } ?? -1
    seriesNumber = Int32(series)
  }

  /// The figure, without a footnote mark.
  var number: ReadNumber {
    ReadNumber(coefficient: coefficient, decimals: Int(decimals), unit: unit)
  }

  /// The record that it stands in.
  var record: Int { Int(recordNumber) }

  /// Which of the columns with figures it stands in.
  var column: Int { Int(columnNumber) }

  /// Which of the areas it is about.
  var area: Int { Int(areaNumber) }

  /// Which of the lines it is about.
  var line: Int? { lineNumber < 0 ? nil : Int(lineNumber) }

  /// Which of the series it is of.
  var series: Int { Int(seriesNumber) }
}
