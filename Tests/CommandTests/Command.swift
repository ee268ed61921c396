import Foundation
import Testing

/// The `dateline` executable that was built beside the tests.
enum Command {
  /// How a run of it ended.
  struct Result: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs `dateline` with these words.
  ///
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - environment: variables set besides those of the tests; an empty one is unset.
  static func run(
    _ words: String..., in folder: URL? = nil, environment: [String: String] = [:]
  ) async throws -> Result {
    try await run(words, in: folder, environment: environment)
  }

  static func run(_ words: [String], in folder: URL?, environment: [String: String]) async throws -> Result {
    try await run(program: executable(), words, in: folder, environment: environment)
  }

  /// Runs any program.
  static func run(
    program: URL, _ words: [String], in folder: URL?, environment: [String: String]
  ) async throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "SOURCE_DATE_EPOCH"] { variables[name] = nil }
    process.environment = variables.merging(environment) { _, new in new }.filter { !$0.value.isEmpty }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Read both at once: a pipe that nobody empties stops the process that fills it.
    async let outputText = text(from: output)
    async let errorText = text(from: errors)
    let result = await (outputText, errorText)
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: result.0, errors: result.1)
  }

  private static func text(from pipe: Pipe) async -> String {
    let handle = pipe.fileHandleForReading
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: String(decoding: handle.readDataToEndOfFile(), as: UTF8.self))
      }
    }
  }

  /// Where the build put `dateline`: beside the bundle of the tests.
  static func executable() throws -> URL {
    var folders = [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()].compactMap { $0 }
    folders += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    folders += CommandLine.arguments.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    let candidates = folders.map { $0.appendingPathComponent("dateline") }
    return try #require(
      candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) && !$0.hasDirectoryPath },
      "there is no dateline beside the tests: \(folders.map(\.path))")
  }
}

/// A folder with a small site, gone with the value that made it.
final class Site: Sendable {
  let folder: URL

  static let files = [
    "Content/site.yaml": "title: The Sound\nbase_url: https://sound.example/news/\n",
    "Content/harbour/positions.yaml": """
    actors: {vale: {name: Ines Vale}}
    issues: {berth: {question: Will a berth be opened?, scale: [{no: "No"}, {yes: "Yes"}]}}
    sources:
      radio: {publisher: Sound Radio, published: 2031-01-16}
      late: {publisher: Sound Radio, published: 2031-02-14}
    positions:
      - {who: vale, issue: berth, stance: "no", date: 2031-01-14, source: radio, quote: We will not.}
      - {who: vale, issue: berth, stance: "yes", date: 2031-02-14, source: late, quote: We will.}

    """,
    "Content/about.md": "# About\n",
    "Content/draft.md": "---\ntitle: Draft\ndraft: true\n---\n",
    "Content/later.md": "---\ntitle: Later\ndate: 2999-01-01\n---\n",
  ]

  init(_ files: [String: String] = Site.files) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(of path: String) -> String? {
    (try? Data(contentsOf: folder.appendingPathComponent(path))).map { String(decoding: $0, as: UTF8.self) }
  }

  func contains(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  /// Runs `dateline build` in the folder.
  func build(_ words: String..., environment: [String: String] = [:]) async throws -> Command.Result {
    try await Command.run(["build"] + words, in: folder, environment: environment)
  }
}
