import KollTestSupport
import Testing

/// The examples in the documentation are run, and print what it says they print.
///
/// A block `console` holds commands, each behind `$ koll`, and what they print on both standard
/// error and standard output; a line `…` stands for lines left out. A block whose fence names a
/// file shows a part of it, when it is in the samples, or makes it for the commands that follow.
@Suite struct ExampleTests {
  @Test(arguments: Article.all)
  func theArticleIsThere(_ article: Article) {
    #expect(!article.lines.isEmpty)
  }

  @Test(arguments: Article.all)
  func everyCommandPrintsWhatTheArticleShows(_ article: Article) async throws {
    let folder = try TemporaryFolder()
    try copySamples(to: folder.tree)
    let executable = try Executable()
    let environment = ["LC_ALL": article.path.hasPrefix("Guide/") ? "sv_SE.UTF-8" : "C"]
    var edited = article
    for block in article.blocks {
      if let file = block.file { try show(block, of: article, as: file, in: folder.tree) }
      guard block.language == "console" else { continue }
      let commands = ShownCommand.all(in: block, of: article)
      #expect(!commands.isEmpty, "line \(block.lines.lowerBound) opens a block without a command")
      for command in commands {
        let result = try await executable.run(
          command.arguments,
          in: folder.path,
          environment: environment,
        )
        let printed = String(decoding: result.errors + result.output, as: UTF8.self)
        check(command, printed, in: article, &edited)
      }
    }
    if Environment.updatesGoldens, edited.lines != article.lines { try edited.save() }
  }

  @Test func readmeShowsTheExampleThatIsCompiled() throws {
    let readme = try #require(Article.all.first)
    let shown = readme.blocks.filter { $0.language == "swift" }.map { readme.text(of: $0.lines) }
    let source = "Examples/Sources/budget-table/main.swift"
    #expect(shown == [try PackageFolder.tree.text(of: source)])
  }

  private func check(
    _ command: ShownCommand,
    _ printed: String,
    in article: Article,
    _ edited: inout Article,
  ) {
    let expected = Array(article.lines[command.printed])
    guard !matches(printed.splitLines, expected) else { return }
    let line = command.printed.lowerBound
    let difference = LineDiff.between(
      Array(article.text(of: command.printed).utf8),
      Array(printed.utf8),
    )
    Issue.record("\(article.path):\(line) prints something else:\n\(difference ?? "")")
    guard Environment.updatesGoldens, !expected.contains(leftOut) else { return }
    let shift = edited.lines.count - article.lines.count
    let range = command.printed.lowerBound + shift..<command.printed.upperBound + shift
    edited.replace(range, with: printed)
  }

  /// Compares a block with the file that it shows, or makes the file.
  private func show(
    _ block: Article.Block,
    of article: Article,
    as file: String,
    in tree: FileTree,
  ) throws {
    let text = article.text(of: block.lines)
    guard let bytes = tree.bytesIfPresent(of: file), file.hasPrefix("Samples/") else {
      return try tree.write(text, to: file)
    }
    let contents = String(decoding: bytes.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    // The samples' CSV files are windows-1252, which for Swedish letters is the same as Latin 1.
    let latin1 = String(
      String.UnicodeScalarView(bytes.filter { $0 != 0x0D }.map { Unicode.Scalar($0) })
    )
    let lines = (String(validating: bytes, as: UTF8.self) == nil ? latin1 : contents).splitLines
    let isShown = matches(lines, [leftOut] + text.splitLines + [leftOut])
    let line = block.lines.lowerBound
    #expect(isShown, "\(article.path):\(line) shows \(file) otherwise than it is")
  }

  private func copySamples(to tree: FileTree) throws {
    for path in try FileTree("\(PackageFolder.path)/Samples").paths()
    where !path.contains("/rapporter/") {
      try tree.write(try PackageFolder.tree.bytes(of: "Samples/\(path)"), to: "Samples/\(path)")
    }
  }
}
