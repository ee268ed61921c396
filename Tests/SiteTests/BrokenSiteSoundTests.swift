import Foundation
import Testing

@testable import Site

/// What looks like a mistake and is none.
@Suite struct BrokenSiteSoundTests {
  private static let template: [String: [UInt8]] = [
    "Templates/page.mustache": Array(
      "{{<layout}}\n{{$main}}\n<h1>{{page.title}}</h1>\n{{{body}}}\n{{/main}}\n{{/layout}}\n".utf8)
  ]

  /// The sound site, with a template of its own.
  private static let files = BrokenSite.sound.merging(template) { _, new in new }

  private func output(_ files: [String: [UInt8]]) async throws -> [String: Data] {
    let site = try TemporarySite([:])
    for (path, bytes) in files { try site.write(bytes, to: path) }
    let outcome = try await site.build()
    #expect(outcome.transcript == "")
    return site.output()
  }

  @Test("files with a byte order mark make the same site as files without")
  func byteOrderMark() async throws {
    let marked = Self.files.mapValues { [0xEF, 0xBB, 0xBF] + $0 }
    let (plain, other) = (try await output(Self.files), try await output(marked))
    #expect(!plain.isEmpty)
    #expect(plain == other)
  }

  @Test("files with CRLF line endings make the same site as files with LF")
  func carriageReturns() async throws {
    let converted = Self.files.filter { !$0.key.hasPrefix("Templates/") }.mapValues { bytes in
      bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
    }
    #expect(try await output(Self.files) == output(Self.files.merging(converted) { _, new in new }))
  }

  @Test("templates with CRLF line endings make the same pages, but for the line endings they write")
  func carriageReturnsInTemplates() async throws {
    let converted = Self.template.mapValues { bytes in
      bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
    }
    let page = try #require(await output(Self.files)["about/index.html"])
    let other = try #require(await output(BrokenSite.sound.merging(converted) { _, new in new })["about/index.html"])
    #expect(Data(other.filter { $0 != UInt8(ascii: "\r") }) == page)
  }

  @Test("a site that was built and then broken is left as it was, and built again when it is mended")
  func brokenLater() async throws {
    let site = try TemporarySite([:])
    for (path, bytes) in BrokenSite.sound { try site.write(bytes, to: path) }
    #expect(try await site.build().summary != nil)
    let before = site.output()
    for path in ["Content/harbour/positions.yaml", "Content/harbour/index.md", "Content/site.yaml"] {
      try site.write("no: [yaml", to: path)
    }
    #expect(try await site.build().isRefused)
    #expect(site.output() == before)
    for (path, bytes) in BrokenSite.sound { try site.write(bytes, to: path) }
    #expect(try await site.build().summary?.written == 0)
  }
}
