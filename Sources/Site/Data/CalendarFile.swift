import EDTF
import Escaping
import Positions

/// `calendar.ics`: the events whose day is known, for people's own calendars (RFC 5545).
///
/// An event lasts whole days. One whose date is not exact to the day is left out, for a calendar cannot say “about”; the
/// summary of a build names it. A cancelled event stays, so that it leaves the calendars of those who have it.
struct CalendarFile {
  /// One event, with what is the same for all of its story.
  private struct Entry {
    let event: Event
    let story: StoryEdition
    /// The last day on which anything in the story became known.
    let revision: Day
    /// How many corrections concern the event.
    let corrections: Int
  }

  /// The events with a day, in the order of their dates.
  private let entries: [Entry]
  let title: String
  let routes: Routes
  /// The domain whose events they are.
  private let authority: String

  /// The events of some stories.
  ///
  /// - Parameter authority: who makes the ids; `nil` where it is not known where the site will stand.
  init(_ stories: [StoryEdition], title: String, routes: Routes, authority: TagAuthority?) {
    entries = stories.flatMap { story in
      let revision = story.lastRevision
      var corrections: [String: Int] = [:]
      for target in story.story.corrections.compactMap(\.target) { corrections[target, default: 0] += 1 }
      return story.story.events.filter { $0.date.wholeDays != nil }.map {
        Entry(event: $0, story: story, revision: revision, corrections: corrections[$0.id, default: 0])
      }
    }.sorted { $0.event.date.orderedBefore($1.event.date) }
    self.title = title
    self.routes = routes
    self.authority = authority?.name ?? "dateline.invalid"
  }

  /// The file.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.iCalendarLine("BEGIN", "VCALENDAR")
    out.iCalendarLine("VERSION", "2.0")
    out.iCalendarLine("PRODID", "-//Dateline//Dateline//EN")
    out.iCalendarText("X-WR-CALNAME", title)
    for entry in entries { write(entry, to: &out) }
    out.iCalendarLine("END", "VCALENDAR")
    return out.bytes
  }

  private func write(_ entry: Entry, to out: inout ByteWriter) {
    let (event, story) = (entry.event, entry.story)
    guard let days = event.date.wholeDays else { return }
    out.iCalendarLine("BEGIN", "VEVENT")
    // Stable while the event moves.
    out.iCalendarText("UID", "\(event.id).\(story.id)@\(authority)")
    // A calendar takes an event for changed where this is higher than what it has. It rises with the day of the last
    // news, which is what moves an event, and once more with each correction of it.
    out.iCalendarLine("SEQUENCE", String(entry.revision.ordinal + entry.corrections))
    out.iCalendarLine("DTSTAMP", Self.date(entry.revision) + "T000000Z")
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

  /// The events that no calendar has, for want of a date that is exact to the day.
  var eventsInNoCalendar: [Event] { story.events.filter { $0.date.wholeDays == nil } }

  /// The last day on which anything in the story became known; 1970-01-01 where it has no date since.
  ///
  /// Whether somebody pinned the day of the build does not count: an event is not revised by being built.
  fileprivate var lastRevision: Day {
    let (first, last) = (Day(ordinal: 0), Day(year: 9999, month: 12, day: 31))
    return min(max(story.lastKnownDay ?? first, first), last ?? first)
  }
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
