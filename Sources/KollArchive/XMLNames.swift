/// The element names of a part, each once, numbered in the order in which they first occur.
///
/// A name is kept as the place where it first stood, so that counting one costs no allocation.
struct XMLNames {
  private var places: [Range<Int>] = []
  private var tally: [Int] = []
  /// Numbers of names by their hash, -1 where there is none; more than half are always free.
  private var slots = [Int](repeating: -1, count: 64)

  var count: Int { places.count }

  /// How many elements have the name of that number.
  func uses(of index: Int) -> Int { tally[index] }

  /// Where the name of that number first stood.
  func place(of index: Int) -> Range<Int> { places[index] }

  /// The name of that number.
  func text(of index: Int, in bytes: [UInt8]) -> String {
    String(decoding: bytes[places[index]], as: UTF8.self)
  }

  /// Counts an element whose name stands at a place, and returns the name's number.
  mutating func addUse(of name: Range<Int>, in bytes: Span<UInt8>) -> Int {
    var slot = Self.hash(name, bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if isEqual(name, places[index], in: bytes) {
        tally[index] += 1
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = places.count
    places.append(name)
    tally.append(1)
    if places.count * 2 > slots.count { grow(bytes) }
    return places.count - 1
  }

  private mutating func grow(_ bytes: Span<UInt8>) {
    slots = [Int](repeating: -1, count: slots.count * 2)
    for (index, place) in places.enumerated() {
      var slot = Self.hash(place, bytes) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = index
    }
  }

  /// The FNV-1a hash of a name.
  private static func hash(_ name: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in name { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & Int.max
  }
}

/// Whether the same bytes stand at two places.
func isEqual(_ left: Range<Int>, _ right: Range<Int>, in bytes: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  for step in 0..<left.count
  where bytes[left.lowerBound + step] != bytes[right.lowerBound + step] {
    return false
  }
  return true
}
