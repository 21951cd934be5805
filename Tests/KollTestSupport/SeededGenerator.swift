/// Random numbers that are the same in every run with the same seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a generator.
  /// - Parameter seed: What all its numbers follow from; a failing test shows it as its argument.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

extension SeededGenerator {
  /// Whether something happens that happens once in so many times.
  public mutating func once(in times: Int) -> Bool {
    Int.random(in: 0..<times, using: &self) == 0
  }

  /// Random bytes.
  public mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
  }

  /// One of some elements.
  /// - Parameter elements: What to choose from, at least one.
  /// - Returns: One of them.
  public mutating func element<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// A whole number of a random length, small ones as likely as large ones.
  /// - Parameter digits: The most digits it has, 1 to 18.
  /// - Returns: The number, of either sign.
  public mutating func integer(digits: Int) -> Int64 {
    var limit: Int64 = 1
    for _ in 0..<Int.random(in: 1...digits, using: &self) { limit *= 10 }
    return Int64.random(in: (1 - limit)...(limit - 1), using: &self)
  }

  /// Pieces put together at random.
  /// - Parameters:
  ///   - pieces: What the text is made of.
  ///   - count: How many pieces it has.
  /// - Returns: The text.
  public mutating func text(of pieces: [String], count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &self)).map { _ in element(of: pieces) }.joined()
  }
}

/// The seeds that a property is tried with: the same every time, unless the environment names one.
public enum Seeds {
  /// So many seeds, or the one that `KOLL_SEED` names.
  public static func first(_ count: Int) -> [UInt64] {
    if let named = Environment.seed { return [named] }
    return (1...UInt64(count)).map { $0 &* 0x2545_F491_4F6C_DD1D }
  }
}
