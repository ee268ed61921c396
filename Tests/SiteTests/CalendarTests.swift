import Foundation
import Testing

@testable import Site

@Suite("The calendar") struct CalendarTests {
  @Test("an event with a day stands in it, its end the day after; one without is left out")
  func events() async throws {
    let files = HarbourStory.files(
      replacing: "events:\n",
      with: "events:\n  first: {title: \"First talks; a start, at last\", date: 2030-11, status: completed}\n",
      in: "Content/harbour/positions.yaml")
    let site = try TemporarySite(files)
    _ = try await site.build()
    let calendar = try #require(site.text(of: "Output/harbour/calendar.ics"))
    #expect(
      calendar.components(separatedBy: "\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN", "X-WR-CALNAME:The harbour",
        "BEGIN:VEVENT", "UID:talks.harbour@sound.example", "SEQUENCE:0", "DTSTAMP:20310601T000000Z",
        "DTSTART;VALUE=DATE:20310227", "DTEND;VALUE=DATE:20310301", "SUMMARY:Second talks", "LOCATION:Lantern Island",
        "URL:https://sound.example/news/harbour/timeline/#event-talks", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
        "END:VEVENT", "END:VCALENDAR", "",
      ])
    let explainer = try #require(site.text(of: "Output/harbour/index.html"))
    #expect(explainer.contains("<a href=\"/news/harbour/calendar.ics\">Add to calendar</a>"))
  }

  @Test("a story whose events have no day has none")
  func empty() async throws {
    let site = try TemporarySite(
      HarbourStory.files(replacing: "2031-02-27/2031-02-28", with: "2031-02~", in: "Content/harbour/positions.yaml"))
    _ = try await site.build()
    #expect(site.text(of: "Output/harbour/calendar.ics") == nil && site.text(of: "Output/calendar.ics") == nil)
    #expect(site.text(of: "Output/harbour/index.html")?.contains("Add to calendar") == false)
  }
}
