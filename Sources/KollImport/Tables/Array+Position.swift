extension [Int] {
  /// How many elements of the sorted array are below a number.
  func position(of number: Int) -> Int {
    var range = startIndex..<endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if self[middle] < number {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }

  /// Whether the sorted array holds a number.
  func containsSorted(_ number: Int) -> Bool {
    let position = position(of: number)
    return position < count && self[position] == number
  }
}
