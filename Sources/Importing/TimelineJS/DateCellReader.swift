import Diagnostics
import YAML

/// Reads dates as TimelineJS has them outside the JSON of version 3, and collects what is wrong with them.
struct DateCellReader {
  var diagnostics: Diagnostics

  /// A date of version 3: its parts in cells of their own.
  mutating func moment(
    _ year: Located<String>?, _ month: Located<String>?, _ day: Located<String>?, _ time: Located<String>?
  ) -> Timeline.Moment? {
    guard let year else {
      if let part = month ?? day ?? time { error("the date has no year", at: part, "give it one") }
      return nil
    }
    guard let number = number(year) else { return nil }
    var moment = Timeline.Moment(year: number, location: year.location)
    moment.month = month.flatMap { self.number($0) }
    moment.day = day.flatMap { self.number($0) }
    if let time { read(time, into: &moment) }
    return moment
  }

  /// A date of version 1: a year, an ISO date, `month/day/year` or `month/year`, perhaps with a time.
  mutating func moment(_ cell: Located<String>) -> Timeline.Moment? {
    let words = cell.value.split { $0 == " " || $0 == "T" }
    let date = words.first.map(String.init) ?? ""
    var moment = Timeline.Moment(year: 0, location: cell.location)
    let isBeforeChrist = date.hasPrefix("-")
    let parts = date.split { $0 == "/" || $0 == "-" || $0 == "," }.map { Int($0) }
    let numbers = parts.compactMap(\.self)
    guard numbers.count == parts.count, 1...3 ~= numbers.count, numbers.allSatisfy({ $0 <= 999_999 }) else {
      error("“\(cell.value.shortened)” is no date", at: cell, "write month/day/year, or year-month-day")
      return nil
    }
    if date.contains("/"), date.split(separator: "/").first?.count != 4 {
      moment.year = numbers[numbers.count - 1]
      moment.month = numbers[0]
      if numbers.count == 3 { moment.day = numbers[1] }
    } else {
      moment.year = isBeforeChrist ? -numbers[0] : numbers[0]
      moment.month = numbers.count > 1 ? numbers[1] : nil
      moment.day = numbers.count > 2 ? numbers[2] : nil
    }
    if words.count > 1 {
      read(Located(words.dropFirst().joined(separator: " "), at: cell.location), into: &moment)
    }
    return moment
  }

  /// A time of the day: `16:30`, `16:30:05.250`, `4:30 pm`, `1630`.
  private mutating func read(_ cell: Located<String>, into moment: inout Timeline.Moment) {
    var text = cell.value.lowercased().filter { $0 != " " }
    let isAfternoon = text.hasSuffix("pm") || text.hasSuffix("p.m.")
    let isMorning = text.hasSuffix("am") || text.hasSuffix("a.m.")
    if isAfternoon || isMorning { text = String(text.prefix { $0 != "a" && $0 != "p" }) }
    if 3...4 ~= text.utf8.count, Int(text) != nil {
      text = text.dropLast(2) + ":" + text.suffix(2)
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." || $0 == "," }.map { Int($0) }
    let numbers = parts.compactMap(\.self)
    guard numbers.count == parts.count, 1...4 ~= numbers.count, 0...23 ~= numbers[0],
      numbers.dropFirst().prefix(2).allSatisfy({ 0...59 ~= $0 })
    else {
      return error("“\(cell.value.shortened)” is no time of the day", at: cell, "write it as 16:30, or as 4:30 pm")
    }
    var hour = numbers[0]
    if isAfternoon, hour < 12 { hour += 12 }
    if isMorning, hour == 12 { hour = 0 }
    moment.hour = hour
    if numbers.count > 1 { moment.minute = numbers[1] }
    if numbers.count > 2 { moment.second = numbers[2] }
    if numbers.count > 3, let digits = text.split(whereSeparator: { ":.,".contains($0) }).last {
      moment.millisecond = Int((digits + "000").prefix(3))
    }
  }

  private mutating func number(_ cell: Located<String>) -> Int? {
    let digits = cell.value.filter { $0 != "," && !$0.isWhitespace }
    if let number = Int(digits), digits.utf8.count <= 16 { return number }
    error(
      "“\(cell.value.shortened)” is no whole number", at: cell,
      "write years, months and days in digits; a year before Christ with a minus")
    return nil
  }

  private mutating func error(_ message: String, at cell: Located<String>, _ help: String) {
    diagnostics.reportBounded(Diagnostic(.error, "invalid-date", message, at: cell.location, help: help))
  }
}
