internal import KollImport
public import KollModel

/// A project that is yet to be written: what was found out about its files, and a first report.
public struct ProjectDraft: Sendable {
  /// The code that files are named by.
  public var code: String
  /// The name that headings show.
  public var name: String
  /// The register of the organisation, when there is one to be.
  public var structure: String?
  /// The files with figures, each with what was found out about it.
  public var sources: [Source]
  /// The first report.
  public var report: Report

  /// A file with figures.
  public struct Source: Sendable {
    /// The file's path from the project's folder.
    public var file: String
    /// What was found out about it, by the keys of a source; a value that is not known is `nil`.
    public var settings: [(key: String, value: String?)]
    /// What its columns are for, the parts that its rows play, and what its words and accounts mean.
    public var pairs: [Pin]

    /// Creates a source.
    /// - Parameters:
    ///   - file: The file's path from the project's folder.
    ///   - settings: What was found out about it.
    ///   - pairs: What its columns are for, the parts that its rows play, and what its words and
    ///     accounts mean.
    public init(
      file: String,
      settings: [(key: String, value: String?)],
      pairs: [Pin],
    ) {
      self.file = file
      self.settings = settings
      self.pairs = pairs
    }
  }

  /// A report with the columns that the files have.
  public struct Report: Sendable {
    /// The year that it is about; `nil` when no column says one.
    public var year: Int?
    /// The unit that it shows; `nil` when no file states one.
    public var unit: MoneyUnit?
    /// The series that it shows.
    public var series: [Series]
    /// Columns that are computed from others, each with its title.
    public var expressions: [(title: String, expression: String)]

    /// Creates a report.
    /// - Parameters:
    ///   - year: The year that it is about.
    ///   - unit: The unit that it shows.
    ///   - series: The series that it shows.
    ///   - expressions: Columns that are computed from others.
    public init(
      year: Int?,
      unit: MoneyUnit?,
      series: [Series],
      expressions: [(title: String, expression: String)],
    ) {
      self.year = year
      self.unit = unit
      self.series = series
      self.expressions = expressions
    }
  }

  /// Creates a draft.
  /// - Parameters:
  ///   - code: The code that files are named by.
  ///   - name: The name that headings show.
  ///   - structure: The register of the organisation.
  ///   - sources: The files with figures.
  ///   - report: The first report.
  public init(
    code: String,
    name: String,
    structure: String?,
    sources: [Source],
    report: Report,
  ) {
    self.code = code
    self.name = name
    self.structure = structure
    self.sources = sources
    self.report = report
  }
}

extension ProjectDraft {
  /// The text of the project file, `koll.yaml`.
  public var text: String {
    var lines = [
      "version: 1",
      "",
      "# Koden står i rapporternas filnamn, namnet i deras rubriker.",
      "organisation:",
      "  code: \(code.inYAML)",
      "  name: \(name.inYAML)",
      "",
    ]
    if let structure { lines += ["structure: \(structure.inYAML)", ""] }
    lines.append("sources:")
    lines += sources.flatMap(\.lines)
    lines += ["", "reports:"] + report.lines
    return lines.map { $0 + "\n" }.joined()
  }
}

extension ProjectDraft.Source {
  fileprivate var lines: [String] {
    let stated = settings.map { key, value in
      value.map { "    \(key): \($0.inYAML)" } ?? "    # \(key):  står inte i filen; ange den här"
    }
    return ["  - file: \(file.inYAML)"] + stated + pairs.yamlLines().map { "    " + $0 }
  }
}

extension ProjectDraft.Report {
  fileprivate var lines: [String] {
    let title = year.map { "Budget och uppföljning \($0)" } ?? "Budget och uppföljning"
    return [
      "  - name: uppfoljning",
      "    title: \(title.inYAML)",
      year.map { "    year: \($0)" } ?? "    # year:  står inte i filerna; ange det här",
      unit.map { "    unit: \($0.rawValue.inYAML)" }
        ?? "    # unit:  ange den enhet som rapporten ska visa",
      series.isEmpty ? "    # columns:  filerna har inga kolumner med pengar" : "    columns:",
    ] + series.map { "      - \($0.wordInReport.inYAML)" }
      + expressions.flatMap { title, expression in
        ["      - title: \(title.inYAML)", "        expression: \(expression.inYAML)"]
      }
  }
}

extension Series {
  /// The series as a report's columns name it: money of no stated kind by the words of its title.
  fileprivate var wordInReport: String {
    kind == .amount ? title : ColumnRole.series(self).word
  }
}
