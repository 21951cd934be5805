// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "KollBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Koll", path: "..")],
  targets: [
    .executableTarget(
      name: "report-model",
      dependencies: ["Timing", .product(name: "KollLibrary", package: "Koll")],
    ),
    .executableTarget(
      name: "interim-report",
      dependencies: ["Timing", .product(name: "KollLibrary", package: "Koll")],
    ),
    .target(name: "Timing"),
    .executableTarget(
      name: "divide-task",
      dependencies: [.product(name: "KollLibrary", package: "Koll")],
    ),
    .executableTarget(
      name: "workbook",
      dependencies: [.product(name: "KollLibrary", package: "Koll")],
    ),
  ],
  swiftLanguageModes: [.v6],
)
