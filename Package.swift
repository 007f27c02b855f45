// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

func library(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

func system(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
  name: "Backgrounder",
  products: [.executable(name: "backgrounder", targets: ["backgrounder"])],
  targets: [
    // C libraries: a module map and a shim each.
    system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    system("CMicroHTTPD", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
    system("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
    system("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    system("CXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    system("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    system("CGraphviz", pkgConfig: "libgvc", apt: "libgraphviz-dev"),
    .systemLibrary(name: "CAllocator"),

    // Layer 0: no word of the domain, then the words of the domain.
    library("Primitives", ["CSodium"]),
    // Tables that the compiler takes too long to read as Swift.
    .target(
      name: "CTables",
      exclude: [
        "character-references.tsv", "common-words.txt", "packing-analysis.txt", "packing-prose.txt",
        "word-frequencies.tsv", "world-map.tsv",
      ]),
    library("NewsModel", ["Primitives", "CTables"], resources: [.embedInCode("Lists")]),

    // Layer 1: one article at a time.
    library(
      "Reading", ["Primitives", "NewsModel", "CXML2", "CArchive"],
      resources: [.embedInCode("Lists"), .embedInCode("Languages")]),
    library("Fetching", ["Primitives", "CCurl"]),
    // Optimised in debug builds too: the tests read hundreds of articles through these loops.
    .target(
      name: "CNeuralKernels",
      cSettings: [.define("NDEBUG"), .unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(name: "CWordVectors", exclude: ["vectors.bin"]),
    library(
      "Linguistics", ["Primitives", "CNeuralKernels", "CTables"],
      resources: [.embedInCode("Languages")]),
    .target(name: "CAttributionWeights", exclude: ["attribution.weights"]),
    .target(name: "CStanceWeights", exclude: ["stance.weights"]),
    library(
      "Extraction",
      [
        "Primitives", "NewsModel", "Linguistics", "CNeuralKernels", "CStanceWeights",
        "CAttributionWeights",
      ],
      resources: [.embedInCode("Languages")]),

    // Layer 2: across articles.
    library(
      "Knowledge", ["Primitives", "NewsModel"], resources: [.embedInCode("Languages")]),
    library(
      "Storage", ["Primitives", "NewsModel", "CSQLite", "CZlib"]),
    library(
      "Composition", ["Primitives", "NewsModel", "Linguistics", "CGraphviz"],
      resources: [.embedInCode("Languages")]),
    library(
      "Answering", ["Primitives", "NewsModel", "Linguistics", "CWordVectors"],
      resources: [.embedInCode("Languages")]),

    // Layer 3: the façade, the server, the pages, the command.
    library(
      "Engine",
      [
        "Primitives", "NewsModel", "Reading", "Fetching", "Linguistics", "Extraction", "Knowledge",
        "Storage", "Composition", "Answering",
      ]),
    library("HTTPServer", ["Primitives", "CMicroHTTPD"]),
    library(
      "WebApp", ["Primitives", "NewsModel", "Composition", "Engine", "HTTPServer"],
      resources: [.embedInCode("Assets")]),
    .executableTarget(
      name: "backgrounder",
      dependencies: [
        "Primitives", "NewsModel", "Reading", "Composition", "Engine", "WebApp", "HTTPServer",
        "CAllocator",
      ],
      swiftSettings: settings),

    // Tests mirror the sources.
    .target(
      name: "TestSupport", dependencies: ["Primitives", "NewsModel"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("Primitives", ["Primitives"]),
    tests("NewsModel", ["NewsModel", "Primitives"]),
    tests("Reading", ["Reading", "NewsModel", "Primitives"]),
    tests("Fetching", ["Fetching", "HTTPServer", "Primitives"]),
    tests("Linguistics", ["Linguistics", "Primitives", "CNeuralKernels"]),
    tests(
      "Extraction",
      [
        "Extraction", "Linguistics", "NewsModel", "Primitives", "CAttributionWeights",
        "CNeuralKernels",
      ]),
    tests("Knowledge", ["Knowledge", "NewsModel", "Primitives"]),
    tests("Storage", ["Storage", "NewsModel", "Primitives"]),
    tests("Composition", ["Composition", "NewsModel", "Primitives"]),
    tests("Answering", ["Answering", "Linguistics", "NewsModel", "Primitives"]),
    tests("Engine", ["Engine", "Reading", "Storage", "Composition", "NewsModel", "Primitives"]),
    tests("HTTPServer", ["HTTPServer", "Primitives"]),
    tests("WebApp", ["WebApp", "Engine", "Composition", "HTTPServer", "NewsModel", "Primitives"]),
    tests("EndToEnd", ["backgrounder", "CSQLite", "NewsModel", "Primitives", "Storage"]),
  ],
  swiftLanguageModes: [.v6]
)

// Programs that measure; not part of the product, so they are only built when asked for.
if Context.environment["BACKGROUNDER_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "linguistics-benchmark", dependencies: ["Linguistics", "Primitives"],
      path: "Benchmarks/linguistics", exclude: ["README.md", "compare-speed", "spacy_speed.py"],
      swiftSettings: settings))
  package.targets.append(
    .executableTarget(
      name: "fuzz-reading", dependencies: ["Reading", "NewsModel", "Primitives"],
      path: "Benchmarks/fuzz-reading", swiftSettings: settings))
  package.targets.append(
    .executableTarget(
      name: "library-benchmark",
      dependencies: ["Engine", "Knowledge", "NewsModel", "Primitives", "Reading", "Storage"],
      path: "Benchmarks/library", exclude: ["README.md", "kill-runs"], swiftSettings: settings))
}
