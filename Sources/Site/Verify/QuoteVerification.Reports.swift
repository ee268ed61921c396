import CommonMark
import Diagnostics
import Positions
import Quotes

// What an editor is told about a quote that does not stand: where the article comes nearest, how the words differ, and
// what to do.

extension QuoteVerification {
  mutating func report(_ statement: Statement, foundAt matches: [QuoteMatch], count: Int, in article: ArticleFile) {
    let notes = matches.map { match in
      Diagnostic.Note("here: \(article.context(of: match.bytes))", at: article.location(of: match.bytes))
    }
    diagnostics.error(
      "quote-ambiguous", "quote stands \(count == 2 ? "twice" : "\(count) times") in \(article.file.path)",
      at: statement.quoteLocation,
      notes: notes, help: "add “prefix” or “suffix”: the words before or after the one you mean")
  }

  mutating func report(_ statement: Statement, missing miss: QuoteMiss, in article: ArticleFile) {
    diagnostics.error(
      "quote-not-found", "quote does not stand in \(article.file.path)", at: statement.quoteLocation,
      notes: miss.notes(in: article), help: miss.reason.advice)
  }
}

extension QuoteMiss {
  /// What is known of the cause, where the article comes nearest, and how the words differ.
  func notes(in article: ArticleFile) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    if let explanation = reason.explanation { notes.append(.init(explanation)) }
    if let nearest, !reason.saysAll {
      let place = article.location(of: nearest.bytes)
      let differs = nearest.differences.contains { $0.kind != .same }
      if case .excludedByContext = reason {
        notes.append(.init("here: \(article.context(of: nearest.bytes))", at: place))
      } else if article.quotable.string(nearest.bytes).contains(" ") {
        // A single word in common is near by chance.
        notes.append(.init("nearest passage: “\(article.quotable.string(nearest.bytes).prefix(300))”", at: place))
        if differs { notes.append(.init("difference:", comparing: nearest.differences.map(\.comparison))) }
      }
    }
    return notes
  }
}

extension ArticleFile {
  /// The words around a place, the place itself in brackets: the article may have quotation marks of its own there.
  fileprivate func context(of bytes: Range<Int>) -> String {
    let text = quotable
    let block = text.paragraphs(of: bytes)
    let before = text.string(block.lowerBound..<bytes.lowerBound)
    let after = text.string(bytes.upperBound..<block.upperBound)
    let quote = text.string(bytes)
    let shown = quote.count > 80 ? quote.prefix(40) + "…" + quote.suffix(30) : quote[...]
    let start = before.count > 40 ? "…" + before.suffix(40) : before[...]
    let end = after.count > 40 ? after.prefix(40) + "…" : after[...]
    return "\(start)[\(shown)]\(end)".replacing("\n", with: " ")
  }

  /// Where a part of the plain text stands in the file.
  func location(of bytes: Range<Int>) -> SourceLocation { document.location(ofPlainTextRange: bytes, in: text) }
}

extension WordDifference {
  /// What a console shows of it; long runs are shortened.
  var comparison: Diagnostic.Comparison {
    switch kind {
    case .same: .same(Self.shortened(quote))
    case .capitals, .spelling, .changed, .onlyInQuote, .onlyInSource:
      .differs(Self.shortened(quote), Self.shortened(source))
    }
  }

  /// A long run, its middle left out.
  private static func shortened(_ run: String) -> String {
    let words = run.split(separator: " ")
    guard words.count > 12 else { return run }
    return (words.prefix(5) + ["…"] + words.suffix(5)).joined(separator: " ")
  }
}

extension QuoteMiss.Reason {
  /// Whether the cause lies in the form of the quote alone, so that no passage of the article explains it better.
  fileprivate var saysAll: Bool {
    switch self {
    case .tooManyCuts, .shortPart: true
    default: false
    }
  }

  /// What is known of the cause; `nil` where the difference says it all.
  var explanation: String? {
    switch self {
    case .textIsEmpty: "the article has no text"
    case .excludedByContext(let count):
      "the words stand there \(count == 1 ? "once" : count == 2 ? "twice" : "\(count) times"), but not beside the words of “prefix” or “suffix”"
    case .tooManyCuts: "a quote may have \(QuoteMiss.mostCuts) cuts and brackets at most"
    case .shortPart(let part): "“\(part)”, between two cuts, is too short: each part needs two words"
    case .partMissing(let part): "the part “\(part)” stands nowhere"
    case .partsOutOfOrder: "every part stands there, but not in this order"
    case .bracketTooWide: "a bracket stands for \(QuoteMiss.mostBracketWords) words of the source at most"
    case .insideWord: "the words stand there only as parts of longer words"
    case .crossesParagraphs: "the words stand there across paragraphs, and nothing shows that one speaker goes on"
    case .onlyCapitalsDiffer: "only the capitals differ"
    case .onlySpellingDiffers: "only punctuation or accents differ"
    case .wordsDiffer: nil
    case .nothingNear: "nothing in the article is near it"
    }
  }

  /// What to do about it.
  var advice: String {
    switch self {
    case .textIsEmpty: "put the article's text below its front matter"
    case .excludedByContext: "correct “prefix” or “suffix”, or leave them out"
    case .tooManyCuts: "quote less, or make several positions of it"
    case .shortPart: "quote more of the words around it, or put the words of your own into [brackets]"
    case .crossesParagraphs: "mark the cut with “…”"
    case .partsOutOfOrder: "put the parts in the order they were said in"
    case .bracketTooWide: "mark what is left out with “…” instead"
    case .nothingNear: "is “source” the right one? A report of what was said belongs in “paraphrase”"
    case .partMissing, .insideWord, .onlyCapitalsDiffer, .onlySpellingDiffers, .wordsDiffer:
      "quote the words as the article has them, or use “paraphrase”"
    }
  }
}
