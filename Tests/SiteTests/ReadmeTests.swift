import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

/// What README shows of the program is what the program says.
@Suite("README") struct ReadmeTests {
  @Test("the three misquotations it shows read just so")
  func misquotations() async throws {
    let readme = try String(contentsOf: Repository.root.appendingPathComponent("README.md"), encoding: .utf8)
    let site = try TemporarySite([:])
    try FileManager.default.copyItem(
      at: Repository.root.appendingPathComponent("Content"), to: site.folder.appendingPathComponent("Content"))
    let path = "Content/hanoi-2019/positions.yaml"
    var positions = try #require(site.text(of: path))
    for (said, misquoted) in [
      (
        "quote: We are going to get complete denuclearization; only then",
        "quote: We are going to get full denuclearization, and only then"
      ),
      (
        "quote: Nothing will be agreed to until everything’s agreed to",
        "quote: Nothing is agreed until everything’s agreed to"
      ),
      ("quote: Sometimes you have to walk", "quote: Sometimes … walk"),
    ] {
      #expect(positions.contains(said))
      positions = positions.replacing(said, with: misquoted)
    }
    try site.write(positions, to: path)
    let outcome = try await site.build(asOf: "2026-01-01", isPinned: false)
    #expect(outcome.diagnostics.all.count == 3)
    #expect(readme.contains(outcome.transcript))
  }
}
