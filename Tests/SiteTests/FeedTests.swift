import EDTF
import Foundation
import Testing

@testable import Site

@Suite("Feeds") struct FeedTests {
  /// The part of a JSON Feed these tests look at.
  private struct JSONFeedFile: Decodable {
    struct Item: Decodable {
      let id, url, title, content_html, content_text, date_published, date_modified: String
      let external_url: String?
      let tags: [String]
    }
    let version, title, home_page_url, feed_url, language: String
    let items: [Item]
  }

  private static let path = "Content/harbour/positions.yaml"

  private func feed(
    _ files: [String: String], asOf day: String = "2031-06-01", at path: String = "Output/harbour/feed.json",
    _ configure: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> JSONFeedFile {
    let site = try TemporarySite(files)
    let outcome = try await site.build(asOf: day, configure)
    #expect(outcome.summary != nil, "\(outcome.transcript)")
    return try JSONDecoder().decode(JSONFeedFile.self, from: Data(try #require(site.text(of: path)).utf8))
  }

  /// The end of an id, after the site and the story.
  private func ends(_ feed: JSONFeedFile) -> [String] {
    feed.items.map { String($0.id.replacing("tag:sound.example,2026:news/harbour/", with: "")) }
  }

  @Test("what became known has an entry: statements, the shift, the outcome; newest first")
  func entries() async throws {
    let feed = try await feed(HarbourStory.files)
    #expect(
      ends(feed) == [
        "outcome/a-berth-is-named", "shift/vale-inspections-2031-01-14/vale-inspections-2031-02-17",
        "statement/vale-inspections-2031-02-17", "statement/official-inspections-2031-02-10",
        "statement/vale-inspections-2031-01-14",
      ])
    #expect(
      feed.items.map { String($0.date_published.prefix(10)) } == [
        "2031-03-01", "2031-02-18", "2031-02-18", "2031-02-18", "2031-01-14",
      ])
    #expect(feed.items.allSatisfy { $0.date_published.hasSuffix("T00:00:00Z") })
    let shift = feed.items[1]
    #expect(shift.title == "Ines Vale on Inspections: Moved one step")
    #expect(shift.url == "https://sound.example/news/harbour/timeline/#vale-inspections-2031-02-17")
    #expect(
      shift.content_text == """
        Before: Rules it out, 14 January 2031
        After: Only after the other side moves, 17 February 2031
        “We will open a berth once the tariff is gone”
        Ines Vale, foreign minister, 17 February 2031
        Courier: A berth, perhaps
        """)
    #expect(
      shift.content_html.contains("<blockquote><p>We will open a berth once the tariff is gone</p></blockquote>")
        && shift.content_html.contains("<a href=\"https://sound.example/news/harbour/articles/courier-0218/\">"))
    #expect(shift.tags == ["shift", "Inspections", "The North", "The harbour"])
  }

  @Test("Atom says the same as JSON Feed, of the story and of the site")
  func atom() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build()
    for folder in ["Output", "Output/harbour"] {
      let atom = try #require(site.text(of: folder + "/feed.xml"))
      let json = try JSONDecoder().decode(
        JSONFeedFile.self, from: Data(try #require(site.text(of: folder + "/feed.json")).utf8))
      let ids = atom.components(separatedBy: "<entry>").dropFirst().compactMap { entry in
        entry.components(separatedBy: "<id>").last?.components(separatedBy: "</id>").first
      }
      #expect(ids == json.items.map(\.id) && ids.count == 5)
      #expect(atom.contains("<updated>2031-03-01T00:00:00Z</updated>") && atom.contains("<name>The Sound</name>"))
      #expect(atom.contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"https://sound.example/news/"))
    }
  }

  @Test("pages lead to both feeds, and so does the section on sources")
  func discovery() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build()
    let story = try #require(site.text(of: "Output/harbour/index.html"))
    for path in ["/news/harbour/feed.xml", "/news/feed.xml"] {
      #expect(story.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\(path)\""))
    }
    #expect(story.contains("<a href=\"/news/harbour/feed.xml\">Atom</a>"))
    #expect(story.contains("<a href=\"/news/harbour/timeline.json\">TimelineJS</a>"))
    let about = try #require(site.text(of: "Output/about/index.html"))
    #expect(about.contains("href=\"/news/feed.xml\"") && !about.contains("harbour/feed.xml"))
  }

  @Test("an id outlives another order, a moved date and, with feed_ids, another address")
  func permanent() async throws {
    var files = HarbourStory.files(
      replacing: "- who: vale\n    issue: inspections\n    stance: after\n    date: 2031-02-17",
      with: "- who: vale\n    id: berth\n    issue: inspections\n    stance: after\n    date: 2031-02-17", in: Self.path
    )
    let corrections = [
      "{date: 2031-03-02, kind: correction, was: pier, now: quay}",
      "{date: 2031-03-02, kind: update, target: berth, note: Said twice.}",
    ]
    let own = try #require(files[Self.path])
    files["Content/site.yaml"]? += "feed_ids: sound.example,2031\n"
    files[Self.path] = own + "corrections: [\(corrections.joined(separator: ", "))]\n"
    let before = try await feed(files)
    files[Self.path] =
      own.replacing("date: 2031-02-17", with: "date: 2031-02-16")
      + "corrections: [\(corrections.reversed().joined(separator: ", "))]\n"
    let after = try await feed(files) { $0.baseURL = "https://elsewhere.example" }
    #expect(Set(after.items.map(\.id)) == Set(before.items.map(\.id)) && before.items.count == 7)
    #expect(before.items.allSatisfy { $0.id.hasPrefix("tag:sound.example,2031:harbour/") })
    #expect(Set(before.items.map(\.id)).count == 7)
  }

  @Test("feed_ids can keep all of what stood before the story")
  func keptPath() async throws {
    var files = HarbourStory.files
    let before = try await feed(files)
    files["Content/site.yaml"]? += "feed_ids: \"sound.example,2026:news/\"\n"
    let after = try await feed(files) { $0.baseURL = "https://elsewhere.example/" }
    #expect(after.items.map(\.id) == before.items.map(\.id))
  }

  @Test("a retraction has an entry, and the statement's says so and is younger for it")
  func retraction() async throws {
    let feed = try await feed(
      HarbourStory.files(
        replacing: "stance: after\n",
        with: "stance: after\n    retracted: {date: 2031-03-01, source: courier-0301, reason: She was misheard}\n",
        in: Self.path))
    #expect(ends(feed).contains("retraction/vale-inspections-2031-02-17"))
    #expect(!ends(feed).contains { $0.hasPrefix("shift/") })
    let statement = try #require(feed.items.first { $0.id.hasSuffix("statement/vale-inspections-2031-02-17") })
    #expect(statement.content_html.contains("<s>We will open") && statement.content_text.contains("She was misheard"))
    #expect(statement.date_modified == "2031-03-01T00:00:00Z" && statement.date_published == "2031-02-18T00:00:00Z")
  }

  @Test("a correction is told with what it said and says, and leads to what it concerns")
  func correction() async throws {
    let feed = try await feed(
      HarbourStory.files(
        replacing: "\nknown:",
        with: "\ncorrections:\n"
          + "  - {date: 2031-03-02, target: vale-inspections-2031-01-14, was: pier, now: quay}\nknown:",
        in: Self.path))
    let first = try #require(feed.items.first)
    #expect(first.title == "Correction: Ines Vale on Inspections, 14 January 2031")
    #expect(first.content_text.hasPrefix("It said: “pier”.\nIt now says: “quay”."))
    #expect(first.url.hasSuffix("/harbour/timeline/#vale-inspections-2031-01-14"))
  }

  @Test("what was added later is told from then on, and not before")
  func added() async throws {
    let files = HarbourStory.files(
      replacing: "stance: first\n", with: "stance: first\n    added: 2031-05-05\n", in: Self.path)
    #expect(try await feed(files).items.first?.date_published == "2031-05-05T00:00:00Z")
    #expect(try await feed(files, asOf: "2031-05-04").items.first?.date_published == "2031-03-01T00:00:00Z")
  }

  @Test("as of a day, feeds know nothing later")
  func asOf() async throws {
    let files = HarbourStory.files(replacing: "date: 2031-02-18\n", with: "", in: "Content/harbour/index.md")
    let feed = try await feed(files, asOf: "2031-02-17")
    #expect(ends(feed) == ["statement/vale-inspections-2031-01-14"])
  }

  @Test("a feed ends with the newest hundred, and the site's has them of all stories")
  func limit() async throws {
    var positions = ""
    for day in 0..<130 {
      positions +=
        "  - {id: p\(day), who: vale, issue: inspections, stance: unclear, date: \(Day(ordinal: 21_000 + day)), "
        + "paraphrase: P, source: courier-0114}\n"
    }
    let files = HarbourStory.files(replacing: "positions:\n", with: "positions:\n" + positions, in: Self.path)
    for path in ["Output/harbour/feed.json", "Output/feed.json"] {
      let feed = try await feed(files, at: path)
      #expect(feed.items.count == 100 && feed.items.first?.id.hasSuffix("a-berth-is-named") == true)
    }
  }

  @Test("hostile words are text in a feed")
  func hostile() async throws {
    let site = try TemporarySite(
      HarbourStory.files(
        replacing: "paraphrase: Would go first.",
        with: "paraphrase: \"]]></content><script>alert(1)</script>&nbsp;\\u0001\\uFFFE\"", in: Self.path))
    _ = try await site.build()
    let atom = try #require(site.text(of: "Output/feed.xml"))
    #expect(!atom.contains("<script>") && !atom.unicodeScalars.contains { $0.value == 1 || $0.value == 0xFFFE })
    #expect(atom.contains("&lt;p&gt;]]&amp;gt;&amp;lt;/content&amp;gt;&amp;lt;script&amp;gt;"))
  }

  @Test("where it is not known where the site will stand, there is no feed and no sitemap, and the summary says so")
  func noBaseURL() async throws {
    var files = HarbourStory.files
    files["Content/site.yaml"] = "title: The Sound\n"
    let site = try TemporarySite(files)
    let outcome = try await site.build()
    #expect(outcome.transcript == "")
    #expect(!site.output().keys.contains { $0.contains("feed.") || $0.contains("sitemap") })
    #expect(outcome.summary?.line.contains("no feeds and no sitemap without “base_url”") == true)
    #expect(site.text(of: "Output/robots.txt") == "User-agent: *\nAllow: /\n")
    #expect(site.text(of: "Output/harbour/timeline.json") != nil)
  }

  @Test("what no day is known of is in no feed, and named")
  func undated() async throws {
    var files = HarbourStory.files(
      replacing: "positions:\n",
      with: "positions:\n  - {id: old, who: vale, issue: inspections, stance: unclear, date: XXXX, paraphrase: P, "
        + "source: s}\n",
      in: Self.path)
    files[Self.path]? += "sources: {s: {title: S}}\n"
    let site = try TemporarySite(files)
    let line = try await site.build().summary?.line
    #expect(line?.contains("in no feed for want of a day: harbour/old") == true)
    #expect(line?.contains("not in timeline.json for want of a year it has: harbour/old") == true)
    #expect(site.text(of: "Output/feed.xml")?.contains("statement/old") == false)
  }

  @Test(
    "feed_ids that are no name with a date are an error",
    arguments: ["sound.example", "Sound,2031", "a.example,2031-13", "a b,2031", ",2031"])
  func badIDs(ids: String) async throws {
    var files = HarbourStory.files
    files["Content/site.yaml"]? += "feed_ids: \"\(ids)\"\n"
    #expect(try await TemporarySite(files).build().transcript.contains("is no name with a date"))
  }
}
