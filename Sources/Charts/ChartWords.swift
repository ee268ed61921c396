public import EDTF

/// Everything a chart says, in the language of the site; the defaults are English.
///
/// `{…}` marks where a value goes. A phrase may leave a value out.
public struct ChartWords: Sendable {
  /// How dates are said.
  public var dates: DateWords
  /// Whether the language is written from right to left; time still goes from left to right.
  public var isRightToLeft = false

  /// The stances that stand on no scale.
  public var unclear = "Unclear"
  /// See ``unclear``.
  public var declined = "Declined to say"
  /// See ``unclear``.
  public var mixed = "Mixed"
  /// The row below the scale when it holds more than one kind of stance: `{list}`.
  public var offScale = "{list}"

  /// The lane of a side's anonymous voices: `{side}`.
  public var unnamedOfSide = "{side}, unnamed"
  /// The lane of an anonymous voice that is on no side: `{name}`.
  public var unnamed = "{name}"
  /// Who said it, where another reports that they did: `{name}`, `{reporter}`.
  public var reportedBy = "{name}, as reported by {reporter}"
  /// Who said it, where it was said for another: `{name}`, `{principal}`.
  public var onBehalfOf = "{name}, for {principal}"

  /// On what terms it was said.
  public var onRecord = "on the record"
  /// See ``onRecord``.
  public var background = "on background"
  /// See ``onRecord``.
  public var deepBackground = "on deep background"
  /// See ``onRecord``.
  public var document = "in a document"

  /// A move: `{from}`, `{to}`.
  public var step = "moved from “{from}” to “{to}”"
  /// A move from pole to pole: `{from}`, `{to}`.
  public var reversal = "reversed from “{from}” to “{to}”"
  /// A move back: `{from}`, `{to}`.
  public var comeback = "returned from “{from}” to “{to}”"
  /// Said of a statement whose order with its neighbour cannot be told.
  public var contested = "order in time not certain"
  /// Said of a statement taken back.
  public var retracted = "retracted"
  /// Said of a stance that is the editor's reading.
  public var inferred = "inferred"

  /// An event that will not be: `{title}`.
  public var cancelled = "{title} (cancelled)"
  /// An event that was put off: `{title}`.
  public var postponed = "{title} (postponed)"

  /// A picture's title: `{question}`.
  public var chartTitle = "{question}"
  /// What a chart shows: `{statements}`, `{lanes}`, `{first}`, `{last}`.
  public var chartSummary = "Statements: {statements}. Lines: {lanes}. From {first} to {last}."
  /// The levels of a chart: `{levels}`.
  public var chartLevels = "From top to bottom: {levels}."
  /// That moves are marked: `{count}`.
  public var chartShifts = "Changes of position: {count}."
  /// That the axis skips days: `{spans}`.
  public var chartBreaks = "Left out of the time axis, where nothing is dated: {spans}."
  /// A span of days: `{first}`, `{last}`.
  public var span = "{first} to {last}"
  /// What a chart without statements says.
  public var empty = "No statements yet."
  /// Many marks drawn as one: `{count}`, `{who}`, `{dates}`, `{stance}`.
  public var cluster = "{count} statements, {who}, {dates}: {stance}"

  /// The key: what a hollow mark means.
  public var keyUnnamed = "speaker not named"
  /// The key: what a struck mark means.
  public var keyRetracted = "retracted"
  /// The key: what a whisker means.
  public var keyFuzzy = "date not exact"
  /// The key: what a dashed line means; `{date}`.
  public var keySilence = "nothing new up to {date}"
  /// The key: what a heavy riser means.
  public var keyShift = "change of position"
  /// The key: what the sign on the axis means.
  public var keyBreak = "time left out"
  /// The last line of a list of events too long to print: `{count}`.
  public var moreEvents = "and {count} more"

  /// A likelihood bar's title: `{word}`, `{range}`.
  public var likelihood = "{word}: {range}"
  /// A range of percentages: `{low}`, `{high}`.
  public var percentRange = "{low}–{high}%"
  /// One percentage: `{value}`.
  public var percent = "{value}%"
  /// What stands between a whole number and its decimals.
  public var decimalSeparator = "."
  /// How it came out.
  public var borneOut = "It happened"
  /// See ``borneOut``.
  public var notBorneOut = "It did not happen"
  /// See ``borneOut``.
  public var ambiguous = "It cannot be told whether it happened"
  /// See ``borneOut``.
  public var annulled = "The question fell away"

  /// Creates English phrases, with dates said as given.
  public init(dates: DateWords = .english) { self.dates = dates }

  /// A phrase with its values in place; `{…}` of another name stays as it is.
  static func fill(_ phrase: String, _ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      result += values.first { $0.key == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A probability as a percentage with one decimal at most, without its sign.
  func percentage(_ probability: Double) -> String {
    let tenths = (min(max(probability, 0), 1) * 1000).nearestInteger
    let whole = "\(tenths / 10)"
    return tenths % 10 == 0 ? whole : whole + decimalSeparator + "\(tenths % 10)"
  }

  /// A date in running text.
  func date(_ date: EDTFDate) -> String { date.words(.long, in: dates) }

  /// A day in running text.
  func inText(_ day: Day) -> String { day.words(.long, in: dates) }

  /// A day on an axis, without its year.
  func onAxis(_ day: Day) -> String { day.words(.yearless, in: dates) }

  /// A month on an axis, 1 to 12, without its year.
  func month(_ number: Int) -> String {
    dates.shortMonths.indices.contains(number - 1) ? dates.shortMonths[number - 1] : "\(number)"
  }

  /// A year on an axis, from its astronomical number.
  func year(_ number: Int) -> String { number > 0 ? dates.year("\(number)") : dates.yearBeforeOne("\(1 - number)") }
}
