import Foundation
import TestSupport
import Testing

@testable import Site

/// Small sites under Tests/Sites, each with what must come of it in `expected`: every file is compared, and a file
/// nobody expected is a failure. Run with DATELINE_REWRITE=1, the tests write `expected` anew, to be read in the diff.
@Suite("Sites in folders") struct SiteFolderTests {
  private static let root = Repository.root.appendingPathComponent("Tests/Sites")

  private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? [])
    .filter { FileManager.default.fileExists(atPath: root.appendingPathComponent($0 + "/Content").path) }
    .sorted()

  @Test("a site in a folder becomes what is expected of it, file by file", arguments: names)
  func site(name: String) async throws {
    let folder = Self.root.appendingPathComponent(name)
    let scratch = try TemporarySite([:])
    let outcome = try await scratch.build(asOf: "2031-06-01") {
      $0.folder = folder.path
      $0.output = scratch.folder.path + "/Output"
    }
    #expect(outcome.summary != nil, "\(outcome.transcript)")
    var made = scratch.output()
    made["messages.txt"] = Data(outcome.transcript.utf8)

    let expectedFolder = folder.appendingPathComponent("expected")
    if ProcessInfo.processInfo.environment["DATELINE_REWRITE"] == "1" {
      try? FileManager.default.removeItem(at: expectedFolder)
      for (path, data) in made {
        let file = expectedFolder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
      }
    }
    let expected = TemporarySite.files(below: expectedFolder)
    #expect(!expected.isEmpty)
    #expect(Set(made.keys).subtracting(expected.keys) == [], "made, and not expected")
    #expect(Set(expected.keys).subtracting(made.keys) == [], "expected, and not made")
    for (path, data) in made {
      guard let wanted = expected[path] else { continue }
      #expect(String(decoding: data, as: UTF8.self) == String(decoding: wanted, as: UTF8.self), "\(path)")
    }
  }
}
