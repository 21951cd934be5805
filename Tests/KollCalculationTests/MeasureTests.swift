import KollCalculation
import KollModel
import Testing

/// What a measure saves in the year, the year after, and in a full year.
struct MeasureTests {
  private func tkr(_ amount: Int64) -> Money { Money(minorUnits: amount * 100_000) }

  private func measure(
    _ status: Savings.Status = .decided,
    set: (inout Savings.Measure) -> Void,
  ) -> Savings.Measure {
    var measure = Savings.Measure(
      id: "S1",
      text: "Åtgärd",
      status: status,
      origin: Origin(file: "besparingar.csv", line: 3),
    )
    set(&measure)
    return measure
  }

  private func savings(_ measures: Savings.Measure..., year: Int = 2021) -> Savings {
    Savings(
      title: "Uppdrag",
      year: year,
      unit: .tkr,
      task: Savings.Amount(tkr(1_200)),
      measures: measures,
    )
  }

  /// Source: the share of a full year's effect by the month of start.
  @Test(arguments: [
    ("2021-01", 1_200), ("2021-04", 900), ("2021-07", 600), ("2021-09", 400), ("2021-10", 300),
    ("2021-12", 100), ("2020-11", 1_200), ("2022-01", 0),
  ])
  func theYearsEffectFollowsTheStart(start: String, effect: Int64) throws {
    let measure = measure {
      $0.start = Month(start)
      $0.fullYear = Savings.Amount(tkr(1_200))
    }
    let savings = savings(measure)
    #expect(try savings.effect(of: measure)?.money == tkr(effect))
    #expect(try savings.increment(of: measure)?.money == tkr(1_200 - effect))
  }

  @Test func whatBeginsWithinTheNextYearIsCountedFromItsStartThen() throws {
    func increment(_ start: String) throws -> Money? {
      let measure = measure {
        $0.start = Month(start)
        $0.fullYear = Savings.Amount(tkr(1_200))
      }
      return try savings(measure).increment(of: measure)?.money
    }
    #expect(try increment("2022-07") == tkr(600))
    #expect(try increment("2023-02") == .zero)
  }

  @Test func moneyIsShownWithTheDecimalsThatAmountsNeed() {
    let display = MoneyDisplay(.mnkr)
    #expect(display.exact(for: [tkr(8_900)]).decimals == 1)
    #expect(display.exact(for: [tkr(8_950), tkr(100)]).decimals == 2)
    #expect(display.exact(for: [Money(minorUnits: 1)]).decimals == 8)
    #expect(MoneyDisplay(.tkr).exact(for: []).decimals == 0)
    #expect(MoneyDisplay(.öre).exact(for: [Money(minorUnits: 1)]).decimals == 0)
    #expect(MoneyDisplay(.tkr, decimals: 2).exact(for: [tkr(1)]).decimals == 2)
  }

  @Test func aThirdOfAYearIsRoundedToTheÖre() throws {
    let measure = measure {
      $0.start = Month("2021-09")
      $0.fullYear = Savings.Amount(Money(minorUnits: 100), isApproximate: true)
    }
    #expect(
      try savings(measure).effect(of: measure)
        == Savings.Amount(Money(minorUnits: 33), isApproximate: true)
    )
  }

  @Test func aYearThatBeginsInJulyCountsFromJuly() throws {
    let measure = measure {
      $0.start = Month("2022-01")
      $0.fullYear = Savings.Amount(tkr(1_200))
    }
    var savings = savings(measure)
    savings.fiscalYear = try #require(FiscalYear(beginningInMonth: 7))
    #expect(try savings.effect(of: measure)?.money == tkr(600))
  }

  @Test func aMeasureOfOneYearLeavesNothingToTheNext() throws {
    let measure = measure {
      $0.kind = .oneOff
      $0.statedThisYear = Savings.Amount(tkr(45))
    }
    #expect(try savings(measure).increment(of: measure)?.money == tkr(-45))
  }

  @Test func withoutAStartTheEffectIsNotKnown() throws {
    let measure = measure { $0.fullYear = Savings.Amount(tkr(100)) }
    let savings = savings(measure)
    #expect(try savings.effect(of: measure) == nil)
    #expect(try savings.steps().identified == nil)
    #expect(try savings.findings(in: nil).first?.message.english.contains("month of start") == true)
  }

  @Test func theForecastWeighsEffectsByTheirProbability() throws {
    let sure = measure { $0.statedThisYear = Savings.Amount(tkr(100)) }
    let likely = measure(.identified) {
      $0.statedThisYear = Savings.Amount(tkr(100))
      $0.probability = Rational(1, over: 4)
      $0.isInForecast = true
      $0.realised = tkr(10)
    }
    let idea = measure(.idea) { $0.statedThisYear = Savings.Amount(tkr(100)) }
    let steps = try savings(sure, likely, idea).steps()
    #expect(steps.identified?.money == tkr(200))
    #expect(steps.decided?.money == tkr(100))
    #expect(steps.forecast?.money == tkr(125))
    #expect(steps.inForecast?.money == tkr(25))
    #expect(steps.realised?.money == tkr(10))
  }

  @Test func theNewestRoundStandsAndTheOneBeforeShowsTheTrend() throws {
    func row(_ round: String, _ amount: Int64) -> Savings.Measure {
      measure {
        $0.round = Month(round)
        $0.statedThisYear = Savings.Amount(tkr(amount))
      }
    }
    let all = savings(row("2021-03", 100), row("2021-06", 150), row("2021-09", 120))
    let june = all.standing(in: Month("2021-08"))
    #expect(try june.steps().identified?.money == tkr(150))
    let table = try june.stepTable(in: MoneyDisplay(.tkr))
    #expect(table.columns.last?.title == "Förändring sedan 2021-03")
    #expect(table.rows.first { $0.label == "Identifierat" }?.cells[2].value == .money(tkr(50)))
    #expect(try all.standing(in: nil).steps().identified?.money == tkr(120))
    let first = all.standing(in: Month("2021-03"))
    #expect(first.measuresBefore.isEmpty)
    // Before the first round there is nothing else to show.
    #expect(all.standing(in: Month("2021-01")) == first)
  }

  @Test func theGapIsARowOfItsOwnAndSoIsASurplus() throws {
    func labels(_ amount: Int64) throws -> [String: CellValue?] {
      let table = try savings(measure { $0.statedThisYear = Savings.Amount(tkr(amount)) })
        .stepTable(in: MoneyDisplay(.tkr))
      return Dictionary(uniqueKeysWithValues: table.rows.map { ($0.label, $0.cells.first?.value) })
    }
    #expect(try labels(1_000)["Ospecificerad besparing"] == .money(tkr(200)))
    #expect(try labels(1_300)["Identifierat utöver uppdraget"] == .money(tkr(100)))
    #expect(try labels(1_200)["Ospecificerad besparing"] == nil)
  }

  @Test func everyAreaIsShownWithItsPartAndItsMeasures() throws {
    let areas = [AreaPath(["Skola"]), AreaPath(["Vård"])]
    var savings = savings(
      measure {
        $0.area = AreaPath(["Skola", "Förskola"])
        $0.statedThisYear = Savings.Amount(tkr(300))
      },
      measure { $0.statedThisYear = Savings.Amount(tkr(50)) },
    )
    #expect(
      try savings.areaTable(of: areas, in: MoneyDisplay(.tkr))?.rows.map(\.label) == [
        "Skola", "Utan område", "Totalt",
      ]
    )
    savings.measures[0].area = nil
    #expect(try savings.areaTable(of: areas, in: MoneyDisplay(.tkr)) == nil)
  }
}
