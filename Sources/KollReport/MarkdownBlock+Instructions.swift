internal import KollMarkdown

extension [MarkdownBlock] {
  /// The blocks without the instructions that templates give their writers.
  ///
  /// An instruction is a heading *Anvisning* with all below it, until a rule or a heading of the same
  /// or a higher level; or a paragraph or a quote that begins with `Anvisning:`.
  var withoutInstructions: [MarkdownBlock] {
    var kept: [MarkdownBlock] = []
    var levelOfInstruction: Int?
    var quoteOfInstruction: Int?
    for block in self {
      if let level = levelOfInstruction, block.endsSection(ofLevel: level) {
        levelOfInstruction = nil
      }
      if case .heading(let level) = block.kind, levelOfInstruction == nil,
        block.isInstructionHeading
      {
        levelOfInstruction = level
      }
      let isFirstOfQuote = block.quote != nil && block.quote != kept.last?.quote
      if block.isInstruction, isFirstOfQuote { quoteOfInstruction = block.quote }
      let isInInstruction =
        levelOfInstruction != nil || block.isInstruction
        || block.quote != nil && block.quote == quoteOfInstruction
      if !isInInstruction { kept.append(block) }
    }
    return kept
  }
}

extension MarkdownBlock {
  private static let words = ["anvisning", "anvisningar"]

  /// Whether the block ends what stands below a heading.
  fileprivate func endsSection(ofLevel level: Int) -> Bool {
    switch kind {
    case .rule: true
    case .heading(let own): own <= level
    case .paragraph, .item: false
    }
  }

  fileprivate var isInstructionHeading: Bool {
    let letters = text.lowercased().filter { !$0.isWhitespace }
    return MarkdownBlock.words.contains { letters == $0 || letters == $0 + ":" }
  }

  /// Whether the first line of the block is the name of instructions alone, which are left out below a
  /// heading or behind a colon.
  var mayBeInstruction: Bool {
    let end = places.first { $0.line != places.first?.line }?.offset ?? text.unicodeScalars.count
    let line = String(text.unicodeScalars.prefix(end)).lowercased().filter { !$0.isWhitespace }
    return MarkdownBlock.words.contains(line)
  }

  fileprivate var isInstruction: Bool {
    let words = text.prefix(20).lowercased().filter { !$0.isWhitespace }
    return MarkdownBlock.words.contains { words.hasPrefix($0 + ":") }
  }
}
