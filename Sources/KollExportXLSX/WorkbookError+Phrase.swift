public import KollModel

extension WorkbookError {
  /// What went wrong, in the words of a message.
  public var phrase: Phrase {
    switch self {
    case .pathUnusable(let path):
      Phrase(
        sv: "sökvägen \(path.debugDescription) går inte att använda",
        en: "the path \(path.debugDescription) cannot be used",
      )
    case .tooManyRows(let sheet, let rows):
      Phrase(
        sv: """
          bladet "\(sheet)" behöver \(rows) rader; ett blad har högst \(SheetLimits.rows), och en \
          tabell med summor delas inte: visa färre områden, eller skriv den som csv
          """,
        en: """
          sheet "\(sheet)" needs \(rows) rows; a sheet has at most \(SheetLimits.rows), and a table \
          with sums is not divided: show fewer areas, or write it as csv
          """,
      )
    case .tooManyColumns(let sheet, let columns):
      Phrase(
        sv: """
          bladet "\(sheet)" behöver \(columns) kolumner; ett blad har högst \
          \(SheetLimits.columns)
          """,
        en: """
          sheet "\(sheet)" needs \(columns) columns; a sheet has at most \(SheetLimits.columns)
          """,
      )
    case .figureNotExact(let place):
      Phrase(
        sv: "talet i \(place.swedish) har fler siffror än en cell kan hålla exakt",
        en: "the figure in \(place.english) has more digits than a cell can hold exactly",
      )
    case .tooMany(let countable): countable.phrase
    case .writingFailed(let operation, let place, let reason):
      WorkbookError.failure(operation, place, reason)
    case .damaged(let part, let damage):
      Phrase(
        sv: "arbetsboken blev skadad när den skrevs (\(part): \(damage.words.swedish))",
        en: "the workbook was damaged while it was written (\(part): \(damage.words.english))",
      )
    }
  }

  private static func failure(
    _ operation: Operation,
    _ place: Place?,
    _ reason: Reason,
  ) -> Phrase {
    let swedishPlace = place.map { " (\($0.swedish))" } ?? ""
    let englishPlace = place.map { " (\($0.english))" } ?? ""
    return Phrase(
      sv: "\(operation.words.swedish)\(swedishPlace): \(reason.words.swedish)",
      en: "\(operation.words.english)\(englishPlace): \(reason.words.english)",
    )
  }
}

extension WorkbookError.Place {
  fileprivate var swedish: String {
    cell.map { "cell \($0) på bladet \"\(sheet)\"" } ?? "bladet \"\(sheet)\""
  }

  fileprivate var english: String {
    cell.map { "cell \($0) of sheet \"\(sheet)\"" } ?? "sheet \"\(sheet)\""
  }
}

extension WorkbookError.Countable {
  fileprivate var phrase: Phrase {
    switch self {
    case .sheets:
      Phrase(
        sv: "rapporten har fler avsnitt än en arbetsbok har plats för blad",
        en: "the report has more sections than a workbook has room for sheets",
      )
    case .looks:
      Phrase(
        sv: "rapporten behöver fler cellformat än en arbetsbok har plats för",
        en: "the report needs more cell formats than a workbook has room for",
      )
    }
  }
}

extension WorkbookError.Operation {
  fileprivate var words: Phrase {
    switch self {
    case .beginning:
      Phrase(sv: "arbetsboken kunde inte påbörjas", en: "the workbook could not be begun")
    case .properties:
      Phrase(
        sv: "arbetsbokens egenskaper kunde inte sättas",
        en: "the workbook's properties could not be set",
      )
    case .addingSheet:
      Phrase(sv: "ett blad kunde inte läggas till", en: "a sheet could not be added")
    case .layout:
      Phrase(sv: "ett blads utseende kunde inte sättas", en: "a sheet's layout could not be set")
    case .cell: Phrase(sv: "en cell kunde inte skrivas", en: "a cell could not be written")
    case .chart:
      Phrase(sv: "ett diagram kunde inte skrivas", en: "a chart could not be written")
    case .picture:
      Phrase(sv: "en bild kunde inte skrivas", en: "a picture could not be written")
    case .closing:
      Phrase(sv: "arbetsboken kunde inte skrivas", en: "the workbook could not be written")
    }
  }
}

extension WorkbookError.Reason {
  fileprivate var words: Phrase {
    switch self {
    case .memory: Phrase(sv: "minnet tog slut", en: "memory ran out")
    case .fileNotCreated:
      Phrase(sv: "filen kunde inte skapas", en: "the file could not be created")
    case .temporaryFile:
      Phrase(
        sv: "en tillfällig fil kunde inte skapas, skrivas eller läsas",
        en: "a temporary file could not be created, written or read",
      )
    case .archive:
      Phrase(
        sv: "filen kunde inte skrivas till slut; disken kan vara full",
        en: "the file could not be written to its end; the disk may be full",
      )
    case .refused:
      Phrase(
        sv: "en text eller en plats togs inte emot",
        en: "a text or a position was not accepted",
      )
    }
  }
}

extension WorkbookError.Damage {
  fileprivate var words: Phrase {
    switch self {
    case .unreadable: Phrase(sv: "går inte att läsa", en: "cannot be read")
    case .missing: Phrase(sv: "saknas eller är okänd", en: "missing or unknown")
    case .malformed: Phrase(sv: "är avbruten eller trasig", en: "cut off or broken")
    case .contentDiffers:
      Phrase(sv: "har annat innehåll än det skrivna", en: "holds something else than was written")
    }
  }
}
