import Diagnostics
import EDTF
import Foundation
import Testing

@testable import Site

/// What is read, parsed and rendered again when files change, and why.
@Suite struct LiveSiteTests {
  private static let files = [
    "Content/site.yaml": "title: The Sound\n",
    "Content/harbour/positions.yaml": """
    actors: {vale: {name: Ines Vale}}
    issues: {berth: {question: Will a berth be opened?, scale: [{no: "No"}, {yes: "Yes"}]}}
    sources: {radio: {publisher: Sound Radio, published: 2031-01-16}}
    positions:
      - {who: vale, issue: berth, stance: "no", source: radio, paraphrase: We will not.}

    """,
    "Content/about.md": "---\ntitle: About\ntags: [Ports]\n---\nUs.\n",
    "Content/plan.md": "# Plan\n",
    "Content/quay.svg": "<svg/>\n",
  ]

  private let today = Day(year: 2031, month: 6, day: 1) ?? Day(ordinal: 0)

  private func live(_ site: TemporarySite) -> LiveSite {
    LiveSite(BuildOptions(folder: site.folder.path, edition: Edition(today: today, isPinned: false), jobs: 2))
  }

  /// What is out of date after an edit of the site above, and why.
  private func outOfDate(_ edit: (TemporarySite) throws -> Void) async throws -> [String: [StalePage.Reason]] {
    let site = try TemporarySite(Self.files)
    let live = live(site)
    let first = try #require(try await live.look(today: today)?.snapshot)
    _ = await first.renderAll()
    try edit(site)
    let second = try #require(try await live.look(today: today)?.snapshot)
    return Dictionary(uniqueKeysWithValues: second.outOfDate.map { ($0.path, $0.reasons) })
  }

  @Test("nothing is out of date where nothing changed, not even by being written again")
  func nothing() async throws {
    let site = try TemporarySite(Self.files)
    let live = live(site)
    #expect(try await live.look(today: today) != nil)
    #expect(try await live.look(today: today) == nil)
    try site.write(Self.files["Content/about.md", default: ""], to: "Content/about.md")
    #expect(try await live.look(today: today) == nil)
  }

  @Test("the text of a page is for that page alone")
  func text() async throws {
    let text = Self.files["Content/about.md", default: ""].replacing("Us.", with: "We.")
    let stale = try await outOfDate { try $0.write(text, to: "Content/about.md") }
    #expect(stale == ["about/index.html": [.text("Content/about.md")]])
  }

  @Test("what lists say of a page is for the lists too")
  func title() async throws {
    let text = Self.files["Content/about.md", default: ""].replacing("About", with: "We")
    let stale = try await outOfDate { try $0.write(text, to: "Content/about.md") }
    #expect(stale.keys.sorted() == ["about/index.html", "index.html", "tags/ports/index.html"])
    #expect(stale["tags/ports/index.html"] == [.entries])
  }

  @Test("a template is for the pages that it makes, and those that take it in")
  func template() async throws {
    let partial = try await outOfDate { try $0.write("<i></i>", to: "Templates/partials/contents.mustache") }
    #expect(partial.keys.sorted() == ["about/index.html", "harbour/index.html", "plan/index.html"])
    let layout = try await outOfDate { try $0.write("<b></b>", to: "Templates/layout.mustache") }
    #expect(layout["404.html"] == [.template("404")])
    #expect(layout["harbour/positions.json"] == nil)
  }

  @Test("a story's files are for the story's pages, its people's, and the front page")
  func story() async throws {
    let text = Self.files["Content/harbour/positions.yaml", default: ""].replacing("We will not", with: "Never")
    let stale = try await outOfDate { try $0.write(text, to: "Content/harbour/positions.yaml") }
    #expect(stale["harbour/timeline/index.html"] == [.story("harbour")])
    #expect(stale["actors/vale/index.html"] == [.story("harbour")])
    #expect(stale["index.html"] == [.stories])
    #expect(stale["about/index.html"] == nil)
    #expect(stale["tags/ports/index.html"] == nil)
  }

  @Test("a file that comes may be linked to from anywhere; one that is copied is out of date alone")
  func files() async throws {
    let new = try await outOfDate { try $0.write("# New\n", to: "Content/new.md") }
    #expect(new["new/index.html"] == [.new])
    #expect(new["plan/index.html"] == [.addresses])
    let copied = try await outOfDate { try $0.write("<svg id=\"a\"/>\n", to: "Content/quay.svg") }
    #expect(copied == ["quay.svg": [.copy]])
  }

  @Test("a file that has not changed is neither read nor parsed again")
  func reuse() async throws {
    let site = try TemporarySite(Self.files)
    let options = BuildOptions(folder: site.folder.path, edition: Edition(today: today, isPinned: true), jobs: 2)
    let corridor = Corridor(options: options)
    var found = Diagnostics()
    let first = try await corridor.load(&found)
    let parsed = await corridor.parse(first, &found)
    try site.write("# Another plan\n", to: "Content/plan.md")
    let second = try await corridor.load(reusing: first, &found)
    let again = await corridor.parse(second, reusing: parsed, &found)
    for (old, new) in zip(first.content.files, second.content.files) where old.text != nil {
      #expect((old.text === new.text) == (old.path != "plan.md"), "\(old.path)")
    }
    #expect(again.pages.map(\.title) == ["About", "Another plan"])
    #expect(again.configurationFile === parsed.configurationFile)
  }

  @Test("two things at one address are found when the second comes, and as long as both are there")
  func clash() async throws {
    let site = try TemporarySite(Self.files)
    let live = live(site)
    let first = try #require(try await live.look(today: today)?.snapshot)
    let text = Self.files["Content/about.md", default: ""]
    for words in ["We.", "They."] {
      let clashing = text.replacing("Us.", with: words).replacing("tags:", with: "aliases: [/plan/]\ntags:")
      try site.write(clashing, to: "Content/about.md")
      let look = try #require(try await live.look(today: today))
      #expect(look.findings.all.map(\.id) == ["same-path"])
      #expect(look.snapshot === first)
    }
    try site.write(text.replacing("Us.", with: "You."), to: "Content/about.md")
    let look = try #require(try await live.look(today: today))
    #expect(look.findings.all.isEmpty)
    #expect(look.snapshot?.outOfDate.map(\.path) == ["about/index.html"])
  }

  @Test("a page that nobody asked for in one state is what it would be in a later one")
  func notAskedFor() async throws {
    let site = try TemporarySite(Self.files)
    let live = live(site)
    _ = try await live.look(today: today)
    // Another place among the pages, and another page before it.
    try site.write("# Another\n", to: "Content/another.md")
    _ = try await live.look(today: today)
    try site.write(Self.files["Content/about.md", default: ""] + "All of us.\n", to: "Content/about.md")
    let snapshot = try #require(try await live.look(today: today)?.snapshot)
    let fresh = try #require(try await self.live(site).look(today: today)?.snapshot)
    for path in ["about/index.html", "plan/index.html", "another/index.html", "index.html", "tags/ports/index.html"] {
      guard case .bytes(let bytes, _) = snapshot.file(path)?.content,
        case .bytes(let expected, _) = fresh.file(path)?.content
      else {
        Issue.record("\(path) is not there")
        continue
      }
      #expect(bytes == expected, "\(path)")
    }
  }

  @Test("where something is wrong, the state before stays; where a page cannot be made, it is as it last was")
  func errors() async throws {
    let site = try TemporarySite(Self.files)
    let live = live(site)
    let first = try #require(try await live.look(today: today)?.snapshot)
    _ = await first.renderAll()
    try site.write("title: [\n", to: "Content/site.yaml")
    let broken = try #require(try await live.look(today: today))
    #expect(broken.findings.hasErrors)
    #expect(broken.snapshot === first)

    try site.write("title: The Sound\n", to: "Content/site.yaml")
    try site.write("[nothing](position:none)\n", to: "Content/plan.md")
    let mended = try #require(try await live.look(today: today))
    #expect(!mended.findings.hasErrors)
    let page = try #require(mended.snapshot?.file("plan/index.html"))
    #expect(page.isBroken)
    #expect(page.content != nil)
    #expect(mended.snapshot?.errorsSoFar.all.count == 1)
  }
}
