// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "newsroom", path: "../..")],
  targets: [
    .target(name: "Generator", swiftSettings: settings),
    .executableTarget(name: "generate", dependencies: ["Generator"], swiftSettings: settings),
    .executableTarget(
      name: "measure",
      dependencies: [
        "Generator", .product(name: "NewsroomModel", package: "newsroom"),
        .product(name: "NewsroomCatalogue", package: "newsroom"),
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
