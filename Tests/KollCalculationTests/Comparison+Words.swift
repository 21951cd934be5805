import KollCalculation

extension TableColumn.Comparison {
  /// What is compared, such as `0 to 5` or, when plus is better, `0 against 5`.
  var words: String { "\(subject) \(isDeviation ? "against" : "to") \(base)" }
}
