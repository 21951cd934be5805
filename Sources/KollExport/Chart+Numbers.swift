internal import KollCalculation
internal import KollModel
internal import KollReport

extension Chart.Strip {
  /// The figures as they are compared; `nil` where there is none.
  func numbers(in table: ComputedTable) -> [Rational?] {
    cells(in: table).map { $1.value.number(in: $0.scale) }
  }
}
