internal import KollModel

/// What the delimiter of a file was found to be.
struct DelimiterDetection {
  let delimiter: UInt8
  let reason: Phrase
  let isCertain: Bool
  /// How many fields most records then have, or `nil` when it was not counted.
  var usualCount: Int?

  /// Finds the delimiter from the first MiB of a file.
  ///
  /// A line `sep=` decides, unless what it names divides nothing and another does. Else it is the one that cuts most records into the same number of
  /// fields, more than one; of several that do, the most usual in Swedish files. A comma that is
  /// only ever a decimal comma is none. A file of one column is read with `;`.
  static func detect(_ bytes: [UInt8], encoding: TextEncoding) -> DelimiterDetection {
    let sample = bytes.prefix(TextEncoding.sampleSize)
    let isWhole = sample.count == bytes.count
    let candidates = Dialect.usualDelimiters.map {
      DelimiterEvidence($0, encoding: encoding, sample: sample, isWhole: isWhole)
    }
    guard let named = candidates[0].separatorLine else { return choose(candidates) }
    let isContradicted =
      candidates.contains { $0.delimiter != named && $0.isDividing && $0.fitsNearlyAll }
      && candidates.contains {
        $0.delimiter == named && ($0.dividedRecords == 0 || $0.isOnlyPunctuation)
      }
    guard isContradicted else {
      return DelimiterDetection(
        delimiter: named,
        reason: Phrase(sv: "den första raden anger den", en: "the first line names it"),
        isCertain: true,
      )
    }
    return choose(candidates.filter { $0.delimiter != named }).contradicting(named)
  }

  /// The finding where the first line names a delimiter that divides nothing.
  private func contradicting(_ named: UInt8) -> DelimiterDetection {
    let name = named.delimiterName
    return DelimiterDetection(
      delimiter: delimiter,
      reason: Phrase(
        sv: "\(reason.swedish), men den första raden anger \(name)",
        en: "\(reason.english), but the first line names \(name)",
      ),
      isCertain: false,
      usualCount: usualCount,
    )
  }

  private static func choose(_ candidates: [DelimiterEvidence]) -> DelimiterDetection {
    let dividing = candidates.filter(\.isDividing)
    let fewestFaults = dividing.map(\.faults).min() ?? 0
    let sound = dividing.filter { $0.faults == fewestFaults }
    let fitting = sound.filter(\.fitsMost)
    let steady = fitting.filter(\.fitsNearlyAll)
    guard let best = steady.first ?? fitting.first ?? sound.max(by: { $0.fitting < $1.fitting })
    else { return oneColumn(candidates) }
    // Fewer records may fit a rival when it cuts them into more fields: some are then damaged.
    let rivals = fitting.filter {
      $0.delimiter != best.delimiter && !$0.isOnlyPunctuation
        && ($0.fitting >= best.fitting || $0.usualCount > best.usualCount)
    }
    return DelimiterDetection(
      delimiter: best.delimiter,
      reason: Phrase(
        sv: "\(best.fitting) av \(best.records) poster får då \(best.usualCount) fält",
        en: "\(best.fitting) of \(best.records) records then have \(best.usualCount) fields",
      ),
      isCertain: best.fitsMost && rivals.isEmpty,
      usualCount: best.usualCount,
    )
  }

  private static func oneColumn(_ candidates: [DelimiterEvidence]) -> DelimiterDetection {
    DelimiterDetection(
      delimiter: Dialect().delimiter,
      reason: Phrase(
        sv: "ingen avgränsare delar posterna, så filen har en kolumn",
        en: "no delimiter divides the records, so the file has one column",
      ),
      isCertain: candidates.allSatisfy { $0.dividedRecords == 0 },
    )
  }
}
