internal import KollModel

/// Ways from rows to the files that they come from.
struct SourceLinks {
  /// The cell that each file stands in, as a link names it.
  private var targets: [String: String] = [:]

  /// The most ways that a sheet gets: Excel refuses one with more than 65 530.
  static let mostOfASheet = 65_000

  /// Finds the files on the sheets of a workbook.
  init(_ sheets: [(name: String, plan: SheetPlan)]) {
    for sheet in sheets {
      for (file, cell) in sheet.plan.placesOfFiles {
        targets[file] = "internal:\(sheet.name.asSheetReference)!\(cell)"
      }
    }
  }

  /// The way to a row's file, and what it says of the row there.
  func link(to origin: Origin?) -> (target: String, tip: String)? {
    guard let origin, let target = targets[origin.file] else { return nil }
    return (target, "\(origin.file), rad \(origin.line)".cellText.shortened(toUTF16: 200))
  }
}
