import Diagnostics
import EDTF
import YAML

/// When a slide is, in EDTF, with what EDTF cannot say of it.
struct TimelineDate: Sendable {
  /// The date.
  let date: EDTFDate
  /// How the timeline showed it, where that says something the date does not.
  let remark: String?
  /// Whether those words mean another date altogether.
  let contradictsRemark: Bool

  /// The years a human timeline may have: those of JavaScript's dates.
  private static let humanYears = -271_821...275_760

  /// - Throws: what is wrong with the dates, with its place.
  init(_ slide: Timeline.Slide, _ start: Timeline.Moment) throws(Problem) {
    for moment in [start, slide.end].compactMap({ $0 }) where !Self.humanYears.contains(moment.year) {
      throw .cosmological(at: moment.location)
    }
    let times = [start, slide.end].compactMap { $0 }.compactMap(\.timeOfDay)
    var text = try start.date()
    var spokenTime: String?
    if let end = slide.end {
      let last = try end.date()
      if last != text {
        text += "/" + last
        // Two ends of an interval have no times in EDTF.
        spokenTime = times.isEmpty ? nil : times.map(\.short).joined(separator: "–")
      } else if times.count == 2, times[0] != times[1] {
        spokenTime = times.map(\.short).joined(separator: "–")
      } else if let time = times.first, start.day != nil {
        text += "T" + time.long
      }
    } else if let time = times.first, start.day != nil {
      text += "T" + time.long
    }
    let typed: EDTFDate
    do {
      typed = try EDTFDate(parsing: text)
    } catch {
      throw Problem(message: error.message, help: error.help, location: (slide.end ?? start).location)
    }
    let shown = slide.displayDate?.value ?? Self.shown(start, slide.end)
    let plain = shown.map { MarkdownText.plain($0) }
    (date, remark) = Self.combine(typed, shown: plain, time: spokenTime)
    let meant = plain.map { EDTFDate.meanings(of: $0) } ?? []
    contradictsRemark = !meant.isEmpty && !meant.contains { $0.meets(typed) }
  }

  struct Problem: Error {
    let message: String
    let help: String?
    let location: SourceLocation

    /// A story happens among people.
    static func cosmological(at location: SourceLocation) -> Problem {
      Problem(
        message: "a timeline on the cosmological scale cannot become a story",
        help: "Dateline tells stories in which people take positions; take out the slides before 271,821 BC and after "
          + "AD 275,760, and the line “scale”", location: location)
    }
  }

  private static func shown(_ start: Timeline.Moment, _ end: Timeline.Moment?) -> String? {
    let parts = [start.displayDate, end?.displayDate].compactMap { $0 }.filter { !$0.trimmed.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " – ")
  }

  /// The date that the words shown in place of it mean, where they say more about it, such as that it is an estimate; else
  /// the typed one, with the words.
  private static func combine(_ typed: EDTFDate, shown: String?, time: String?) -> (EDTFDate, String?) {
    guard let shown, !shown.isEmpty else { return (typed, time) }
    if shown == typed.words() { return (typed, time) }
    let meant = EDTFDate.meanings(of: shown)
    if meant.count == 1, let date = meant.first, time == nil, typed.precision != .second, date.holds(typed),
      date.precision == typed.precision || date.isApproximate || date.isUncertain
    {
      return (date, nil)
    }
    return (typed, [shown, time].compactMap(\.self).joined(separator: ", "))
  }
}

extension EDTFDate {
  /// Whether any day may be in both.
  fileprivate func meets(_ other: EDTFDate) -> Bool {
    func begins(_ one: EDTFDate, beforeTheEndOf other: EDTFDate) -> Bool {
      guard let first = one.earliest, let last = other.latest else { return true }
      return first <= last
    }
    return begins(self, beforeTheEndOf: other) && begins(other, beforeTheEndOf: self)
  }

  fileprivate func holds(_ other: EDTFDate) -> Bool {
    let isFromStart = earliest.map { first in other.earliest.map { first <= $0 } ?? false } ?? true
    let isToEnd = latest.map { last in other.latest.map { $0 <= last } ?? false } ?? true
    return isFromStart && isToEnd
  }
}

extension Timeline.Moment {
  /// A time of the day as it is printed, and as EDTF has it.
  struct Time: Equatable {
    let short: String
    let long: String
  }

  /// The time of the day, if it has one.
  var timeOfDay: Time? {
    guard let hour, 0...23 ~= hour else { return nil }
    let (minute, second, millisecond) = (minute ?? 0, second ?? 0, millisecond ?? 0)
    guard hour + minute + second + millisecond > 0 || self.minute != nil else { return nil }
    let short = Self.two(hour) + ":" + Self.two(minute)
    let fraction = String(String(1000 + min(max(millisecond, 0), 999)).dropFirst())
    let seconds = Self.two(second) + (millisecond > 0 ? "." + fraction : "")
    return Time(short: second + millisecond > 0 ? short + ":" + seconds : short, long: short + ":" + seconds)
  }

  /// The day, month or year in EDTF.
  func date() throws(TimelineDate.Problem) -> String {
    // There is no year 0 for people, and one for ISO 8601.
    let year = year < 0 ? year + 1 : year
    var text =
      year.magnitude > 9999
      ? "Y\(year)" : (year < 0 ? "-" : "") + String(String(10_000 + Int(year.magnitude)).dropFirst())
    guard let month else {
      if day != nil {
        throw TimelineDate.Problem(message: "the date has a day and no month", help: nil, location: location)
      }
      return text
    }
    if year.magnitude > 9999 {
      throw TimelineDate.Problem(
        message: "a year of five digits cannot have a month", help: "leave out the month and the day",
        location: location)
    }
    text += "-" + Self.two(month)
    if let day { text += "-" + Self.two(day) }
    return text
  }

  private static func two(_ number: Int) -> String { 0...9 ~= number ? "0\(number)" : "\(number)" }
}
