import KollExportXLSX
import KollFiles
import KollReport

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Makes the tables of a workbook, writes it, reads it back and verifies it; prints what each took.
// The steps behind the writing are those that keep a workbook that was damaged from being used.

guard CommandLine.arguments.count == 3,
  let size = WorkbookSize(named: CommandLine.arguments[1]),
  let created = CalendarDate(year: 2021, month: 1, day: 1)
else {
  print("usage: workbook small|large FILE.xlsx")
  exit(64)
}
let path = CommandLine.arguments[2]
let folder = path.split(separator: "/").dropLast().joined(separator: "/")
let clock = ContinuousClock()
let start = clock.now
let document = size.document
let computed = clock.now
let exporter = WorkbookExporter(
  properties: WorkbookProperties(created: created, application: "Koll")
)
let receipt = try exporter.write(
  document,
  to: path,
  temporaryFolder: (path.hasPrefix("/") ? "/" : "") + (folder.isEmpty ? "." : folder),
)
let written = clock.now
try receipt.verify(InputFile(path: path).readAll(limit: 1 << 31))
let verified = clock.now

for (step, time) in [
  ("tables", computed - start), ("writing", written - computed), ("verifying", verified - written),
] {
  print("\(time / .milliseconds(1)) \(step)")
}
