/// What is looked for in an article: a quote, and the words beside it that tell it from another occurrence.
public struct QuoteQuery: Sendable, Hashable {
  /// The words, as an editor typed them; a pair of quotation marks around the whole is not part of them.
  public var quote: String
  /// Words that stand directly before the quote in the article.
  public var prefix: String?
  /// Words that stand directly after it.
  public var suffix: String?

  /// Creates a query.
  public init(quote: String, prefix: String? = nil, suffix: String? = nil) {
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
  }
}
