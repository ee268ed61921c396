/// The words a language has for dates: one table for each language, which ``EDTFWords`` puts together.
///
/// The functions are given finished phrases, so that a table can order, inflect and punctuate as its language does.
public struct DateWords: Sendable {
  /// How two phrases become one.
  public typealias Joining = @Sendable (_ first: String, _ second: String) -> String
  /// How a phrase becomes a longer one.
  public typealias Wrapping = @Sendable (_ phrase: String) -> String
  /// How a date becomes a longer phrase, in a language in which that depends on how exactly the date is given:
  /// `jusqu’au 12 février`, but `jusqu’en février`.
  public typealias Placing = @Sendable (_ date: String, _ precision: PartialDate.Precision) -> String

  /// January to December.
  public var months: [String]
  /// The same, short.
  public var shortMonths: [String]
  /// Spring, summer, autumn, winter.
  public var seasons: [String]

  /// The number of a day in its month.
  public var dayNumber: @Sendable (_ number: Int) -> String
  /// A day, or a range of days, and a month.
  public var dayOfMonth: Joining
  /// A day of a month, or a range of such, and a year.
  public var dayOfYear: Joining
  /// A month or season, or a range of such, and a year.
  public var monthOfYear: Joining
  /// A date and a time of the day.
  public var timeOfDate: Joining
  /// The first and the last of a range.
  public var range: Joining

  /// A year from 1000 on.
  public var year: Wrapping
  /// A year before the year 1, counted backwards from 1.
  public var yearBeforeOne: Wrapping
  /// A year from 1 to 999, which might not be taken for one.
  public var earlyYear: Wrapping
  /// The ten years from one that ends in 0.
  public var decade: Wrapping
  /// A year of which nothing is known.
  public var unknownYear: String
  /// A day that is not known, in a month or year that is.
  public var someDay: Wrapping
  /// A month that is not known, in a year that is.
  public var someMonth: Wrapping

  /// A date that is an estimate.
  public var about: Placing
  /// The same, short.
  public var shortAbout: Placing
  /// A date that is doubted.
  public var uncertain: Wrapping
  /// The same, short.
  public var shortUncertain: Wrapping
  /// A date and a remark on some of its parts.
  public var remark: Joining
  /// What is said of a part, such as a day, that is an estimate.
  public var approximatePart: Wrapping
  /// What is said of a part that is doubted.
  public var uncertainPart: Wrapping
  /// What the year, the month, the season and the day of a date are called.
  public var partNames: (year: String, month: String, season: String, day: String)

  /// A date that is one of these, at latest the given.
  public var orEarlier: Placing
  /// A date that is one of these, at earliest the given.
  public var orLater: Placing
  /// A time that began with the given date and goes on, such as an office still held.
  public var since: Placing
  /// A time that began with the given date and has no end yet.
  public var from: Placing
  /// A time that ended with the given date and has no beginning.
  public var until: Placing
  /// A time that began with the given date and ended nobody knows when.
  public var fromToUnknown: Placing
  /// A time that began nobody knows when and ended with the given date.
  public var untilFromUnknown: Placing
  /// The last two of several, of which one is meant.
  public var or: Joining
  /// The last two of several, all of which are meant.
  public var and: Joining
  /// Others of several before those.
  public var list: Joining

  /// British English.
  public static let english = DateWords(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    seasons: ["spring", "summer", "autumn", "winter"],
    dayNumber: { "\($0)" },
    dayOfMonth: { "\($0) \($1)" },
    dayOfYear: { "\($0) \($1)" },
    monthOfYear: { "\($0) \($1)" },
    timeOfDate: { "\($0), \($1)" },
    range: { $0.utf8.contains(0x20) || $1.utf8.contains(0x20) ? "\($0) – \($1)" : "\($0)–\($1)" },
    year: { $0 },
    yearBeforeOne: { "\($0) BC" },
    earlyYear: { "AD \($0)" },
    decade: { "the \($0)s" },
    unknownYear: "a year unknown",
    someDay: { "some day in \($0)" },
    someMonth: { "some month in \($0)" },
    about: { date, _ in "about \(date)" },
    shortAbout: { date, _ in "c. \(date)" },
    uncertain: { "\($0) (uncertain)" },
    shortUncertain: { "\($0)?" },
    remark: { "\($0) (\($1))" },
    approximatePart: { "\($0) approximate" },
    uncertainPart: { "\($0) uncertain" },
    partNames: ("year", "month", "season", "day"),
    orEarlier: { date, _ in "\(date) or earlier" },
    orLater: { date, _ in "\(date) or later" },
    since: { date, _ in "since \(date)" },
    from: { date, _ in "from \(date)" },
    until: { date, _ in "until \(date)" },
    fromToUnknown: { date, _ in "from \(date), end unknown" },
    untilFromUnknown: { date, _ in "until \(date), start unknown" },
    or: { "\($0) or \($1)" },
    and: { "\($0) and \($1)" },
    list: { "\($0), \($1)" }
  )
}
