// swift-tools-version: 6.2

import PackageDescription

// A library, since libFuzzer brings the program's entry: scripts/fuzz links them.
let package = Package(
  name: "KollFuzzing",
  platforms: [.macOS(.v15)],
  products: [.library(name: "fuzz", type: .static, targets: ["fuzz"])],
  dependencies: [.package(name: "Koll", path: "..")],
  targets: [
    .target(name: "fuzz", dependencies: [.product(name: "KollLibrary", package: "Koll")])
  ],
  swiftLanguageModes: [.v6],
)
