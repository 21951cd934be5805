/// A unit that Swedish tables state amounts in.
public enum MoneyUnit: String, Sendable, CaseIterable {
  /// One hundredth of a krona.
  case öre
  /// Kronor.
  case kr
  /// Thousands of kronor; also written kkr.
  case tkr
  /// Millions of kronor; also written mkr.
  case mnkr
  /// Billions of kronor.
  case mdkr
}

extension MoneyUnit {
  /// How many decimals an amount in this unit has when it is written to the öre.
  public var decimalsToOre: Int {
    switch self {
    case .öre: 0
    case .kr: 2
    case .tkr: 5
    case .mnkr: 8
    case .mdkr: 11
    }
  }

  /// The öre of one of the unit.
  public var minorUnits: Int64 { Int64(powerOfTen(decimalsToOre)) }

  /// The decimals that people read when a table was converted to this unit and nothing else is said.
  public var customaryDecimals: Int {
    switch self {
    case .öre, .kr, .tkr: 0
    case .mnkr, .mdkr: 1
    }
  }

  /// Reads a unit as people write it: `Kkr`, `tkr`, `mkr`, `Mnkr`, `kronor`; `nil` when it is none.
  /// - Parameter text: The word, without surrounding blanks or a full stop.
  public init?(spelling text: some StringProtocol) {
    switch text.lowercased() {
    case "öre": self = .öre
    case "kr", "sek", "kronor": self = .kr
    case "tkr", "kkr", "tsek", "ksek": self = .tkr
    case "mnkr", "mkr", "msek", "mnsek": self = .mnkr
    case "mdkr", "mdrkr": self = .mdkr
    default: return nil
    }
  }
}
