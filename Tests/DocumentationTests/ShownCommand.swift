/// A command as an article shows it, with the lines that it is said to print.
struct ShownCommand {
  /// The words after `koll`.
  let arguments: [String]
  /// The lines of the article that show what is printed.
  let printed: Range<Int>

  /// The commands of a block, which begin with `$ koll`.
  static func all(in block: Article.Block, of article: Article) -> [ShownCommand] {
    let starts = block.lines.filter { article.lines[$0].hasPrefix("$ koll ") }
    return starts.enumerated().map { number, line in
      let end = number + 1 < starts.count ? starts[number + 1] : block.lines.upperBound
      let words = article.lines[line].dropFirst("$ koll ".count)
      return ShownCommand(arguments: words.shellWords, printed: line + 1..<end)
    }
  }
}

/// The line that stands for lines left out.
let leftOut = "…"

/// Whether lines are what is expected, where ``leftOut`` stands for any lines.
func matches(_ lines: some RandomAccessCollection<String>, _ expected: [String]) -> Bool {
  guard let gap = expected.firstIndex(of: leftOut) else { return Array(lines) == expected }
  let head = expected[..<gap]
  guard lines.starts(with: head) else { return false }
  let tail = Array(expected[(gap + 1)...])
  let rest = lines.dropFirst(head.count)
  return (0...rest.count).contains { matches(rest.dropFirst($0), tail) }
}

extension Substring {
  /// The words as a shell takes them apart: blanks between, quotes around.
  var shellWords: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in self {
      if character == quote {
        quote = nil
      } else if quote == nil, "\"'".contains(character) {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        word.map { words.append($0) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    word.map { words.append($0) }
    return words
  }
}
