public import EDTF

/// Everything a chart says, in the language of the site; the defaults are English.
///
/// `{…}` marks where a value goes. A phrase may leave a value out.
public struct ChartWords: Sendable {
  /// A date in words: `12 February 2019`, `about February 2019`.
  public var date: @Sendable (EDTFDate) -> String
  /// A year on the axis, from its astronomical number.
  public var year: @Sendable (Int) -> String = { $0 > 0 ? "\($0)" : "\(1 - $0) BC" }
  /// The months on the axis, January first; twelve of them.
  public var months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
  /// A day on the axis: `{day}`, `{month}`.
  public var dayOnAxis = "{day} {month}"
  /// A whole day in running text: `{day}`, `{month}`, `{year}`.
  public var dayInText = "{day} {month} {year}"

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

  /// A picture's title: `{question}`.
  public var chartTitle = "{question}"
  /// What a chart shows: `{statements}`, `{lanes}`, `{first}`, `{last}`.
  public var chartSummary = "{statements} statements in {lanes} lines, from {first} to {last}."
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
  public var percentRange = "{low}–{high} %"
  /// One percentage: `{value}`.
  public var percent = "{value} %"
  /// How it came out.
  public var borneOut = "It happened"
  /// See ``borneOut``.
  public var notBorneOut = "It did not happen"
  /// See ``borneOut``.
  public var ambiguous = "It cannot be told whether it happened"
  /// See ``borneOut``.
  public var annulled = "The question fell away"

  /// Creates English words around a way to write dates.
  public init(date: @escaping @Sendable (EDTFDate) -> String) { self.date = date }

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

  /// The short name of a month, 1 to 12.
  func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : "\(number)"
  }

  /// A day on the axis, without its year.
  func onAxis(_ day: Day) -> String {
    let parts = day.parts
    return Self.fill(dayOnAxis, ["day": "\(parts.day)", "month": month(parts.month)])
  }

  /// A day in running text.
  func inText(_ day: Day) -> String {
    let parts = day.parts
    return Self.fill(dayInText, ["day": "\(parts.day)", "month": month(parts.month), "year": year(parts.year)])
  }
}
