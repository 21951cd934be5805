import Foundation
import KollReport
import KollTestSupport
import Testing

@testable import Koll

/// The delårsrapporter of a sample, as documents and as the files that are written of them.
struct SampleReports {
  /// What the reports say, that of the organisation first.
  let documents: [Document]
  /// The tables of each report as programs read them.
  let tables: [[JSONTable]]
  /// The files of each report, by their endings.
  let files: [[String: String]]

  init(of sample: String, areas: [String] = []) throws {
    let folder = try TemporaryFolder()
    let request = ReportRequest(
      project: "\(PackageFolder.path)/Samples/\(sample)",
      reports: ["delar"],
      areas: areas,
      formats: [.text, .markdown, .html, .json],
      folder: folder.path,
    )
    var run = ReportRun(request: request, inputs: try ProjectRun(folder: request.project))
    let built = run.reports()
    let reports = try #require(built)
    let paths = try Koll.report(request).paths.dropLast()
    documents = reports.map(\.document)
    files = try stride(from: 0, to: paths.count, by: request.formats.count).map { first in
      let own = paths[first..<first + request.formats.count]
      return try Dictionary(
        uniqueKeysWithValues: own.map { path in
          let name = String(path.dropFirst(folder.path.count + 1))
          return (String(name.split(separator: ".").last ?? ""), try folder.tree.text(of: name))
        }
      )
    }
    tables = try files.map { files in
      try JSONDecoder().decode([JSONTable].self, from: Data(try #require(files["json"]).utf8))
    }
  }
}

/// A table as `koll report --format json` writes it.
struct JSONTable: Decodable {
  let title: String?
  let rows: [Row]

  struct Row: Decodable {
    let path: [String]
    let role: String
    let values: [Value?]
  }

  enum Value: Decodable {
    case number(Decimal)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self =
        if let number = try? container.decode(Decimal.self) {
          .number(number)
        } else {
          .text(try container.decode(String.self))
        }
    }
  }
}
