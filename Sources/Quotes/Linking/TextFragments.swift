/// The directives that lead to quotes found in one text, whose words are looked up once for all of them.
public struct TextFragments: Sendable {
  private let index: WordIndex

  /// Looks through a text.
  public init(_ text: QuotableText) { index = WordIndex(text) }

  /// The directive that leads to a quote, as ``TextFragment/directive(for:in:context:)`` describes it.
  public func directive(for match: QuoteMatch, context: TextFragment.Context = .article) -> String {
    var index = index
    switch context {
    case .article: break
    case .paragraph: index.allowed = index.text.paragraphs(of: match.bytes)
    case .none: index.allowed = match.bytes
    }
    guard let target = FragmentTarget(match, in: index) else {
      return "text=" + TextFragment.encoded(index.text.string(match.bytes))
    }
    return TextFragment.directive(prefix: target.prefix, start: target.start, end: target.end, suffix: target.suffix)
  }
}
