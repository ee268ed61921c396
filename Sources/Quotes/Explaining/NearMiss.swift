/// A passage that is like a quote, and how it differs: for showing, never for accepting.
public struct NearMiss: Sendable, Hashable {
  /// The passage, in bytes of the text.
  public let bytes: Range<Int>
  /// The paragraph it begins in, from 0.
  public let block: Int
  /// Quote and passage side by side, from the first word to the last; neighbours are of different kinds.
  public let differences: [WordDifference]
  /// How many words differ: changed, left out or put in.
  public let distance: Int

  /// Creates a near miss.
  public init(bytes: Range<Int>, block: Int, differences: [WordDifference], distance: Int) {
    self.bytes = bytes
    self.block = block
    self.differences = differences
    self.distance = distance
  }
}

/// A run of words in which quote and source agree, or differ in one way.
public struct WordDifference: Sendable, Hashable {
  /// How they differ.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The same words; marks and spaces may be other characters.
    case same
    /// The same letters, with other capitals.
    case capitals
    /// The same letters, with other accents or punctuation.
    case spelling
    /// Other words.
    case changed
    /// Words the source has not.
    case onlyInQuote
    /// Words the quote has not.
    case onlyInSource
  }

  /// How they differ.
  public var kind: Kind
  /// The words as the quote has them, with the punctuation beside them; empty for ``Kind/onlyInSource``.
  public var quote: String
  /// The words as the source has them; empty for ``Kind/onlyInQuote``.
  public var source: String

  /// Creates a run.
  public init(kind: Kind, quote: String, source: String) {
    self.kind = kind
    self.quote = quote
    self.source = source
  }
}
