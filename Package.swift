// swift-tools-version: 6.0
// One target a room: an arrow of the journey is a line of `dependencies` below,
// so the compiler refuses a step back upstream.
import PackageDescription

let package = Package(
  name: "Dateline",
  platforms: [.macOS(.v13)],
  products: [
    .library(name: "Dateline", targets: ["Dateline"]),
    .executable(name: "dateline", targets: ["DatelineCommand"]),
  ],
  targets: [
    // System libraries.
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CICU", path: "Sources/CICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .systemLibrary(
      name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // ICU behind plain C: Foundation brings an ICU of its own, and Swift must
    // never see the headers of both.
    .target(name: "CICUShim", dependencies: ["CICU"], path: "Sources/CICUShim"),

    // The rooms, in the order of the journey.
    .target(
      name: "DatelineDocuments", dependencies: ["CLibXML2", "CZlib", "CICUShim"],
      path: "Sources/Documents"),
    .target(
      name: "DatelineText", dependencies: ["DatelineDocuments", "CICUShim"],
      path: "Sources/Text"),
    .target(
      name: "DatelineLexicon", dependencies: ["DatelineText", "DictionaryFiles"],
      path: "Sources/Lexicon"),
    .target(name: "DatelineTagger", dependencies: ["DatelineText"], path: "Sources/Tagger"),
    .target(
      name: "DatelineAnnotations", dependencies: ["DatelineLexicon", "DatelineTagger"],
      path: "Sources/Annotations"),
    .target(
      name: "DatelineRepetition", dependencies: ["DatelineText"], path: "Sources/Repetition"),
    .target(
      name: "DatelineRecords", dependencies: ["DatelineAnnotations", "DatelineRepetition"],
      path: "Sources/Records", exclude: ["record.schema.json"]),
    .target(
      name: "DatelineStore", dependencies: ["DatelineRecords", "CSQLite"], path: "Sources/Store"),
    .target(name: "DatelineReports", dependencies: ["DatelineRecords"], path: "Sources/Reports"),
    .target(
      name: "Dateline", dependencies: ["DatelineRecords", "DatelineStore", "DatelineReports"],
      path: "Sources/Dateline"),
    .target(name: "DatelineEvaluation", dependencies: ["Dateline"], path: "Sources/Evaluation"),
    .target(name: "DatelineBenchmarks", dependencies: ["Dateline"], path: "Sources/Benchmarks"),
    .executableTarget(
      name: "DatelineCommand",
      dependencies: ["Dateline", "DatelineEvaluation", "DatelineBenchmarks"],
      path: "Sources/DatelineCommand"),

    // What the languages know.
    .target(
      name: "DictionaryFiles", path: "Dictionaries", exclude: ["README.md"],
      sources: ["DictionaryFiles.swift"],
      resources: [.copy("en"), .copy("de"), .copy("kk"), .copy("ru"), .copy("shared")]),

    // The same rooms, tested. What several of them need to test stands in one place.
    .target(
      name: "DatelineTestSupport", dependencies: ["DatelineRecords", "DictionaryFiles"],
      path: "Tests/Support"),
    .testTarget(
      name: "DocumentsTests", dependencies: ["DatelineDocuments"], path: "Tests/Documents",
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "TextTests",
      dependencies: ["DatelineText", "DatelineTestSupport", "CSQLite", "CZlib", "CLibXML2"],
      path: "Tests/Text",
      exclude: ["Fixtures"]),
    .testTarget(
      name: "LexiconTests", dependencies: ["DatelineLexicon", "DatelineTestSupport", "DictionaryFiles"],
      path: "Tests/Lexicon"),
    .testTarget(name: "TaggerTests", dependencies: ["DatelineTagger"], path: "Tests/Tagger"),
    .testTarget(
      name: "AnnotationsTests", dependencies: ["DatelineAnnotations", "DatelineTestSupport"],
      path: "Tests/Annotations"),
    .testTarget(
      name: "RepetitionTests", dependencies: ["DatelineRepetition"], path: "Tests/Repetition"),
    .testTarget(
      name: "RecordsTests", dependencies: ["DatelineRecords", "DatelineTestSupport"],
      path: "Tests/Records"),
    .testTarget(
      name: "StoreTests", dependencies: ["DatelineStore", "DatelineTestSupport", "CSQLite"],
      path: "Tests/Store"),
    .testTarget(
      name: "ReportsTests", dependencies: ["DatelineReports", "DatelineTestSupport"],
      path: "Tests/Reports"),
    .testTarget(
      name: "CommandTests", dependencies: ["DatelineCommand"], path: "Tests/Command",
      exclude: ["Snapshots"]),
    .testTarget(
      name: "JourneyTests",
      dependencies: [
        "Dateline", "DatelineEvaluation", "DatelineTestSupport", "DictionaryFiles", "CICUShim", "CLibXML2",
        "CSQLite", "CZlib",
      ],
      path: "Tests/Journey"),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
