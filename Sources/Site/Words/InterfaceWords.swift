import Charts
import EDTF
import Mustache

/// Everything the site says to readers of its own, in one language.
final class InterfaceWords: Sendable {
  /// The language of the page (BCP 47), which may be one the words are not in.
  let tag: String
  /// Which way that language is written.
  let direction: WritingDirection
  /// How dates are said.
  let dates: DateWords
  /// The speakers of dates, made once: each holds some forty phrases.
  private let long: EDTFWords
  private let short: EDTFWords
  /// What charts say.
  let charts: ChartWords
  /// What templates are given as `words`.
  let view: Object

  private let list: WordList
  /// The language of the words, by its primary subtag.
  private let language: String

  /// - Parameters:
  ///   - tag: the language of the page.
  ///   - language: the primary subtag of the language the words are in.
  init(_ list: WordList, in language: String, for tag: String) {
    self.tag = tag
    self.list = list
    self.language = language
    direction = WritingDirection(of: tag)
    dates = list.dates
    long = EDTFWords(dates, .long)
    short = EDTFWords(dates, .short)
    var charts = list.charts
    charts.isRightToLeft = direction == .rightToLeft
    self.charts = charts
    view = Object(
      list.entries.sorted { $0.key < $1.key }.compactMap { key, entry in
        guard !key.contains("."), case .phrase(let phrase) = entry else { return nil }
        return (Key(key), phrase.view)
      })
  }

  /// The words for how likely something is, from the least to the most.
  var likelihoods: [String] { list.list("likelihoods") }

  /// A date for prose: `12 February 2019`.
  func date(_ date: EDTFDate) -> String { long.words(for: date.content) }

  /// A date for tables: `12 Feb 2019`.
  func shortDate(_ date: EDTFDate) -> String { short.words(for: date.content) }

  /// A day for prose.
  func date(_ day: Day) -> String { long.words(for: day) }

  /// A day for tables.
  func shortDate(_ day: Day) -> String { short.words(for: day) }

  /// A phrase into which nothing goes.
  subscript(key: WordKey) -> String { list.phrase(key.rawValue).text }

  /// A phrase with its values in place.
  func filled(_ key: WordKey, _ values: KeyValuePairs<String, String>) -> String {
    list.phrase(key.rawValue).filled(values)
  }

  /// A phrase in the form its number asks for: `1 position`, `12 positions`.
  func counted(_ count: Int, _ key: WordKey) -> String {
    let form = PluralForm(of: count, in: language)
    return list.phrase(key.rawValue, form.rawValue).filled(["count": String(count)])
  }

  /// `a, b and c`.
  func joined(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    let first = parts.dropLast().joined(separator: self[.comma])
    return filled(.listLast, ["first": first, "last": last])
  }

  /// `55–80%`, or `70%` where both ends are the same; 0 to 1 in.
  func percentages(_ low: Double, _ high: Double) -> String {
    let (from, to) = (Int((low * 100).rounded()), Int((high * 100).rounded()))
    return from == to
      ? filled(.percent, ["value": String(from)]) : filled(.percentRange, ["low": String(from), "high": String(to)])
  }

  /// A number from 0 on, with two decimals.
  func decimals(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100)\(self[.decimalSeparator])\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

extension [Object] {
  /// The same objects, each with the `separator` that stands between it and the next: `a, b and c`.
  func separated(in words: InterfaceWords) -> [Object] {
    let last = words.filled(.listLast, ["first": "", "last": ""])
    return enumerated().map { index, object in
      let separator = index == count - 1 ? "" : index == count - 2 ? last : words[.comma]
      return object.with("separator", .text(separator))
    }
  }
}
