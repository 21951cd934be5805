import KollModel
import KollTestSupport
import Testing

@Suite struct SeriesTests {
  private func month(_ text: String) throws -> Month { try #require(Month(text)) }

  @Test func headersSayWhatTheirColumnsState() throws {
    let august = try month("2021-08")
    let january = try month("2021-01")
    let expected: [(String, Series)] = [
      ("Budget 2021", Series(.budget, year: 2021)),
      ("BUDGET  2021", Series(.budget, year: 2021)),
      ("Prognos 2020", Series(.forecast, year: 2020)),
      ("Bokslut 2019", Series(.actual, year: 2019)),
      ("utfall 2021-08", Series(.actual, year: 2021, period: .month(august))),
      (
        "utfall 2021-01...2021-08",
        Series(.actual, year: 2021, period: .accumulated(january, august)),
      ),
      ("Prognos 2021 per 2021-08", Series(.forecast, year: 2021, round: august)),
      ("Kostnader budget 2021", Series(.budget, year: 2021, side: .cost)),
      ("Avvikelse", Series(.variance)),
      ("Belopp", Series(.amount, label: "belopp")),
      ("Budget 2021 (efter beslut)", Series(.budget, year: 2021, label: "(efter beslut)")),
      ("Budget 1821", Series(.budget, label: "1821")),
      ("", Series(.amount)),
    ]
    for (text, series) in expected { #expect(Series(reading: text) == series, "\(text)") }
  }

  @Test func headersOfFinanceSystemsAreReadByTheirAbbreviations() throws {
    let august = try month("2021-08")
    let toAugust = Period.accumulated(try month("2021-01"), august)
    let expected: [(String, Series)] = [
      ("Bud 21", Series(.budget, year: 2021)),
      ("Budget2021", Series(.budget, year: 2021)),
      ("budget_2021", Series(.budget, year: 2021)),
      ("UTFALL-2021", Series(.actual, year: 2021)),
      ("Årsbudget 2021", Series(.budget, year: 2021)),
      ("Budget helår 2021", Series(.budget, year: 2021)),
      ("Prognos helår", Series(.forecast)),
      ("Helårsprognos 2021", Series(.forecast, year: 2021)),
      ("Prognos 2", Series(.forecast, label: "2")),
      ("Prognos 10", Series(.forecast, label: "10")),
      ("Progn 20", Series(.forecast, year: 2020)),
      ("Prognos aug 2021", Series(.forecast, year: 2021, round: august)),
      ("Fg prognos", Series(.forecast, label: "fg")),
      ("Utfall ack", Series(.actual, label: "ack")),
      ("Budget ack", Series(.budget, label: "ack")),
      ("Ack utfall aug 2021", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall ack 202108", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall t.o.m. 2021-08", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall per 2021-08-31", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall 2021-08-31", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall t.o.m. aug 2021", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall per augusti 2021", Series(.actual, year: 2021, period: toAugust)),
      ("Prognos per aug 2021", Series(.forecast, year: 2021, round: august)),
      ("Utfall 2108", Series(.actual, year: 2021, period: .month(august))),
      ("Budget -21", Series(.budget, year: 2021)),
      ("Budget 2021¹", Series(.budget, year: 2021)),
      ("Budget 2021 *)", Series(.budget, year: 2021, label: "*)")),
      ("Utfall jan–aug 2021", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall jan - aug 2021", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall januari till augusti 2021", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall jan-aug", Series(.actual, label: "jan-aug")),
      ("Utfall 202101-202108", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall 2021-01–2021-08", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall aug 2021", Series(.actual, year: 2021, period: .month(august))),
      ("aug-21", Series(.amount, year: 2021, period: .month(august))),
      ("202108", Series(.amount, year: 2021, period: .month(august))),
      ("Periodbudget", Series(.budget, label: "period")),
      ("Nettobudget 2021", Series(.budget, year: 2021, side: .net)),
      ("Kostnadsbudget", Series(.budget, side: .cost)),
      ("Int utfall", Series(.actual, side: .income)),
      ("Fg år", Series(.actual, label: "fg år")),
      ("Utfall fg år", Series(.actual, label: "fg år")),
      ("Bokslut fg år", Series(.actual, label: "fg år")),
      ("Plan 2023", Series(.plan, year: 2023)),
      ("Ram", Series(.frame)),
      ("Diff mot fg prognos", Series(.variance, label: "mot fg prognos")),
      ("Budget avvikelse", Series(.variance, label: "budget")),
      ("Budget efter förändring", Series(.budget, label: "efter förändring")),
      ("Avvikelse period", Series(.variance, label: "period")),
    ]
    for (text, series) in expected { #expect(Series(reading: text) == series, "\(text)") }
  }

  @Test func thirdsAndQuartersOfTheYearAreItsMonths() throws {
    func period(_ first: String, _ last: String) throws -> Period {
      .accumulated(try month(first), try month(last))
    }
    let third = try period("2021-01", "2021-04")
    let quarter = try period("2021-04", "2021-06")
    let expected: [(String, Series)] = [
      ("Utfall tertial 1 2021", Series(.actual, year: 2021, period: third)),
      ("Utfall 2021 Tertial 1", Series(.actual, year: 2021, period: third)),
      ("T1 2021", Series(.amount, year: 2021, period: third)),
      ("Budget T1-21", Series(.budget, year: 2021, period: third)),
      ("Utfall kvartal 2 2021", Series(.actual, year: 2021, period: quarter)),
      ("Utfall Q2 2021", Series(.actual, year: 2021, period: quarter)),
      ("Utfall Q2 21", Series(.actual, year: 2021, period: quarter)),
      (
        "Utfall ack Q2 2021",
        Series(.actual, year: 2021, period: try period("2021-01", "2021-06")),
      ),
      (
        "Utfall t.o.m. tertial 2 2021",
        Series(.actual, year: 2021, period: try period("2021-01", "2021-08")),
      ),
      ("Prognos T1 2021", Series(.forecast, year: 2021, round: try month("2021-04"))),
      ("Prognos jan-apr 2021", Series(.forecast, year: 2021, period: third)),
      ("Utfall tertial 1", Series(.actual, label: "tertial 1")),
      ("Utfall T4 2021", Series(.actual, year: 2021, label: "t4")),
      ("Utfall Q5 2021", Series(.actual, year: 2021, label: "q5")),
    ]
    for (text, series) in expected { #expect(Series(reading: text) == series, "\(text)") }
  }

  @Test func aSlashBetweenYearAndMonthIsNoneBetweenTwoYears() throws {
    let august = try month("2021-08")
    let toAugust = Period.accumulated(try month("2021-01"), august)
    let expected: [(String, Series)] = [
      ("2021/08", Series(.amount, year: 2021, period: .month(august))),
      ("Utfall 2021/08", Series(.actual, year: 2021, period: .month(august))),
      ("Utfall t.o.m. 2021/08", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall 2021/01-2021/08", Series(.actual, year: 2021, period: toAugust)),
      ("Prognos per 2021/08", Series(.forecast, round: august)),
      ("Budget 2011/12", Series(.budget, label: "2011/12")),
      ("Budget 2021/22", Series(.budget, label: "2021/22")),
    ]
    for (text, series) in expected { #expect(Series(reading: text) == series, "\(text)") }
  }

  @Test func whatIsOfAllYearsIsNoYears() {
    let expected: [(String, Series)] = [
      ("Beslutad totalutgift", Series(.budget, label: "totalt")),
      ("Beslutad total utgift", Series(.budget, label: "totalt")),
      ("Total budget", Series(.budget, label: "totalt")),
      ("Budget totalt", Series(.budget, label: "totalt")),
      ("Beräknad totalutgift", Series(.forecast, label: "totalt")),
      ("Prognos totalutgift", Series(.forecast, label: "totalt")),
      ("Ack utfall totalt", Series(.actual, label: "totalt")),
      ("Ack. utfall, totala utgifter", Series(.actual, label: "totalt")),
      ("Utfall totalt inkomster", Series(.actual, side: .income, label: "totalt")),
      ("Budget 2021", Series(.budget, year: 2021)),
      ("Total budget 2021", Series(.budget, year: 2021, label: "total")),
      ("Ack utfall", Series(.actual, label: "ack")),
      ("Totalt", Series(.amount, label: "totalt")),
      ("Totalutgift", Series(.amount, label: "totalutgift")),
      ("Utgifter 2021 budget", Series(.budget, year: 2021, side: .cost)),
      ("Inkomster budget 2021", Series(.budget, year: 2021, side: .income)),
    ]
    for (text, series) in expected { #expect(Series(reading: text) == series, "\(text)") }
    for title in ["Budget totalt", "Prognos totalt", "Utfall kostnader totalt"] {
      #expect(Series(reading: title).isOfAllYears)
      #expect(Series(reading: Series(reading: title).title) == Series(reading: title))
    }
    #expect(Series(reading: "Ack utfall").accumulatedFromTheBeginning.isOfAllYears)
    #expect(!Series(reading: "Ack budget").accumulatedFromTheBeginning.isOfAllYears)
  }

  @Test func titlesThatControllersWriteAreReadAsTheyMeanThem() throws {
    let august = try month("2021-08")
    let december = try month("2021-12")
    let toAugust = Period.accumulated(try month("2021-01"), august)
    let expected: [(String, Series)] = [
      ("Utf 2108", Series(.actual, year: 2021, period: .month(august))),
      ("Utf.2021", Series(.actual, year: 2021)),
      ("Utf ack 2108", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall 2021-08 ack", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall t o m aug 2021", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall till och med augusti 2021", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall YTD 202108", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall jan-aug -21", Series(.actual, year: 2021, period: toAugust)),
      ("Utfall jan-aug fg år", Series(.actual, label: "fg år jan-aug")),
      ("Bokslut -20", Series(.actual, year: 2020)),
      ("Bokslut ’20", Series(.actual, year: 2020)),
      ("Budg per", Series(.budget, label: "period")),
      ("Utf per.", Series(.actual, label: "period")),
      ("Budget period", Series(.budget, label: "period")),
      ("Budget (ack)", Series(.budget, label: "ack")),
      ("Budget helår 21", Series(.budget, year: 2021)),
      ("Helårsbudget 21", Series(.budget, year: 2021)),
      ("Årsbudg 21", Series(.budget, year: 2021)),
      ("Budget aug 21", Series(.budget, year: 2021, period: .month(august))),
      ("Prognos T2", Series(.forecast, label: "t2")),
      ("Prognos dec", Series(.forecast, label: "dec")),
      ("Prognos dec 21", Series(.forecast, year: 2021, round: december)),
      ("Prg 2021", Series(.forecast, year: 2021)),
      ("Helårsprognos aug 2021", Series(.forecast, year: 2021, round: august)),
      ("Avv kr", Series(.variance, label: "kr")),
      ("Avv %", Series(.variance, label: "%")),
      ("Diff", Series(.variance)),
      ("Bud.avv", Series(.variance, label: "bud")),
      ("Budgetavv", Series(.variance)),
      ("Avvikelse mot budget", Series(.variance, label: "mot budget")),
      ("Budget - utfall", Series(.variance, label: "budget - utfall")),
      ("Budget-utfall", Series(.variance, label: "budget - utfall")),
      ("Rest", Series(.amount, label: "rest")),
      ("Kvar av budget", Series(.amount, label: "kvar av budget")),
      ("Återstående budget 2021", Series(.amount, year: 2021, label: "återstående budget")),
      ("Budget kvar", Series(.amount, label: "kvar budget")),
      ("VP 2022", Series(.plan, year: 2022)),
      ("Verksamhetsplan 2022", Series(.plan, year: 2022)),
      ("Flerårsplan 2023", Series(.plan, year: 2023)),
      ("Plan 23", Series(.plan, year: 2023)),
      ("Utfall 202113", Series(.actual, year: 2021, label: "period 13")),
      ("202100", Series(.amount, year: 2021, label: "period 00")),
    ]
    for (text, series) in expected { #expect(Series(reading: text) == series, "\(text)") }
  }

  @Test func aUnitIsNoPartOfWhatATitleIsAbout() throws {
    let toAugust = Period.accumulated(try month("2021-01"), try month("2021-08"))
    let expected: [(String, Series)] = [
      ("Budget 2021 (tkr)", Series(.budget, year: 2021)),
      ("Budget 2021, tkr", Series(.budget, year: 2021)),
      ("Budget tkr 2021", Series(.budget, year: 2021)),
      ("Budget 2021 [mnkr]", Series(.budget, year: 2021)),
      ("Budget 2021 i tusental kronor", Series(.budget, year: 2021)),
      ("Utfall jan-aug 2021 (i miljoner kronor)", Series(.actual, year: 2021, period: toAugust)),
      ("Budget 2021 skola (kr)", Series(.budget, year: 2021, label: "skola")),
      ("Budget 2021 kr per elev", Series(.budget, year: 2021, label: "kr per elev")),
      ("Budget 2021 kr/elev", Series(.budget, year: 2021, label: "kr/elev")),
      ("Avv kr", Series(.variance, label: "kr")),
    ]
    for (text, series) in expected { #expect(Series(reading: text) == series, "\(text)") }
  }

  @Test func onlyPeriodsBesideTheMonthsAreExtraPeriods() {
    for (text, year, number) in [
      ("202113", 2021, 13), ("202100", 2021, 0), ("2021-13", 2021, 13), ("13", nil, 13),
      ("00", nil, 0), ("0", nil, 0),
    ] as [(String, Int?, Int)] {
      #expect(ExtraPeriod(text)?.year == year, "\(text)")
      #expect(ExtraPeriod(text)?.number == number, "\(text)")
    }
    for text in ["202101", "202112", "01", "12", "19", "", "1-3", "+13", "182113", "202199", "x"] {
      #expect(ExtraPeriod(text) == nil, "\(text)")
    }
  }

  @Test func titlesAreReadBackAsTheSameSeries() throws {
    let august = try month("2021-08")
    let january = try month("2021-01")
    for kind in [SeriesKind.budget, .forecast, .actual, .frame, .plan, .variance, .amount] {
      for side in [nil] + Side.allCases {
        for period in [nil, Period.month(august), .accumulated(january, august)] {
          let round = kind == .forecast ? august : nil
          let series = Series(
            kind,
            year: 2021,
            period: period,
            round: round,
            side: side,
            label: "tjänsteköp",
          )
          #expect(Series(reading: series.title) == series, "\(series.title)")
        }
      }
    }
  }

  @Test(arguments: Seeds.first(5))
  func differentWordsNeverBecomeTheSameSeries(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = ["Budget ", "2021 ", "2022 ", "Utfall ", "netto ", "per ", "2023-08 ", "X ", "( "]
    for _ in 0..<2000 {
      let first = generator.text(of: words, count: 0...5)
      let second = generator.text(of: words, count: 0...5)
      let same =
        first.lowercased().split(separator: " ").sorted()
        == second.lowercased().split(separator: " ").sorted()
      if !same { #expect(Series(reading: first) != Series(reading: second), "\(first)|\(second)") }
    }
  }

  @Test func monthsAreWrittenWithTwoDigitsAndReadNoOtherWay() {
    #expect(Month("2021-08")?.description == "2021-08")
    for text in ["2021-8", "2021-13", "2021-00", "21-08", "2021-0a", "2021-+8", "2021-08-01", ""] {
      #expect(Month(text) == nil, "\(text)")
    }
  }

  @Test func eachConventionTurnsTheSidesThatItStatesTheOtherWay() {
    let positive: [SignConvention: Set<Side>] = [
      .cost: [.cost, .income, .net], .result: [.income], .ledger: [.cost, .net],
    ]
    for own in SignConvention.allCases {
      for other in SignConvention.allCases {
        for side in Side.allCases {
          let turns = positive[own]?.contains(side) != positive[other]?.contains(side)
          #expect(own.turns(to: other, side: side) == turns, "\(own) \(other) \(side)")
        }
        #expect(!own.turns(to: other, side: nil))
      }
    }
  }

  @Test func moreIsBetterWhereTheSignsSaySo() {
    let better: [SignConvention: Set<Side>] = [
      .cost: [.income], .result: [.cost, .income, .net], .ledger: [],
    ]
    for sign in SignConvention.allCases {
      for side in Side.allCases {
        #expect(sign.moreIsBetter(side: side) == better[sign]?.contains(side), "\(sign) \(side)")
      }
    }
  }
}
