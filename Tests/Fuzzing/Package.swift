// swift-tools-version: 6.2
import PackageDescription

/// To be built with `--sanitize fuzzer --sanitize address`, as `make fuzz` does.
///
/// The modules under test stand here by links to their sources, so that they belong to this package: what they share among
/// themselves (`package`) is then open to the fuzzers.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-enable-testing", "-parse-as-library"]),
]

func fuzzer(_ name: String, _ module: Target.Dependency) -> Target {
  .executableTarget(
    name: name, dependencies: ["FuzzSupport", module], swiftSettings: settings,
    linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
}

let package = Package(
  name: "Fuzzing",
  targets: [
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .target(name: "TerminalText", dependencies: ["CICU"], swiftSettings: settings),
    .target(name: "NewsroomModel", dependencies: ["CLibXML2"], swiftSettings: settings),
    .target(name: "FuzzSupport", swiftSettings: settings),
    fuzzer("FuzzSanitizer", "TerminalText"),
    fuzzer("FuzzWrap", "TerminalText"),
    fuzzer("FuzzHTML", "NewsroomModel"),
    fuzzer("FuzzQuery", "NewsroomModel"),
    fuzzer("FuzzJSON", "NewsroomModel"),
  ],
  swiftLanguageModes: [.v6]
)
