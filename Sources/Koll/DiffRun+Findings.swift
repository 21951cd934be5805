internal import KollFiles
internal import KollModel
internal import KollProject

extension Diagnostic {
  /// A folder that is not there, with those that are.
  static func folderMissing(_ folder: String) -> Diagnostic {
    let parent = folder.split(separator: "/").dropLast().joined(separator: "/")
    let around = (folder.hasPrefix("/") ? "/" : "") + (parent.isEmpty ? "." : parent)
    let names = fileNames(in: around, endingIn: "")
      .filter { isFolder(path(in: around, $0)) }.joined(separator: ", ")
    return Diagnostic(
      .fileMissing,
      at: Location(file: folder),
      value: folder,
      Phrase(sv: "hittar inte mappen \"\(folder)\"", en: "cannot find the folder \"\(folder)\""),
      help: names.isEmpty
        ? Phrase(
          sv: "ange två månader, två serier eller två mappar som finns",
          en: "give two months, two series or two folders that are there",
        )
        : Phrase(sv: "där finns: \(names)", en: "there are: \(names)"),
    )
  }

  /// A folder that is to be the project of two others and has no project file.
  static func projectMissing(
    _ folder: String,
    naming folders: [String],
  ) -> Diagnostic {
    let file = path(in: folder, "koll.yaml")
    let names = folders.map { "\"\($0)\"" }
    return Diagnostic(
      .fileMissing,
      at: Location(file: file),
      value: file,
      Phrase(
        sv:
          "inget projekt säger hur filerna i \(names.joined(separator: " och ")) läses: hittar inte "
          + "filen \"\(file)\"",
        en:
          "no project says how the files in \(names.joined(separator: " and ")) are read: cannot find "
          + "the file \"\(file)\"",
      ),
      help: Phrase(
        sv: "ange projektets mapp med --project, eller gör ett projekt med koll init",
        en: "give the project's folder with --project, or make a project with koll init",
      ),
    )
  }

  /// A folder without any of the files that a project names.
  static func withoutFiles(of project: Project, in folder: String) -> Diagnostic {
    let files = project.sources.map(\.file).joined(separator: ", ")
    return Diagnostic(
      .fileMissing,
      at: Location(file: folder),
      value: folder,
      Phrase(
        sv: "mappen \"\(folder)\" har ingen av filerna som koll.yaml namnger",
        en: "the folder \"\(folder)\" has none of the files that koll.yaml names",
      ),
      help: Phrase(
        sv: "lägg dit filer med samma namn: \(files)",
        en: "put files of the same names there: \(files)",
      ),
    )
  }

  /// Two months that the project has nothing for.
  static func monthsMissing(
    _ old: Month,
    _ new: Month,
    in run: ProjectRun,
  ) -> Diagnostic {
    let series = run.tables.flatMap(\.series)
    let rounds = Set(series.filter { $0.kind == .forecast }.compactMap(\.round)).sorted().map(
      \.description
    )
    let list = rounds.joined(separator: ", ")
    let latest = run.latestOutcome(in: nil)?.description
    return Diagnostic(
      .periodMissing,
      at: Location(file: path(in: run.folder, "koll.yaml")),
      Phrase(
        sv:
          "underlagen har varken en prognos från både \(old) och \(new) eller utfall till och med "
          + "båda",
        en:
          "the sources have neither a forecast of both \(old) and \(new) nor an outcome to the end "
          + "of both",
      ),
      help: Phrase(
        sv: (rounds.isEmpty ? "prognoser saknas" : "prognoser finns från \(list)")
          + (latest.map { ", utfall till och med \($0)" } ?? ", utfall saknas"),
        en: (rounds.isEmpty ? "there are no forecasts" : "there are forecasts of \(list)")
          + (latest.map { ", outcome to the end of \($0)" } ?? ", no outcome"),
      ),
    )
  }
}
