import Foundation
import KollTestSupport

/// LibreOffice without a window, with a profile of its own that recalculates what it opens.
struct Office: ~Copyable {
  private let folder: TemporaryFolder

  /// Whether the tests with it run: it is there, or its absence is a failure.
  static var isExpected: Bool { missing.isEmpty || Environment.requiresCheckers }

  /// What tests say that are left out.
  static let reason = "soffice or python3 is not installed; KOLL_CHECKERS=required demands them"

  /// Prepares the profile.
  init() throws {
    guard Office.missing.isEmpty else { throw Missing(programs: Office.missing) }
    folder = try Office.profileFolder()
  }

  private static func profileFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let settings = try checkers.bytes(of: "registrymodifications.xcu")
    try folder.tree.write(settings, to: "profile/user/registrymodifications.xcu")
    return folder
  }

  /// Programs that had to be there.
  struct Missing: Error {
    let programs: [String]
  }

  /// A program that did not end well.
  struct Failure: Error {
    let command: [String]
    let output: String
  }

  /// The cells of a workbook after it was opened, recalculated and saved.
  func recalculated(_ workbook: [UInt8]) throws -> [OfficeCell] {
    try folder.tree.write(workbook, to: "in/book.xlsx")
    try folder.tree.remove("out")
    try soffice(
      ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder["out"]] + [
        folder["in/book.xlsx"]
      ]
    )
    return try cells(of: "out/book.xlsx")
  }

  /// The cells after a row with one amount was inserted into the first sheet.
  /// - Parameters:
  ///   - amount: The amount.
  ///   - workbook: The workbook.
  ///   - row: The row that the new one takes the place of, counted from 1.
  ///   - column: The amount's column, counted from 1.
  /// - Returns: All cells that hold something.
  /// - Throws: An error when LibreOffice or the script fails.
  func inserting(
    _ amount: Int,
    into workbook: [UInt8],
    row: Int,
    column: Int,
  ) throws -> [OfficeCell] {
    try edited(workbook, by: "InsertRow", row: row, column: column, amount)
  }

  /// The cells after an amount was put into a cell of the first sheet.
  /// - Parameters:
  ///   - amount: The amount.
  ///   - workbook: The workbook.
  ///   - row: The cell's row, counted from 1.
  ///   - column: The cell's column, counted from 1.
  /// - Returns: All cells that hold something.
  /// - Throws: An error when LibreOffice or the script fails.
  func setting(
    _ amount: Int,
    in workbook: [UInt8],
    row: Int,
    column: Int,
  ) throws -> [OfficeCell] {
    try edited(workbook, by: "SetCell", row: row, column: column, amount)
  }

  /// The cells after a macro changed the workbook.
  private func edited(
    _ workbook: [UInt8],
    by macro: String,
    row: Int,
    column: Int,
    _ amount: Int,
  ) throws -> [OfficeCell] {
    // The first start makes the profile; what it does not know it would throw away.
    let module = "profile/user/basic/Standard/Module1.xba"
    if folder.tree.bytesIfPresent(of: module) == nil { _ = try recalculated(workbook) }
    try folder.tree.write(try Office.checkers.bytes(of: "Module1.xba"), to: module)
    try folder.tree.write(workbook, to: "in/book.xlsx")
    try folder.tree.remove("edited.xlsx")
    let arguments =
      ["file://\(folder["in/book.xlsx"])", "file://\(folder["edited.xlsx"])"]
      + [row - 1, column - 1, amount].map(String.init)
    let list = arguments.map { "\"\($0)\"" }.joined(separator: ",")
    try soffice(["macro:///Standard.Module1.\(macro)(\(list))"])
    return try cells(of: "edited.xlsx")
  }

  private func soffice(_ arguments: [String]) throws {
    let profile = "-env:UserInstallation=file://\(folder["profile"])"
    _ = try Office.run(["soffice", "--headless", "--norestore", profile] + arguments)
  }

  private func cells(of name: String) throws -> [OfficeCell] {
    let script = PackageFolder.path + "/Tests/KollExportXLSXTests/Checkers/cells.py"
    let lines = try Office.run(["python3", script, folder[name]]).split(separator: "\n")
    return lines.compactMap { OfficeCell($0) }
  }
}

extension Office {
  private static let checkers = FileTree(
    PackageFolder.path + "/Tests/KollExportXLSXTests/Checkers"
  )

  private static var missing: [String] {
    ["soffice", "python3"].filter { (try? run(["which", $0])) == nil }
  }

  private static func run(_ command: [String]) throws -> String {
    let output = try TemporaryFolder()
    try output.tree.write("", to: "output")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(
      forWritingTo: URL(fileURLWithPath: output["output"])
    )
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try output.tree.text(of: "output")
    guard process.terminationStatus == 0 else { throw Failure(command: command, output: text) }
    return text
  }
}

/// A cell as another program gives it back.
struct OfficeCell: Hashable {
  /// The sheet, counted from 1, and the cell: `2!B5`.
  let place: String
  /// Its number or text; errors are texts.
  let value: String
  /// Whether it is a number.
  let isNumber: Bool
  /// Whether it has a formula.
  let isFormula: Bool

  /// Reads a line of the script.
  init?(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 5 else { return nil }
    place = "\(fields[0])!\(fields[1])"
    isNumber = fields[2] == "number"
    value = String(fields[3])
    isFormula = !fields[4].isEmpty
  }
}
