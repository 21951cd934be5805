/// Values, each once in the order they came, and their places, by which they are compared cheaply.
package struct Interned<Value: Hashable> {
  package private(set) var values: [Value] = []
  private var indices: [Value: Int] = [:]

  package init() {}

  /// The place of a value, which is added when it is new.
  package mutating func index(of value: Value) -> Int {
    if let index = indices[value] { return index }
    indices[value] = values.count
    values.append(value)
    return values.count - 1
  }
}
