/// What came of looking for a quote.
public enum QuoteOutcome: Sendable, Hashable {
  /// It stands in one place.
  case found(QuoteMatch)
  /// It stands in several places, and nothing tells which is meant.
  ///
  /// The first ``QuotableText/listedPlaces`` are given, in the order of the text, and how many there are.
  case ambiguous([QuoteMatch], count: Int)
  /// It does not stand in the text.
  case missing(QuoteMiss)
  /// There is nothing to look for: the quote has no characters a reader would see.
  case empty

  /// The one place, if there is just one.
  public var match: QuoteMatch? { if case .found(let match) = self { match } else { nil } }
}
