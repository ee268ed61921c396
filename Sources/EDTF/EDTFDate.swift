/// A date as people know it: exact, approximate, uncertain, open or one of several (ISO 8601-2, EDTF levels 0 and 1,
/// and of level 2 the qualifiers inside a date and the sets).
///
///     try EDTFDate(parsing: "2019-02-27/2019-02-28")
///     try EDTFDate(parsing: "2019-02~").words()      // about February 2019
///
/// Two dates are equal where they are written alike.
public struct EDTFDate: Sendable {
  /// What kind of expression it is, with the dates in it.
  public enum Content: Sendable {
    /// `2019-02-12`
    case date(PartialDate)
    /// `2019-02-27/2019-02-28`; indirect, so that the far more common single date stays small.
    indirect case interval(Bound, Bound)
    /// `[1667,1672-12]`: one of these, it is not known which.
    case oneOf([Element])
    /// `{1667,1670..1672}`: all of these.
    case allOf([Element])
  }

  /// One end of an interval.
  public enum Bound: Sendable {
    /// It is known.
    case date(PartialDate)
    /// There is none (yet): `..`
    case open
    /// There is one, which nobody knows: nothing at all before or after the `/`.
    case unknown

    /// The date; `nil` where it is open or unknown.
    public var date: PartialDate? { if case .date(let date) = self { date } else { nil } }
  }

  /// One member of a set.
  public enum Element: Sendable {
    /// `1667`
    case date(PartialDate)
    /// `1670..1672`
    case range(PartialDate, PartialDate)
    /// `..1667`
    case orEarlier(PartialDate)
    /// `1672..`
    case orLater(PartialDate)
  }

  /// The expression as it was written.
  public let text: String
  /// The first day the date can mean; `nil` where its start is open or unknown.
  public let earliest: Day?
  /// The last day the date can mean; `nil` where its end is open or unknown.
  public let latest: Day?
  /// What kind of expression it is, with the dates in it.
  public let content: Content

  /// The longest expression that is read, in bytes: a set of some dozen dates.
  private static let mostBytes = 500

  /// Reads an expression.
  ///
  /// - Throws: ``EDTFError`` with the place of the first mistake, in UTF-8 bytes from the start of the text.
  public init(parsing text: String) throws(EDTFError) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.mostBytes else {
      throw EDTFError(
        "a date of \(bytes.count) bytes, and \(Self.mostBytes) are the most that are read", 0..<1, help: nil)
    }
    do {
      content = try EDTFParser(bytes).content()
    } catch {
      throw EverydayDate(bytes)?.advice(for: error) ?? error
    }
    self.text = text
    (earliest, latest) = content.span
  }

  /// The dates in it, as they are written, without open and unknown ends.
  public var dates: [PartialDate] {
    switch content {
    case .date(let date): [date]
    case .interval(let start, let end): [start.date, end.date].compactMap(\.self)
    case .oneOf(let elements), .allOf(let elements): elements.flatMap(\.dates)
    }
  }

  /// How exactly it is given: of several dates, how exactly the vaguest is.
  public var precision: PartialDate.Precision {
    if case .date(let date) = content { date.precision } else { dates.map(\.precision).min() ?? .unknown }
  }

  /// Whether any part of it is marked as uncertain, with `?` or `%`.
  public var isUncertain: Bool { dates.contains { $0.qualifier.contains(.uncertain) } }

  /// Whether any part of it is marked as approximate, with `~` or `%`.
  public var isApproximate: Bool { dates.contains { $0.qualifier.contains(.approximate) } }

  /// Whether it is an interval: something that went on from one date to another.
  public var isInterval: Bool { if case .interval = content { true } else { false } }

  /// The day it means, where it can mean only one, whether or not that is uncertain.
  public var day: Day? { earliest == latest ? earliest : nil }
}

extension EDTFDate: Hashable {
  /// Whether two dates are written alike.
  public static func == (left: EDTFDate, right: EDTFDate) -> Bool { left.text == right.text }

  /// Hashes the date as it is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension EDTFDate.Element {
  var dates: [PartialDate] {
    switch self {
    case .date(let date), .orEarlier(let date), .orLater(let date): [date]
    case .range(let first, let last): [first, last]
    }
  }

  fileprivate var span: (earliest: Day?, latest: Day?) {
    switch self {
    case .date(let date): (date.earliest, date.latest)
    case .range(let first, let last): (first.earliest, last.latest)
    case .orEarlier(let date): (nil, date.latest)
    case .orLater(let date): (date.earliest, nil)
    }
  }
}

extension EDTFDate.Content {
  fileprivate var span: (earliest: Day?, latest: Day?) {
    switch self {
    case .date(let date): return (date.earliest, date.latest)
    case .interval(let start, let end): return (start.date?.earliest, end.date?.latest)
    case .oneOf(let elements), .allOf(let elements):
      let spans = elements.map(\.span)
      let starts = spans.compactMap(\.earliest)
      let ends = spans.compactMap(\.latest)
      return (starts.count == spans.count ? starts.min() : nil, ends.count == spans.count ? ends.max() : nil)
    }
  }
}
