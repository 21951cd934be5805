/// A colour as screens mix it.
public struct Colour: Hashable, Sendable {
  /// The amount of red.
  public let red: UInt8
  /// The amount of green.
  public let green: UInt8
  /// The amount of blue.
  public let blue: UInt8

  /// White.
  public static let white = Colour(red: 255, green: 255, blue: 255)
  /// Black.
  public static let black = Colour(red: 0, green: 0, blue: 0)

  /// Creates a colour.
  /// - Parameters:
  ///   - red: The amount of red.
  ///   - green: The amount of green.
  ///   - blue: The amount of blue.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads a colour as style sheets write it, such as `#005AA0`; `nil` when the text is none.
  ///
  /// - Parameter text: The text.
  public init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(truncatingIfNeeded: number >> 16),
      green: UInt8(truncatingIfNeeded: number >> 8),
      blue: UInt8(truncatingIfNeeded: number),
    )
  }

  /// The colour as one number, red in the highest byte: `0x005AA0`.
  public var number: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// How far two colours are from each other, from 1 to 21.
  ///
  /// Source: WCAG 2.1, definition of contrast ratio.
  /// - Parameter other: The other colour.
  /// - Returns: The ratio.
  public func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Whether text and a background of the two colours are readable together.
  ///
  /// Source: WCAG 2.1, success criterion 1.4.3 (level AA), ordinary text.
  /// - Parameter other: The other colour.
  /// - Returns: Whether they are.
  public func isReadable(with other: Colour) -> Bool { contrast(with: other) >= 4.5 }

  /// Source: WCAG 2.1, definition of relative luminance.
  private var luminance: Double {
    0.2126 * Colour.linear(red) + 0.7152 * Colour.linear(green) + 0.0722 * Colour.linear(blue)
  }

  /// The light that a channel gives.
  private static func linear(_ channel: UInt8) -> Double {
    let share = Double(channel) / 255
    guard share > 0.03928 else { return share / 12.92 }
    let base = (share + 0.055) / 1.055
    // The power of 2.4 is the square times the fifth root of the square.
    return base * base * fifthRoot(of: base * base)
  }

  /// By Newton's method, which has settled long before the last step.
  private static func fifthRoot(of number: Double) -> Double {
    (0..<40).reduce(1.0) { root, _ in
      (4 * root + number / (root * root * root * root)) / 5
    }
  }
}
