/// The tables of a page in Markdown, row by row, as the words that a reader sees.
func gridsOfMarkdown(_ text: String) -> [[[String]]] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return lines.split { !$0.hasPrefix("| ") }.map { lines -> [[String]] in
    let rows = lines.map { line in
      line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
        .map(wordsOfMarkdown)
    }
    // The second line says how the columns are set.
    return Array(rows.prefix(1) + rows.dropFirst(2))
  }
}

/// The tables of a web page, row by row, as the words that a reader sees.
func gridsOfHTML(_ text: String) -> [[[String]]] {
  text.split(separator: "<table>").dropFirst().map { rest -> [[String]] in
    let end = rest.firstRange(of: "</table>")?.lowerBound ?? rest.endIndex
    return rest[..<end].split(separator: "<tr").dropFirst().map { row -> [String] in
      ["<th", "<td"].flatMap { mark -> [String] in
        row.split(separator: mark, omittingEmptySubsequences: false).dropFirst().map(wordsOfHTML)
      }
    }
  }
}

private func wordsOfMarkdown(_ cell: Substring) -> String {
  String(cell).replacing("&nbsp;", with: "").replacing("**", with: "").replacing("\\", with: "")
}

/// The words of an element, from within its first tag.
private func wordsOfHTML(_ element: Substring) -> String {
  String(element.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
}
