extension DateScanner {
  /// Reads a time of the day, after the `T`: `hh:mm:ss`, a fraction, and `Z` or an offset from UTC.
  mutating func timeOfDay() throws(EDTFError) -> TimeOfDay {
    let start = position
    let hour = try twoDigits("an hour", upTo: 24)
    let minute = try minuteOrSecond("a minute")
    let second = try minuteOrSecond("a second")
    let millisecond = try fraction()
    if hour == 24, minute + second + millisecond > 0 {
      throw EDTFError("a day ends at 24:00:00", start..<position, help: "write the next day")
    }
    return TimeOfDay(hour: hour, minute: minute, second: second, millisecond: millisecond, offset: try offset())
  }

  private mutating func minuteOrSecond(_ name: String) throws(EDTFError) -> Int {
    guard skip(":") else {
      throw EDTFError("\(name) of two digits is missing in the time", rest, help: "write it as 16:30:00")
    }
    return try twoDigits(name, upTo: 59)
  }

  private mutating func twoDigits(_ name: String, upTo limit: Int) throws(EDTFError) -> Int {
    let start = position
    guard let tens = number(), let ones = number() else {
      throw EDTFError("\(name) has two digits", start..<max(position, min(start + 1, rest.upperBound)), help: nil)
    }
    let value = tens * 10 + ones
    if value > limit { throw EDTFError("\(name) is \(limit) at most", start..<position, help: nil) }
    return value
  }

  private mutating func fraction() throws(EDTFError) -> Int {
    guard skip(".") else { return 0 }
    var milliseconds = 0
    var scale = 100
    guard peek.flatMap(Self.digit) != nil else {
      throw EDTFError("the fraction of the second is missing after “.”", position - 1..<position, help: nil)
    }
    while let digit = number() {
      milliseconds += digit * scale
      scale /= 10
    }
    return milliseconds
  }

  /// Reads an offset as minutes: -12:00 to +14:00, in the three ways ISO 8601-1 writes one.
  private mutating func offset() throws(EDTFError) -> Int? {
    if skip("Z") { return 0 }
    let start = position
    let isWest = skip("-")
    guard isWest || skip("+") else { return nil }
    var minutes = try twoDigits("an offset’s hour", upTo: 14) * 60
    if skip(":") || peek.flatMap(Self.digit) != nil { minutes += try twoDigits("an offset’s minute", upTo: 59) }
    if isWest, minutes == 0 {
      throw EDTFError("there is no offset of minus zero", start..<position, help: "write Z for UTC")
    }
    if minutes > (isWest ? 12 : 14) * 60 {
      throw EDTFError("an offset is -12:00 to +14:00", start..<position, help: nil)
    }
    return isWest ? -minutes : minutes
  }

  private mutating func number() -> Int? {
    guard let digit = peek.flatMap(Self.digit) else { return nil }
    advance()
    return digit
  }
}
