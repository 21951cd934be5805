import KollImport
import KollModel
import KollProject
import Testing

/// Where a mapping says that periods which are no months count.
@Suite struct PeriodMappingTests {
  @Test func periodsThatAreNoMonthsGetAMeaning() {
    let text = "periods: {\"13\": 12, \"14\": år, \"00\": ignorera}\n"
    let read = MappingReader.read(Array(text.utf8), file: "m.yaml")
    #expect(read.diagnostics.isEmpty)
    #expect(read.options.periods == [13: .month(12), 14: .year, 0: .ignored])
  }

  @Test(arguments: ["\"13\": 13", "\"13\": december", "\"12\": 12", "\"x\": 12"])
  func whatIsNoSuchPeriodOrMeaningIsRefused(pair: String) {
    let read = MappingReader.read(Array("periods: {\(pair)}\n".utf8), file: "m.yaml")
    #expect(read.diagnostics.map(\.code) == [.projectValueInvalid])
    #expect(read.options.periods.isEmpty)
  }
}
