internal import KollCalculation
internal import KollImport
internal import KollModel

/// The register of areas that became others, `omorganisation.csv`: its schema and what its rows mean.
enum ReorganisationRegister {
  static let from = "från"
  static let to = "till"
  private static let share = "andel"
  private static let date = "datum"

  static let schema = RegisterSchema(
    name: Phrase(sv: "omorganisation", en: "reorganisation"),
    columns: [
      RegisterColumn(from, .text, isRequired: true),
      RegisterColumn(to, .text, isRequired: true),
      RegisterColumn(share, .share),
      RegisterColumn(date, .firstDay, isRequired: true),
      RegisterColumn("beslut", .text),
    ],
  )

  /// The moves of the register.
  /// - Parameters:
  ///   - register: The register.
  ///   - path: Where the area that a row names stands in the tables.
  /// - Returns: The moves, in the register's order.
  static func reorganisation(_ register: Register, path: (String) -> AreaPath) -> Reorganisation {
    Reorganisation(
      register.rows.compactMap { row in
        guard let from = row.text(from), let to = row.text(to), let date = row.day(date) else {
          return nil
        }
        return Reorganisation.Move(
          from: path(from),
          to: path(to),
          share: row.share(share) ?? Rational(1),
          date: date,
          origin: row.origin,
        )
      }
    )
  }
}

extension Diagnostic {
  /// An area whose shares are not the whole.
  static func sharesAmiss(
    _ area: AreaPath,
    _ sum: Rational,
    at origin: Origin,
  ) -> Diagnostic {
    let percent = (try? NumberStyle.swedish(decimals: 2).format(sum * Rational(100))) ?? "…"
    let name = area.fullName
    return Diagnostic(
      .registerValueInvalid,
      at: Location(file: origin.file, line: origin.line),
      value: name,
      Phrase(
        sv: "andelarna av \"\(name)\" är tillsammans \(percent) %, inte 100 %",
        en: "the shares of \"\(name)\" are together \(percent) %, not 100 %",
      ),
      help: Phrase(
        sv: "ange vart hela området går, så att inga pengar försvinner eller dubbleras",
        en: "say where all of the area goes, so that no money is lost or doubled",
      ),
    )
  }
}
