import Foundation
import KollTestSupport

/// Chromium without a window, with axe-core to test pages for accessibility.
struct Browser {
  private let executable: Executable
  private let axe: [UInt8]

  /// Whether the tests with it run: it is there, or its absence is a failure.
  static var isExpected: Bool { (try? Browser()) != nil || Environment.requiresCheckers }

  /// What tests say that are left out.
  static let reason = "Chromium or axe-core is not installed; KOLL_CHECKERS=required demands them"

  /// Finds the browser and the script.
  init() throws {
    let names = ["chromium", "chromium-browser", "google-chrome"]
    executable =
      try names.lazy.compactMap { try? Executable(installed: $0) }.first
      ?? Executable(installed: names[0])
    axe = try PackageFolder.tree.bytes(of: ".build/checkers/axe.min.js")
  }

  /// A page that said nothing of itself, or another width than it was given.
  struct Failure: Error {
    let result: Executable.Result
  }

  /// What breaks a rule of WCAG 2.1, level A or AA, as far as a program can tell.
  /// - Parameters:
  ///   - page: The page, as HTML.
  ///   - width: How wide it is shown, in pixels.
  /// - Returns: The rule and the element, one a line.
  /// - Throws: ``Failure`` when the browser or the script fails.
  func violations(in page: String, width: Int) async throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.tree.write(axe, to: "axe.js")
    let check = try PackageFolder.tree.bytes(of: "Tests/KollExportTests/Checkers/accessibility.js")
    try folder.tree.write(check, to: "check.js")
    try folder.tree.write(
      page + "<script src=\"axe.js\"></script><script src=\"check.js\"></script>",
      to: "page.html",
    )
    try folder.tree.write(Self.frame(width: width), to: "frame.html")
    let result = try await executable.run(
      [
        // The page is our own, and the sandbox cannot be had by root.
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder["profile"],
        "--window-size=1400,1000", "--virtual-time-budget=30000", "--dump-dom",
        "file://" + folder["frame.html"],
      ],
      in: folder.path,
      environment: ["LC_ALL": "C", "HOME": folder.path],
    )
    let lines = Self.found(in: String(decoding: result.output, as: UTF8.self))
    guard lines.first == String(width) else { throw Failure(result: result) }
    return Array(lines.dropFirst())
  }

  /// A page around the page: windows are never as narrow as telephones.
  private static func frame(width: Int) -> String {
    """
    <!doctype html>
    <iframe src="page.html" style="border: 0; width: \(width)px; height: 900px"></iframe>
    <script>
    addEventListener("message", ({ data }) => {
      const found = document.createElement("pre");
      found.textContent = `found ${encodeURIComponent(data)} found`;
      document.body.append(found);
    });
    </script>
    """
  }

  private static func found(in page: String) -> [String] {
    let words = page.split(whereSeparator: { " <>".contains($0) })
    guard let mark = words.lastIndex(of: "found"), mark >= 2, words[mark - 2] == "found" else {
      return []
    }
    return words[mark - 1].removingPercentEncoding?.split(separator: "\n").map(String.init) ?? []
  }
}
