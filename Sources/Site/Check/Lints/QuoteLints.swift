import Diagnostics
import Positions

/// Quotes that were not checked, that are long, that stand twice, or that are no quotes.
enum QuoteLints {
  /// The most words a quote has before it is called long.
  static let longestQuote = 100

  static func judge(_ story: CheckedStory, _ found: inout LintFindings) {
    for statement in story.story.statements {
      if let paraphrase = statement.paraphrase, let words = quotation(in: paraphrase) {
        found.report(
          .quotationInParaphrase, "words in quotation marks in a paraphrase: “\(words)”", at: statement.location)
      }
      guard let quote = statement.quote else { continue }
      if case .notChecked = story.edition.check(of: statement) {
        notChecked(statement, story, &found)
      }
      let length = wordCount(quote)
      if length > longestQuote { found.report(.longQuote, "quote of \(length) words", at: statement.quoteLocation) }
    }
    duplicates(story, &found)
  }

  private static func notChecked(_ statement: Statement, _ story: CheckedStory, _ found: inout LintFindings) {
    let source = story.story.sources[statement.source]
    found.report(
      .quoteNotChecked, "quote not checked: “\(source.id)” has no stored text", at: statement.quoteLocation)
    guard statement.original == nil, statement.lang == nil, let lang = source.lang else { return }
    let language = story.edition.explainer.lang ?? story.site.site.configuration.language
    guard primary(lang) != primary(language) else { return }
    found.report(
      .translationWithoutOriginal, "quote from a source in “\(lang)” without the words as spoken",
      at: statement.quoteLocation)
  }

  /// The language of a tag without its region (BCP 47): `en` of `en-GB`.
  private static func primary(_ tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }

  /// Quotes of the same words by one speaker on one question, or by two speakers.
  private static func duplicates(_ story: CheckedStory, _ found: inout LintFindings) {
    var first: [String: [Statement]] = [:]
    for statement in story.story.statements.sorted(by: { $0.fileOrder < $1.fileOrder }) {
      guard statement.retracted == nil, let quote = statement.quote, wordCount(quote) >= 4 else { continue }
      let words = String(quote.lowercased().filter { $0.isLetter || $0.isNumber })
      let same = first[words, default: []].first { $0.who != statement.who || $0.issue == statement.issue }
      if let same {
        found.report(
          .duplicateQuote,
          same.who == statement.who
            ? "the same words are quoted twice on “\(story.story.issues[statement.issue].id)”"
            : "the same words are quoted from \(story.name(same.who)) and \(story.name(statement.who))",
          at: statement.quoteLocation, notes: [.init("here too", at: same.quoteLocation)])
      }
      // Of a thousand, enough to see what is wrong.
      if first[words, default: []].count < 8 { first[words, default: []].append(statement) }
    }
  }

  /// The words of a text, and where no spaces stand between them, two letters for each.
  private static func wordCount(_ text: String) -> Int {
    var count = 0
    var isInWord = false
    var dense = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
        dense += 1
        isInWord = false
      default:
        let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        if isWord, !isInWord { count += 1 }
        isInWord = isWord || (isInWord && (scalar == "’" || scalar == "'" || scalar == "-"))
      }
    }
    return count + dense / 2
  }

  /// The first words in quotation marks, three or more, which are somebody's and not a term.
  private static func quotation(in text: String) -> String? {
    let pairs: [Character: Character] = ["“": "”", "\"": "\"", "«": "»", "„": "“", "「": "」", "『": "』"]
    var rest = text[...]
    while let open = rest.firstIndex(where: { pairs[$0] != nil }), let mark = pairs[rest[open]] {
      let start = rest.index(after: open)
      guard let end = rest[start...].firstIndex(of: mark) else { return nil }
      let words = rest[start..<end]
      if wordCount(String(words)) >= 3 { return words.trimmingSpaces }
      rest = rest[rest.index(after: end)...]
    }
    return nil
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
