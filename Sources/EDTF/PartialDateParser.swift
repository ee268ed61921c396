/// Reads one date: a year, and a month or season, a day and a time where they are there.
struct PartialDateParser {
  private var scanner: DateScanner
  /// The year, the month and the day, as far as they have been read.
  private var parts: [PartialDate.Part] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) { scanner = DateScanner(bytes, range) }

  /// Reads the whole range as a date.
  mutating func date() throws(EDTFError) -> PartialDate {
    if scanner.skip("Y") {
      try longYear()
    } else {
      try year()
      if scanner.skip("-") { try month() }
      if parts.count == 2, scanner.skip("-") { try day() }
    }
    let time = try timeOfDay()
    try scanner.finish()
    let month = parts.dropFirst().first
    return PartialDate(year: parts[0], month: month, day: parts.dropFirst(2).first, time: time)
  }

  /// Adds a part, and what the qualifier after it says against it and all parts before it (ISO 8601-2, 8.2 and 8.3).
  private mutating func append(_ part: PartialDate.Part) throws(EDTFError) {
    parts.append(part)
    let qualifier = try scanner.qualifier()
    for index in parts.indices { parts[index].qualifier.formUnion(qualifier) }
  }

  // MARK: Years

  private mutating func year() throws(EDTFError) {
    let prefix = try scanner.qualifier()
    let start = scanner.position
    let isNegative = scanner.skip("-")
    let digits = try scanner.digits()
    let range = start..<scanner.position
    if digits.count != 4 { throw yearLength(digits, range) }
    if scanner.peek == UInt8(ascii: "S") {
      throw .unsupported("significant digits", scanner.rest, help: "mark the year as approximate, as in 1950~")
    }
    if isNegative, digits.value == 0, digits.unspecified == 0 {
      throw EDTFError("there is no year -0000", range, help: "write 0000 for 1 BC, and -0001 for 2 BC")
    }
    // The lowest year: digits count away from zero, so that -19XX begins with -1999.
    let width = [1, 10, 100, 1000, 10_000][digits.unspecified]
    let value = isNegative ? -(digits.value + width - 1) : digits.value
    try append(.init(value: value, unspecifiedDigits: Int8(digits.unspecified), qualifier: prefix))
  }

  private func yearLength(_ digits: DateScanner.Digits, _ range: Range<Int>) -> EDTFError {
    let text = scanner.text(range)
    let isWhole = scanner.peek.map { DateScanner.qualifier($0) != nil } ?? true
    return switch digits.count {
    case 0: EDTFError("a date begins with a year of four digits", scanner.rest, help: "write it as 2019-02-12")
    case 2 where digits.unspecified == 0 && isWhole:
      .unsupported("centuries in two digits", range, help: "write \(text)XX for the years \(text)00 to \(text)99")
    case 3 where digits.unspecified == 0 && isWhole:
      .unsupported("decades in three digits", range, help: "write \(text)X for the years \(text)0 to \(text)9")
    case 1...3:
      EDTFError(
        "a year has four digits", range,
        help: isWhole ? "write zeros before it, as in 0409" : "begin with the year, as in 2019-02-12")
    case 8 where digits.unspecified == 0 && range.count == 8:
      EDTFError(
        "a date has hyphens between its parts", range,
        help: "write \(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
    default:
      EDTFError("a year has four digits", range, help: "write a longer year with a Y before it, as in Y12345")
    }
  }

  /// Reads the rest of a year of more than four digits, after the `Y`.
  private mutating func longYear() throws(EDTFError) {
    let start = scanner.position
    let isNegative = scanner.skip("-")
    let digits = try scanner.digits()
    let range = start - 1..<scanner.position
    if scanner.peek == UInt8(ascii: "E") {
      throw .unsupported("exponential years", range.lowerBound..<scanner.rest.upperBound, help: "write all its digits")
    }
    if scanner.peek == UInt8(ascii: "S") {
      throw .unsupported("significant digits", scanner.rest, help: "mark the year as approximate, with a “~”")
    }
    if digits.count < 5 || digits.hasLeadingZero {
      throw EDTFError(
        "a year after “Y” has five digits or more, and does not begin with 0", range,
        help: "write a year of four digits by itself, as in 2019")
    }
    if digits.unspecified > 0 {
      throw .unsupported("unspecified digits in years of five digits or more", range, help: nil)
    }
    if digits.count > 15 { throw .unsupported("years of more than 15 digits", range, help: nil) }
    try append(.init(value: isNegative ? -digits.value : digits.value, unspecifiedDigits: 0, qualifier: []))
    if scanner.peek == UInt8(ascii: "-") {
      throw .unsupported("months in years of five digits or more", scanner.rest, help: "write the year alone")
    }
  }

  // MARK: Months and days

  private mutating func month() throws(EDTFError) {
    let (part, digits) = try monthOrDay("month")
    if part.isSpecified {
      switch part.value {
      case 1...12, 21...24: break
      case 25...41:
        throw .unsupported("seasons 25–41", digits.range, help: "write 21 to 24 for spring, summer, autumn and winter")
      default:
        throw EDTFError("there is no month \(scanner.text(digits.range))", digits.range, help: monthHelp(part.value))
      }
    }
    try append(part)
  }

  private func monthHelp(_ number: Int) -> String? {
    guard 13...31 ~= number else { return "months are 01 to 12, seasons 21 to 24" }
    return scanner.peek == UInt8(ascii: "-") ? "write the month before the day, as in 2019-02-13" : nil
  }

  private mutating func day() throws(EDTFError) {
    let start = scanner.readSoFar.lowerBound
    let (part, digits) = try monthOrDay("day")
    let month = parts[1]
    if month.isSpecified, month.value > 12 {
      throw EDTFError("a season has no days", digits.range, help: "write the month in its place")
    }
    if part.isSpecified {
      let length = Day.length(ofMonth: month.value, year: parts[0].value)
      if part.value == 0 { throw EDTFError("there is no day 00", digits.range, help: "days begin at 01") }
      if part.value > length {
        let name = DateWords.english.months[month.value - 1]
        throw EDTFError(
          "\(name) \(parts[0].value) has \(length) days", digits.range,
          help: "its last day is \(scanner.text(start..<digits.range.lowerBound))\(length)")
      }
    }
    try append(part)
  }

  /// Reads a part of two digits, which can be specified only where the part before it is.
  private mutating func monthOrDay(
    _ name: String
  ) throws(EDTFError) -> (part: PartialDate.Part, digits: DateScanner.Digits) {
    let prefix = try scanner.qualifier()
    let digits = try scanner.digits()
    if digits.count == 0 {
      throw EDTFError("a \(name) of two digits is missing after “-”", scanner.rest, help: nil)
    }
    if digits.count != 2 {
      let text = scanner.text(digits.range)
      throw EDTFError(
        "a \(name) has two digits", digits.range,
        help: digits.count == 1 && digits.unspecified == 0 ? "write 0\(text)" : nil)
    }
    if digits.unspecified == 1 {
      throw .unsupported("months and days with one unspecified digit", digits.range, help: "write XX")
    }
    if digits.unspecified == 0, parts.last?.isSpecified == false {
      throw .unsupported("unspecified digits before specified ones", scanner.readSoFar, help: nil)
    }
    let value = digits.unspecified == 0 ? digits.value : 1
    return (.init(value: value, unspecifiedDigits: Int8(digits.unspecified), qualifier: prefix), digits)
  }

  // MARK: Times

  private mutating func timeOfDay() throws(EDTFError) -> TimeOfDay? {
    let start = scanner.position
    guard scanner.skip("T") else { return nil }
    guard parts.count == 3, parts.allSatisfy(\.isSpecified) else {
      throw EDTFError("a time follows a whole date", scanner.rest, help: "write it as 2019-02-12T16:30:00")
    }
    guard parts.allSatisfy({ $0.qualifier.isEmpty }) else {
      throw EDTFError("a date with a time cannot be uncertain or approximate", scanner.readSoFar, help: nil)
    }
    let time = try scanner.timeOfDay()
    if scanner.peek.flatMap(DateScanner.qualifier) != nil {
      throw EDTFError(
        "a date with a time cannot be uncertain or approximate", start..<scanner.rest.upperBound,
        help: "leave the time out")
    }
    return time
  }
}
