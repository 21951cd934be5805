internal import KollModel

extension SeriesFailure {
  /// The finding at the declaration that wants the series.
  /// - Parameters:
  ///   - declaration: The declaration.
  ///   - columns: The columns that sources state.
  /// - Returns: The finding.
  func diagnostic(at declaration: ColumnDeclaration, in columns: [TableColumn]) -> Diagnostic {
    let name = name(in: declaration)
    let message = message(about: name)
    guard declaration.isOptional else {
      let help = help(naming: columns)
      return Diagnostic(code, at: declaration.place, value: name, message, help: help)
    }
    return Diagnostic(
      code,
      .warning,
      at: declaration.place,
      value: name,
      Phrase(
        sv: message.swedish + "; kolumnen är utelämnad",
        en: message.english + "; the column is left out",
      ),
    )
  }

  /// The series in the declaration's words, with its time where they leave that to the report.
  private func name(in declaration: ColumnDeclaration) -> String {
    let written = declaration.place?.excerpt?.markedText
    let words = declaration.isOptional ? declaration.title : written ?? declaration.title
    guard let words else { return series.heading }
    guard case .relative = declaration.content else { return words }
    return "\(words) (\(series.heading))"
  }

  private var series: Series {
    switch self {
    case .unknown(let series), .monthsMissing(let series, _), .signUnknown(let series),
      .roundAfterReport(let series, _), .noEarlierRound(let series), .unitsMixed(let series):
      series
    }
  }

  private var code: DiagnosticCode {
    switch self {
    case .unknown: .columnUnknown
    case .monthsMissing: .periodMissing
    case .signUnknown: .signUnknown
    case .roundAfterReport: .roundAfterReport
    case .noEarlierRound: .columnUnknown
    case .unitsMixed: .unitUnknown
    }
  }

  private func message(about name: String) -> Phrase {
    switch self {
    case .unknown:
      return Phrase(
        sv: "inget underlag har serien \"\(name)\"",
        en: "no source has the series \"\(name)\"",
      )
    case .monthsMissing(_, let months):
      let list = months.map(\.description).joined(separator: ", ")
      return Phrase(
        sv: "\"\(name)\" kräver månader som inget underlag har: \(list)",
        en: "\"\(name)\" needs months that no source has: \(list)",
      )
    case .signUnknown:
      return Phrase(
        sv: "\"\(name)\" är netto av kostnader och intäkter, men teckenregeln är inte känd",
        en: "\"\(name)\" is net of cost and income, but the sign convention is not known",
      )
    case .roundAfterReport(_, let month):
      return Phrase(
        sv: "\"\(name)\" gjordes efter \(month), som rapporten avser",
        en: "\"\(name)\" was made after \(month), the month of the report",
      )
    case .noEarlierRound(let series):
      let year = series.year.map(String.init) ?? ""
      return Phrase(
        sv: "\"\(name)\": underlagen har ingen prognos för \(year) före den senaste",
        en: "\"\(name)\": the sources have no forecast for \(year) before the newest",
      )
    case .unitsMixed:
      return Phrase(
        sv: "\"\(name)\" följer av kolumner med och utan angiven enhet",
        en: "\"\(name)\" follows from columns with and without a stated unit",
      )
    }
  }

  private func help(naming columns: [TableColumn]) -> Phrase? {
    switch self {
    case .unknown:
      let titles = columns.map(\.title).filter { !$0.isEmpty }
      guard !titles.isEmpty else {
        return Phrase(
          sv: "underlagen har inga serier; kontrollera vad columns säger om filerna",
          en: "the sources have no series; check what columns says of the files",
        )
      }
      let list = titles.joined(separator: ", ")
      return Phrase(sv: "underlagen har: \(list)", en: "the sources have: \(list)")
    case .monthsMissing:
      return Phrase(
        sv: "lägg till månaderna; är en kolumn ackumulerad, säg det under columns i koll.yaml, "
          + "till exempel \"Utfall aug 2021\": utfall 2021-01...2021-08",
        en: "add the months; where a column is accumulated, say so under columns in koll.yaml, "
          + "for example \"Utfall aug 2021\": utfall 2021-01...2021-08",
      )
    case .signUnknown:
      return Phrase(
        sv: "ange sign under sources i koll.yaml: cost, result eller ledger",
        en: "give sign under sources in koll.yaml: cost, result or ledger",
      )
    case .roundAfterReport:
      return Phrase(
        sv: "välj en tidigare prognos, eller en senare månad med --period",
        en: "choose an earlier forecast, or a later month with --period",
      )
    case .noEarlierRound: return nil
    case .unitsMixed:
      return Phrase(
        sv: "ange unit under sources i koll.yaml",
        en: "give unit under sources in koll.yaml",
      )
    }
  }
}
