internal import KollModel

/// A scale of whole steps, letters or dots, from the lowest of some figures, or zero, to the highest.
struct BarScale {
  private let lowest: Rational
  private let span: Rational
  private let width: Int

  init(_ figures: [Rational], width: Int) {
    let known = figures + [Rational(0)]
    lowest = known.min(by: BarScale.isLess) ?? Rational(0)
    let highest = known.max(by: BarScale.isLess) ?? Rational(0)
    span = (try? highest - lowest) ?? Rational(0)
    self.width = width
  }

  /// What a figure that is absent has.
  var nothing: (start: Int, length: Int) { bar(from: Rational(0), to: Rational(0)) }

  /// Where a bar begins and how long it is; one between different figures is seen.
  func bar(from first: Rational, to last: Rational) -> (start: Int, length: Int) {
    let ends = [place(of: first), place(of: last)]
    let (start, end) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    guard first != last, start == end else { return (start, end - start) }
    return BarScale.isLess(last, first) && start > 0 ? (start - 1, 1) : (start, 1)
  }

  /// How high a figure stands, in one letter.
  func height(_ figure: Rational) -> String {
    ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][min(7, max(0, place(of: figure)))]
  }

  /// How many steps from the lowest a figure stands.
  func place(of figure: Rational) -> Int { length(of: figure) - length(of: lowest) }

  /// How many steps a figure is from zero; one that is not zero is a step away.
  private func length(of figure: Rational) -> Int {
    guard figure.numerator != 0, let share = try? figure.divided(by: span),
      let length = try? (share * Rational(Int64(width))).rounded(toDecimals: 0)
    else { return 0 }
    return length == 0 ? Int(figure.numerator.signum()) : Int(length)
  }

  private static func isLess(_ left: Rational, _ right: Rational) -> Bool {
    (try? left - right).map { $0.numerator < 0 } ?? false
  }
}
