import Diagnostics
import EDTF
import Foundation
import Publishing

@testable import Site

extension ReferenceCase {
  /// What `dateline new position` and `dateline publish` do not do.
  static let commands: [ReferenceCase] = [
    position("quote-that-is-a-position", words: "set foot on the quay") { $0 },
    // The same list under another name: what is added to it would be added to both.
    position("positions-written-elsewhere", words: "So it ended") { text in
      text.replacing("positions:\n", with: "others: &p\n")
        .replacing("expectations:\n", with: "positions: *p\nexpectations:\n")
    },
    published("branch-that-cannot-be", "    kind: git\n    branch: a..b\n") { _ in },
    published("pages-that-would-go", "    kind: directory\n    path: www\n    max_removed: 0%\n") { site in
      try site.remove("Content/about.md")
    },
  ]

  private static func position(
    _ name: String, words: String, _ change: @escaping @Sendable (String) -> String
  ) -> ReferenceCase {
    ReferenceCase(name) { site in
      for (path, bytes) in BrokenSite.sound { try site.write(bytes, to: path) }
      let path = "Content/harbour/positions.yaml"
      try site.write(change(BrokenSite.text(of: path)), to: path)
      var request = NewPosition.Request(article: "harbour/courier-0114", words: words)
      request.folder = site.folder.path
      request.fields = ["who": "vale", "issue": "inspections", "stance": "refuse"]
      return try await told { () throws(ScaffoldError) in
        _ = try await NewPosition(request).run(Conversation(show: { _ in }))
        return Diagnostics()
      }
    }
  }

  /// A site that is published, changed, and published again.
  private static func published(
    _ name: String, _ target: String, _ change: @escaping @Sendable (TemporarySite) throws -> Void
  ) -> ReferenceCase {
    ReferenceCase(name) { site in
      for (path, bytes) in BrokenSite.sound { try site.write(bytes, to: path) }
      try site.write(
        BrokenSite.text(of: "Content/site.yaml") + "publish:\n  live:\n" + target, to: "Content/site.yaml")
      let today = Day("2031-06-01") ?? Day(ordinal: 0)
      var request = Publish.Request(
        BuildOptions(folder: site.folder.path, edition: Edition(today: today, isPinned: true), jobs: 2))
      request.target = "live"
      if case .refused(let findings) = try await Publish(request).run(showing: { _, _ in }) { return findings }
      try change(site)
      guard case .refused(let findings) = try await Publish(request).run(showing: { _, _ in }) else {
        return Diagnostics()
      }
      return findings
    }
  }
}
