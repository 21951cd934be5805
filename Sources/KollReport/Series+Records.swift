internal import KollModel

extension Series {
  /// What the columns are called that tell records what they are about.
  static let recordTitles = ["Serie", "Slag", "År", "Period", "Prognosmånad", "Sida"]

  /// What a record of the series has in those columns.
  var recordWords: [String] {
    [
      title, Series(kind).title, year.map(String.init) ?? "", period?.description ?? "",
      round?.description ?? "", side.map { Series(.amount, side: $0).title } ?? "",
    ]
  }
}
