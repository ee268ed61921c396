/// Reads an expression: a single date, an interval or a set.
///
/// Every byte is looked at a fixed number of times. What is outside the subset is refused by its name.
struct EDTFParser {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func content() throws(EDTFError) -> EDTFDate.Content {
    switch bytes.first {
    case nil:
      throw EDTFError("a date is expected, and there is nothing", 0..<0, help: "write it as 2019-02-12")
    case UInt8(ascii: "["): return .oneOf(try elements(closing: UInt8(ascii: "]")))
    case UInt8(ascii: "{"): return .allOf(try elements(closing: UInt8(ascii: "}")))
    default:
      guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return .date(try date(bytes.indices)) }
      return try interval(slash: slash)
    }
  }

  private func date(_ range: Range<Int>) throws(EDTFError) -> PartialDate {
    var parser = PartialDateParser(bytes, range)
    return try parser.date()
  }

  // MARK: Intervals

  private func interval(slash: Int) throws(EDTFError) -> EDTFDate.Content {
    let ends = (0..<slash, slash + 1..<bytes.count)
    if let second = bytes[ends.1].firstIndex(of: UInt8(ascii: "/")) {
      throw EDTFError(
        "an interval has two ends, joined by one “/”", second..<second + 1,
        help: "a list of dates is written {2016, 2018, 2019}")
    }
    let start = try bound(ends.0)
    let end = try bound(ends.1)
    if start.date == nil, end.date == nil {
      throw EDTFError(
        "an interval has a date at one end at least", bytes.indices, help: "leave the date out where it is not known")
    }
    if let first = start.date?.earliest, let last = end.date?.latest, last < first {
      throw EDTFError("the interval ends before it starts", bytes.indices, help: "write the earlier date first")
    }
    return .interval(start, end)
  }

  private func bound(_ range: Range<Int>) throws(EDTFError) -> EDTFDate.Bound {
    if range.isEmpty { return .unknown }
    if bytes[range].elementsEqual("..".utf8) { return .open }
    let date = try date(range)
    if date.season != nil {
      throw EDTFError(
        "a season cannot be the end of an interval", range, help: "write its first or last month, as in 2012-03")
    }
    if date.time != nil {
      throw EDTFError("a time cannot be the end of an interval", range, help: "write the day only")
    }
    return .date(date)
  }

  // MARK: Sets

  private func elements(closing bracket: UInt8) throws(EDTFError) -> [EDTFDate.Element] {
    guard bytes.count > 1, bytes.last == bracket else {
      throw EDTFError(
        "a set that begins with “\(Character(Unicode.Scalar(bytes[0])))” ends with “\(Character(Unicode.Scalar(bracket)))”",
        bytes.count - 1..<bytes.count, help: nil)
    }
    let inner = 1..<bytes.count - 1
    var elements: [EDTFDate.Element] = []
    var start = inner.lowerBound
    while true {
      let comma = bytes[start..<inner.upperBound].firstIndex(of: UInt8(ascii: ",")) ?? inner.upperBound
      elements.append(try element(trimmed(start..<comma), isFirst: elements.isEmpty, isLast: comma == inner.upperBound))
      if comma == inner.upperBound { return elements }
      start = comma + 1
    }
  }

  private func element(_ range: Range<Int>, isFirst: Bool, isLast: Bool) throws(EDTFError) -> EDTFDate.Element {
    guard let dots = range.first(where: { isDot($0) && isDot($0 + 1) && $0 + 1 < range.upperBound }) else {
      return .date(try member(range))
    }
    let before = trimmed(range.lowerBound..<dots)
    let after = trimmed(dots + 2..<range.upperBound)
    switch (before.isEmpty, after.isEmpty) {
    case (true, true):
      throw EDTFError("“..” in a set has a date before it, after it, or both", range, help: nil)
    case (true, false):
      guard isFirst else { throw EDTFError("only the first date of a set can be open at its start", range, help: nil) }
      return .orEarlier(try member(after))
    case (false, true):
      guard isLast else { throw EDTFError("only the last date of a set can be open at its end", range, help: nil) }
      return .orLater(try member(before))
    case (false, false):
      let first = try member(before)
      let last = try member(after)
      if let earliest = first.earliest, let latest = last.latest, latest < earliest {
        throw EDTFError("the range ends before it starts", range, help: "write the earlier date first")
      }
      return .range(first, last)
    }
  }

  private func member(_ range: Range<Int>) throws(EDTFError) -> PartialDate {
    if range.isEmpty {
      let place = max(range.lowerBound - 1, 0)
      throw EDTFError("a date of the set is missing", place..<place + 1, help: nil)
    }
    let date = try date(range)
    if date.time != nil { throw EDTFError("a time cannot be in a set", range, help: "write the day only") }
    return date
  }

  private func isDot(_ index: Int) -> Bool { index < bytes.count && bytes[index] == UInt8(ascii: ".") }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let isSpace = { (index: Int) in bytes[index] == UInt8(ascii: " ") }
    guard let first = range.first(where: { !isSpace($0) }), let last = range.last(where: { !isSpace($0) }) else {
      return range.upperBound..<range.upperBound
    }
    return first..<last + 1
  }
}
