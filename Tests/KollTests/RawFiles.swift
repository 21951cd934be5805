import Foundation
import KollTestSupport
import Testing

/// The files of a sample as they stand on disk, read without any of the package's own code: bytes to
/// lines, lines to fields, fields to numbers.
struct RawFiles {
  let sample: String
  /// The lines of each file, the first of them number 1.
  private let lines: [String: [String]]

  init(of sample: String) throws {
    let folder = "\(PackageFolder.path)/Samples/\(sample)"
    self.sample = folder
    var lines: [String: [String]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      guard file.hasSuffix(".csv") || file == "koll.yaml" else { continue }
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
      let text = String(bytes: data, encoding: .utf8) ?? String(bytes: data, encoding: .isoLatin1)
      lines[file] = text?.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
    }
    self.lines = lines
  }

  /// The numbers that stand on a line, in the order of its fields; `nil` for what is no number.
  func numbers(of file: String, line: Int) throws -> [Decimal?] {
    let fields = try #require(lines[file])[line - 1].components(separatedBy: "#")[0]
      .components(separatedBy: CharacterSet(charactersIn: ";:"))
    return fields.map(RawFiles.number)
  }

  /// All fields of a file, line by line.
  func fields(of file: String) throws -> [[String]] {
    try #require(lines[file]).map { $0.components(separatedBy: ";") }
  }

  /// A number as Swedes write it: blanks between thousands, a comma before decimals.
  static func number(_ text: String) -> Decimal? {
    let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\""]
    let plain = String(text.filter { !blanks.contains($0) })
      .replacingOccurrences(of: "\u{2212}", with: "-").replacingOccurrences(of: ",", with: ".")
    let isNumber =
      plain.contains(where: \.isNumber) && plain.allSatisfy { "-.0123456789".contains($0) }
    return isNumber ? Decimal(string: plain, locale: Locale(identifier: "en_US_POSIX")) : nil
  }
}
