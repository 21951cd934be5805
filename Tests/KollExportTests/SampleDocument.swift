import KollCalculation
import KollModel
import KollReport
import KollTestSupport

/// A document with every kind of block, and a text in every place where one can stand.
enum SampleDocument {
  /// Amounts in tkr of the table's rows but the heading, with a row for each.
  static let amounts: [[Int64?]] = [
    [1_234, -200], [0, nil], [-1, 987_654_321], [1_233, 987_654_121],
  ]

  static func made(_ text: String) throws -> Document {
    let table = table(text)
    var charts = [
      try Chart(.bars, title: text, table: table, strips: [.column(0, rows: 1..<5)], remark: text)
    ]
    for joinsGaps in [true, false] {
      charts.append(
        try Chart(
          .lines(joiningGaps: joinsGaps),
          title: text,
          table: table,
          strips: (1..<5).map { .row($0, columns: 0..<2) },
          measure: text,
        )
      )
    }
    charts.append(
      try Chart(
        .bridge,
        title: text,
        table: table,
        strips: [.column(0, rows: 1..<5), .column(1, rows: 1..<5)],
      )
    )
    let section = Section(
      title: text,
      blocks: [
        .paragraph(text), .heading(text, level: 1), .list([text, text]),
        .numberedList([text, text], from: 9), .table(table), .records(table),
        .sources(table), .form(InputForm(table: table, inputs: [0])), .contents,
      ] + charts.map(Block.chart),
    )
    return Document(
      title: text,
      organisation: text,
      dating: text,
      theme: Theme(
        font: text,
        logo: Picture(png: TestPicture.png(width: 20, height: 10), description: text),
      ),
      preamble: [text],
      sections: [section, Section(title: text, blocks: [.paragraph(text)])],
    )
  }

  /// A table of two columns of money and one of words, with a row of every role.
  static func table(_ text: String) -> ComputedTable {
    let columns = [(text, SeriesKind.budget), (text, .actual), (text, .text)].map { title, kind in
      TableColumn(
        key: kind.rawValue,
        title: title,
        series: Series(kind),
        scale: Scale(unit: .tkr),
        decimals: 0,
      )
    }
    let roles = [RowRole.item, .ofWhich, .subtotal, .total]
    var rows = [
      ComputedRow(
        label: text,
        path: AreaPath([text]),
        role: .heading,
        cells: columns.map { _ in Cell(.absent(.notStated)) },
      )
    ]
    for (line, (role, amounts)) in zip(roles, amounts).enumerated() {
      rows.append(
        ComputedRow(
          label: text,
          path: AreaPath(role == .total ? [] : ["A", "B", text]),
          role: role,
          cells: amounts.map { Cell(CellValue($0.map { Money(minorUnits: $0 * 100_000) })) }
            + [Cell(.text(text))],
          origin: role == .total ? nil : Origin(file: text, line: [7, 2, 3, 0][line]),
        )
      )
    }
    return ComputedTable(
      title: text,
      areaTitle: text,
      columns: columns,
      rows: rows,
      notes: [Note(text: text), Note(row: text, column: "budget", text: text)],
    )
  }

  /// Texts that a reader of markup would take for it, and others that no page may hold as they are.
  static let texts =
    HostileText.all + [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='x", "--><!--",
      "</style><b>", "}* { color: red", "\\", "\\|", "|", "a|b\\\\|c", "*fet*", "**fet**",
      "_kursiv_",
      "~~struken~~", "`kod`", "``` kod", "~~~", "# rubrik", "1. punkt", "2) punkt", "10.",
      "- punkt",
      "+ punkt", "===", "---", "> citat", "[länk](https://example.org)", "![bild](x.png)",
      "[^1]: not", "<https://example.org>", "www.example.org", "a@example.org", "&nbsp;", "&amp;",
      "$x$", ":---:", "    kod", "\tkod", "<!-- x -->", "{{ x }}",
    ]

  /// A text that is longer than any line.
  static let longText = String(repeating: "å`", count: 20_000)

  /// The texts of which something is seen.
  static let visibleTexts = texts.filter { text in
    text.printable.unicodeScalars.contains { !$0.properties.isWhitespace }
  }
}
