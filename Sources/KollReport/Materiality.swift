public import KollModel

/// How large a deviation must be for a report to tell of it.
public struct Materiality: Hashable, Sendable {
  /// The limits of the levels that have one.
  public var limits: [Limit]

  /// A limit: an amount, a share of what is compared with, or both.
  public struct Limit: Hashable, Sendable {
    /// The level of the areas it is for: 0 for the whole, 1 for the widest areas; `nil` for all.
    public let level: Int?
    /// The largest amount that is not told of, in the minor units of its unit, above zero.
    public let amount: Money?
    /// The largest share that is not told of: 0.005 is half a per cent.
    public let share: Rational?
    /// Whether both must be passed, and not one of them.
    public let needsBoth: Bool
    /// The unit that people state the amount in.
    public let unit: MoneyUnit

    /// Creates a limit.
    /// - Parameters:
    ///   - level: The level of the areas it is for; `nil` for all.
    ///   - amount: The largest amount that is not told of.
    ///   - share: The largest share that is not told of.
    ///   - needsBoth: Whether both must be passed.
    ///   - unit: The unit that people state the amount in.
    public init(
      level: Int? = nil,
      amount: Money? = nil,
      share: Rational? = nil,
      needsBoth: Bool = false,
      unit: MoneyUnit = .tkr,
    ) {
      self.level = level
      self.amount = amount
      self.share = share
      self.needsBoth = needsBoth
      self.unit = unit
    }
  }

  /// Creates limits.
  /// - Parameter limits: The limits of the levels that have one.
  public init(_ limits: [Limit]) {
    self.limits = limits
  }

  /// The limit of a level: its own, or that of all.
  /// - Parameter level: 0 for the whole, 1 for the widest areas.
  /// - Returns: The limit; `nil` when areas of the level are not told of.
  public func limit(ofLevel level: Int) -> Limit? {
    limits.first { $0.level == level } ?? limits.first { $0.level == nil }
  }

  /// The limits of a report that states none: half a per cent of the whole, and of the widest areas
  /// half a per cent or 500 tkr.
  ///
  /// What kommuner ask comments on differs; these are common ones.
  static let usual = Materiality([
    Limit(level: 0, share: halfPerCent),
    Limit(level: 1, amount: Money(minorUnits: 50_000_000), share: halfPerCent),
  ])

  private static let halfPerCent = Rational(5, decimals: 3)

  /// The most decimals of a share in per cent.
  public static let decimalsOfShare = 4
}

extension Materiality.Limit {
  /// Whether a difference is larger than the limit.
  /// - Parameters:
  ///   - difference: The difference.
  ///   - base: What is compared with; of nothing and of zero any difference is a large share.
  /// - Returns: Whether it is.
  public func isPassed(by difference: Money, from base: Money?) -> Bool {
    var answers: [Bool] = []
    if let amount { answers.append(difference.minorUnits.magnitude > amount.minorUnits.magnitude) }
    if let share { answers.append(isPassed(share, by: difference, from: base)) }
    return needsBoth ? !answers.contains(false) : answers.contains(true)
  }

  private func isPassed(_ share: Rational, by difference: Money, from base: Money?) -> Bool {
    let size = UInt128(difference.minorUnits.magnitude) * UInt128(share.denominator.magnitude)
    let limit = UInt128(base?.minorUnits.magnitude ?? 0) * UInt128(share.numerator.magnitude)
    return size > limit
  }

  /// The limit in words, such as `500 tkr eller 0,5 %`.
  var words: String {
    let parts = [amount.map(words), share.map(words)].compactMap(\.self)
    return parts.joined(separator: needsBoth ? " och " : " eller ")
  }

  private func words(_ amount: Money) -> String {
    let display = MoneyDisplay(unit, decimals: 0).exact(for: [amount])
    let style = NumberStyle.swedish(decimals: display.decimals)
    let number = try? style.format(amount.shown(in: Scale(unit: unit)))
    return "\(number ?? "…")\u{A0}\(unit.rawValue)"
  }

  private func words(_ share: Rational) -> String {
    let style = NumberStyle.swedish(decimals: Materiality.decimalsOfShare)
    var number = (try? style.format(share * Rational(100))) ?? "…"
    // Decimals that say nothing are left out.
    while number.last == "0" { number.removeLast() }
    if number.last == "," { number.removeLast() }
    return "\(number)\u{A0}%"
  }
}
