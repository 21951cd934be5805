/// Makes blocks of the nodes of a text, in their order.
struct MarkdownWalk {
  private(set) var blocks: [MarkdownBlock] = []
  private let lines: MarkdownLines

  /// The lists that are open, the innermost last.
  private var lists: [OpenList] = []
  private var listCount = 0
  /// How many quotes are open, and how many were begun outside others.
  private var quoteDepth = 0
  private var quoteCount = 0

  /// The text of the block that is open.
  private var text = String.UnicodeScalarView()
  private var length = 0
  private var places: [MarkdownBlock.Place] = []
  /// The place of the latest node with words.
  private var latest = (line: 0, byte: 1, column: 1)
  /// Where the words of the open links begin.
  private var linkStarts: [Int] = []

  private struct OpenList {
    let id: Int
    /// The number of the item that is open, or before the first one of the one before it; `nil` where
    /// items have none.
    var number: Int?
    /// Whether an item was begun that has no text yet.
    var isItemDue = false

    mutating func take(itemIsLeft isLeft: Bool) {
      if !isLeft { number = number.map { $0 + 1 } }
      isItemDue = !isLeft
    }
  }

  init(_ lines: MarkdownLines) { self.lines = lines }

  /// Takes the next step through the nodes.
  mutating func take(_ step: MarkdownTree.Step) {
    switch step.kind {
    case .quote:
      if !step.isLeaving, quoteDepth == 0 { quoteCount += 1 }
      quoteDepth += step.isLeaving ? -1 : 1
    case .list(let firstNumber): take(listFrom: firstNumber, isLeaving: step.isLeaving)
    case .item:
      if !lists.isEmpty { lists[lists.count - 1].take(itemIsLeft: step.isLeaving) }
    case .paragraph: if step.isLeaving { endParagraph() }
    case .heading(let level): if step.isLeaving { end(.heading(level: level)) }
    case .lines(let literal): take(literal, from: step.line)
    case .rule: blocks.append(MarkdownBlock(kind: .rule, quote: nil, text: "", places: []))
    case .words(let words):
      append(words, line: step.line, column: column(of: step))
    case .lineBreak: append(" ")
    case .link(let address): take(linkTo: address, isLeaving: step.isLeaving)
    case .other: break
    }
  }

  /// The column of a node in scalars, counted on from the node before it on the line.
  private mutating func column(of step: MarkdownTree.Step) -> Int {
    if step.line != latest.line || step.byte < latest.byte { latest = (step.line, 1, 1) }
    let passed = lines.scalars(in: latest.byte..<max(latest.byte, step.byte), ofLine: step.line)
    latest = (step.line, max(latest.byte, step.byte), latest.column + passed)
    return latest.column
  }

  private mutating func take(listFrom number: Int?, isLeaving: Bool) {
    if isLeaving {
      lists.removeLast()
    } else {
      listCount += 1
      lists.append(OpenList(id: listCount, number: number.map { $0 - 1 }))
    }
  }

  /// Sets the address of a link behind its words, where it says more than they do.
  private mutating func take(linkTo address: String, isLeaving: Bool) {
    guard isLeaving else {
      linkStarts.append(length)
      return
    }
    let start = linkStarts.removeLast()
    let words = String(String.UnicodeScalarView(text.suffix(length - start)))
    guard !address.isEmpty, address != words, address != "mailto:\(words)" else { return }
    append(" (\(address))")
  }

  /// Makes a paragraph of each line of code or HTML.
  private mutating func take(_ literal: String, from line: Int) {
    for (number, part) in literal.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      append(String(part), line: line + number, column: 1)
      endParagraph()
    }
  }

  private mutating func append(_ words: String) {
    text.append(contentsOf: words.unicodeScalars)
    length += words.unicodeScalars.count
  }

  private mutating func append(_ words: String, line: Int, column: Int) {
    places.append(MarkdownBlock.Place(offset: length, line: line, column: column))
    append(words)
  }

  /// Ends a block that is an item's text where an item was begun.
  private mutating func endParagraph() {
    guard let list = lists.last, list.isItemDue else { return end(.paragraph) }
    end(.item(list: list.id, number: list.number))
  }

  private mutating func end(_ kind: MarkdownBlock.Kind) {
    defer { (text, length, places) = (String.UnicodeScalarView(), 0, []) }
    guard !text.allSatisfy(\.properties.isWhitespace) else { return }
    // Text that begins the items of several lists is the innermost's.
    for index in lists.indices { lists[index].isItemDue = false }
    blocks.append(
      MarkdownBlock(
        kind: kind,
        quote: quoteDepth > 0 ? quoteCount : nil,
        text: String(text),
        places: places,
      )
    )
  }
}
