extension Substring {
  /// The text without blanks around it.
  package var trimmingBlanks: String {
    var text = self.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
