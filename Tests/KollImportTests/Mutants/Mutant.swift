/// A file with one change.
struct Mutant {
  let change: Change
  let line: Int
  /// The bytes that others stand in place of.
  let replaced: Range<Int>
  let replacement: [UInt8]
}

/// What was changed in a file, and where.
struct Change: Hashable, CustomStringConvertible {
  let mutation: Mutation
  let place: Place

  init(_ mutation: Mutation, _ place: Place) {
    self.mutation = mutation
    self.place = place
  }

  var description: String { "\(mutation.rawValue) \(place.rawValue)" }
}
