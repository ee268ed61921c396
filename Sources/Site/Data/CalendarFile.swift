import EDTF
import Escaping
import Positions

/// `calendar.ics`: the events whose day is known, for people's own calendars (RFC 5545).
///
/// An event lasts whole days. One whose date is not exact to the day is left out, for a calendar cannot say “about”.
struct CalendarFile {
  /// A story's events with a day, in the order of their dates.
  let events: [(event: Event, story: StoryEdition)]
  let title: String
  let routes: Routes

  /// The events of some stories.
  init(_ stories: [StoryEdition], title: String, routes: Routes) {
    events = stories.flatMap { story in
      story.story.events.filter { $0.date.wholeDays != nil }.map { ($0, story) }
    }.sorted { $0.event.date.orderedBefore($1.event.date) }
    self.title = title
    self.routes = routes
  }

  /// The file.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.iCalendarLine("BEGIN", "VCALENDAR")
    out.iCalendarLine("VERSION", "2.0")
    out.iCalendarLine("PRODID", "-//Dateline//Dateline//EN")
    out.iCalendarText("X-WR-CALNAME", title)
    for (event, story) in events { write(event, of: story, to: &out) }
    out.iCalendarLine("END", "VCALENDAR")
    return out.bytes
  }

  private func write(_ event: Event, of story: StoryEdition, to out: inout ByteWriter) {
    guard let days = event.date.wholeDays else { return }
    let host = routes.site.origin?.split(separator: "/").last.map(String.init) ?? "dateline.invalid"
    out.iCalendarLine("BEGIN", "VEVENT")
    // Stable while the event moves; each correction of it is a new revision.
    out.iCalendarText("UID", "\(event.id).\(story.id)@\(host)")
    out.iCalendarLine("SEQUENCE", String(story.story.corrections.count { $0.target == event.id }))
    out.iCalendarLine("DTSTAMP", Self.date(story.day) + "T000000Z")
    out.iCalendarLine("DTSTART;VALUE=DATE", Self.date(days.lowerBound))
    // The end is the first day after the event.
    out.iCalendarLine("DTEND;VALUE=DATE", Self.date(Day(ordinal: days.upperBound.ordinal + 1)))
    out.iCalendarText("SUMMARY", event.title)
    if let place = event.place { out.iCalendarText("LOCATION", place) }
    if let note = event.note { out.iCalendarText("DESCRIPTION", note) }
    if let url = routes.site.absolute(Routes.timeline(story.id)) {
      out.iCalendarLine("URL", url + "#event-" + event.id)
    }
    switch event.status {
    case .scheduled, .completed: out.iCalendarLine("STATUS", "CONFIRMED")
    case .tentative, .postponed: out.iCalendarLine("STATUS", "TENTATIVE")
    case .cancelled: out.iCalendarLine("STATUS", "CANCELLED")
    }
    out.iCalendarLine("TRANSP", "TRANSPARENT")
    out.iCalendarLine("END", "VEVENT")
  }

  private static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }
}

extension StoryEdition {
  /// Whether any event has a day to stand on in a calendar.
  var hasCalendar: Bool { story.events.contains { $0.date.wholeDays != nil } }
}

extension EDTFDate {
  /// The days an exact date covers; `nil` where it is open, approximate, uncertain, or not given to the day.
  fileprivate var wholeDays: ClosedRange<Day>? {
    let isExact = dates.allSatisfy { $0.precision >= .day && $0.qualifier.isEmpty }
    // Four digits are all that a calendar has for a year.
    guard isExact, let earliest, let latest, 1...9999 ~= earliest.parts.year, 1...9999 ~= latest.parts.year else {
      return nil
    }
    switch content {
    case .date, .interval: return earliest...latest
    case .oneOf, .allOf: return nil
    }
  }
}
