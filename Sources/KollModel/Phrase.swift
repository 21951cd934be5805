/// The same sentence in the languages that diagnostics are written in.
public struct Phrase: Hashable, Sendable, Codable {
  /// The sentence in Swedish.
  public let swedish: String
  /// The sentence in English.
  public let english: String

  /// Creates a phrase.
  /// - Parameters:
  ///   - swedish: The sentence in Swedish, without a full stop.
  ///   - english: The sentence in English, without a full stop.
  public init(sv swedish: String, en english: String) {
    self.swedish = swedish
    self.english = english
  }

  /// The sentence in one language.
  /// - Parameter language: The language wanted.
  public subscript(language: Language) -> String {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }
}

/// A language that diagnostics are written in.
public enum Language: String, Sendable, CaseIterable {
  /// Swedish.
  case swedish = "sv"
  /// English.
  case english = "en"
}
