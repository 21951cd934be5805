internal import KollReport

/// The organisation's mark with its place on a sheet: at the top, to the right of the titles.
struct LogoPlan {
  /// The picture.
  let picture: Picture
  /// How far it stands from the left, in pixels.
  let offset: Double
  /// How much larger than its dots it is shown.
  let scale: Double

  /// How many rows of the sheet are kept free for it.
  static let rowCount = 3
  /// The most that it takes, in pixels.
  private static let room = (width: 200.0, height: 56.0)

  /// Places a picture.
  /// - Parameters:
  ///   - picture: The picture.
  ///   - width: Where its right edge stands, in pixels from the left.
  init(_ picture: Picture, upTo width: Double) {
    self.picture = picture
    scale = min(
      1,
      LogoPlan.room.width / Double(picture.width),
      LogoPlan.room.height / Double(picture.height),
    )
    offset = max(0, width - Double(picture.width) * scale)
  }
}
