// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "KollExamples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Koll", path: "..")],
  targets: [
    .executableTarget(
      name: "budget-table",
      dependencies: [.product(name: "KollLibrary", package: "Koll")],
    )
  ],
  swiftLanguageModes: [.v6],
)
