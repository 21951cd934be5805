/// The rows met so far, by what they say in every column but some.
///
/// A row costs a hash of its words and its number. Rows whose hashes are equal are read again and
/// compared, so that no hash decides.
struct KnownRows {
  private let grid: TableGrid
  private let ignored: [Int]
  private var firstOfHash: [Int: Int32] = [:]
  /// Further rows of a hash, which say something else than the first.
  private var othersOfHash: [Int: [Int32]] = [:]

  /// Creates an empty collection.
  /// - Parameters:
  ///   - grid: The cells.
  ///   - ignored: The fields that rows are not told apart by.
  init(_ grid: TableGrid, ignoring ignored: [Int]) {
    self.grid = grid
    self.ignored = ignored
  }

  /// Takes a row in, or returns the earlier one that it repeats.
  mutating func take(_ record: Int) -> Int? {
    let hash = hash(record)
    guard let first = firstOfHash[hash] else {
      firstOfHash[hash] = Int32(record)
      return nil
    }
    let others = othersOfHash[hash] ?? []
    if let earlier = ([first] + others).first(where: { isSame(Int($0), record) }) {
      return Int(earlier)
    }
    othersOfHash[hash] = others + [Int32(record)]
    return nil
  }

  /// What a row says in the columns that count.
  func texts(_ record: Int) -> [String] { fields(record).map { grid.text(record, $0) } }

  private func fields(_ record: Int) -> some Sequence<Int> {
    (0..<grid.width(record)).lazy.filter { [ignored] in !ignored.contains($0) }
  }

  private func hash(_ record: Int) -> Int {
    var hasher = Hasher()
    for field in fields(record) { hasher.combine(grid.text(record, field)) }
    return hasher.finalize()
  }

  private func isSame(_ first: Int, _ second: Int) -> Bool { texts(first) == texts(second) }
}
