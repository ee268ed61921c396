import Diagnostics
import Quotes
import YAML

extension ArticleFile {
  /// The place of a passage, and its words in brackets between their neighbours.
  ///
  ///     Content/harbour/articles/courier-0114.md:9: Ines Vale was firm. “[No inspector will set foot on the quay.]”
  func excerpt(of passage: Passage) -> String {
    let location = location(of: passage.bytes)
    let line = LineTable(location.source).line(at: location.range.lowerBound)
    let text = quotable
    let first = text.blocks[text.block(at: passage.bytes.lowerBound)].lowerBound
    let last = text.blocks[text.block(at: max(passage.bytes.lowerBound, passage.bytes.upperBound - 1))].upperBound
    var words = ""
    var place = passage.bytes.lowerBound
    for piece in passage.pieces {
      words += text.string(place..<piece.lowerBound) + "[" + text.string(piece) + "]"
      place = piece.upperBound
    }
    let before = Self.tail(text.string(min(first, passage.bytes.lowerBound)..<passage.bytes.lowerBound), 80)
    let after = Self.head(text.string(place..<max(last, place)), 80)
    return "\(location.source.path):\(line): " + (before + words + after).replacing("\n", with: " ")
  }

  private static func tail(_ text: String, _ limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    return "…" + String(scalars.suffix(limit).drop { !$0.properties.isWhitespace })
  }

  private static func head(_ text: String, _ limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    var kept = scalars.prefix(limit)
    while let last = kept.last, !last.properties.isWhitespace { kept.removeLast() }
    return String(kept) + "…"
  }

  /// The words beside a passage that tell it from other places where its quote stands; none where it stands once.
  func distinction(of passage: Passage) throws(ScaffoldError) -> (prefix: String?, suffix: String?) {
    func isTold(prefix: String?, suffix: String?) -> Bool {
      quotable.find(QuoteQuery(quote: passage.quote, prefix: prefix, suffix: suffix)).match?.bytes == passage.bytes
    }
    if isTold(prefix: nil, suffix: nil) { return (nil, nil) }
    let match = QuoteMatch(result: .exact, tolerances: [], pieces: passage.pieces, start: 0, end: 0)
    let (before, after) = quotable.context(of: match, words: Self.mostContextWords)
    for count in 1...Self.mostContextWords {
      let prefix = Self.lastWords(of: before, count)
      let suffix = Self.firstWords(of: after, count)
      if let prefix, isTold(prefix: prefix, suffix: nil) { return (prefix, nil) }
      if let suffix, isTold(prefix: nil, suffix: suffix) { return (nil, suffix) }
      if let prefix, let suffix, isTold(prefix: prefix, suffix: suffix) { return (prefix, suffix) }
    }
    var diagnostics = Diagnostics()
    diagnostics.error(
      "quote-ambiguous", "“\(passage.quote.shortened(to: 60))” stands in several places that nothing tells apart",
      at: location(of: passage.bytes), help: "quote more of the words around it")
    throw .content(diagnostics)
  }

  /// How many words beside a quote are tried, to tell it from another place.
  private static let mostContextWords = 12

  /// The end of a text from its last words but so many on, without the marks behind them.
  private static func lastWords(of text: String, _ count: Int) -> String? {
    let words = Speakers.words(of: text)
    guard let last = words.last, let first = words.suffix(count).first else { return nil }
    return String(decoding: Array(text.utf8)[first.bytes.lowerBound..<last.bytes.upperBound], as: UTF8.self)
  }

  /// The beginning of a text, as far as its first words go, without the marks before them.
  private static func firstWords(of text: String, _ count: Int) -> String? {
    let words = Speakers.words(of: text)
    guard let first = words.first, let last = words.prefix(count).last else { return nil }
    return String(decoding: Array(text.utf8)[first.bytes.lowerBound..<last.bytes.upperBound], as: UTF8.self)
  }
}
