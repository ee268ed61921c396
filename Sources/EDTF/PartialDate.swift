/// One date, given as exactly as it is known: to a part of a day, a day, a month, a season or a year, with digits left
/// unspecified and parts marked as uncertain or approximate.
public struct PartialDate: Hashable, Sendable {
  /// How exactly a date is given, from the vaguest to the most exact.
  public enum Precision: Int, Comparable, Sendable, CaseIterable {
    /// `XXXX`
    case unknown
    /// `1XXX`
    case millennium
    /// `19XX`
    case century
    /// `199X`
    case decade
    /// `1999`
    case year
    /// `1999-21`
    case season
    /// `1999-12`
    case month
    /// `1999-12-31`
    case day
    /// `1999-12-31T23:59:59`
    case second

    /// A vaguer precision is less than a more exact one.
    public static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
  }

  /// What is said against a part of a date.
  public struct Qualifier: OptionSet, Hashable, Sendable {
    /// The bits: 1 is uncertain, 2 approximate.
    public let rawValue: UInt8

    /// Creates a qualifier from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `?`: the source is doubted.
    public static let uncertain = Qualifier(rawValue: 1)
    /// `~`: it is an estimate.
    public static let approximate = Qualifier(rawValue: 2)
  }

  /// A year, a month or a day, some of whose digits may be unspecified.
  public struct Part: Hashable, Sendable {
    /// The number; with unspecified digits, the lowest that it can be.
    public let value: Int
    /// How many of its last digits are `X`.
    public let unspecifiedDigits: Int8
    /// What is said against it.
    public internal(set) var qualifier: Qualifier

    /// Whether every digit is given.
    public var isSpecified: Bool { unspecifiedDigits == 0 }
  }

  /// The season of a year, as in the northern half of the world.
  public enum Season: Int, Sendable, CaseIterable {
    /// March to May.
    case spring = 21
    /// June to August.
    case summer = 22
    /// September to November.
    case autumn = 23
    /// December of the year to February of the next.
    case winter = 24
  }

  /// The year, astronomical: 0 is 1 BC.
  public let year: Part
  /// The month, 1 to 12, or the season, 21 to 24.
  public let month: Part?
  /// The day of the month.
  public let day: Part?
  /// The time of the day.
  public let time: TimeOfDay?

  /// The season, where one is given in place of a month.
  public var season: Season? { month.flatMap { Season(rawValue: $0.value) } }

  /// What is said against any part of it.
  public var qualifier: Qualifier {
    year.qualifier.union(month?.qualifier ?? []).union(day?.qualifier ?? [])
  }

  /// Whether no part of it has unspecified digits.
  public var isSpecified: Bool { year.isSpecified && month?.isSpecified != false && day?.isSpecified != false }

  /// How exactly it is given: by its last part that has no unspecified digits.
  public var precision: Precision {
    switch year.unspecifiedDigits {
    case 0: break
    case 1: return .decade
    case 2: return .century
    case 3: return .millennium
    default: return .unknown
    }
    guard let month, month.isSpecified else { return .year }
    if season != nil { return .season }
    guard let day, day.isSpecified else { return .month }
    return time == nil ? .day : .second
  }

  /// The first day it can mean; `nil` where the year is wholly unspecified.
  ///
  /// A time, and its offset from UTC, never move it: the day is the one that is written.
  public var earliest: Day? { years.flatMap { Day(year: $0.lowerBound, month: firstMonth, day: firstDay) } }

  /// The last day it can mean; `nil` where the year is wholly unspecified.
  public var latest: Day? {
    guard var year = years?.upperBound else { return nil }
    if season == .winter { year += 1 }
    let month = lastMonth
    return Day(year: year, month: month, day: specifiedDay ?? Day.length(ofMonth: month, year: year))
  }

  /// The years it can be in; `nil` where the year is wholly unspecified.
  var years: ClosedRange<Int>? {
    switch year.unspecifiedDigits {
    case 0: return year.value...year.value
    case 4: return nil
    case let digits:
      let width = (0..<digits).reduce(1) { width, _ in width * 10 }
      return year.value...year.value + width - 1
    }
  }

  private var firstMonth: Int {
    if let season { return (season.rawValue - Season.spring.rawValue) * 3 + 3 }
    return month?.value ?? 1
  }

  private var lastMonth: Int {
    if let season { return season == .winter ? 2 : firstMonth + 2 }
    return month.flatMap { $0.isSpecified ? $0.value : nil } ?? 12
  }

  private var specifiedDay: Int? { day.flatMap { $0.isSpecified ? $0.value : nil } }

  private var firstDay: Int { day?.value ?? 1 }
}
