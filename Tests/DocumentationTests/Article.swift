import KollTestSupport
import Testing

/// A text of the documentation, with the blocks of code in it.
struct Article: Sendable, CustomTestStringConvertible {
  /// The text's path from the package's folder.
  let path: String
  private(set) var lines: [String]

  /// Every text that people read, README first.
  static let all: [Article] = {
    let tree = PackageFolder.tree
    let docc = "Sources/Koll/Documentation.docc"
    let names = (try? FileTree("\(PackageFolder.path)/\(docc)").paths()) ?? []
    let articles = names.filter { $0.hasSuffix(".md") }.map { "\(docc)/\($0)" }
    return (["README.md", "CHANGELOG.md", "Guide/handledning.md"] + articles).map {
      Article(path: $0, lines: ((try? tree.text(of: $0)) ?? "").splitLines)
    }
  }()

  /// An article of the documentation catalogue.
  /// - Throws: An error when there is none of that name.
  static func named(_ name: String) throws -> Article {
    try #require(all.first { $0.path.hasSuffix("/\(name).md") }, "there is no article \(name)")
  }

  init(path: String, lines: [String]) {
    self.path = path
    self.lines = lines
  }

  var testDescription: String { path }

  /// A block between fences.
  struct Block: Sendable {
    /// The first word behind the fence.
    let language: String
    /// The file that the block shows, when the fence names one.
    let file: String?
    /// The lines between the fences.
    let lines: Range<Int>
  }

  /// The blocks in the order they stand.
  var blocks: [Block] {
    var blocks: [Block] = []
    var open: (words: [Substring], line: Int)?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") {
      if let fence = open {
        blocks.append(
          Block(
            language: fence.words.first.map(String.init) ?? "",
            file: fence.words.dropFirst().first.map(String.init),
            lines: fence.line + 1..<number,
          )
        )
        open = nil
      } else {
        open = (line.dropFirst(3).split(separator: " "), number)
      }
    }
    return blocks
  }

  /// The text of some lines, each ended.
  func text(of range: Range<Int>) -> String {
    lines[range].map { $0 + "\n" }.joined()
  }

  /// Puts other lines in place of some.
  mutating func replace(_ range: Range<Int>, with text: String) {
    lines.replaceSubrange(range, with: text.splitLines)
  }

  /// Writes the text to its file.
  func save() throws {
    try PackageFolder.tree.write(text(of: lines.indices), to: path)
  }
}

extension String {
  /// The lines, without what ends them; the end of the last line begins no other.
  var splitLines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
