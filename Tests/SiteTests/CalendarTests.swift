import EDTF
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("The calendar") struct CalendarTests {
  private static let path = "Content/harbour/positions.yaml"

  /// The properties of a calendar of one event, or of one event in it.
  private static func properties(of calendar: String) -> [String: String] {
    Dictionary(
      ContentLines(Array(calendar.utf8)).properties.map { ($0.name, String(decoding: $0.value, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func calendar(replacing old: String, with new: String) async throws -> [String: String] {
    let site = try TemporarySite(HarbourStory.files(replacing: old, with: new, in: Self.path))
    _ = try await site.build()
    return Self.properties(of: try #require(site.text(of: "Output/harbour/calendar.ics")))
  }

  @Test("an event with a day stands in it, its end the day after; one without is left out, and named at the end")
  func events() async throws {
    let files = HarbourStory.files(
      replacing: "events:\n",
      with: "events:\n  first: {title: \"First talks; a start, at last\", date: 2030-11, status: completed}\n",
      in: Self.path)
    let site = try TemporarySite(files)
    let outcome = try await site.build()
    let calendar = try #require(site.text(of: "Output/harbour/calendar.ics"))
    #expect(
      calendar.components(separatedBy: "\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN", "X-WR-CALNAME:The harbour",
        "BEGIN:VEVENT", "UID:talks.harbour@sound.example", "SEQUENCE:22339", "DTSTAMP:20310301T000000Z",
        "DTSTART;VALUE=DATE:20310227", "DTEND;VALUE=DATE:20310301", "SUMMARY:Second talks", "LOCATION:Lantern Island",
        "URL:https://sound.example/news/harbour/timeline/#event-talks", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
        "END:VEVENT", "END:VCALENDAR", "",
      ])
    #expect(outcome.summary?.line.contains("in no calendar for want of a day: harbour/first") == true)
    let explainer = try #require(site.text(of: "Output/harbour/index.html"))
    #expect(explainer.contains("<a href=\"/news/harbour/calendar.ics\">Add to calendar</a>"))
  }

  @Test("a story whose events have no day has none")
  func empty() async throws {
    let site = try TemporarySite(
      HarbourStory.files(replacing: "2031-02-27/2031-02-28", with: "2031-02~", in: Self.path))
    _ = try await site.build()
    #expect(site.text(of: "Output/harbour/calendar.ics") == nil && site.text(of: "Output/calendar.ics") == nil)
    #expect(site.text(of: "Output/harbour/index.html")?.contains("Add to calendar") == false)
  }

  @Test("an event that moves keeps its UID, and its SEQUENCE rises with the correction, or with the news")
  func moved() async throws {
    let before = try await calendar(replacing: "unknown:", with: "unknown:")
    let corrected = try await calendar(
      replacing: "\nknown:",
      with: "\ncorrections: [{date: 2031-02-20, kind: update, target: talks, note: A day later.}]\nknown:")
    let news = try await calendar(
      replacing: "positions:\n",
      with: "sources: {note: {title: Moved, published: 2031-03-09, url: \"https://x.example/\"}}\npositions:\n")
    #expect(before["UID"] == "talks.harbour@sound.example")
    for after in [corrected, news] {
      #expect(after["UID"] == before["UID"])
      #expect(try #require(after["SEQUENCE"].flatMap(Int.init)) > #require(before["SEQUENCE"].flatMap(Int.init)))
    }
    #expect(news["DTSTAMP"] == "20310309T000000Z")
  }

  @Test("a cancelled event stays, and says that it is")
  func cancelled() async throws {
    let event = try await calendar(replacing: "status: scheduled", with: "status: cancelled")
    #expect(event["STATUS"] == "CANCELLED" && event["SUMMARY"] == "Second talks")
  }

  @Test("the day of the build changes nothing in it")
  func pinned() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build(asOf: "2031-06-01")
    let first = site.text(of: "Output/harbour/calendar.ics")
    _ = try await site.build(asOf: "2031-09-09")
    #expect(site.text(of: "Output/harbour/calendar.ics") == first)
  }

  @Test("events with any title on any day come back as they were")
  func anyTitle() async throws {
    var generator = SplitMix(seed: 2445)
    let pieces = Array("abc ,;:\\\"né한ع🎭\u{200D}\u{301}".unicodeScalars)
    func compact(_ day: Day) -> String { day.description.replacing("-", with: "") }
    var wanted: [String: [String: [UInt8]]] = [:]
    var events = ""
    for index in 0..<200 {
      var (title, quoted) = (String.UnicodeScalarView(), String.UnicodeScalarView())
      let inside = (0..<Int.random(in: 0..<120, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }
      // A title's own spaces are inside it.
      for scalar in ["t"] + inside + ["t"] {
        title.append(scalar)
        if scalar == "\\" || scalar == "\"" { quoted.append("\\") }
        quoted.append(scalar)
      }
      let start = Day(ordinal: Int.random(in: -40_000..<80_000, using: &generator))
      let length = Int.random(in: 0..<40, using: &generator)
      let last = Day(ordinal: start.ordinal + length)
      events += "  e\(index): {title: \"\(String(quoted))\", date: \(start)\(length == 0 ? "" : "/\(last)")}\n"
      wanted["e\(index).harbour@sound.example"] = [
        "SUMMARY": Array(String(title).utf8), "DTSTART;VALUE=DATE": Array(compact(start).utf8),
        "DTEND;VALUE=DATE": Array(compact(Day(ordinal: last.ordinal + 1)).utf8),
      ]
    }
    let site = try TemporarySite(
      HarbourStory.files(replacing: "events:\n", with: "events:\n" + events, in: Self.path))
    let outcome = try await site.build()
    #expect(outcome.summary != nil, "\(outcome.transcript.prefix(2_000))")
    let lines = ContentLines(Array(try #require(site.output()["harbour/calendar.ics"])))
    #expect(lines.longest <= 75 && lines.areWhole)
    for event in lines.properties.split(whereSeparator: { $0.name == "BEGIN" }).dropFirst() {
      let read = Dictionary(event.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      let uid = read["UID"].map { String(decoding: $0, as: UTF8.self) } ?? ""
      for (name, value) in wanted.removeValue(forKey: uid) ?? [:] { #expect(read[name] == value) }
    }
    #expect(wanted.isEmpty)
  }
}
