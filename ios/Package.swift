// swift-tools-version: 6.0
import PackageDescription

// On Linux a static library is linked, which `scripts/test-swift` builds. For Apple's systems `scripts/build-ios` makes an
// XCFramework. Both put the generated Swift into Sources/TsunagariFFI of a copy of this folder; nothing generated is kept.
let library = Context.environment["TSUNAGARI_LIB"]

let c: Target =
    library == nil
    ? .binaryTarget(name: "tsunagari_ffiFFI", path: "TsunagariFFI.xcframework") : .target(name: "tsunagari_ffiFFI")

let linked: [LinkerSetting] =
    library.map { folder in
        [.unsafeFlags(["-L\(folder)"]), .linkedLibrary("tsunagari_ffi"), .linkedLibrary("crypto"), .linkedLibrary("m")]
    } ?? [.linkedFramework("Security")]

// Not ready for strict concurrency, and nobody mends its warnings.
let generated: [SwiftSetting] =
    [.swiftLanguageMode(.v5)] + (library == nil ? [] : [.unsafeFlags(["-suppress-warnings"])])

let package = Package(
    name: "tsunagari",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "CoreAPI", targets: ["CoreAPI"]),
        .library(name: "CoreRust", targets: ["CoreRust"]),
        .library(name: "CoreFake", targets: ["CoreFake"]),
        .library(name: "Features", targets: ["Features"]),
    ],
    targets: [
        c,
        // What uniffi wrote.
        .target(
            name: "TsunagariFFI",
            dependencies: ["tsunagari_ffiFFI"],
            swiftSettings: generated,
            linkerSettings: linked
        ),
        // What an app sees: values, errors, and protocols of the core.
        .target(name: "CoreAPI"),
        // The core itself. Nothing else imports what was generated.
        .target(
            name: "CoreRust",
            dependencies: ["CoreAPI", "TsunagariFFI"],
            resources: [.process("PrivacyInfo.xcprivacy")]
        ),
        // The same by hand in memory, for previews and tests.
        .target(name: "CoreFake", dependencies: ["CoreAPI"]),
        // A model for each screen, without anything of a user interface.
        .target(name: "Features", dependencies: ["CoreAPI"]),
        .testTarget(name: "ContractTests", dependencies: ["CoreAPI", "CoreFake", "CoreRust"]),
        .testTarget(name: "LifecycleTests", dependencies: ["CoreAPI", "CoreFake", "CoreRust"]),
        .testTarget(name: "FeaturesTests", dependencies: ["CoreAPI", "CoreFake", "Features"]),
        .testTarget(name: "LayerTests"),
    ]
)

// What `scripts/test-swift` puts in beside it: the scenarios that all languages share, and what docs/embedding.md shows.
if library != nil {
    package.targets += [
        .testTarget(name: "ConformanceTests", dependencies: ["TsunagariFFI"], swiftSettings: generated),
        .testTarget(name: "EmbeddingTests", dependencies: ["CoreAPI", "CoreRust"]),
        // For scripts/bench bindings.
        .executableTarget(
            name: "Bench",
            dependencies: ["CoreAPI", "CoreRust", "TsunagariFFI"],
            swiftSettings: generated
        ),
    ]
}
