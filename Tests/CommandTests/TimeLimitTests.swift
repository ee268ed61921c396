import Foundation
import Testing

/// The hard stop: a file that takes too long ends the command, whatever holds it up (Site's `Watchdog`).
@Suite struct TimeLimitTests {
  /// Markdown that is small enough to be read and makes so much of a page that it takes seconds.
  private static let slow = String(repeating: "[^a]", count: 1_000_000) + "\n\n[^a]: b\n"

  @Test(
    "a file that takes longer than the limit is named, and Output stays as it was",
    arguments: [["build"], ["check"], ["publish", "--dry-run"]])
  func limit(words: [String]) async throws {
    let site = try Site()
    try site.write(
      "title: The Sound\nbase_url: https://sound.example/news/\npublish: {web: {kind: directory, path: www}}\n",
      to: "Content/site.yaml")
    #expect(try await site.build().status == 0)
    let before = try contents(of: site.folder.appendingPathComponent("Output"))
    try site.write("Changed.\n", to: "Content/about.md")
    try site.write(Self.slow, to: "Content/notes/slow.md")
    let result = try await Command.run(words + ["--time-limit", "1"], in: site.folder, environment: [:])
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(
      result.errors == """
        dateline: Content/notes/slow.md took more than 1 s; the site is as it was
          = make the file smaller or simpler, or give it more time with --time-limit

        """)
    #expect(try contents(of: site.folder.appendingPathComponent("Output")) == before)
    try FileManager.default.removeItem(at: site.folder.appendingPathComponent("Content/notes/slow.md"))
    #expect(try await site.build().status == 0)
    #expect(site.text(of: "Output/about/index.html")?.contains("Changed.") == true)
  }
}
