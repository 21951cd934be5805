internal import KollModel

/// The words in titles by which columns that hold no money are known.
extension String {
  private var titleWords: [String] {
    lowercased().split { !$0.isLetter && $0 != "%" }.map(String.init)
  }

  private func hasWord(in words: Set<String>) -> Bool {
    titleWords.contains { words.contains($0) }
  }

  /// Whether a column of the title holds remarks or names and no figures.
  var namesText: Bool {
    namesComment || namesAnyDate
      || hasWord(in: ["not", "noter", "ansvarig", "text", "status", "beslut"])
  }

  /// Whether a column of the title holds days of any kind, such as `Förfallodatum`.
  private var namesAnyDate: Bool {
    titleWords.contains { $0.hasSuffix("datum") || $0 == "date" } || namesDate
  }

  /// Whether a column of the title holds the days that amounts were booked on.
  var namesDate: Bool { rankAmongDates < String.bookingDates.count }

  /// How well a title names the day of booking, the best 0: `Bokföringsdatum` before `Ver.datum`.
  var rankAmongDates: Int {
    let letters = titleWords.joined()
    return String.bookingDates.firstIndex { $0.contains(letters) } ?? String.bookingDates.count
  }

  private static let bookingDates: [Set<String>] = [
    ["bokföringsdatum", "bokfdatum", "bokföringsdag", "bokfdag", "bokfördatum", "bokförd"],
    ["transaktionsdatum", "transdatum", "transdat", "transaktionsdag"],
    ["verifikationsdatum", "verifikatdatum", "verdatum", "verdat"],
    ["datum", "date", "dag"],
  ]

  /// Whether a column of the title holds remarks.
  var namesComment: Bool {
    hasWord(in: ["kommentar", "kommentarer", "anmärkning", "comment"])
  }

  /// Whether a column of the title holds codes, which look like numbers and are none.
  var namesCode: Bool {
    namesLine != nil || contains("§")
      || hasWord(in: [
        "ansvar", "kst", "kostnadsställe", "vht", "objekt", "id", "aktivitet", "ver",
        "verifikation",
      ])
      || titleWords.contains { word in ["kod", "nr", "nummer"].contains(where: word.hasSuffix) }
  }

  /// What a column of the title says about what money is for.
  var namesLine: ColumnRole.LineField? {
    for word in titleWords {
      switch word {
      case "konto", "kontonr", "kontonummer", "kontokod", "slag", "kostnadsslag", "account":
        return .account
      case "projekt", "proj", "projektnr", "projektnummer", "projektkod", "project": return .project
      case "motpart", "motpartskod", "motp", "counterpart": return .counterpart
      default: continue
      }
    }
    return nil
  }

  /// Whether a column of the title is the operation that the kommun reports by.
  var namesActivity: Bool {
    hasWord(in: ["verksamhet", "vht", "verksamhetskod"])
  }

  /// Whether a column of the title names areas of the organisation.
  var namesArea: Bool {
    let stems = [
      "nämnd", "styrelse", "sektor", "förvaltning", "avdelning", "enhet", "ansvar", "kst",
      "kostnadsställe", "beslutsområde", "område", "verksamhet", "vht", "organisation", "distrikt",
    ]
    return titleWords.contains { word in
      stems.contains { word == $0 || word.hasPrefix($0) || word.hasSuffix($0) }
    }
  }

  /// Whether a column of the title gives the names of the codes in the column to its left.
  func namesWords(ofCodesIn title: String) -> Bool {
    let words = titleWords
    let isNamed = words.contains { word in
      ["namn", "benämning", "text", "beskrivning", "klartext"].contains { word.hasSuffix($0) }
    }
    return isNamed || words.first == title.titleWords.first
  }

  /// Whether a column of the title tells the kinds of amounts.
  var namesType: Bool {
    ["typ", "type", "beloppstyp", "budgettyp", "värdetyp", "posttyp"].contains(lowercased())
  }

  /// Whether a column of the title holds years as data.
  var namesYear: Bool {
    ["år", "year", "räkenskapsår", "budgetår", "verksamhetsår"].contains(lowercased())
  }

  /// Whether a word of the title is one for a year, such as `Startår`.
  var namesYears: Bool {
    titleWords.contains { $0.hasSuffix("år") || $0.hasSuffix("year") }
  }

  /// Whether a column of the title holds months.
  var namesPeriod: Bool {
    [
      "period", "månad", "mån", "month", "redovisningsperiod", "bokföringsperiod", "bokfperiod",
      "per",
    ].contains(
      lowercased()
    )
  }

  /// Whether a column of the title says when forecasts were made.
  var namesRound: Bool {
    ["omgång", "prognosomgång", "prognostillfälle", "round", "uppföljning"].contains(lowercased())
  }

  /// Whether a column of the title tells cost from income.
  var namesSide: Bool {
    ["sida", "side", "i/k", "k/i", "intäkt/kostnad", "kostnad/intäkt"].contains(lowercased())
  }

  /// Whether a column of the title holds shares.
  var namesRatio: Bool {
    contains("%")
      || titleWords.contains { word in
        ["procent", "procentuell", "soliditet"].contains(word)
          || ["grad", "andel", "kvot"].contains { word.hasSuffix($0) }
      }
  }

  /// Whether a column of the title counts something other than kronor.
  var namesCount: Bool {
    hasWord(in: [
      "antal", "årsarbetare", "åa", "elever", "barn", "platser", "invånare", "timmar", "anställda",
      "brukare", "ärenden", "volym", "volymer",
    ])
  }

  /// Whether the text begins or ends with the word for a number of something.
  var namesNumber: Bool {
    titleWords.first == "antal" || titleWords.last == "antal"
  }

  /// Whether a column of the title holds units, or names of units of the organisation.
  var namesUnit: Bool {
    ["enhet", "enh", "sort", "mått", "måttenhet", "mätenhet"].contains(lowercased())
  }

  /// Whether the text is a unit of money or of something else.
  var isUnitOfAnything: Bool {
    isUnitStatement || namesRate || namesRatio || namesCount
      || ["st", "styck", "tim", "h", "dagar", "dygn", "kvm", "m2", "km", "index"]
        .contains(lowercased())
  }

  /// Whether a column of the title holds prices or averages, where its figures do not say otherwise:
  /// `Medel` may be funds, and `Pris` what prices rise by.
  var mayNameRate: Bool {
    titleWords.contains { $0.hasSuffix("pris") || $0.hasPrefix("medel") }
  }

  /// Whether a column of the title holds averages of a kind that nobody adds up.
  private var namesAverage: Bool {
    titleWords.contains { word in
      ["index", "meritvärde", "snitt", "genomsnitt", "median", "medelvärde"].contains(word)
        || word.hasSuffix("täthet")
    }
  }

  /// Whether a column of the title holds averages, or amounts for each of something, such as
  /// `kr/elev`.
  var namesRate: Bool {
    if namesAverage { return true }
    let things: Set<String> = [
      "elev", "barn", "plats", "invånare", "inv", "timme", "tim", "dygn", "dag", "brukare",
      "årsarbetare", "åa", "anställd", "kvm", "hushåll", "ärende", "besök", "vårddygn", "enhet",
      "styck", "st",
    ]
    let parts = lowercased().split { $0.isWhitespace || $0 == "(" || $0 == ")" }
    return zip(parts, parts.dropFirst()).contains { $0 == "per" && things.contains(String($1)) }
      || parts.contains { part in
        let cut = part.split(separator: "/")
        return cut.count == 2 && things.contains(String(cut[1]))
      }
  }

  /// What kind of number that is not money a column of the title holds; `nil` when it is money.
  var namedKindOfNumber: SeriesKind? {
    if namesRatio { return .ratio }
    if namesRate { return .rate }
    return namesCount ? .count : nil
  }
}

extension Series {
  /// Whether a title that was read so says more than words: a kind or a year.
  var tellsKindOrYear: Bool { kind != .amount || year != nil }
}
