// swift-tools-version: 6.2

import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One floor of the house: it may lean on the floors named in `on`, and on nothing else.
func floor(
  _ name: String, on dependencies: [Target.Dependency] = [], excluding exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings, plugins: plugins)
}

func tests(of name: String, with dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    swiftSettings: swiftSettings
  )
}

let package = Package(
  name: "dateline",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "dateline", targets: ["dateline"])],
  targets: [
    // System libraries.
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd",
      providers: [.apt(["libmicrohttpd-dev"]), .brew(["libmicrohttpd"])]),
    .systemLibrary(name: "CFileSystem"),

    // The house, from the ground up.
    .target(name: "CMarkArena", dependencies: ["CCMark"]),
    .executableTarget(name: "embed-files", path: "Sources/EmbedFiles", swiftSettings: swiftSettings),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    floor("Theme", plugins: ["EmbedFiles"]),
    floor("Escaping"),
    floor("Diagnostics", on: ["Escaping"]),
    floor("EDTF"),
    floor("YAML", on: ["CYAML", "Diagnostics", "Escaping"]),
    floor("CommonMark", on: ["CCMark", "CMarkArena", "Diagnostics", "Escaping"]),
    floor("Mustache", on: ["Diagnostics", "Escaping"]),
    floor("Positions", on: ["Diagnostics", "EDTF", "Escaping", "YAML"]),
    floor("Quotes"),
    floor("Charts", on: ["EDTF", "Escaping", "Positions"]),
    floor("Importing", on: ["CommonMark", "Diagnostics", "EDTF", "Escaping", "Positions", "YAML"]),
    floor(
      "Site",
      on: [
        "CFileSystem", "Charts", "CNettle", "CommonMark", "Diagnostics", "EDTF", "Escaping", "Importing", "Mustache",
        "Positions", "Quotes", "Theme", "YAML",
      ]),
    floor(
      "Preview", on: ["CMicroHTTPD", "Diagnostics", "EDTF", "Escaping", "Site"], excluding: ["Browser/Scripts"],
      plugins: ["EmbedFiles"]),
    floor("Publishing", on: ["Diagnostics", "Site"]),
    .executableTarget(
      name: "dateline", dependencies: ["Diagnostics", "EDTF", "Importing", "Preview", "Publishing", "Site"],
      swiftSettings: swiftSettings),

    .executableTarget(
      name: "outline-html", dependencies: ["Site"], path: "Tests/OutlineHTML", swiftSettings: swiftSettings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    .executableTarget(
      name: "hostile-inputs", dependencies: ["Diagnostics", "EDTF", "Site", "TestSupport"], path: "Tests/HostileInputs",
      swiftSettings: swiftSettings),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "CommonMark", "Diagnostics", "EDTF", "Escaping", "Importing", "Mustache", "Positions", "Quotes", "Site", "YAML",
      ],
      path: "Fuzzing/Targets", swiftSettings: swiftSettings),
    tests(of: "Diagnostics"),
    tests(of: "Escaping"),
    tests(of: "EDTF"),
    tests(of: "YAML", with: ["Diagnostics"]),
    tests(of: "CommonMark", with: ["Diagnostics", "Escaping"]),
    tests(of: "Mustache", with: ["Diagnostics", "Escaping"]),
    tests(of: "Positions", with: ["Diagnostics", "EDTF", "YAML"]),
    tests(of: "Quotes"),
    tests(of: "Charts", with: ["EDTF", "Positions"]),
    tests(of: "Importing", with: ["CommonMark", "Diagnostics", "EDTF", "Escaping", "Positions", "YAML"]),
    tests(of: "Site", with: ["Diagnostics", "Escaping", "Mustache", "Publishing", "YAML"]),
    tests(of: "Publishing", with: ["Site"]),
    tests(of: "FuzzTargets"),
    tests(of: "Preview", with: ["Diagnostics", "EDTF", "Site"]),
    .testTarget(name: "CommandTests", dependencies: ["dateline", "TestSupport"], swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)

// Only Fuzzing/run has a use for floors that count for libFuzzer what they run.
if Context.environment["DATELINE_FUZZING"] != nil {
  let fuzzer = ["-sanitize=fuzzer"]
  for target in package.targets where target.type == .regular {
    target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(fuzzer)]
  }
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["CLibFuzzer", "FuzzTargets"], path: "Fuzzing/Program", swiftSettings: swiftSettings,
      linkerSettings: [.unsafeFlags(fuzzer + ["-use-ld=lld"])]),
  ]
}
