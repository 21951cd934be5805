internal import KollModel

extension TableReader {
  /// Why a table's header is where it is.
  func headerDetection(_ found: FoundHeader) -> Detection {
    let lines = found.rows.map { grid.records.line($0) }
    return Detection(
      setting: "header",
      value: lines.map(String.init).joined(separator: ", "),
      reason: found.upper == nil
        ? Phrase(
          sv: "raden namnger kolumner: inget fält efter det första är ett belopp",
          en: "the line names columns: no field after the first is an amount",
        )
        : Phrase(
          sv: found.top == nil
            ? "två rader namnger kolumner, den övre flera på en gång"
            : "tre rader namnger kolumner, de övre flera på en gång",
          en: found.top == nil
            ? "two lines name columns, the upper one several at once"
            : "three lines name columns, the upper ones several at once",
        ),
      isCertain: true,
    )
  }

  /// Why a table with a column for each series has the labels and the unit that it has.
  func detections(of header: Header, _ body: Body) -> [Detection] {
    let labels = Detection(
      setting: "labels",
      value: header.areaTitle,
      reason: header.labels.contains { $0.code != nil }
        ? Phrase(
          sv: "inledande kolumner med koder och deras namn, som tillsammans är en etikett",
          en: "leading columns of codes and of their names, which together are one label",
        )
        : Phrase(
          sv: "inledande kolumner med ord",
          en: "leading columns of words",
        ),
      isCertain: true,
    )
    return [layoutDetection(isLong: false), labels] + unitDetection(header.unit ?? body.unit)
  }

  /// What the columns of a table with a column for each series are for.
  func roles(of header: Header, titles: [String]) -> [TableReading.TitledRole] {
    let labels = header.labelFields.sorted().filter { !titles[$0].isEmpty }
      .map { TableReading.TitledRole(title: titles[$0], role: .area) }
    let columns = header.columns.filter { !titles[$0.field].isEmpty }.flatMap { column in
      column.sides?.roles
        ?? [TableReading.TitledRole(title: titles[column.field], role: .series(column.series))]
    }
    return labels + columns
  }

  /// Why a table with a row for each amount is read so.
  func detections(of columns: LongColumns, _ header: Header) -> [Detection] {
    let roles = columns.roles.map { column in
      Detection(
        setting: "columns",
        value: "\(column.title): \(column.role.word)",
        reason: options.role(ofColumn: column.title) == nil
          ? Phrase(sv: "rubriken och cellerna säger det", en: "the title and the cells say so")
          : TableReader.declared,
        isCertain: true,
      )
    }
    return [layoutDetection(isLong: true)] + roles + unitDetection(header.unit)
  }

  private func layoutDetection(isLong: Bool) -> Detection {
    let reason =
      isLong
      ? Phrase(
        sv: "rader säger vad deras belopp avser, eller områden står på flera rader",
        en: "rows say what their amounts are about, or areas stand on several rows",
      )
      : Phrase(
        sv: "varje kolumn säger vad dess belopp avser",
        en: "each column says what its amounts are about",
      )
    return Detection(
      setting: "layout",
      value: isLong ? "long" : "wide",
      reason: options.layout == nil ? reason : TableReader.declared,
      isCertain: true,
    )
  }

  private func unitDetection(_ stated: MoneyUnit?) -> [Detection] {
    if stated == nil, let unit = options.unit {
      return [
        Detection(
          setting: "unit",
          value: unit.rawValue,
          reason: TableReader.declared,
          isCertain: true,
        )
      ]
    }
    guard let stated else { return [] }
    let reason = Phrase(
      sv: "en rad vid rubriken anger den",
      en: "a line at the header states it",
    )
    return [Detection(setting: "unit", value: stated.rawValue, reason: reason, isCertain: true)]
  }

  /// The convention that was settled, and why.
  func signDetection(_ finding: SignFinder.Finding?) -> Detection? {
    if let given = options.sign {
      return Detection(
        setting: "sign",
        value: given.rawValue,
        reason: TableReader.declared,
        isCertain: true,
      )
    }
    return finding.map {
      Detection(
        setting: "sign",
        value: $0.convention.rawValue,
        reason: $0.reason,
        isCertain: $0.isProven,
      )
    }
  }

  /// The reason of what was given and not found out.
  static let declared = Phrase(sv: "angivet", en: "given")
}
