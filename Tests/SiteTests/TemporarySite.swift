import Diagnostics
import EDTF
import Foundation

@testable import Site

/// A small site in a folder of its own, gone with the value that made it.
final class TemporarySite {
  let folder: URL

  /// - Parameter files: by path below the site's folder: `Content/a/positions.yaml`.
  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appendingPathComponent(path)) }

  /// What a file below the folder holds; `nil` where there is none.
  func text(of path: String) -> String? {
    (try? Data(contentsOf: folder.appendingPathComponent(path))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The files below Output and their bytes, the build's own folder left out.
  func output(_ name: String = "Output") -> [String: Data] { Self.files(below: folder.appendingPathComponent(name)) }

  /// The files below a folder and their bytes, those in folders whose name begins with a full stop left out.
  static func files(below root: URL) -> [String: Data] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    var files: [String: Data] = [:]
    for path in paths where !path.hasPrefix(".") {
      let file = root.appendingPathComponent(path)
      if let data = try? Data(contentsOf: file) { files[path] = data }
    }
    return files
  }

  /// Builds the site as of a day, 2031-06-01 if not said otherwise.
  func build(
    asOf day: String = "2031-06-01", isPinned: Bool = true, jobs: Int = 2,
    timeStep: Int64 = BuildInputs.longestStep,
    _ configure: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> Build.Outcome {
    let today = Day(day) ?? Day(ordinal: 0)
    var options = BuildOptions(
      folder: folder.path, edition: Edition(today: today, isPinned: isPinned), jobs: jobs)
    configure(&options)
    var build = Build(options)
    build.timeStep = timeStep
    return try await build.run()
  }
}

extension Build.Outcome {
  /// Everything the run found.
  var diagnostics: Diagnostics {
    switch self {
    case .made(_, let diagnostics), .refused(let diagnostics): diagnostics
    case .noContent, .busy: Diagnostics()
    }
  }

  var summary: BuildSummary? { if case .made(let summary, _) = self { summary } else { nil } }

  var isRefused: Bool { if case .refused = self { true } else { false } }

  /// What the terminal shows of the findings.
  var transcript: String {
    var writer = ConsoleWriter(color: false)
    return writer.text(for: diagnostics)
  }
}
