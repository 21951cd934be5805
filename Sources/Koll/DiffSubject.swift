internal import KollFiles
public import KollModel

/// What is compared: two months, two series or two folders, the earlier one first.
public enum DiffSubject: Hashable, Sendable {
  /// What reports of two months show.
  case months(Month, Month)
  /// Two series of a project, such as two forecasts of a year.
  case series(Series, Series)
  /// Two folders, each a project or files that a project names.
  case folders(String, String)
}

extension DiffSubject {
  /// Reads what is compared as the command line writes it; `nil` where the two are not of one kind.
  ///
  /// A month is a month, whatever folders there are, and `./2021-08` the folder. Otherwise a folder
  /// that is there is meant before a series of its name.
  /// - Parameters:
  ///   - old: What is compared with.
  ///   - new: What is compared.
  public init?(from old: String, to new: String) {
    switch (Part(old), Part(new)) {
    case (.month(let old), .month(let new)): self = .months(old, new)
    case (.series(let old), .series(let new)): self = .series(old, new)
    case (.folder(let old), .folder(let new)): self = .folders(old, new)
    default: return nil
    }
  }

  private enum Part {
    case month(Month)
    case series(Series)
    case folder(String)

    init(_ text: String) {
      let series = Series(reading: text)
      let isSeries = series.kind.isMoney && series.kind != .amount && !text.contains("/")
      if let month = Month(text) {
        self = .month(month)
      } else if isSeries, !isFolder(text) {
        self = .series(series)
      } else {
        self = .folder(text)
      }
    }
  }
}
