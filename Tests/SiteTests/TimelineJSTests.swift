import EDTF
import Foundation
import Testing

@testable import Site

@Suite("A timeline for TimelineJS") struct TimelineJSTests {
  private struct File: Decodable {
    struct Date: Decodable {
      let year: Int
      let month, day, hour: Int?
    }
    struct Text: Decodable { let headline, text: String }
    struct Slide: Decodable {
      let unique_id: String
      let start_date, end_date: Date?
      let display_date, group: String?
      let text: Text
    }
    let scale: String
    let title: Slide
    let events: [Slide]
  }

  private func timeline(_ files: [String: String]) async throws -> File {
    let site = try TemporarySite(files)
    let outcome = try await site.build()
    #expect(outcome.summary != nil, "\(outcome.transcript)")
    let text = try #require(site.text(of: "Output/harbour/timeline.json"))
    return try JSONDecoder().decode(File.self, from: Data(text.utf8))
  }

  @Test("statements and events are slides under their own ids, with shifts said and events in a row of theirs")
  func slides() async throws {
    let file = try await timeline(HarbourStory.files)
    #expect(file.scale == "human" && file.title.text.headline == "The harbour")
    #expect(
      file.events.map(\.unique_id) == [
        "vale-inspections-2031-01-14", "official-inspections-2031-02-10", "vale-inspections-2031-02-17", "event-talks",
      ])
    #expect(file.events.map(\.group) == ["Inspections", "Inspections", "Inspections", "Key dates"])
    #expect(file.events[2].text.headline == "Ines Vale: Only after the other side moves")
    #expect(file.events[2].text.text.hasPrefix("<p>Moved one step from Rules it out, 14 January 2031</p>"))
    #expect(file.events[3].end_date?.day == 28)
  }

  @Test("what is text stays text in the slides' HTML")
  func escaped() async throws {
    let file = try await timeline(
      HarbourStory.files(
        replacing: "title: Second talks", with: "title: <b>Second</b> & last", in: "Content/harbour/positions.yaml"))
    #expect(file.events[3].text.headline == "&lt;b&gt;Second&lt;/b&gt; &amp; last")
  }

  @Test(
    "a date is as exact in it as it is known to be",
    arguments: [
      ("2031-02-27", "2031-2-27", nil), ("2031-02", "2031-2", nil), ("2031", "2031", nil),
      ("2031-02-27/2031-02-28", "2031-2-27", "2031-2-28"), ("2031-01/2031-03", "2031-1", "2031-3"),
      ("2031-02-27~", "2031-2-27", nil), ("2031-02?", "2031-2", nil), ("2031-21", "2031-3-1", "2031-5-31"),
      ("203X", "2030-1-1", "2039-12-31"), ("2031-02-27/..", "2031-2-27", nil), ("../2031-02-27", "2031-2-27", nil),
      ("[2031-01-01,2031-01-03]", "2031-1-1", "2031-1-3"), ("0000", "-1", nil), ("-0043-03-15", "-44-3-15", nil),
    ] as [(String, String, String?)])
  func dates(text: String, start: String, end: String?) throws {
    func shown(_ date: TimelineJSDate?) -> String? {
      date.map { date in
        let year = date.year > 0 ? date.year : date.year - 1
        return [year, date.month, date.day].compactMap(\.self).map(String.init).joined(separator: "-")
      }
    }
    let span = try #require(TimelineJSDate.span(of: try EDTFDate(parsing: text)))
    #expect(shown(span.start) == start && shown(span.end) == end)
  }

  @Test(
    "a date without any day, or beyond the format's years, has no slide",
    arguments: ["XXXX", "../..", "Y300000", "Y-300000"])
  func undated(text: String) throws {
    guard let date = try? EDTFDate(parsing: text) else { return }
    #expect(TimelineJSDate.span(of: date) == nil)
  }
}
