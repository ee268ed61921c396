import Diagnostics
import EDTF
import Foundation
import Testing

@testable import Site

/// Lists of which each entry would make a page, or stand on every page; and what is bounded for that reason.
@Suite("Hostile sites") struct HostileSiteTests {
  private static func list(_ count: Int, _ item: (Int) -> String) -> String {
    "[" + (0..<count).map(item).joined(separator: ", ") + "]"
  }

  @Test(
    "too many of what makes a page each, or stands on every page, are refused where they begin to be",
    arguments: [
      ("Content/about.md", "---\ntags: \(list(101) { "t\($0)" })\n---\n", "tags"),
      ("Content/about.md", "---\naliases: \(list(1001) { "/a\($0)/" })\n---\n", "aliases"),
      ("Content/site.yaml", "title: A\nnav: \(list(101) { "{title: n\($0), url: /}" })\n", "nav"),
      ("Content/site.yaml", "title: A\nauthors: \(list(101) { "a\($0)" })\n", "authors"),
      ("Content/harbour/positions.yaml", HarbourStory.positions + "corrections: []\n", nil),
      (
        "Content/harbour/positions.yaml",
        HarbourStory.positions.replacing("unknown: [Who pays.]", with: "unknown: \(list(10_001) { "u\($0)" })"),
        "unknown"
      ),
    ])
  func tooMany(path: String, text: String, key: String?) async throws {
    var files = HarbourStory.files
    files[path] = text
    let found = try await TemporarySite(files).build().diagnostics.all.filter { $0.id == "too-many-items" }
    #expect(found.count == (key == nil ? 0 : 1))
    guard let key else { return }
    #expect(found.first?.message.hasPrefix("“\(key)” has ") == true && found.first?.location != nil)
  }

  @Test("policies, which are no list, are bounded too")
  func policies() async throws {
    var files = HarbourStory.files
    files["Content/site.yaml"] = "title: A\npolicies: {" + (0..<101).map { "p\($0): /" }.joined(separator: ", ") + "}\n"
    #expect(try await TemporarySite(files).build().diagnostics.all.map(\.id).contains("too-many-items"))
  }

  @Test("an HTML file in Content is left out with a warning, unless HTML is allowed")
  func htmlFiles() async throws {
    var files = HarbourStory.files
    files["Content/a/x.HTML"] = "<script>alert(1)</script>"
    files["Content/a/x.txt"] = "text"
    let site = try TemporarySite(files)
    let outcome = try await site.build()
    #expect(outcome.diagnostics.all.map(\.id) == ["raw-html-file"])
    #expect(site.text(of: "Output/a/x.HTML") == nil && site.text(of: "Output/a/x.txt") == "text")
    try site.write("title: A\nallow_html: true\n", to: "Content/site.yaml")
    #expect(try await site.build().diagnostics.all.isEmpty)
    #expect(site.text(of: "Output/a/x.HTML") == "<script>alert(1)</script>")
  }

  @Test("a rehearsal makes the files that a build makes")
  func rehearsal() async throws {
    let site = try TemporarySite(HarbourStory.files)
    #expect(try await site.build { $0.includesFuture = true }.diagnostics.all.isEmpty)
    let content = HarbourStory.files.map { (path: String($0.dropFirst("Content/".count)), bytes: Array($1.utf8)) }
      .sorted { $0.path < $1.path }
    let rehearsed = await Rehearsal(of: content, on: try #require(.init("2031-06-01")))
    #expect(rehearsed.diagnostics.all.isEmpty)
    let built = site.output()
    #expect(rehearsed.files.count == built.count)
    for (path, bytes) in rehearsed.files { #expect(built[path] == Data(bytes)) }
  }
}
