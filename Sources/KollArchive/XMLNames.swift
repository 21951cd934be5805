/// The element names of a part, each once, numbered in the order in which they first occur.
///
/// The letters of all names stand behind each other, so that counting one costs no allocation.
struct XMLNames {
  private var letters: [UInt8] = []
  private var places: [Range<Int>] = []
  private var tallies: [(uses: Int, textBytes: Int)] = []
  /// Numbers of names by their hash, -1 where there is none; more than half are always free.
  private var slots = [Int](repeating: -1, count: 64)

  var count: Int { places.count }

  /// How many elements have the name of that number.
  func uses(of index: Int) -> Int { tallies[index].uses }

  /// How many bytes of text stand straight in the elements of that name.
  func textBytes(of index: Int) -> Int { tallies[index].textBytes }

  /// The name of that number.
  func text(of index: Int) -> String {
    String(decoding: letters[places[index]], as: UTF8.self)
  }

  /// Whether the name of that number stands at a place.
  @inline(__always)
  func isName(_ index: Int, at place: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    isEqual(place, of: bytes, places[index], of: letters.span)
  }

  /// The place behind the name of that number if it, or a longer one, stands at a place.
  @inline(__always)
  func end(ofName index: Int, at start: Int, in bytes: Span<UInt8>) -> Int? {
    let end = start + places[index].count
    guard end <= bytes.count, isName(index, at: start..<end, in: bytes) else { return nil }
    return end
  }

  /// Counts bytes of text in an element of the name of that number.
  mutating func addText(_ count: Int, to index: Int) { tallies[index].textBytes += count }

  /// Counts an element whose name stands at a place, and returns the name's number.
  mutating func addUse(of name: Range<Int>, in bytes: Span<UInt8>) -> Int {
    var slot = Self.hash(name, bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if isName(index, at: name, in: bytes) {
        tallies[index].uses += 1
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = places.count
    places.append(letters.count..<letters.count + name.count)
    for offset in name { letters.append(bytes[offset]) }
    tallies.append((uses: 1, textBytes: 0))
    if places.count * 2 > slots.count { grow() }
    return places.count - 1
  }

  private mutating func grow() {
    slots = [Int](repeating: -1, count: slots.count * 2)
    for (index, place) in places.enumerated() {
      var slot = Self.hash(place, letters.span) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = index
    }
  }

  /// The FNV-1a hash of a name.
  @inline(__always)
  private static func hash(_ name: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in name { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & Int.max
  }
}

/// Whether the same bytes stand at two places.
@inline(__always)
func isEqual(
  _ left: Range<Int>,
  of leftBytes: Span<UInt8>,
  _ right: Range<Int>,
  of rightBytes: Span<UInt8>,
) -> Bool {
  guard left.count == right.count else { return false }
  for step in 0..<left.count
  where leftBytes[left.lowerBound + step] != rightBytes[right.lowerBound + step] {
    return false
  }
  return true
}
