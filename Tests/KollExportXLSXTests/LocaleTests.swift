import Foundation
import KollExportXLSX
import KollReport
import KollTestSupport
import Testing

/// The library prints numbers with the decimal mark of its caller's locale.
struct LocaleTests {
  @Test(
    .enabled(
      if: SwedishLocale.canBeMade || Environment.requiresCheckers,
      "localedef or the source of sv_SE is not installed",
    )
  )
  func aProgramWithASwedishLocaleGetsTheSameBytes() async throws {
    let folder = try TemporaryFolder()
    try SwedishLocale.make(in: folder.path)
    try folder.tree.write(try WrittenWorkbook(AleTable.document).bytes, to: "expected")
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      try #require(SwedishLocale.isTaken(from: path))
      try #require(decimalMark == ",")
      let bytes = try WrittenWorkbook(AleTable.document).bytes
      #expect(Data(bytes) == FileManager.default.contents(atPath: path + "/expected"))
      #expect(decimalMark == ",", "the caller's own locale is left as it was")
    }
  }
}

/// The mark that C prints between a number's whole part and its decimals.
private var decimalMark: Character? {
  guard let mark = unsafe localeconv().pointee.decimal_point else { return nil }
  return Character(Unicode.Scalar(UInt8(bitPattern: unsafe mark.pointee)))
}

private enum SwedishLocale {
  private static let tool = "/usr/bin/localedef"

  static var canBeMade: Bool {
    FileManager.default.isExecutableFile(atPath: tool)
      && FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/sv_SE")
  }

  /// Makes the process one of a Swede in Japan.
  static func isTaken(from folder: String) -> Bool {
    unsafe setenv("LOCPATH", folder, 1)
    unsafe setenv("TZ", "Asia/Tokyo", 1)
    return unsafe setlocale(LC_ALL, "sv_SE.UTF-8") != nil
  }

  static func make(in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["-i", "sv_SE", "-f", "UTF-8", folder + "/sv_SE.UTF-8"]
    try process.run()
    process.waitUntilExit()
  }
}
