import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("What is written down of a build") struct BuildRecordTests {
  /// The file systems of test machines count time in steps of less than this, in nanoseconds.
  private static let timeStep: Int64 = 20_000_000

  private func build(
    _ site: TemporarySite, asOf day: String = "2031-06-01", _ configure: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> Build.Outcome {
    try await Task.sleep(for: .nanoseconds(2 * Self.timeStep))
    return try await site.build(asOf: day, timeStep: Self.timeStep, configure)
  }

  /// The stamp of the record: every build that makes the site anew writes its own.
  private func record(of site: TemporarySite) -> FileSystem.Stamp? {
    FileSystem.stamp(of: site.folder.path + "/Output/.dateline/record")
  }

  /// A site with warnings: of a page, of a template, of a link found in what was rendered.
  private func site() throws -> TemporarySite {
    let site = try TemporarySite(HarbourStory.files)
    try site.write("---\ntitle: Old\n---\n\n<b>Bold</b> [gone](/gone/) [ends](#nowhere)\n", to: "Content/old.md")
    try site.write("{{page.title}} {{page.titel}}\n", to: "Templates/404.mustache")
    return site
  }

  @Test("where nothing changed, the next build sees it, writes nothing, and tells the same")
  func unchanged() async throws {
    let site = try site()
    let first = try await build(site)
    let written = record(of: site)
    let second = try await build(site)
    #expect(written != nil && record(of: site) == written)
    #expect(!first.transcript.isEmpty && second.transcript == first.transcript)
    #expect(second.summary?.line == (try await build(site) { $0.jobs = 1 }).summary?.line)
    #expect(second.summary?.written == 0 && second.summary?.unchanged == first.summary?.written)
    #expect(second.summary?.quotesChecked == first.summary?.quotesChecked)
  }

  @Test("a file changed just before a build could change again unseen: nothing is written down of it")
  func unsettled() async throws {
    let site = try site()
    // A clock of which no step ends while the test waits for its turn.
    _ = try await site.build(timeStep: 3_600_000_000_000)
    #expect(record(of: site) == nil)
  }

  @Test("whatever else is in the record, the site is made")
  func damaged() async throws {
    let site = try site()
    let first = try await build(site)
    let path = "Output/.dateline/record"
    let record = Array((site.text(of: path) ?? "").utf8)
    for bytes in [[], record.dropLast(1) + [], record.map { $0 == UInt8(ascii: "1") ? UInt8(ascii: "9") : $0 }] {
      try site.write(bytes, to: path)
      #expect(try await build(site).transcript == first.transcript)
    }
  }

  @Test("after any sequence of changes a build gives what one from scratch gives, and tells the same")
  func anySequence() async throws {
    let site = try site()
    var random = SplitMix(seed: 7)
    var pages = 0
    for round in 0..<16 {
      var day = "2031-06-01"
      var includesDrafts = false
      switch Int.random(in: 0..<10, using: &random) {
      case 0: break
      case 1:
        pages += 1
        let isDraft = pages.isMultiple(of: 2)
        try site.write("---\ntitle: P\ndraft: \(isDraft)\n---\n\n[x](/old/)\n", to: "Content/p\(pages).md")
      case 2: try site.write("---\ntitle: Old\n---\n\nRound \(10 + round), <i>still</i>.\n", to: "Content/old.md")
      case 3 where pages > 0:
        try site.remove("Content/p\(pages).md")
        pages -= 1
      case 4: try site.write("picture \(10 + round)", to: "Content/a.png")
      case 5: try site.write("{{page.title}} \(10 + round)\n", to: "Templates/404.mustache")
      case 6: try site.write("spoilt", to: "Output/about/index.html")
      case 7: try? site.remove("Output/harbour/timeline")
      case 8: day = "2031-02-20"
      default: includesDrafts = true
      }
      for _ in 0..<2 {
        let outcome = try await build(site, asOf: day) { $0.includesDrafts = includesDrafts }
        let fresh = try await site.build(asOf: day) {
          $0.includesDrafts = includesDrafts
          $0.output = site.folder.path + "/fresh-\(round)"
        }
        #expect(outcome.transcript == fresh.transcript)
        #expect(site.output() == site.output("fresh-\(round)"), "round \(round)")
      }
      try site.remove("fresh-\(round)")
    }
  }
}
