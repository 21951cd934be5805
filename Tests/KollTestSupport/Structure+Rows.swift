public import KollModel

/// Why a structure of a test cannot be built.
public struct StructureFault: Error {
  /// What was found wrong.
  public let diagnostics: [Diagnostic]
}

extension Structure {
  /// The entries of rows as a register holds them: code, name, parent, type, from, to, aliases.
  /// - Parameter rows: The rows, with `;` between what they state; the end may be left out.
  /// - Returns: The entries, on lines from 2.
  public static func entries(_ rows: [String]) -> [Entry] {
    rows.enumerated().map { number, row in
      let fields = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      func field(_ index: Int) -> String? {
        fields.indices.contains(index) && !fields[index].isEmpty ? fields[index] : nil
      }
      let area = Area(
        code: field(0),
        name: field(1) ?? "",
        type: field(3),
        validity: Validity(from: field(4).flatMap { Day($0) }, to: field(5).flatMap { Day($0) }),
        aliases: [field(6)].compactMap(\.self),
        origin: Origin(file: "struktur.csv", line: number + 2),
      )
      return Entry(area, parent: field(2))
    }
  }

  /// The structure of rows without faults.
  /// - Parameter rows: The rows, as ``entries(_:)`` takes them.
  /// - Returns: The structure.
  /// - Throws: ``StructureFault`` when the rows have faults.
  public static func built(_ rows: [String]) throws -> Structure {
    let (structure, diagnostics) = build(from: entries(rows))
    guard let structure else { throw StructureFault(diagnostics: diagnostics) }
    return structure
  }
}
