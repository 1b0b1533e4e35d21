// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors where nobody reads them, which is CI.
let strict: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

// A release is one file with all it needs in it, C's library too: it starts three times as soon, at
// a fixed address that needs no rewriting, and runs where no Swift is installed. What it exports is
// for nobody. The two named last belong to a library that swift-crypto imports.
let selfContained: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-executable", "-use-ld=lld", "-Xlinker", "--no-export-dynamic",
      "-l_FoundationCShims", "-l_FoundationCollections",
    ],
    .when(platforms: [.linux], configuration: .release))
]

/// A library of the house: its name, its room under `Sources`, and whom it imports.
func room(
  _ name: String, imports: [Target.Dependency] = [], excluding texts: [String] = []
) -> Target {
  .target(name: name, dependencies: imports, exclude: texts, swiftSettings: strict)
}

/// The tests of a room, which stand under `Tests` where the room stands under `Sources`.
func tests(
  of name: String, using others: [Target.Dependency] = [], excluding data: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + others,
    exclude: data, swiftSettings: strict)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "huddle",
  products: [.executable(name: "huddle", targets: ["huddle"])],
  dependencies: [
    // Pinned exactly, because Package.resolved is not kept.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // Pure values
    room("JSONTree"),
    room("ControlCharts"),
    room("Cells"),
    room("Improvement", imports: ["JSONTree"], excluding: ["FieldReference.md"]),
    room("Insights", imports: ["Improvement", "ControlCharts"]),
    room("Widgets", imports: ["Cells"]),
    room("Plots", imports: ["Cells", "ControlCharts"]),
    .target(
      name: "Themes", dependencies: ["JSONTree", "Cells"], path: "themes",
      resources: [
        .embedInCode("default.json"), .embedInCode("dark.json"), .embedInCode("light.json"),
        .embedInCode("mono.json"),
      ], swiftSettings: strict),

    // Documents on disk, and everything that may be done with them
    room("DocumentStore", imports: ["JSONTree", crypto]),
    room("SimulatedDisk", imports: ["DocumentStore"]),
    room("Collaborative", imports: ["DocumentStore", "Insights"]),
    room("Exchange", imports: ["Collaborative", "Plots"]),
    room("Demo", imports: ["Collaborative"]),

    // The terminal
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    room("CursesTerminal", imports: ["CNcurses", "Cells"]),
    room("Workbench", imports: ["Widgets", "Plots", "Themes", "Collaborative"]),

    .executableTarget(
      name: "huddle",
      dependencies: [
        "CursesTerminal", "Workbench", "Demo", "Exchange", "Collaborative", arguments,
      ], swiftSettings: strict, linkerSettings: selfContained),

    .executableTarget(
      name: "huddle-benchmark",
      dependencies: ["huddle", "ControlCharts", "Collaborative", "DocumentStore", "Insights"],
      path: "Sources/Benchmark",
      swiftSettings: strict),

    .executableTarget(
      name: "huddle-trial", dependencies: ["huddle", "Collaborative", "SimulatedDisk"],
      path: "Sources/Trial", swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "Fuzzing", dependencies: ["JSONTree", "DocumentStore", "Exchange"],
      path: "Tests/Fuzzing", swiftSettings: strict),
    tests(of: "Fuzzing", excluding: ["Corpus"]),
    tests(of: "JSONTree"),
    tests(of: "ControlCharts", using: ["JSONTree"], excluding: ["Cases", "Words/Golden"]),
    tests(of: "Cells"),
    tests(of: "Improvement", using: ["JSONTree"]),
    tests(of: "Insights"),
    tests(of: "Widgets", using: ["Cells"]),
    tests(
      of: "Plots", using: ["Cells", "ControlCharts"],
      excluding: ["Golden", "Drivers/Golden", "Funnel/Golden", "Multiples/Golden", "Pareto/Golden"]),
    tests(of: "Themes", using: ["Cells"]),
    tests(of: "DocumentStore", using: ["JSONTree", "SimulatedDisk"]),
    tests(of: "Collaborative"),
    tests(of: "Exchange", using: ["Demo"], excluding: ["Reports/Golden"]),
    tests(of: "Demo"),
    tests(of: "CursesTerminal", using: ["Cells"]),
    tests(of: "Workbench", using: ["Demo"], excluding: ["Golden"]),
    tests(of: "huddle", using: ["JSONTree", "SimulatedDisk", "huddle-trial"]),
  ],
  swiftLanguageModes: [.v6]
)
