/// Every kind of finding, by the code that scripts may rely on.
///
/// Removing or renaming a case is a breaking change.
public enum DiagnosticCode: String, Sendable, Codable, CaseIterable {
  // Files and bytes.
  /// A file that was named is not there.
  case fileMissing = "file-missing"
  /// Reading or writing failed for a reason outside the input: exit status 74.
  case runFailed = "run-failed"
  /// A file that is not as the manifest of the reports says.
  case fileChanged = "file-changed"
  /// A manifest that is not as Koll wrote it.
  case manifestChanged = "manifest-changed"
  /// Reports that were not written, while others were.
  case reportNotWritten = "report-not-written"
  /// A file that would be written is there already.
  case fileExists = "file-exists"
  /// A file holds nothing, or nothing but blank lines.
  case fileEmpty = "file-empty"
  /// A file is larger than Koll reads.
  case fileTooLarge = "file-too-large"
  /// A file is a spreadsheet, a PDF or another kind that is not text.
  case fileNotText = "file-not-text"
  /// Bytes that mean nothing in the file's encoding.
  case undecodableBytes = "undecodable-bytes"
  /// Text that some program decoded wrongly before it was written to the file.
  case textGarbled = "text-garbled"
  /// An encoding that Koll does not know.
  case encodingUnknown = "encoding-unknown"

  // Records.
  /// A quote that is opened and never closed.
  case quoteUnclosed = "quote-unclosed"
  /// A quote in the middle of a field, or text after a closing quote.
  case quoteMisplaced = "quote-misplaced"
  /// A record with more or fewer fields than the header.
  case fieldCount = "field-count"
  /// A field longer than Koll reads.
  case fieldTooLong = "field-too-long"
  /// A record with more fields than Koll reads.
  case tooManyFields = "too-many-fields"
  /// A record longer than Koll reads.
  case recordTooLong = "record-too-long"

  // Tables.
  /// No header with columns of figures was found.
  case headerMissing = "header-missing"
  /// A cell that is meant as a number but is none.
  case amountNotANumber = "amount-not-a-number"
  /// A number that could mean two things, such as 1.234.
  case amountAmbiguous = "amount-ambiguous"
  /// A figure with more decimals than an öre has.
  case amountTooFine = "amount-too-fine"
  /// A figure or a sum too large to be exact.
  case amountTooLarge = "amount-too-large"
  /// Text where a figure was expected; kept as text.
  case textInAmount = "text-in-amount"
  /// A row without a label.
  case labelMissing = "label-missing"
  /// The same area and series twice.
  case duplicateFact = "duplicate-fact"
  /// A cell that should tell the year, the months, the kind or the side of its row, and does not.
  case seriesUnknown = "series-unknown"
  /// A file that is given twice, under one name or two.
  case fileTwice = "file-twice"
  /// A row below the total that no word explains.
  case rowAfterTotal = "row-after-total"
  /// A file or a report with several tables where one is needed.
  case severalTables = "several-tables"
  /// The unit is asked for but not stated by the file.
  case unitUnknown = "unit-unknown"
  /// A unit was given, and the file states another.
  case unitContradicted = "unit-contradicted"
  /// The sign convention is asked for but not known.
  case signUnknown = "sign-unknown"
  /// Figures whose signs show another convention than the one that was given.
  case signContradicted = "sign-contradicted"
  /// A stated total that is not the sum of its parts.
  case totalDiffers = "total-differs"

  // Expressions.
  /// An expression that is not written by the grammar.
  case expressionMalformed = "expression-malformed"
  /// A column that no column is called.
  case columnUnknown = "column-unknown"
  /// A cell of a workbook is not there, or holds no figure.
  case cellUnknown = "cell-unknown"
  /// Columns that are defined by each other.
  case expressionCycle = "expression-cycle"
  /// An expression that mixes money, ratios or units.
  case expressionMixesKinds = "expression-mixes-kinds"

  // Projects.
  /// A project file that is not YAML or too large.
  case projectMalformed = "project-malformed"
  /// A key that the project file does not have.
  case projectKeyUnknown = "project-key-unknown"
  /// A key that must be there and is not.
  case projectKeyMissing = "project-key-missing"
  /// A value that the key does not take.
  case projectValueInvalid = "project-value-invalid"
  /// Something that detection guessed and the project does not pin.
  case guessNotPinned = "guess-not-pinned"
  /// An area that the structure does not have.
  case areaUnknown = "area-unknown"
  /// A code or a name that stands twice in the structure.
  case areaTwice = "area-twice"
  /// A name that may mean several areas of the structure.
  case areaAmbiguous = "area-ambiguous"
  /// Areas of the structure that are parts of each other.
  case areaCycle = "area-cycle"
  /// An area and areas below it that state the same, and are not each other's sum.
  case areaCountedTwice = "area-counted-twice"
  /// Figures about days on which their area does not exist.
  case areaNotValid = "area-not-valid"
  /// An area of the structure that no source has figures for.
  case areaWithoutFigures = "area-without-figures"
  /// A register's value that its column does not take.
  case registerValueInvalid = "register-value-invalid"

  // Budgets.
  /// New money within the year without its financing.
  case financingMissing = "financing-missing"
  /// Money moved between areas that does not come out as nothing.
  case reallocationUnbalanced = "reallocation-unbalanced"
  /// Budgets that are together more than the frame that was given.
  case budgetOverFrame = "budget-over-frame"

  // Ties.
  /// Two figures of a report that must be the same and are not.
  case tieBroken = "tie-broken"

  // Statements.
  /// A row that the statement does not have.
  case lineUnknown = "line-unknown"

  // Reports.
  /// A part of a report that the project has nothing for.
  case partMissing = "part-missing"
  /// A comment on a figure that has since moved.
  case commentStale = "comment-stale"

  // Periods.
  /// Months that a figure needs and that no source has.
  case periodMissing = "period-missing"
  /// A forecast that was made after the month of the report.
  case roundAfterReport = "round-after-report"

  // Savings.
  /// An amount that cannot be divided within the bounds, shares and locks that are stated.
  case allocationImpossible = "allocation-impossible"
  /// Figures that an amount cannot be divided by: missing, or of both signs.
  case basisUnusable = "basis-unusable"
  /// The measures with an amount do not reach the task.
  case measuresBelowTask = "measures-below-task"
  /// A measure that states no amount.
  case measureWithoutAmount = "measure-without-amount"
  /// A measure that should have begun and is not decided.
  case measureOverdue = "measure-overdue"
  /// A measure that has saved more than it is to save in the year.
  case measureAbovePlan = "measure-above-plan"
  /// A measure whose effect is in the forecast and counted beside it.
  case measureCountedTwice = "measure-counted-twice"
  /// An increase of income that is written as a loss.
  case measureSign = "measure-sign"

  // Texts.
  /// A text that a report asks for and nobody has written.
  case textMissing = "text-missing"
  /// A file among the texts that no report uses.
  case textUnused = "text-unused"
  /// What a text may mean for its writers, and not for readers.
  case instructionUnclear = "instruction-unclear"
  /// A placeholder in a text that stands for no figure of the report, or for several.
  case placeholderUnknown = "placeholder-unknown"
  /// A figure in a text that no table of the report has.
  case figureUntied = "figure-untied"

  // Workbooks.
  /// A text or a name that was cut to what a workbook holds.
  case textShortened = "text-shortened"
}
