/// The element names of a part, each once, numbered in the order in which they first occur.
///
/// The letters of all names stand behind each other, so that counting one costs no allocation.
struct XMLNames {
  private var letters: [UInt8] = []
  private var names: [Name] = []
  private var tallies: [(uses: Int, textBytes: Int)] = []
  /// Numbers of names by their hash, -1 where there is none; more than half are always free.
  private var slots = [Int](repeating: -1, count: 64)

  /// The number of the name met last of those that begin with each byte, -1 where there is none:
  /// most names are the same one again.
  private var latest = [Int](repeating: -1, count: 256)

  private struct Name {
    /// Where its letters stand among those of all names.
    let place: Range<Int>
    /// Its first eight letters, or all if it has fewer.
    let beginning: XMLWord
  }

  var count: Int { names.count }

  /// How many elements have the name of that number.
  func uses(of index: Int) -> Int { tallies[index].uses }

  /// How many bytes of text stand straight in the elements of that name.
  func textBytes(of index: Int) -> Int { tallies[index].textBytes }

  /// The name of that number.
  func text(of index: Int) -> String {
    String(decoding: letters[names[index].place], as: UTF8.self)
  }

  /// The place behind the name of that number if it, or a longer one, stands at a place.
  @inline(__always)
  func end(ofName index: Int, at start: Int, in bytes: Span<UInt8>) -> Int? {
    let name = names[index]
    let end = start + name.place.count
    // Zeros stand for what lies behind the bytes, and no name has any.
    guard XMLWord(bytes, at: start).first(name.place.count) == name.beginning,
      name.place.count <= 8 || end <= bytes.count && isName(index, at: start..<end, in: bytes)
    else { return nil }
    return end
  }

  /// The number of the name that stands at a place, and the place behind it, if it is the one met
  /// last of those with its first letter, and does not go on.
  @inline(__always)
  func latest(at start: Int, in bytes: Span<UInt8>) -> (number: Int, end: Int)? {
    guard start < bytes.count else { return nil }
    let number = latest[Int(bytes[start])]
    guard number >= 0, let end = end(ofName: number, at: start, in: bytes), end < bytes.count,
      !isNamePart(bytes[end])
    else { return nil }
    return (number, end)
  }

  /// Counts bytes of text in an element of the name of that number.
  @inline(__always)
  mutating func addText(_ count: Int, to index: Int) { tallies[index].textBytes += count }

  /// Counts an element of the name of that number.
  @inline(__always)
  mutating func addUse(of index: Int) { tallies[index].uses += 1 }

  /// The number of the name that stands at a place, which is added if it is new.
  mutating func number(of name: Range<Int>, in bytes: Span<UInt8>) -> Int {
    let number = found(name, in: bytes)
    latest[Int(bytes[name.lowerBound])] = number
    return number
  }

  private mutating func found(_ name: Range<Int>, in bytes: Span<UInt8>) -> Int {
    var slot = Self.hash(name, bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isName(slots[slot], at: name, in: bytes) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = names.count
    names.append(
      Name(
        place: letters.count..<letters.count + name.count,
        beginning: XMLWord(bytes, at: name.lowerBound).first(name.count),
      )
    )
    for offset in name { letters.append(bytes[offset]) }
    tallies.append((uses: 0, textBytes: 0))
    if names.count * 2 > slots.count { grow() }
    return names.count - 1
  }

  private func isName(_ index: Int, at place: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    isEqual(place, of: bytes, names[index].place, of: letters.span)
  }

  private mutating func grow() {
    slots = [Int](repeating: -1, count: slots.count * 2)
    for (index, name) in names.enumerated() {
      var slot = Self.hash(name.place, letters.span) & (slots.count - 1)
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
