import Diagnostics
import Foundation
import Testing

@testable import Site

/// What an editor is told about mistakes: the exact bytes of the terminal.
///
/// After a change of wording, `DATELINE_REWRITE=1 swift test --filter BrokenSite` writes the transcripts anew; read
/// what changed before you commit it.
@Suite struct BrokenSiteTests {
  /// Where the sites are written for others to judge, each with the ids of its findings and the files they are in.
  private static let gallery = ProcessInfo.processInfo.environment["DATELINE_BROKEN_SITES"]
    .map { URL(fileURLWithPath: $0, isDirectory: true) }
  private static let rewrites = ProcessInfo.processInfo.environment["DATELINE_REWRITE"] == "1"

  @Test("a mistake is told as its transcript says, and Output stays as it was", arguments: BrokenSite.all)
  func transcript(broken: BrokenSite) async throws {
    let site = try TemporarySite([:])
    for (path, bytes) in broken.files { try site.write(bytes, to: path) }
    if broken.ending == .refused { try site.write("as it was", to: "Output/notes/mine.txt") }
    let before = site.output()

    let outcome = try await site.build()
    let transcript = outcome.transcript

    #expect(outcome.isRefused == (broken.ending == .refused), "\(transcript)")
    if broken.ending == .refused { #expect(site.output() == before) }
    if let gallery = Self.gallery { try broken.write(into: gallery, findings: outcome.diagnostics) }
    if Self.rewrites { try Data(transcript.utf8).write(to: broken.transcriptFile) }
    let expected = try String(decoding: Data(contentsOf: broken.transcriptFile), as: UTF8.self)
    #expect(transcript == expected)
  }

  @Test("every transcript belongs to a mistake, and no two mistakes have one name")
  func names() throws {
    let names = BrokenSite.all.map(\.name)
    #expect(Set(names).count == names.count)
    let files = try FileManager.default.contentsOfDirectory(atPath: BrokenSite.transcripts.path)
    let unexpected = Set(files).subtracting(names.map { $0 + ".txt" })
    if Self.rewrites {
      for name in unexpected {
        try FileManager.default.removeItem(at: BrokenSite.transcripts.appendingPathComponent(name))
      }
    } else {
      #expect(unexpected.isEmpty)
    }
    #expect(names.count >= 50)
  }

  @Test("the site that the mistakes are put into has none")
  func sound() async throws {
    let outcome = try await BrokenSite("sound", only: BrokenSite.sound).built()
    #expect(outcome.transcript == "")
    #expect(outcome.summary != nil)
  }
}

extension BrokenSite {
  /// Writes the site into a folder named after it, and its findings beside it, one a line.
  fileprivate func write(into gallery: URL, findings: Diagnostics) throws {
    let folder = gallery.appendingPathComponent(name)
    for (path, bytes) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let lines = findings.all.map { "\($0.id)\t\($0.location?.source.path ?? "")\n" }.joined()
    try Data(lines.utf8).write(to: folder.appendingPathComponent("findings.tsv"))
  }

  /// Builds the site in a folder of its own.
  func built() async throws -> Build.Outcome {
    let site = try TemporarySite([:])
    for (path, bytes) in files { try site.write(bytes, to: path) }
    return try await site.build()
  }
}
