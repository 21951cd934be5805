import KollCalculation
import KollModel

// Prints how long it takes to divide a task over 10 000 areas, a third of them locked or capped: the
// median of 20 runs.

let areas = (0..<10_000).map { AreaPath(["Enhet \($0)"]) }
let table = ComputedTable(
  areaTitle: "Område",
  columns: [
    TableColumn(
      key: "budget",
      title: "Budget",
      series: Series(.budget, year: 2021),
      scale: Scale(unit: .tkr),
      decimals: 0,
    )
  ],
  rows: areas.enumerated().map { number, path in
    ComputedRow(
      label: path.labels.last ?? "",
      path: path,
      role: .item,
      cells: [Cell(.money(Money(minorUnits: Int64(number * 7_919 % 9_973 + 1) * 1_234_500)))],
    )
  },
)
var plan = AllocationPlan(
  methods: [.proportional(ColumnDeclaration(content: .expression("Budget")))],
  unit: .tkr,
)
for (number, path) in areas.enumerated() where number % 3 == 0 {
  var limit = AllocationLimit(origin: Origin(file: "fördelning.csv", line: number + 2))
  if number % 2 == 0 { limit.amount = .zero } else { limit.cap = Money(minorUnits: 2_000_000) }
  plan.limits[path] = limit
}

var times: [Duration] = []
for _ in 1...20 {
  let clock = ContinuousClock()
  try times.append(
    clock.measure {
      let (division, findings) = try plan.divide(
        Money(minorUnits: 123_456_700_000),
        over: table,
      )
      precondition(division?.parts.count == 10_000, "the task can be divided: \(findings)")
    }
  )
}
print("10 000 areas divided in \(times.sorted()[10])")
