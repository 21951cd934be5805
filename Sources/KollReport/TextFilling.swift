internal import KollCalculation
internal import KollMarkdown
internal import KollModel

/// Puts a report's figures in the places that texts have for them, and compares those that were
/// written by hand.
struct TextFilling {
  private let figures: ReportFigures
  private let tables: [ComputedTable]
  private lazy var index = FigureIndex(of: tables)
  /// What placeholders stand for, so that each is looked up once.
  private var outcomes: [String: ReportFigures.Outcome] = [:]
  /// What was found in all texts.
  private(set) var findings: [Diagnostic] = []
  private var findingsOfText = 0

  /// The most findings in one text; a text with more is not what was meant to be one.
  private static let mostFindings = 100

  /// - Parameters:
  ///   - figures: The figures that placeholders may name.
  ///   - tables: All tables with figures that the report shows.
  init(_ figures: ReportFigures, among tables: [ComputedTable]) {
    self.figures = figures
    self.tables = tables
  }

  /// What a text says in the report.
  mutating func blocks(of text: WrittenText) throws(AmountOverflow) -> [Block] {
    findingsOfText = 0
    var blocks: [Block] = []
    var list: OpenList?
    var levelAbove = 0
    for block in text.blocks {
      let words = try filled(block, of: text)
      if case .item(let id, let number) = block.kind {
        if list?.id != id {
          blocks += [list?.block].compactMap(\.self)
          list = OpenList(id: id, firstNumber: number)
        }
        list?.items.append(words)
        continue
      }
      blocks += [list?.block].compactMap(\.self)
      list = nil
      if case .heading(let level) = block.kind {
        // Readers that go from heading to heading take a level that is left out for a missing one.
        levelAbove = min(level, levelAbove + 1)
        blocks.append(.heading(words, level: levelAbove))
      } else {
        blocks.append(.paragraph(words))
      }
    }
    return blocks + [list?.block].compactMap(\.self)
  }

  /// Items that follow each other in one list.
  private struct OpenList {
    let id: Int
    /// The number of the first one, where they have numbers.
    let firstNumber: Int?
    var items: [String] = []

    var block: Block { firstNumber.map { .numberedList(items, from: $0) } ?? .list(items) }
  }

  /// The words of a block with its figures.
  private mutating func filled(
    _ block: MarkdownBlock,
    of text: WrittenText,
  ) throws(AmountOverflow) -> String {
    var scalars = Array(block.text.unicodeScalars)
    var words = ""
    for part in TextPart.parts(of: scalars) {
      switch part {
      case .words(let part): words += part
      case .open(let range):
        words += "{"
        tell { .openBrace(at: text.place(of: range, in: block)) }
      case .placeholder(let name, let range):
        words += try figure(name, at: range, of: block, in: text)
        // No number is one with what stands in a placeholder.
        for index in range { scalars[index] = "\u{FFFC}" }
      }
    }
    for figure in LooseFigure.all(in: scalars) where !index.holds(figure) {
      let nearest = try index.nearest(to: figure)
      let written = String(String.UnicodeScalarView(scalars[figure.range]))
      tell { .untied(written, nearest, at: text.place(of: figure.range, in: block)) }
    }
    return words
  }

  private mutating func figure(
    _ name: String,
    at range: Range<Int>,
    of block: MarkdownBlock,
    in text: WrittenText,
  ) throws(AmountOverflow) -> String {
    guard findingsOfText < TextFilling.mostFindings else { return "{\(name)}" }
    let known = outcomes[name]
    let outcome = if let known { known } else { try figures.outcome(of: name) }
    outcomes[name] = outcome
    switch outcome {
    case .text(let figure): return figure
    case .fault(let fault):
      tell { .unknown(name, fault, at: text.place(of: range, in: block)) }
      return "{\(name)}"
    }
  }

  private mutating func tell(_ finding: () -> Diagnostic) {
    guard findingsOfText < TextFilling.mostFindings else { return }
    findingsOfText += 1
    findings.append(finding())
  }
}

extension Diagnostic {
  /// A brace that begins no placeholder.
  fileprivate static func openBrace(at place: Location) -> Diagnostic {
    Diagnostic(
      .placeholderUnknown,
      at: place,
      Phrase(
        sv: "klammern öppnar en plats för ett belopp som inte stängs",
        en: "the brace opens a placeholder that is not closed",
      ),
      help: Phrase(
        sv: "skriv } efter platsens namn, eller {{ för tecknet självt",
        en: "write } behind the placeholder's name, or {{ for the character itself",
      ),
    )
  }

  /// A placeholder that stands for no figure.
  fileprivate static func unknown(
    _ name: String,
    _ fault: ReportFigures.Fault,
    at place: Location,
  ) -> Diagnostic {
    let opening = Phrase(
      sv: "\"{\(name)}\" är ingen uppgift i rapporten: \(fault.reason.swedish)",
      en: "\"{\(name)}\" is no figure of the report: \(fault.reason.english)",
    )
    return Diagnostic(.placeholderUnknown, at: place, value: name, opening, help: fault.help)
  }

  /// A figure that no table has.
  fileprivate static func untied(
    _ written: String,
    _ nearest: FigureIndex.Candidate?,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .figureUntied,
      .warning,
      at: place,
      value: written,
      Phrase(
        sv: "\"\(written)\" är inget belopp i rapportens tabeller",
        en: "\"\(written)\" is no figure of the report's tables",
      ),
      help: nearest.map {
        Phrase(
          sv:
            "närmast är \($0.text): \($0.name); en plats som {kolumn område enhet} följer tabellen",
          en: "nearest is \($0.text): \($0.name); a placeholder such as {column area unit} follows "
            + "the table",
        )
      },
    )
  }
}

extension ReportFigures.Fault {
  /// The most names that a finding lists.
  private static let mostNames = 12

  fileprivate var reason: Phrase {
    switch self {
    case .empty: Phrase(sv: "namnet saknas", en: "the name is missing")
    case .noColumn(let name, _):
      Phrase(sv: "ingen kolumn heter \"\(name)\"", en: "no column is called \"\(name)\"")
    case .noRow(let name, _):
      Phrase(
        sv: "inget område och ingen rad heter \"\(name)\"",
        en: "no area and no row is called \"\(name)\"",
      )
    case .withoutRow(let column):
      Phrase(
        sv: "\"\(column)\" har ingen totalsumma, så en rad måste anges",
        en: "\"\(column)\" has no total, so a row must be named",
      )
    case .wrongUnit(let word):
      Phrase(sv: "den går inte att visa i \(word)", en: "it cannot be shown in \(word)")
    case .several(let names):
      Phrase(
        sv: "den kan vara \(names.listed(joinedBy: "eller"))",
        en: "it may be \(names.listed(joinedBy: "or"))",
      )
    case .absent(let name):
      Phrase(sv: "\(name) har inget värde", en: "\(name) has no value")
    }
  }

  fileprivate var help: Phrase? {
    switch self {
    case .empty:
      Phrase(
        sv: "skriv kolumn, område och enhet, till exempel {avvikelse Räddningstjänst mnkr}",
        en: "write column, area and unit, for example {avvikelse Räddningstjänst mnkr}",
      )
    case .noColumn(let name, let titles): Self.help(name, among: titles, Self.columns)
    case .noRow(let name, let names): Self.help(name, among: names, Self.rows)
    case .withoutRow, .wrongUnit: nil
    case .several:
      Phrase(
        sv: "skriv mer av kolumnens namn, eller områdets hela namn som Nämnd / Enhet",
        en: "write more of the column's name, or the area's full name such as Nämnd / Enhet",
      )
    case .absent:
      Phrase(
        sv: "skriv i ord vad som saknas, eller ta bort platsen",
        en: "say in words what is missing, or take the placeholder away",
      )
    }
  }

  private static let columns = Phrase(sv: "kolumnerna", en: "the columns")
  private static let rows = Phrase(sv: "raderna", en: "the rows")

  /// The nearest name; where none is near, those there are.
  private static func help(_ name: String, among names: [String], _ noun: Phrase) -> Phrase {
    // A beginning of a title is enough, so its first word is a name too.
    let beginnings = names.compactMap { $0.split(separator: " ").first.map(String.init) }
    if let nearest = name.nearest(among: names + beginnings) {
      return Phrase(sv: "menade du \"\(nearest)\"?", en: "did you mean \"\(nearest)\"?")
    }
    let known = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let list =
      known.prefix(mostNames).joined(separator: ", ") + (known.count > mostNames ? " …" : "")
    return Phrase(
      sv: "\(noun.swedish) är: \(list)",
      en: "\(noun.english) are: \(list)",
    )
  }
}
