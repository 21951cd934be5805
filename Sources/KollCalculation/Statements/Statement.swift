/// A statement of fixed rows, such as the resultaträkning: what its rows are called, in which order
/// they stand, and which are sums of others.
///
/// Its figures follow the result convention: income plus, costs minus; every sum is an addition.
public struct Statement: Hashable, Sendable {
  /// The name that project files use.
  public let name: String
  /// What tables of it are called.
  public let title: String
  /// The rows in order; a sum stands after the rows that it adds.
  public var rows: [Row]

  /// A row of a statement.
  public struct Row: Hashable, Sendable {
    /// The name that programs rely on, whatever the row is called locally.
    public let key: String
    /// What the row is called.
    public private(set) var label: String
    /// Other names that sources use.
    public private(set) var aliases: [String]
    /// What its figures are.
    public let content: Content
    /// The figures elsewhere that its own must be the same as.
    public let counterpart: Counterpart?

    /// What the figures of a row are.
    public enum Content: Hashable, Sendable {
      /// Stated by a source.
      case stated
      /// Stated by a source, and left out of tables where none states it.
      case optional
      /// The sum of other rows, by their keys.
      case sum([String])
      /// Nothing: a heading.
      case heading
    }

    /// The figures that a row's must be the same as.
    public enum Counterpart: Hashable, Sendable {
      /// The total of the project's areas.
      case areas
      /// A row of a statement, by its key and the statement's name.
      case row(String, of: String)
      /// A row of the same statement, by its key, in the year after: what that opens with.
      case opening(String)
    }

    /// Creates a row.
    /// - Parameters:
    ///   - key: The name that programs rely on, once in a statement.
    ///   - label: What the row is called.
    ///   - aliases: Other names that sources use.
    ///   - content: What its figures are; a sum is of rows before it.
    ///   - counterpart: The figures elsewhere that its own must be the same as.
    public init(
      key: String,
      label: String,
      aliases: [String] = [],
      content: Content,
      counterpart: Counterpart? = nil,
    ) {
      self.key = key
      self.label = label
      self.aliases = aliases
      self.content = content
      self.counterpart = counterpart
    }

    /// Whether a label means the row; one without letters means none.
    /// - Parameter label: The label as a source has it.
    /// - Returns: Whether it is the row's label or an alias, as ``Statement/row(called:)`` compares.
    public func isCalled(_ label: String) -> Bool {
      let wanted = label.statementKey
      return !wanted.isEmpty && ([self.label] + aliases).contains { $0.statementKey == wanted }
    }

    /// The row by another name, which sources may use beside the old one.
    /// - Parameter label: The new name.
    /// - Returns: The row.
    public func called(_ label: String) -> Row {
      var row = self
      row.aliases.append(self.label)
      row.label = label
      return row
    }
  }

  /// Creates a statement.
  /// - Parameters:
  ///   - name: The name that project files use.
  ///   - title: What tables of it are called.
  ///   - rows: The rows in order.
  public init(name: String, title: String, rows: [Row]) {
    self.name = name
    self.title = title
    self.rows = rows
  }

  /// The row that a label means, as an index; `nil` when none does.
  ///
  /// Case, punctuation, digits and what stands in parentheses make no difference.
  /// - Parameter label: The label as a source has it.
  /// - Returns: The row's index.
  public func row(called label: String) -> Int? {
    rows.firstIndex { $0.isCalled(label) }
  }

  /// The stated rows that a row is the sum of in the end, as indices; the row itself when stated.
  /// - Parameter index: The row's index.
  /// - Returns: The stated rows, each as often as it is added.
  public func statedRows(below index: Int) -> [Int] {
    switch rows[index].content {
    case .stated, .optional: return [index]
    case .heading: return []
    case .sum(let keys):
      // A row is only a sum of rows before it, so this ends.
      return keys.flatMap { key in
        rows[..<index].firstIndex { $0.key == key }.map(statedRows) ?? []
      }
    }
  }
}

extension String {
  /// The letters that labels of statements are compared by.
  fileprivate var statementKey: String {
    var depth = 0
    var letters = ""
    for character in lowercased() {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      case _ where depth <= 0 && character.isLetter: letters.append(character)
      default: break
      }
    }
    return letters
  }
}
