public import KollModel

/// The way from one figure to another, step by step.
///
/// The trail of a forecast, the decisions about a budget and the change of a frame are bridges.
public struct Bridge: Hashable, Sendable {
  /// What the bridge explains.
  public var title: String
  /// How its money relates to the numbers shown.
  public var scale: Scale
  /// How many decimals are shown.
  public var decimals: Int
  /// The figure that it begins with.
  public var from: Step
  /// What changes it, in order.
  public var steps: [Step]
  /// The figure that it ends with.
  public var to: Step

  /// A figure of a bridge, or a change on its way.
  public struct Step: Hashable, Sendable {
    /// What it is called.
    public var label: String
    /// The figure, or the change.
    public var amount: Money
    /// The record that states it.
    public var origin: Origin?
    /// What it follows from, as far as that is known.
    public var source: FigureSource?

    /// Creates a step.
    /// - Parameters:
    ///   - label: What it is called.
    ///   - amount: The figure, or the change.
    ///   - origin: The record that states it.
    ///   - source: What it follows from.
    public init(
      _ label: String,
      _ amount: Money,
      origin: Origin? = nil,
      source: FigureSource? = nil,
    ) {
      self.label = label
      self.amount = amount
      self.origin = origin
      self.source = source
    }

    /// The figure with what it follows from.
    var cell: Cell { Cell(.money(amount), source: source) }
  }

  /// Creates a bridge.
  /// - Parameters:
  ///   - title: What it explains.
  ///   - scale: How its money relates to the numbers shown.
  ///   - decimals: How many decimals are shown.
  ///   - from: The figure that it begins with.
  ///   - steps: What changes it, in order.
  ///   - to: The figure that it ends with.
  public init(
    title: String,
    scale: Scale,
    decimals: Int,
    from: Step,
    steps: [Step],
    to: Step,
  ) {
    self.title = title
    self.scale = scale
    self.decimals = decimals
    self.from = from
    self.steps = steps
    self.to = to
  }

  /// What no step explains: zero when the bridge holds.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public var rest: Money {
    get throws(AmountOverflow) {
      var explained = from.amount
      for step in steps { explained = try explained + step.amount }
      return try to.amount - explained
    }
  }

  /// The bridge as a table: each change, and the figure after it.
  ///
  /// What no step explains stands as a row of its own.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public func table() throws(AmountOverflow) -> ComputedTable {
    var steps = steps
    let rest = try rest
    if rest != .zero { steps.append(.unexplained(rest)) }
    var rows = [row(from, change: Cell(.absent(.notStated)), .item)]
    var reached = from
    for step in steps {
      reached = try reached.followed(by: step)
      rows.append(row(reached, change: step.cell, .item))
    }
    let whole = try to.amount - from.amount
    let change = Step("", whole, source: to.source.difference(from.source))
    rows.append(row(to, change: change.cell, .total))
    return ComputedTable(
      title: title,
      areaTitle: "Steg",
      columns: [
        column("Förändring", Series(.variance), isChange: true), column("Belopp", Series(.amount)),
      ],
      rows: rows,
    )
  }

  private func row(_ step: Step, change: Cell, _ role: RowRole) -> ComputedRow {
    ComputedRow(
      label: step.label,
      path: role == .total ? .total : AreaPath([step.label]),
      role: role,
      cells: [change, step.cell],
      origin: step.origin,
    )
  }

  func column(
    _ title: String,
    _ series: Series,
    isChange: Bool = false,
    expression: Expression? = nil,
  ) -> TableColumn {
    TableColumn(
      key: title.key,
      title: title,
      series: series,
      scale: scale,
      decimals: decimals,
      expression: expression,
      isChange: isChange,
    )
  }
}

extension Bridge.Step {
  /// What is reached when a step is taken from here.
  func followed(by step: Bridge.Step) throws(AmountOverflow) -> Bridge.Step {
    Bridge.Step(
      step.label,
      try amount + step.amount,
      origin: step.origin,
      source: source.flatMap { own in step.source.map(own.adding) },
    )
  }

  /// What no other step explains.
  static func unexplained(_ rest: Money) -> Self { Self("Ej förklarat", rest) }
}
