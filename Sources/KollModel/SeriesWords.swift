/// The words by which headers tell a series, in small letters.
enum SeriesWords {
  /// What one word says of the kind, and what else it says.
  struct Kind {
    var kind: SeriesKind
    var side: Side?
    var year: Int?
    var label: String?
  }

  /// What a word says of the kind: `budget`, `nettobudget`, `periodbudget`, `budget2021`.
  static func kind(_ word: String) -> Kind? {
    if let kind = kinds[word] { return Kind(kind: kind) }
    if let year = Int(word.suffix(4)), years.contains(year),
      let kind = kinds[String(word.dropLast(4))]
    {
      return Kind(kind: kind, year: year)
    }
    for (prefix, side) in sidePrefixes where word.hasPrefix(prefix) {
      if let kind = kinds[String(word.dropFirst(prefix.count))] {
        return Kind(kind: kind, side: side)
      }
    }
    for prefix in ["period", "delårs"] where word.hasPrefix(prefix) {
      let rest = word.dropFirst(prefix.count)
      let stem = rest.hasPrefix("s") && prefix == "period" ? rest.dropFirst() : rest
      if let kind = kinds[String(stem)] { return Kind(kind: kind, label: prefix) }
    }
    return nil
  }

  /// The words that tell the kind.
  private static let kinds: [String: SeriesKind] = {
    let words: [SeriesKind: String] = [
      .budget:
        "budget budg bud årsbudget årsbudg årsbud helårsbudget internbudget detaljbudget rambudget "
        + "driftbudget driftsbudget totalbudget budgeterat budgeterad",
      .forecast: "prognos prog progn prg årsprognos helårsprognos totalprognos forecast",
      .actual: "utfall utf bokslut årsbokslut årsutfall helårsutfall redovisat redovisning actual "
        + "actuals outcome förbrukat",
      .frame: "ram budgetram nettoram driftram driftsram frame",
      .plan: "plan flerårsplan verksamhetsplan vp långtidsplan elp",
      .variance: "avvikelse avv avvik budgetavvikelse budgetavv prognosavvikelse helårsavvikelse "
        + "årsavvikelse diff differens skillnad förändring budgetförändring ramförändring "
        + "prognosförändring variance",
    ]
    return Dictionary(
      uniqueKeysWithValues: words.flatMap { kind, list in
        list.split(separator: " ").map { (String($0), kind) }
      }
    )
  }()

  /// The years that four digits may be; above them they are a year and a month: `2108`.
  static let years = 1900...2100

  /// The words that tell the side.
  static let sides: [String: Side] = [
    "kostnad": .cost, "kostnader": .cost, "kostn": .cost, "bruttokostnad": .cost,
    "bruttokostnader": .cost, "cost": .cost, "costs": .cost,
    "utgift": .cost, "utgifter": .cost, "bruttoutgift": .cost, "bruttoutgifter": .cost,
    "inkomst": .income, "inkomster": .income, "nettoutgift": .net, "nettoutgifter": .net,
    "intäkt": .income, "intäkter": .income, "int": .income, "intäk": .income, "income": .income,
    "netto": .net, "nettokostnad": .net, "nettokostnader": .net, "nettokostn": .net, "net": .net,
  ]

  private static let sidePrefixes: [(String, Side)] = [
    ("nettokostnads", .net), ("netto", .net), ("kostnads", .cost), ("intäkts", .income),
  ]

  /// The months' names and what they are shortened to.
  static let months: [String: Int] = {
    let names = [
      "januari jan january", "februari feb febr february", "mars mar march", "april apr", "maj may",
      "juni jun june", "juli jul july", "augusti aug august", "september sep sept",
      "oktober okt october oct", "november nov", "december dec",
    ]
    return Dictionary(
      uniqueKeysWithValues: names.enumerated().flatMap { number, list in
        list.split(separator: " ").map { (String($0), number + 1) }
      }
    )
  }()

  /// The months of the thirds and quarters of the year.
  static let monthsOfParts: [String: ClosedRange<Int>] = {
    var months: [String: ClosedRange<Int>] = [:]
    for (word, length) in ["tertial": 4, "t": 4, "kvartal": 3, "q": 3] {
      for first in stride(from: 1, through: 12, by: length) {
        months["\(word)\(first / length + 1)"] = first...first + length - 1
      }
    }
    return months
  }()

  /// The words that say that months are added up from January.
  static let accumulated: Set<String> = [
    "ack", "ackumulerat", "ackumulerad", "ackumulerade", "ackum", "acc", "ytd",
  ]

  /// The words that say the whole year.
  static let wholeYear: Set<String> = ["helår", "helåret", "helårs"]

  /// The words that a month follows: when a forecast was made, or how far amounts are added up.
  static let until: Set<String> = ["per", "t.o.m", "tom", "till"]

  /// The words that say that amounts are of all years together: a project's from its beginning to
  /// its end.
  static let totals: Set<String> = [
    "totalt", "total", "totala", "totalutgift", "totalutgifter", "totalinvestering",
  ]

  /// What is said of a total that no other word tells the kind of.
  static let kindsOfTotals: [String: SeriesKind] = [
    "beslutad": .budget, "beslutat": .budget, "beslutade": .budget, "godkänd": .budget,
    "beräknad": .forecast, "beräknat": .forecast, "beräknade": .forecast,
    "upparbetat": .actual, "upparbetad": .actual,
  ]

  /// Words that together are one.
  static let phrases: [[String]: String] = [
    ["t", "o", "m"]: "tom", ["till", "och", "med"]: "tom",
    ["total", "utgift"]: "totalutgift", ["totala", "utgifter"]: "totalutgift",
    ["totala", "utgift"]: "totalutgift",
  ]

  /// The words that stand before a unit and belong to it: `i tkr`, `miljoner kronor`.
  static let beforeUnits: Set<String> = [
    "i", "tusen", "tusental", "tusentals", "miljoner", "miljontals", "miljarder",
  ]

  /// The words that say what is left of a kind.
  static let rest: Set<String> = [
    "rest", "kvar", "kvarstår", "återstår", "återstående", "återstod", "disponibelt", "remaining",
  ]

  /// The words between two months.
  static let joints: Set<String> = ["-", "–", "—", "till", "t.o.m", "tom"]

  /// The words behind which a change is no change itself: a budget after changes.
  static let after: Set<String?> = ["efter", "inkl", "inkl.", "inklusive", "före", "exkl", "exkl."]
}
