internal import KollModel

extension ComputedTable {
  /// The table as people read it where none of its columns is summed, such as shares or words:
  /// without a grand total, which would say nothing.
  ///
  /// A total that could be made and is not, or that has nothing to add, stays.
  public var leavingOutEmptyTotal: ComputedTable {
    guard rows.last?.role == .total, rows.last?.cells.allSatisfy(\.value.isAbsent) == true,
      !columns.contains(where: \.series.kind.isSummed)
    else { return self }
    var table = self
    table.rows.removeLast()
    return table
  }
}

extension CellValue {
  fileprivate var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }
}
