import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite("A build") struct BuildTests {
  @Test("a story becomes every page of its kind")
  func pages() async throws {
    let site = try TemporarySite(HarbourStory.files)
    let outcome = try await site.build()
    #expect(outcome.transcript == "")
    let paths = Set(site.output().keys.filter { !$0.hasPrefix("assets/") })
    #expect(
      paths == [
        "index.html", "404.html", "about/index.html", "tags/ports/index.html", "actors/vale/index.html",
        "harbour/index.html", "harbour/timeline/index.html", "harbour/timeline/embed/index.html",
        "harbour/timeline/embed/oembed.json", "harbour/timeline/by/vale/index.html",
        "harbour/timeline/by/official/index.html", "harbour/timeline/on/inspections/index.html",
        "harbour/issues/inspections/index.html", "harbour/articles/courier-0114/index.html",
        "harbour/articles/courier-0218/index.html", "harbour/articles/courier-0301/index.html",
        "harbour/articles/courier-0114/annotations.json", "harbour/articles/courier-0218/annotations.json",
        "harbour/articles/courier-0301/annotations.json", "harbour/positions.json", "harbour/positions.csv",
        "calendar.ics", "harbour/calendar.ics", "harbour/timeline.json", "feed.xml", "feed.json", "harbour/feed.xml",
        "harbour/feed.json", "sitemap.xml", "robots.txt",
      ])
  }

  @Test("the same input gives the same bytes, built twice and with one thread or four")
  func deterministic() async throws {
    let site = try TemporarySite(HarbourStory.files)
    for (name, jobs) in [("one", 1), ("two", 2), ("four", 4), ("again", 2)] {
      _ = try await site.build(jobs: jobs) { $0.output = site.folder.path + "/" + name }
    }
    let one = site.output("one")
    #expect(!one.isEmpty)
    for name in ["two", "four", "again"] { #expect(site.output(name) == one) }
  }

  @Test("a build on another day gives the same bytes, where nothing fell due in between")
  func clock() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build(asOf: "2031-06-01", isPinned: false)
    let first = site.output()
    let second = try await site.build(asOf: "2031-07-19", isPinned: false)
    #expect(site.output() == first)
    #expect(second.summary?.written == 0)
  }

  @Test("a second build writes nothing, and a build after a change only what differs")
  func unchanged() async throws {
    let site = try TemporarySite(HarbourStory.files)
    let first = try await site.build()
    let second = try await site.build()
    #expect(first.summary?.written == site.output().count)
    #expect(second.summary?.written == 0 && second.summary?.unchanged == site.output().count)
    try site.write("---\ntitle: About\n---\n\nChanged.\n", to: "Content/about.md")
    #expect(try await site.build().summary?.written == 1)
  }

  @Test("a page that is gone is removed, with its empty folder, and nothing the build did not make")
  func prune() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build()
    try site.write("mine", to: "Output/notes.txt")
    try site.remove("Content/about.md")
    let outcome = try await site.build()
    #expect(outcome.summary?.removed == 1)
    #expect(!FileManager.default.fileExists(atPath: site.folder.path + "/Output/about"))
    #expect(site.text(of: "Output/notes.txt") == "mine")
  }

  @Test("a file the build did not make is never overwritten: an error names it, and nothing is written")
  func foreign() async throws {
    let site = try TemporarySite(HarbourStory.files)
    try site.write("mine", to: "Output/about/index.html")
    let outcome = try await site.build()
    #expect(outcome.isRefused)
    #expect(outcome.transcript.contains("Output/about/index.html stands in the way"))
    #expect(site.output() == ["about/index.html": Data("mine".utf8)])
  }

  @Test("errors leave Output as it was")
  func untouched() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build()
    let before = site.output()
    try site.write("---\ntitle: About\n---\n\nChanged.\n", to: "Content/about.md")
    try site.write("sides: {", to: "Content/harbour/positions.yaml")
    #expect(try await site.build().isRefused)
    #expect(site.output() == before)
  }

  @Test("what is wrong with the Markdown of a page is told once, of one that is held back too")
  func markdownIsLookedAt() async throws {
    let deep = String(repeating: ">", count: 200) + " deep\n"
    for front in ["title: A", "title: A\ndraft: true", "tags: [a]", "date: 2031-07-01"] {
      let site = try TemporarySite(["Content/a.md": "---\n\(front)\n---\n" + deep])
      let outcome = try await site.build()
      #expect(outcome.diagnostics.all.map(\.id) == ["markdown-too-deep"], "\(front)")
    }
  }

  @Test("drafts and what is dated after today are held back, and counted")
  func heldBack() async throws {
    var files = HarbourStory.files
    files["Content/draft.md"] = "---\ntitle: Draft\ndraft: true\n---\n"
    files["Content/later.md"] = "---\ntitle: Later\ndate: 2031-07-01\n---\n"
    let site = try TemporarySite(files)
    let outcome = try await site.build()
    #expect(outcome.summary?.line.contains("held back: 1 draft and 1 page until 2031-07-01") == true)
    #expect(site.text(of: "Output/draft/index.html") == nil && site.text(of: "Output/later/index.html") == nil)
    _ = try await site.build {
      $0.includesDrafts = true
      $0.includesFuture = true
    }
    #expect(site.text(of: "Output/draft/index.html") != nil && site.text(of: "Output/later/index.html") != nil)
  }

  @Test("a statement is not known before its source was published, however early it was said")
  func recalled() async throws {
    let site = try TemporarySite(
      HarbourStory.files(replacing: "date: 2031-02-18\n", with: "", in: "Content/harbour/index.md"))
    _ = try await site.build(asOf: "2031-02-17")
    let before = try #require(site.text(of: "Output/harbour/positions.json"))
    #expect(before.contains("vale-inspections-2031-01-14") && !before.contains("vale-inspections-2031-02-17"))
    _ = try await site.build(asOf: "2031-02-18")
    let after = try #require(site.text(of: "Output/harbour/positions.json"))
    #expect(after.contains("vale-inspections-2031-02-17") && !after.contains("borne-out"))
  }

  @Test("a folder with nothing but Content builds; one without it does not")
  func folders() async throws {
    let site = try TemporarySite(["Content/a.md": "# Hello\n"])
    #expect(try await site.build().summary != nil)
    #expect(site.text(of: "Output/a/index.html")?.contains("<title>Hello – A Dateline site</title>") == true)
    let empty = try TemporarySite([:])
    guard case .noContent = try await empty.build() else {
      Issue.record("a folder without Content was built")
      return
    }
  }

  @Test("a template in Templates overrides the built-in one of its name, and no other")
  func theme() async throws {
    var files = HarbourStory.files
    files["Templates/404.mustache"] = "nothing at {{page.url}} of {{site.title}}"
    let site = try TemporarySite(files)
    _ = try await site.build()
    #expect(site.text(of: "Output/404.html") == "nothing at /news/404.html of The Sound")
    #expect(site.text(of: "Output/about/index.html")?.contains("<!doctype html>") == true)
  }

  @Test("links, styles and canonical addresses carry the base URL's path")
  func baseURL() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build()
    let about = try #require(site.text(of: "Output/about/index.html"))
    #expect(about.contains("<a href=\"/news/harbour/\">the harbour</a>"))
    #expect(about.contains("<link rel=\"canonical\" href=\"https://sound.example/news/about/\">"))
    #expect(about.contains("href=\"/news/assets/style."))
    _ = try await site.build { $0.baseURL = "https://other.example" }
    #expect(site.text(of: "Output/about/index.html")?.contains("<a href=\"/harbour/\">") == true)
  }

  @Test("an old address leads to the new one")
  func alias() async throws {
    var files = HarbourStory.files
    files["Content/about.md"] = "---\ntitle: About\naliases: [/old/about/]\n---\n"
    let site = try TemporarySite(files)
    _ = try await site.build()
    let page = try #require(site.text(of: "Output/old/about/index.html"))
    #expect(page.contains("content=\"0; url=/news/about/\""))
  }

  @Test("another file of Content is copied byte for byte")
  func copies() async throws {
    let site = try TemporarySite(HarbourStory.files)
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 255]
    try site.write(picture, to: "Content/harbour/quay.png")
    _ = try await site.build()
    #expect(site.output()["harbour/quay.png"] == Data(picture))
  }

  @Test("a text links to files and shows pictures as they lie beside it, and from the root")
  func contentLinks() async throws {
    var files = HarbourStory.files
    files["Content/news/2031.md"] =
      "---\ntitle: News\n---\n\n![Quay](quay.svg) [about](../about.md#x) [rooted](/harbour/) [page](../../about/)\n\n# X\n"
    files["Content/news/quay.svg"] = "<svg/>"
    let site = try TemporarySite(files)
    _ = try await site.build()
    let page = try #require(site.text(of: "Output/news/2031/index.html"))
    #expect(page.contains("<img src=\"/news/news/quay.svg\" alt=\"Quay\""))
    #expect(page.contains("<a href=\"/news/about/#x\">about</a>"))
    #expect(
      page.contains("<a href=\"/news/harbour/\">rooted</a>") && page.contains("<a href=\"../../about/\">page</a>"))
  }

  @Test("a component's options may stand in a list, and its mistakes are told at the block")
  func componentInList() async throws {
    var files = HarbourStory.files
    files["Content/harbour/index.md"] =
      "---\ntitle: T\n---\n\n- ```quote\n  position: vale-inspections-2031-01-14\n  ```\n\n- ```timeline\n  isue: x\n  ```\n"
    let outcome = try await TemporarySite(files).build()
    #expect(outcome.isRefused)
    #expect(outcome.transcript.contains("unknown key “isue”") && outcome.diagnostics.all.count == 1)
  }

  @Test("a stance chart shows only what its options let through, in picture and table alike")
  func filteredChart() async throws {
    var files = HarbourStory.files
    files["Content/harbour/index.md"] =
      "---\ntitle: T\nsections: []\n---\n\n```stance-chart\nactor: vale\nto: 2031-01\n```\n"
    let site = try TemporarySite(files)
    _ = try await site.build()
    let page = try #require(site.text(of: "Output/harbour/index.html"))
    #expect(page.components(separatedBy: "<tr data-position=").count == 2)
    #expect(page.contains("data-position=\"vale-inspections-2031-01-14\""))
    #expect(!page.contains("vale-inspections-2031-02-17") && !page.contains("official-inspections"))
  }

  @Test("an actor mistyped in a position is one mistake, although the position's id is made of it and linked to")
  func mistypedActor() async throws {
    var files = HarbourStory.files
    files["Content/harbour/positions.yaml"] = HarbourStory.positions.replacing(
      "- who: vale", with: "- who: vael", maxReplacements: 1)
    let outcome = try await TemporarySite(files).build()
    #expect(outcome.diagnostics.all.map(\.message) == ["no actor has the id “vael”"])
  }

  @Test("a link that leads nowhere is a warning at its line")
  func brokenLink() async throws {
    var files = HarbourStory.files
    files["Content/about.md"] = "---\ntitle: About\n---\n\nSee [it](/harbor/) and [that](#nowhere).\n"
    let outcome = try await TemporarySite(files).build()
    #expect(outcome.summary != nil)
    #expect(outcome.transcript.contains("Content/about.md:5:10: warning: link to a page that does not exist"))
    #expect(outcome.transcript.contains("Content/about.md:5:31: warning: link to an anchor that does not exist"))
  }

  @Test("a link is told where it is written by itself, not where a longer one has its letters")
  func brokenLinkInLonger() async throws {
    var files = HarbourStory.files
    files["Content/site.yaml", default: ""] += "nav:\n  - {title: Us, url: /us/}\n"
    files["Content/about.md"] = "---\ntitle: A\n---\n\n[a](/us/#a) [b](../us/) [c](/us/b/)\n"
    let outcome = try await TemporarySite(files).build()
    let places = outcome.transcript.split(separator: "\n").filter { $0.contains(": warning: ") }
      .map { $0.prefix { $0 != " " } }
    #expect(
      places == [
        "Content/about.md:5:5:", "Content/about.md:5:17:", "Content/about.md:5:29:", "Content/site.yaml:4:22:",
      ])
  }

  @Test("a link on all pages that leads nowhere is one warning, where it is written")
  func brokenLinkOnAllPages() async throws {
    var files = HarbourStory.files
    files["Content/site.yaml", default: ""] += "nav:\n  - {title: Us, url: /us/}\npolicies: {corrections: /method/}\n"
    files["Templates/partials/contents.mustache"] = "<p><a href=\"/news/index/\">Index</a></p>\n"
    let outcome = try await TemporarySite(files).build()
    let found = outcome.diagnostics.all.filter { $0.id == "broken-link" }
    #expect(
      found.map(\.message).sorted() == [
        "link to a page that does not exist: “/news/index/”", "link to a page that does not exist: “/news/method/”",
        "link to a page that does not exist: “/news/us/”",
      ])
    #expect(outcome.transcript.contains("Content/site.yaml:"))
    #expect(outcome.transcript.contains("Templates/partials/contents.mustache:1:13: warning: "))
  }

  @Test("a link that a template puts together, and that leads nowhere, is one warning for all its pages")
  func brokenLinkOfTemplate() async throws {
    var files = HarbourStory.files
    files["Content/one.md"] = "---\ntitle: One\n---\n\nText.\n"
    files["Content/two.md"] = "---\ntitle: Two\n---\n\nText.\n"
    files["Templates/page.mustache"] = "<p><a href=\"{{site.url}}topics/x/\">Topic</a></p>\n"
    let outcome = try await TemporarySite(files).build()
    let found = outcome.diagnostics.all.filter { $0.id == "broken-link" }
    let pages = files.keys.filter {
      $0.hasPrefix("Content/") && $0.split(separator: "/").count == 2 && $0.hasSuffix(".md")
    }
    #expect(found.count == 1 && found.first?.location == nil)
    #expect(
      found.first?.message
        == "link to a page that does not exist: “/news/topics/x/” on /about/ and \(pages.count - 1) other pages")
  }

  @Test("a link in a positions file that leads nowhere is one warning, at its line")
  func brokenLinkInData() async throws {
    var files = HarbourStory.files
    files["Content/harbour/positions.yaml"] =
      HarbourStory.positions.replacing("courier-0218\n    anonymity", with: "memo\n    anonymity")
      + "sources: {memo: {title: Memo, url: https://sound.example/news/gone/}}\n"
    let outcome = try await TemporarySite(files).build()
    #expect(outcome.diagnostics.all.map(\.id) == ["broken-link"])
    #expect(outcome.transcript.contains("url: https://sound.example/news/gone/}}\n"))
    #expect(outcome.diagnostics.all.first?.location?.source.path == "Content/harbour/positions.yaml")
  }

  @Test("content cannot put script into a page, whatever field it stands in")
  func hostile() async throws {
    let attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    var files = HarbourStory.files
    files["Content/harbour/positions.yaml"] = HarbourStory.positions
      .replacing("Ines Vale", with: attack.replacing("'", with: "’").replacing("\"", with: "”"))
      .replacing("Second talks", with: "<script>alert(2)</script>")
      .replacing("Would go first.", with: "<svg onload=alert(3)>")
    files["Content/about.md"] =
      "---\ntitle: \"<script>alert(4)</script>\"\ntags: [\"<b onmouseover=alert(5)>\"]\n---\n\n"
      + "<script>alert(6)</script>\n\n[x](javascript:alert(7)) <b onclick=alert(8)>y</b>\n\n```\"><script>\nz\n```\n"
    let site = try TemporarySite(files)
    let outcome = try await site.build()
    #expect(outcome.summary != nil)
    for (path, data) in site.output() where path.hasSuffix(".html") {
      let html = String(decoding: data, as: UTF8.self)
      for forbidden in ["<script>", "<img src=x", "<svg onload", "<b on", "javascript:"] {
        #expect(!html.contains(forbidden), "\(path) holds \(forbidden)")
      }
    }
    #expect(outcome.transcript.contains("Content/about.md:6:1: warning:"))
  }
}
