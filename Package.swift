// swift-tools-version: 6.2
import PackageDescription

/// One language for every target: Swift 6, strict, and nothing that only warns.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "NIOHTTP1", package: "swift-nio"),
  .product(name: "NIOSSL", package: "swift-nio-ssl"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

/// A room of the house; `uses` names the rooms and products it may import.
func room(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

/// The tests of a room, in a folder of the room's name with `Tests` behind it.
///
/// `exclude` names files and folders that the tests read and nothing compiles.
func tests(_ name: String, uses: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + uses, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "sluice",
  products: [.executable(name: "sluice", targets: ["sluice"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
  ],
  targets: [
    room("Records", uses: [crypto]),
    room("JSONText"),
    room("Settings", uses: ["JSONText"]),
    room("Text"),
    room("WebAddress"),
    room("Values", uses: ["Text", "WebAddress"]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    room("Compression", uses: ["CZlib"]),
    .systemLibrary(name: "CSpawn"),
    room(
      "Store",
      uses: [
        "Records", "CSpawn", grdb, .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room(
      "Fetch",
      uses: [
        "Records", "Settings", "JSONText", "Text", "Values", "WebAddress", "Compression", "Markup", "Formats", "Store",
        httpClient, crypto,
      ] + nio),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    room("Markup", uses: ["CLibXML2", "Text"]),
    room("Formats", uses: ["JSONText", "Text", "WebAddress", "Compression", "Markup", crypto]),
    room("Clean", uses: ["Records", "Settings", "JSONText", "Text", "WebAddress", "Markup", "Formats"]),
    room("Normalize", uses: ["Records", "Settings", "JSONText", "Text", "Values", "WebAddress", "Formats"]),
    room("Dedupe", uses: ["Records", "Settings", "JSONText", "Text"]),
    room("Search", uses: ["Records", "Settings", "Store"]),
    room("Load", uses: ["Records", "Settings", "JSONText", "Text", "Search", "Store"]),
    room(
      "Pipeline",
      uses: [
        "Records", "Settings", "JSONText", "WebAddress", "Formats", "Store", "Fetch", "Clean", "Normalize", "Dedupe",
        "Load",
        crypto,
      ]),
    .executableTarget(
      name: "sluice",
      dependencies: [
        "Records", "Settings", "JSONText", "Store", "Fetch", "Search", "Load", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "EncodingBench", dependencies: ["Text"], path: "Benchmarks/encoding/EncodingBench", swiftSettings: strict),
    .executableTarget(
      name: "FetchServer", dependencies: ["TestSupport"], path: "Benchmarks/fetch/FetchServer", swiftSettings: strict),
    .executableTarget(
      name: "DedupeBench", dependencies: ["Records", "Dedupe"], path: "Benchmarks/dedupe/DedupeBench",
      swiftSettings: strict),
    .executableTarget(
      name: "LinkageBench", dependencies: ["Dedupe"], path: "Benchmarks/linkage/LinkageBench", swiftSettings: strict),
    .executableTarget(
      name: "ExtractionBench", dependencies: ["Records", "Clean", "Compression", "Values"],
      path: "Benchmarks/extraction/ExtractionBench", swiftSettings: strict),
    .executableTarget(
      name: "SearchBench", dependencies: ["Records", "Search", "Store"], path: "Benchmarks/search/SearchBench",
      swiftSettings: strict),
    .executableTarget(
      name: "FormatsBench", dependencies: ["Formats", "FormatScores", "JSONText"],
      path: "Benchmarks/formats/FormatsBench",
      swiftSettings: strict),
    .target(
      name: "ValueScores", dependencies: ["Values", "WebAddress"], path: "Benchmarks/ValueScores", swiftSettings: strict
    ),
    .executableTarget(
      name: "NormalizeBench", dependencies: ["Records", "Clean", "Compression", "Normalize", "Values", "ValueScores"],
      path: "Benchmarks/normalize/NormalizeBench", swiftSettings: strict),
    .executableTarget(
      name: "LoadBench", dependencies: ["Records", "Store", "Load"], path: "Benchmarks/load/LoadBench",
      swiftSettings: strict),
    .target(
      name: "FormatScores", dependencies: ["Formats", "JSONText", "WebAddress"], path: "Benchmarks/FormatScores",
      swiftSettings: strict),
    .target(name: "TestSupport", dependencies: nio, path: "Tests/TestSupport", swiftSettings: strict),
    tests("TestSupport"),
    tests("Records"),
    tests("JSONText"),
    tests("Settings", uses: ["JSONText"]),
    tests("Text"),
    tests("WebAddress"),
    tests("Values", uses: ["Text", "WebAddress", "TestSupport", "ValueScores"]),
    tests("Compression"),
    tests("Store", uses: ["Records", "TestSupport", grdb]),
    tests(
      "Fetch",
      uses: ["Records", "JSONText", "Settings", "Compression", "Formats", "WebAddress", "Store", "TestSupport"]),
    tests("Markup"),
    tests("Formats", uses: ["JSONText", "Compression", "WebAddress", "TestSupport", "FormatScores"]),
    tests(
      "Clean", uses: ["Records", "Markup", "Text", "JSONText", "Settings", "Compression", "Formats", "TestSupport"],
      exclude: ["Pages"]),
    tests("Normalize", uses: ["Records", "WebAddress"]),
    tests("Dedupe", uses: ["Records", "JSONText", "Settings", "TestSupport"]),
    tests("Search", uses: ["Records", "Compression", "Store", "TestSupport", grdb]),
    tests("Load", uses: ["Records", "JSONText", "Settings", "Store", "Markup", "TestSupport"]),
    tests("Pipeline", uses: ["Records", "JSONText", "Settings", "Load"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "sluice", "Records", "JSONText", "Compression", "Markup", "Formats", "Store", "Fetch", "Clean", "Normalize",
        "Dedupe", "Load", "TestSupport", grdb,
      ], swiftSettings: strict),
  ]
)
