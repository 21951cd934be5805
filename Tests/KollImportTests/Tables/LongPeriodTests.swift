import KollImport
import KollModel
import Testing

/// What days and periods that are no months say in files with a row for each amount.
@Suite struct LongPeriodTests {
  @Test(arguments: ["Bokföringsdatum", "Datum", "Transdatum", "Ver.datum", "Bokf.datum"])
  func theDayOfBookingGivesTheMonthWhereNothingElseDoes(title: String) throws {
    for day in ["2021-08-31", "20210831", "2021-08-31 00:00:00", "2021-08-31T00:00:00"] {
      let facts = try LongFacts(
        """
        \(title);Ansvar;Konto;Text;Utfall
        \(day);3010;5010;Lön;120
        \(day);3010;6010;Hyra;10
        2021-09-01;3010;5010;Lön;7
        """
      )
      #expect(facts.sums == ["3010|Utfall 2021-08": "130", "3010|Utfall 2021-09": "7"], "\(day)")
      #expect(facts.codes == [])
    }
  }

  @Test func theDayOfBookingGoesBeforeOtherDays() throws {
    let facts = try LongFacts(
      """
      Fakturadatum;Datum;Bokföringsdatum;Förfallodatum;Ansvar;Konto;Belopp
      2021-05-01;2021-06-01;2021-07-01;2021-08-01;3010;5010;1
      2021-05-01;2021-06-01;2021-07-01;2021-08-01;3010;6010;2
      """
    )
    #expect(facts.sums == ["3010|2021-07": "3"])
    #expect(
      facts.table.notes.map(\.text) == ["Visas inte: Fakturadatum, Datum, Förfallodatum."]
    )
  }

  @Test func aPeriodGoesBeforeADay() throws {
    let facts = try LongFacts(
      """
      Period;Datum;Ansvar;Konto;Utfall
      202101;2021-02-03;3010;5010;1
      202102;2021-02-28;3010;5010;2
      """
    )
    #expect(facts.sums == ["3010|Utfall 2021-01": "1", "3010|Utfall 2021-02": "2"])
  }

  @Test func aDayThatIsNoneIsAnError() {
    let rows = (1...20).map { "2021-08-31;3010;\(5000 + $0);\($0)" }.joined(separator: "\n")
    let text = "Bokföringsdatum;Ansvar;Konto;Utfall\n\(rows)\n2021-13-31;3010;6010;1"
    let found = TableReader.read(Array(text.utf8), file: "long.csv").diagnostics
    #expect(found.map(\.code) == [.seriesUnknown])
    #expect(found.first?.location?.line == 22)
  }

  @Test(arguments: ["Belopp ack", "Ack belopp", "Ackumulerat"])
  func amountsAddedUpFromJanuaryAreSo(title: String) throws {
    let facts = try LongFacts("Period;Ansvar;Konto;\(title)\n202101;10;5010;5\n202102;10;5010;9")
    #expect(facts.sums == ["10|2021-01...2021-01": "5", "10|2021-01...2021-02": "9"])
  }

  @Test func amountsOfTheMonthStandBesideThoseAddedUp() throws {
    let facts = try LongFacts(
      """
      Period;Ansvar;Konto;Budget ack;Utfall;Utfall ack
      202101;10;5010;4;5;5
      202102;10;5010;8;4;9
      """
    )
    #expect(
      facts.table.series.map(\.period?.description) == [
        "2021-01...2021-01", "2021-01...2021-02", "2021-01", "2021-01...2021-01", "2021-02",
        "2021-01...2021-02",
      ]
    )
    #expect(facts.codes == [])
  }

  @Test func aTypeSaysThatAmountsAreAddedUp() throws {
    let facts = try LongFacts("Period;Ansvar;Typ;Belopp\n202102;10;Utfall ack;9")
    #expect(facts.sums == ["10|Utfall 2021-01...2021-02": "9"])
  }

  @Test func aTableOfDecisionsWithDaysIsNoLedger() throws {
    let facts = try LongFacts("Datum;Nämnd;Budget 2021\n2021-03-01;KS;5\n2021-04-01;BUN;6")
    #expect(facts.table.series.map(\.period) == [nil])
  }

  @Test(arguments: ["202113", "202100", "13", "00", "2021-13"])
  func aPeriodThatIsNoMonthIsAnErrorThatSaysWhatToDo(period: String) {
    let text = "År;Ansvar;Konto;Period;Utfall\n2021;3010;5010;202101;1\n2021;3010;5010;\(period);2"
    let found = TableReader.read(Array(text.utf8), file: "long.csv").diagnostics
    #expect(found.map(\.code) == [.seriesUnknown])
    #expect(found.first?.help?.swedish.contains("periods:") == true)
  }

  @Test func aMappingSaysWhereSuchAPeriodCounts() throws {
    let text = """
      Ansvar;Konto;Period;Utfall
      3010;1510;202100;50
      3010;5010;202112;100
      3010;5010;202113;3
      3010;5010;202114;4
      """
    var options = ReadingOptions()
    options.periods = [0: .ignored, 13: .month(12), 14: .year]
    let facts = try LongFacts(text, options)
    #expect(
      facts.sums == ["3010|Utfall 2021-12": "103", "3010|Utfall 2021 period 14": "4"]
    )
    #expect(
      facts.table.notes.map(\.text) == ["Rader i perioder som mappningen räknar bort: 1."]
    )
  }

  @Test func aColumnOfSuchAPeriodIsNoMonth() throws {
    let facts = try LongFacts("Enhet;202100;202101;202113\nPark;1;2;3\nGata;4;5;6")
    #expect(facts.table.series.map(\.period?.description) == [nil, "2021-01", nil])
    #expect(facts.table.series.map(\.label) == ["period 00", nil, "period 13"])
  }
}
