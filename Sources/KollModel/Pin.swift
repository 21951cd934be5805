/// What a mapping states of a file so that a guess about it is none.
public struct Pin: Hashable, Sendable, Codable {
  /// The mapping's key, such as `sign` or `rows`.
  public let key: String
  /// What the value is said of, such as a row's name; `nil` where the key takes a value alone.
  public let name: String?
  /// The value.
  public let value: String

  /// Creates a pin.
  /// - Parameters:
  ///   - key: The mapping's key.
  ///   - name: What the value is said of, where the key takes pairs.
  ///   - value: The value.
  public init(_ key: String, of name: String? = nil, _ value: String) {
    self.key = key
    self.name = name
    self.value = value
  }
}

extension Pin {
  /// What a pair of a mapping is about.
  public struct Subject: Hashable, Sendable {
    /// The mapping's key.
    public let key: String
    /// What the pair says something of, such as a row's name.
    public let name: String

    /// Creates a subject.
    /// - Parameters:
    ///   - key: The mapping's key.
    ///   - name: What the pair says something of.
    public init(key: String, name: String) {
      self.key = key
      self.name = name
    }
  }
}
