import Diagnostics
import Quotes
import YAML

extension ArticleFile {
  /// The place of a passage and its words between its neighbours: `Content/…/x.md:12: …before 【words】 after…`.
  func excerpt(of passage: Passage) -> String {
    let location = location(of: passage.bytes)
    let line = LineTable(location.source).line(at: location.range.lowerBound)
    let text = quotable
    let first = text.blocks[text.block(at: passage.bytes.lowerBound)]
    let last = text.blocks[text.block(at: max(passage.bytes.lowerBound, passage.bytes.upperBound - 1))]
    let before = text.string(first.lowerBound..<passage.bytes.lowerBound)
    let after = text.string(passage.bytes.upperBound..<max(last.upperBound, passage.bytes.upperBound))
    let words = text.string(passage.bytes)
    return "\(location.source.path):\(line): "
      + "\(Self.tail(before, 80))[\(words)]\(Self.head(after, 80))".replacing("\n", with: " ")
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
    for count in [1, 2, 3, 4, 6, 8, 12, 20, 30] {
      let context = quotable.context(of: match, words: count)
      if !context.prefix.isEmpty, isTold(prefix: context.prefix, suffix: nil) { return (context.prefix, nil) }
      if !context.suffix.isEmpty, isTold(prefix: nil, suffix: context.suffix) { return (nil, context.suffix) }
      if !context.prefix.isEmpty, !context.suffix.isEmpty, isTold(prefix: context.prefix, suffix: context.suffix) {
        return (context.prefix, context.suffix)
      }
    }
    var diagnostics = Diagnostics()
    diagnostics.error(
      "quote-ambiguous", "“\(passage.quote.shortened(to: 60))” stands in several places that nothing tells apart",
      at: location(of: passage.bytes), help: "quote more of the words around it")
    throw .content(diagnostics)
  }
}
