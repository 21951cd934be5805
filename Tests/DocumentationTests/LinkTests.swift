import KollTestSupport
import Testing

/// Links lead somewhere.
@Suite struct LinkTests {
  @Test(arguments: Article.all)
  func everyLinkToAFileLeadsToOne(_ article: Article) {
    let folder = article.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let tree = PackageFolder.tree
    for target in article.targets(between: "](", and: ")") where !target.contains("://") {
      let file = folder + target.prefix { $0 != "#" }
      let isThere = tree.isFolder(file) || tree.bytesIfPresent(of: file) != nil
      #expect(target.hasPrefix("#") || isThere, "\(article.path) links to \(target)")
    }
  }

  @Test(arguments: Article.all)
  func everyLinkToAnArticleLeadsToOne(_ article: Article) {
    let names = Article.all.compactMap { $0.path.split(separator: "/").last?.dropLast(3) }
    for target in article.targets(between: "<doc:", and: ">") {
      #expect(names.contains(target), "\(article.path) links to \(target)")
    }
  }
}

extension Article {
  /// What stands between two marks, outside the blocks of code.
  fileprivate func targets(between opening: String, and closing: Character) -> [Substring] {
    let code = blocks.map(\.lines)
    let prose = lines.indices.filter { line in !code.contains { $0.contains(line) } }
    return prose.flatMap { line in
      lines[line].split(separator: opening).dropFirst().map { $0.prefix { $0 != closing } }
    }
  }
}
