// swift-tools-version: 6.2

import PackageDescription

/// Settings that every one of our own targets is built with.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ] + (Context.environment["KOLL_WARNINGS"] == "error" ? [.treatAllWarnings(as: .error)] : [])

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String,
  _ dependencies: [Target.Dependency],
  exclude: [String] = [],
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "Koll",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "koll", targets: ["KollCommand"]),
    .library(name: "KollLibrary", targets: ["Koll"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // The way of the data, from top to bottom.
    target("KollModel"),
    target("KollImport", ["KollModel"]),
    target("KollCalculation", ["KollModel"]),
    target("KollReport", ["KollModel", "KollCalculation", "KollMarkdown"]),
    target("KollExport", ["KollModel", "KollCalculation", "KollReport"]),
    target(
      "KollExportXLSX",
      ["KollModel", "KollCalculation", "KollReport", "KollArchive", "CXLSXWriter"],
    ),

    // The world outside: the file system, and the C libraries one by one.
    target("KollFiles", ["KollModel"]),
    target("KollArchive", ["CZlib"]),
    target("KollMarkdown", ["CCMark"]),
    target(
      "KollDigest",
      [.target(name: "CLibcrypto", condition: .when(platforms: [.linux]))],
    ),
    .systemLibrary(
      name: "CXLSXWriter",
      pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])],
    ),
    .systemLibrary(
      name: "CCMark",
      pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])],
    ),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // What people meet: the project file, the whole runs, the command.
    target(
      "KollProject",
      ["KollModel", "KollImport", "KollCalculation", "KollReport", "Yams"],
    ),
    target(
      "Koll",
      [
        "KollModel", "KollImport", "KollCalculation", "KollReport", "KollExport",
        "KollExportXLSX", "KollFiles", "KollDigest", "KollMarkdown", "KollProject",
      ],
    ),
    .executableTarget(
      name: "KollCommand",
      dependencies: [
        "Koll",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
    ),
    tests("KollFilesTests", ["KollFiles", "KollModel"]),
    tests("KollDigestTests", ["KollDigest", "KollTestSupport"]),
    tests(
      "KollImportTests",
      ["KollModel", "KollImport", "KollCalculation", "KollTestSupport"],
      exclude: ["Corpus"],
    ),
    tests("KollMarkdownTests", ["KollMarkdown"]),
    tests("KollArchiveTests", ["KollArchive", "KollTestSupport", "CZlib"]),

    // How the tests run, make things up and compare.
    .target(
      name: "KollTestSupport",
      dependencies: ["KollModel"],
      path: "Tests/KollTestSupport",
      swiftSettings: settings,
    ),
    tests("KollModelTests", ["KollModel", "KollTestSupport"]),
    tests("KollCalculationTests", ["KollModel", "KollCalculation", "KollTestSupport"]),
    tests(
      "KollReportTests",
      ["KollModel", "KollCalculation", "KollMarkdown", "KollReport", "KollTestSupport"],
    ),
    tests(
      "KollExportTests",
      [
        "KollModel", "KollImport", "KollCalculation", "KollReport", "KollArchive", "KollExport",
        "KollTestSupport",
      ],
      exclude: ["Checkers"],
    ),
    tests(
      "KollExportXLSXTests",
      [
        "KollModel", "KollCalculation", "KollReport", "KollArchive", "KollExportXLSX",
        "KollTestSupport",
      ],
      exclude: ["Checkers"],
    ),
    tests(
      "KollProjectTests",
      [
        "KollModel", "KollImport", "KollCalculation", "KollReport", "KollProject",
        "KollTestSupport",
      ],
    ),
    tests(
      "KollTests",
      [
        "KollModel", "KollImport", "KollCalculation", "KollReport", "KollExportXLSX", "Koll",
        "KollTestSupport",
      ],
    ),
    tests(
      "KollCommandTests",
      ["KollModel", "KollArchive", "KollDigest", "KollTestSupport"],
      exclude: ["Checkers", "Goldens"],
    ),
    tests("DocumentationTests", ["KollModel", "KollImport", "KollTestSupport"]),
  ],
  swiftLanguageModes: [.v6],
)
