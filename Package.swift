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

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

/// A room of the house; `uses` names the rooms and products it may import.
func room(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

/// The tests of a room, in a folder of the room's name.
func tests(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + uses, swiftSettings: strict)
}

let package = Package(
  name: "sluice",
  products: [.executable(name: "sluice", targets: ["sluice"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    room("Records", uses: [crypto]),
    room("JSONText"),
    room("Settings", uses: ["JSONText"]),
    room("Text"),
    room("WebAddress"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    room("Compression", uses: ["CZlib"]),
    room(
      "Store",
      uses: [
        "Records", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room(
      "Fetch", uses: ["Records", "Settings", "JSONText", "WebAddress", "Compression", "Store"]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    room("Markup", uses: ["CLibXML2", "Text"]),
    room("Clean", uses: ["Records", "Settings", "JSONText", "Text", "WebAddress", "Markup"]),
    room("Normalize", uses: ["Records", "Settings", "JSONText", "Text", "WebAddress"]),
    room("Dedupe", uses: ["Records", "Settings", "JSONText", "Text"]),
    room("Load", uses: ["Records", "Settings", "Store"]),
    room(
      "Pipeline",
      uses: [
        "Records", "Settings", "JSONText", "Store", "Fetch", "Clean", "Normalize", "Dedupe", "Load", crypto,
      ]),
    .executableTarget(
      name: "sluice",
      dependencies: [
        "Records", "Settings", "JSONText", "Store", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
  ]
)
