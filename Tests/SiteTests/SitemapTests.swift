import EDTF
import Foundation
import Testing

@testable import Site

@Suite("The sitemap, and files for robots and hosts") struct SitemapTests {
  @Test("it has the pages to be found, each with the day it last changed, and no others")
  func pages() async throws {
    var files = HarbourStory.files
    files["Content/about.md"] = "---\ntitle: About\nupdated: 2031-04-01\naliases: [/old/]\n---\n"
    files["Content/draft.md"] = "---\ntitle: Draft\ndraft: true\n---\n"
    let site = try TemporarySite(files)
    _ = try await site.build()
    let map = try #require(site.text(of: "Output/sitemap.xml"))
    let entries = map.components(separatedBy: "<loc>").dropFirst().map { entry in
      let parts = entry.components(separatedBy: "</loc>")
      let day = parts[1].components(separatedBy: "<lastmod>").dropFirst().first?.prefix(10) ?? ""
      return parts[0].replacing("https://sound.example/news/", with: "/") + " " + day
    }
    #expect(
      entries == [
        "/about/ 2031-04-01", "/actors/vale/ 2031-02-18", "/harbour/articles/courier-0114/ 2031-01-14",
        "/harbour/articles/courier-0218/ 2031-02-18", "/harbour/articles/courier-0301/ 2031-03-01",
        "/harbour/ 2031-03-01", "/harbour/issues/inspections/ 2031-02-18", "/harbour/timeline/ 2031-03-01",
        "/ 2031-04-01", "/tags/ports/ ",
      ])
    #expect(
      site.text(of: "Output/robots.txt")
        == "User-agent: *\nAllow: /\n\nSitemap: https://sound.example/news/sitemap.xml\n")
  }

  @Test("more than fifty thousand pages are divided, and so are fewer with long addresses")
  func divided() throws {
    let day = Day("2031-03-01")
    let many = Sitemap(
      (0..<50_001).map { .init(path: OutputPath(trusted: "\($0)/index.html"), lastChange: day) },
      below: "https://a.example/")
    #expect(many.parts.map(\.count) == [50_000, 1])
    let index = String(decoding: many.index { "https://a.example/sitemap-\($0 + 1).xml" }, as: UTF8.self)
    #expect(index.contains("<sitemapindex") && index.components(separatedBy: "<loc>").count == 3)
    #expect(index.contains("<lastmod>2031-03-01</lastmod>"))
    let path = String(repeating: "ä", count: 2_000)
    let long = Sitemap(
      (0..<6_000).map { .init(path: OutputPath(trusted: "\(path)\($0)/index.html")) }, below: "https://a.example/")
    #expect(long.parts.count > 1)
    #expect(long.parts.indices.allSatisfy { long.bytes(ofPart: $0).count <= 52_428_800 })
    #expect(long.parts.map(\.count).reduce(0, +) == 6_000)
  }

  @Test("an editor's own robots.txt is the one that is published")
  func ownRobots() async throws {
    var files = HarbourStory.files
    files["Content/robots.txt"] = "User-agent: *\nDisallow: /\n"
    let site = try TemporarySite(files)
    #expect(try await site.build().transcript == "")
    #expect(site.text(of: "Output/robots.txt") == "User-agent: *\nDisallow: /\n")
  }

  @Test(
    "a host gets the files it asks for, and no other",
    arguments: [
      ("", "https://sound.example/", [:]),
      ("github-pages", "https://sound.example/", [".nojekyll": "", "CNAME": "sound.example\n"]),
      ("github-pages", "https://desk.github.io/", [".nojekyll": ""]),
      ("github-pages", "https://desk.github.io/news/", [".nojekyll": ""]),
      ("netlify", "https://sound.example/", ["_redirects": "/old/ /about/ 301!\n"]),
      ("cloudflare-pages", "https://sound.example/news/", ["_redirects": "/news/old/ /news/about/ 301\n"]),
    ] as [(String, String, [String: String])])
  func hosts(hosting: String, baseURL: String, wanted: [String: String]) async throws {
    var files = HarbourStory.files
    files["Content/site.yaml"] =
      "title: T\nbase_url: \(baseURL)\n" + (hosting.isEmpty ? "" : "hosting: \(hosting)\n")
    files["Content/about.md"] = "---\ntitle: About\naliases: [/old/]\n---\n"
    let site = try TemporarySite(files)
    #expect(try await site.build().transcript == "")
    for name in [".nojekyll", "CNAME", "_redirects"] { #expect(site.text(of: "Output/" + name) == wanted[name]) }
    #expect(site.text(of: "Output/old/index.html") != nil)
  }

  @Test("a host that is not known is an error, and so is a file of the editor's where a host's goes")
  func hostMistakes() async throws {
    var files = HarbourStory.files
    files["Content/site.yaml"]? += "hosting: netlifi\n"
    #expect(try await TemporarySite(files).build().transcript.contains("did you mean “netlify”?"))
    files["Content/site.yaml"]?.replace("netlifi", with: "netlify")
    files["Content/_redirects"] = "/a /b 301\n"
    files["Content/about.md"] = "---\ntitle: About\naliases: [/old/]\n---\n"
    let transcript = try await TemporarySite(files).build().transcript
    #expect(transcript.contains("/_redirects is the address of two things: what “hosting” in Content/site.yaml"))
    #expect(transcript.contains("and Content/_redirects"))
  }
}
