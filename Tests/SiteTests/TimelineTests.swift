import Foundation
import Testing

@testable import Site

@Suite("A timeline") struct TimelineTests {
  /// Positions of two people on two issues, one of them on behalf of the other.
  private static let positions = """
    actors:
      vale: {name: Ines Vale}
      moor: {name: "<Moor> & 'Sons\\""}
      silent: {name: Who said nothing}
    issues:
      quay: {question: The quay?, label: Quay, scale: [{a: A}, {b: B}]}
      toll: {question: The toll?, label: Toll, scale: [{a: A}, {b: B}]}
      empty: {question: Nothing yet?, label: Empty, scale: [{a: A}, {b: B}]}
    sources:
      s: {publisher: Courier, url: "https://courier.example/", published: 2031-02-01}
    events:
      talks: {title: Talks, date: 2031-01-02}
    positions:
      - {who: vale, issue: quay, stance: a, date: 2031-01-01, paraphrase: One., source: s}
      - {who: moor, issue: quay, stance: b, date: 2031-01-02, paraphrase: Two., source: s, on_behalf_of: vale}
      - {who: moor, issue: toll, stance: a, date: 2031-02-01, paraphrase: Three., source: s}

    """

  private static func site(
    title: String = "The harbour", base: String? = "https://sound.example/news/"
  ) async throws -> TemporarySite {
    let site = try TemporarySite([
      "Content/site.yaml": "title: The Sound\n" + (base.map { "base_url: \($0)\n" } ?? ""),
      "Content/harbour/positions.yaml": positions,
      "Content/harbour/index.md": "---\ntitle: '\(title.replacing("'", with: "''"))'\n---\n",
    ])
    let outcome = try await site.build()
    #expect(outcome.transcript == "")
    return site
  }

  private func text(of path: String, in site: TemporarySite) throws -> String {
    try #require(site.text(of: "Output/harbour/timeline/" + path))
  }

  /// The values of an attribute, in their order.
  private func values(of attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test("a part of a timeline has a page where there is something in it, with what it holds and nothing else")
  func parts() async throws {
    let site = try await Self.site()
    let (one, two, three) = ("vale-quay-2031-01-01", "moor-quay-2031-01-02", "moor-toll-2031-02-01")
    let expected = [
      "": [one, two, three], "by/vale/": [one, two], "by/moor/": [two, three], "on/quay/": [one, two],
      "on/toll/": [three], "embed/": [one, two, three],
    ]
    for (path, ids) in expected {
      let html = try text(of: path + "index.html", in: site)
      #expect(values(of: "data-position", in: html) == ids, "\(path)")
      let isWhole = path == "" || path == "embed/"
      #expect(html.contains("id=\"event-talks\"") == isWhole, "\(path)")
      let all = values(of: "id", in: html)
      #expect(Set(all).count == all.count && Set(ids).isSubset(of: all), "\(path)")
    }
    let pages = site.output().keys.filter { $0.hasPrefix("harbour/timeline/") && $0.hasSuffix("index.html") }
    #expect(pages.count == expected.count)
  }

  @Test("a part names itself, sends search engines to the whole, and says where the reader is")
  func partHead() async throws {
    let site = try await Self.site()
    let part = try text(of: "by/vale/index.html", in: site)
    #expect(part.contains("<title>Ines Vale – Timeline: The harbour – The Sound</title>"))
    #expect(part.contains("<h1>Timeline<span id=\"filter_name\">: Ines Vale</span></h1>"))
    #expect(part.contains("<span id=\"filter_count\">2 positions</span>"))
    #expect(part.contains("<link rel=\"canonical\" href=\"https://sound.example/news/harbour/timeline/\">"))
    #expect(part.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(
      part.components(separatedBy: "aria-current=").count == 2
        && part.contains("data-count=\"2 positions\" aria-current=\"page\">Ines Vale</a>"))
    let whole = try text(of: "index.html", in: site)
    #expect(!whole.contains("noindex") && whole.contains("<h1>Timeline<span id=\"filter_name\"></span></h1>"))
    #expect(whole.contains("data-count=\"3 positions\" aria-current=\"page\">All</a>"))
  }

  @Test("entries of the whole timeline say whose they are and what they are on, as its links ask for it")
  func filterable() async throws {
    let site = try await Self.site()
    let whole = try text(of: "index.html", in: site)
    let body = try #require(whole.components(separatedBy: "</nav>").last)
    #expect(values(of: "data-who", in: body) == ["vale", "moor vale", "moor"])
    #expect(values(of: "data-issue", in: body) == ["quay", "quay", "toll"])
    #expect(whole.contains("<a href=\"/news/harbour/timeline/by/moor/\" data-who=\"moor\""))
    #expect(whole.contains("<a href=\"/news/harbour/timeline/on/toll/\" data-issue=\"toll\""))
    #expect(whole.contains("<script src=\"/news/assets/dateline."))
    let part = try text(of: "by/vale/index.html", in: site)
    #expect(try values(of: "data-who", in: #require(part.components(separatedBy: "</nav>").last)) == [])
  }

  @Test("links to a position lead to the whole timeline, from a part too")
  func permalinks() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build()
    let part = try text(of: "by/vale/index.html", in: site)
    #expect(part.contains("from <a href=\"/news/harbour/timeline/#vale-inspections-2031-01-14\">"))
  }

  @Test("a page where a part of a timeline stands is an error that names both")
  func clash() async throws {
    var files = HarbourStory.files
    files["Content/harbour/timeline/by/vale.md"] = "# Mine\n"
    let outcome = try await TemporarySite(files).build()
    #expect(outcome.isRefused)
    #expect(outcome.transcript.contains("/harbour/timeline/by/vale/ is the address of two things"))
  }

  @Test("no more voices have a page than a list can hold: those with the most positions, in the order of the file")
  func limit() async throws {
    // The first thirty spoke once, ninety others twice.
    let positions = (0..<120).flatMap { actor in
      (1...(actor < 30 ? 1 : 2)).map { day in
        "  - {who: a\(actor), issue: q, stance: a, date: 2031-01-0\(day), paraphrase: P., source: s}\n"
      }
    }
    let site = try TemporarySite([
      "Content/harbour/positions.yaml": "actors:\n" + (0..<120).map { "  a\($0): {name: Actor \($0)}\n" }.joined()
        + "issues:\n  q: {question: Q?, scale: [{a: A}, {b: B}]}\nsources:\n  s: {publisher: P, published: 2031-01-01}\n"
        + "positions:\n" + positions.joined()
    ])
    let outcome = try await site.build()
    #expect(outcome.summary != nil, "\(outcome.transcript)")
    let expected = (0..<10).map { "a\($0)" } + (30..<120).map { "a\($0)" }
    #expect(expected.count == TimelineFilters.limit)
    let whole = try text(of: "index.html", in: site)
    let list = try #require(
      whole.components(separatedBy: "filter_people\">").last?.components(separatedBy: "</ul>").first)
    #expect(values(of: "data-who", in: list) == expected)
    let pages = site.output().keys.filter { $0.hasPrefix("harbour/timeline/by/") }
    #expect(Set(pages) == Set(expected.map { "harbour/timeline/by/\($0)/index.html" }))
  }

  // MARK: Embedding

  private struct OEmbed: Decodable {
    let version, type, title, provider_name, provider_url, html: String
    let width, height, cache_age: Int
  }

  @Test("oembed.json is oEmbed 1.0, and no title gets out of the frame's attribute")
  func oEmbed() async throws {
    let title = "</script>\"><script>alert(1)</script> & '\u{2028}"
    let site = try await Self.site(title: title)
    let json = try #require(site.output()["harbour/timeline/embed/oembed.json"])
    let oEmbed = try JSONDecoder().decode(OEmbed.self, from: json)
    #expect(oEmbed.version == "1.0" && oEmbed.type == "rich" && oEmbed.title == "Timeline: " + title)
    #expect(oEmbed.provider_name == "The Sound" && oEmbed.provider_url == "https://sound.example/news/")
    #expect(oEmbed.width == 600 && oEmbed.height == 600 && oEmbed.cache_age > 0)
    #expect(
      oEmbed.html.hasPrefix("<iframe class=\"dateline\" src=\"https://sound.example/news/harbour/timeline/embed/\" "))
    #expect(oEmbed.html.hasSuffix("></iframe>") && oEmbed.html.count { $0 == "<" } == 2)
    #expect(
      oEmbed.html.contains(
        "title=\"Timeline: &lt;/script&gt;&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;"))
    #expect(!String(decoding: json, as: UTF8.self).contains("<"))
    for page in ["index.html", "timeline/index.html", "timeline/embed/index.html", "timeline/on/quay/index.html"] {
      let html = try #require(site.text(of: "Output/harbour/" + page))
      #expect(!html.contains("<script>"), "\(page)")
    }
  }

  @Test("story and timeline lead to oembed.json, and the timeline offers a snippet for a page around it")
  func discovery() async throws {
    let site = try await Self.site()
    let link =
      "<link rel=\"alternate\" type=\"application/json+oembed\" "
      + "href=\"https://sound.example/news/harbour/timeline/embed/oembed.json\""
    for page in ["index.html", "timeline/index.html"] {
      #expect(site.text(of: "Output/harbour/" + page)?.contains(link) == true, "\(page)")
    }
    let whole = try text(of: "index.html", in: site)
    #expect(
      whole.contains(
        "&lt;iframe class=&quot;dateline&quot; src=&quot;https://sound.example/news/harbour/timeline/embed/"))
    #expect(try text(of: "embed/index.html", in: site).contains("<script src=\"/news/assets/dateline."))
  }

  @Test("where it is not known where the site will stand, nothing is said of embedding")
  func withoutAddress() async throws {
    let site = try await Self.site(base: nil)
    #expect(site.output()["harbour/timeline/embed/index.html"] != nil)
    #expect(site.output()["harbour/timeline/embed/oembed.json"] == nil)
    let whole = try text(of: "index.html", in: site)
    #expect(!whole.contains("oembed") && !whole.contains("class=\"embedding\""))
  }

  @Test("no page runs a script that is not a file of the site")
  func noInlineScript() async throws {
    let site = try await Self.site()
    for (path, data) in site.output() where path.hasSuffix(".html") {
      let html = String(decoding: data, as: UTF8.self)
      #expect(html.contains("script-src 'self';"), "\(path)")
      for tag in html.components(separatedBy: "<script").dropFirst() {
        #expect(tag.hasPrefix(" type=\"application/ld+json\">") || tag.hasPrefix(" src=\"/news/assets/"), "\(path)")
      }
    }
    let script = site.output().filter { $0.key.hasPrefix("assets/dateline.") }.values.first
    #expect(script.map { !$0.isEmpty && $0.count < 4000 } == true)
  }
}
