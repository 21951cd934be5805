internal import KollCalculation
internal import KollImport
internal import KollModel

/// A template that somebody filled in, as it comes back: its schema and what its rows mean.
enum TemplateRegister {
  /// What the column of names is called.
  static let areaTitle = "Område"
  private static let area = areaTitle.lowercased()
  private static let comment = "kommentar"
  /// What the row of all areas is called.
  private static let whole = "totalt"

  /// The schema of a template that asks for a series.
  static func schema(asking series: Series) -> RegisterSchema {
    RegisterSchema(
      name: Phrase(sv: "mall", en: "template"),
      columns: [
        RegisterColumn(area, .text, isRequired: true),
        RegisterColumn(series.title.lowercased(), .money, isInHeader: true),
        RegisterColumn(comment, .text),
      ],
      hasOthers: true,
    )
  }

  /// A filled-in template as figures, the sums of its areas as claims.
  /// - Parameters:
  ///   - register: The rows.
  ///   - series: What the template asked for.
  ///   - names: What the rows may call the areas.
  ///   - items: The areas with figures of their own, each of them a row of the template.
  ///   - whole: The area that the template is about.
  ///   - sign: The convention of the project's signs.
  /// - Returns: The table, and what is wrong with its rows.
  static func table(
    _ register: Register,
    asking series: Series,
    names: AreaNames,
    items: [AreaPath],
    about whole: AreaPath,
    sign: SignConvention?,
  ) -> (table: ImportedTable, diagnostics: [Diagnostic]) {
    var filled = FilledTemplate(
      series: series.stated(in: sign),
      unit: register.unit ?? .kr,
      sign: sign,
    )
    var diagnostics: [Diagnostic] = register.repeated { $0.text(area)?.areaKey }
      .map {
        .repeatedRow($0.row.text(area) ?? "", at: $0.row.places[area], first: $0.first.origin)
      }
    for row in register.rows {
      guard let name = row.text(area) else { continue }
      let amount = row.money(series.title.lowercased())
      if name.lowercased() == TemplateRegister.whole {
        filled.addSum(of: whole, called: name, amount, row.text(comment), row.origin)
      } else if case .area(let path) = names.match(name), path.below(whole) != nil {
        if items.contains(path) {
          filled.add(path, amount, row.text(comment), row.origin)
        } else {
          filled.addSum(of: path, called: name, amount, row.text(comment), row.origin)
        }
      } else {
        let help = names.doubt(about: name, at: nil, in: area)?.help
        diagnostics.append(.notInTemplate(name, at: row.places[area], help))
      }
    }
    let missing = items.filter { $0.below(whole) != nil && !filled.areas.contains($0) }
    let file = register.rows.first?.origin.file ?? ""
    diagnostics += missing.map { .missingRow($0.fullName, in: file) }
    return (filled.table, diagnostics)
  }
}

/// The figures of a filled-in template, as they are gathered.
private struct FilledTemplate {
  let series: Series
  let unit: MoneyUnit
  let sign: SignConvention?
  private(set) var areas: [AreaPath] = []
  private var rows: [LayoutRow] = []
  private var facts: [Fact] = []
  private var remarks: [Remark] = []
  private var sums: [(path: AreaPath, label: String, amount: Money, origin: Origin)] = []

  init(series: Series, unit: MoneyUnit, sign: SignConvention?) {
    self.series = series
    self.unit = unit
    self.sign = sign
  }

  mutating func add(_ area: AreaPath, _ amount: Money?, _ comment: String?, _ origin: Origin) {
    guard !areas.contains(area) else { return }
    areas.append(area)
    rows.append(
      LayoutRow(label: area.labels.last ?? "", area: area, role: .item, origin: origin)
    )
    guard let amount else { return remark(comment, on: area, origin) }
    facts.append(
      Fact(area: areas.count - 1, series: 0, amount: amount, origin: origin, comment: comment)
    )
  }

  mutating func addSum(
    of area: AreaPath,
    called label: String,
    _ amount: Money?,
    _ comment: String?,
    _ origin: Origin,
  ) {
    remark(comment, on: area, origin)
    guard let amount else { return }
    sums.append((area, label, amount, origin))
  }

  private mutating func remark(_ text: String?, on area: AreaPath, _ origin: Origin) {
    guard let text else { return }
    remarks.append(Remark(area: area, text: text, series: [series], origin: origin))
  }

  /// The template as a table of one column.
  var table: ImportedTable {
    let amounts = facts.map(\.amount) + sums.map(\.amount)
    let column = LayoutColumn(
      key: series.title.key,
      title: series.title,
      series: series,
      scale: Scale(unit: unit),
      decimals: unit.decimals(of: amounts),
    )
    var table = ImportedTable(
      areas: areas,
      series: [series],
      facts: facts,
      claims: sums.map(claim),
      layout: Layout(
        title: nil,
        sign: sign,
        areaTitle: TemplateRegister.areaTitle,
        columns: [column],
        rows: rows,
      ),
      notes: [],
      recordCount: rows.count + sums.count,
    )
    table.remarks = remarks
    return table
  }

  private func claim(
    _ sum: (path: AreaPath, label: String, amount: Money, origin: Origin)
  ) -> Claim {
    Claim(
      label: sum.label,
      area: sum.path,
      coverage: .rows(areas.indices.filter { areas[$0].below(sum.path) != nil }),
      series: 0,
      stated: sum.amount,
      origin: sum.origin,
      reason: Phrase(sv: "mallens egen summa", en: "the template's own sum"),
    )
  }
}

extension Series {
  /// The series of figures whose signs follow a convention: then they are net.
  func stated(in sign: SignConvention?) -> Series {
    var series = self
    if sign != nil { series.side = series.side ?? .net }
    return series
  }
}

extension MoneyUnit {
  /// How many decimals some amounts need in the unit.
  fileprivate func decimals(of amounts: [Money]) -> Int {
    (0..<decimalsToOre).first { decimals in
      let place = Int64(powerOfTen(decimalsToOre - decimals))
      return amounts.allSatisfy { $0.minorUnits % place == 0 }
    } ?? decimalsToOre
  }
}

extension Diagnostic {
  fileprivate static func repeatedRow(
    _ name: String,
    at place: Location?,
    first: Origin,
  ) -> Diagnostic {
    Diagnostic(
      .duplicateFact,
      at: place,
      value: name,
      Phrase(
        sv: "raden \"\(name)\" står två gånger i mallen, först på rad \(first.line)",
        en: "the row \"\(name)\" stands twice in the template, first on line \(first.line)",
      ),
    )
  }

  fileprivate static func notInTemplate(
    _ name: String,
    at place: Location?,
    _ help: Phrase?,
  ) -> Diagnostic {
    Diagnostic(
      .areaUnknown,
      at: place,
      value: name,
      Phrase(
        sv: "mallen har ingen rad \"\(name)\"",
        en: "the template has no row \"\(name)\"",
      ),
      help: help
        ?? Phrase(
          sv: "ta bort raden; ett nytt område hör till underlagen, och då görs mallen om",
          en: "remove the row; a new area belongs in the sources, and the template is made again",
        ),
    )
  }

  fileprivate static func missingRow(_ name: String, in file: String) -> Diagnostic {
    Diagnostic(
      .areaWithoutFigures,
      at: Location(file: file),
      value: name,
      Phrase(
        sv: "mallens rad \"\(name)\" saknas",
        en: "the template's row \"\(name)\" is missing",
      ),
      help: Phrase(
        sv: "lägg tillbaka raden; den får vara tom om det inte finns någon prognos",
        en: "put the row back; it may be empty where there is no figure",
      ),
    )
  }
}
