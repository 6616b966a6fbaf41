// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target: strict Swift 6, imports internal by default, warnings are errors.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The program resolves every symbol at its start and makes the table of their addresses read-only. `packaging/check-program.sh`
/// checks this.
let hardened: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "-z", "-Xlinker", "relro", "-Xlinker", "-z", "-Xlinker", "now"])
]

/// - Parameter exclude: what is read by the tests themselves, such as recorded screens.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["NewsroomTestSupport"], exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "newsroom",
  products: [
    .library(name: "NewsroomModel", targets: ["NewsroomModel"]),
    .executable(name: "newsroom", targets: ["newsroom"]),
    .library(name: "NewsroomCatalogue", targets: ["NewsroomCatalogue"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    target("NewsroomModel", ["CLibXML2"]),
    target(
      "NewsroomCatalogue",
      [
        "Collation", "NameMatching", "NewsroomModel", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    target("Collation", ["CICU"]),
    target("NameMatching", ["CICU"]),
    target("TerminalText", ["CICU"]),
    target("TerminalCells", ["TerminalText"]),
    target("NewsroomBrowser", ["NewsroomModel", "TerminalCells", "TerminalText"]),
    target("NcursesTerminal", ["TerminalCells", "TerminalText", "CNcurses"]),
    .executableTarget(
      name: "newsroom",
      dependencies: [
        "Collation", "NameMatching", "NewsroomModel", "NewsroomCatalogue", "NewsroomBrowser", "NcursesTerminal",
        "TerminalCells",
        "TerminalText", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings, linkerSettings: hardened),
    target("NewsroomTestSupport", ["TerminalCells", "TerminalText"]),
    // The generator of the benchmarks, so that a test can have an archive of any size. The program does not use it.
    .target(
      name: "NewsroomGenerator", path: "Tests/Benchmarks/Sources/Generator", swiftSettings: settings),

    tests("NewsroomModelTests", ["NewsroomModel"]),
    tests("NewsroomCatalogueTests", ["Collation", "NameMatching", "NewsroomCatalogue", "NewsroomModel"]),
    tests("NameMatchingTests", ["NameMatching"]),
    tests("TerminalTextTests", ["TerminalText"]),
    tests("TerminalCellsTests", ["TerminalCells", "TerminalText"], exclude: ["Screens"]),
    tests(
      "NewsroomBrowserTests",
      ["NewsroomBrowser", "NewsroomCatalogue", "NewsroomModel", "TerminalCells", "TerminalText"],
      exclude: ["Screens"]),
    tests("CommandLineTests", ["newsroom"], exclude: ["validate.py"]),
    tests("ServiceTests", ["newsroom", "NewsroomBrowser", "NewsroomCatalogue", "NewsroomModel"]),
    tests("NcursesTerminalTests", ["NcursesTerminal", "TerminalCells", "TerminalText"]),
    .executableTarget(
      name: "TerminalProbe",
      dependencies: ["NcursesTerminal", "NewsroomTestSupport", "TerminalCells", "TerminalText"],
      path: "Tests/TerminalProbe", swiftSettings: settings),
    tests("EndToEndTests", ["newsroom", "TerminalProbe", "TerminalCells", "TerminalText", "NewsroomGenerator"]),
  ],
  swiftLanguageModes: [.v6]
)
