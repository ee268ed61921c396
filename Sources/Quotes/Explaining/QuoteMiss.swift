/// Why a quote was not found, and what stands in the text instead.
public struct QuoteMiss: Sendable, Hashable {
  /// What is known of the cause; the first of these that applies.
  public enum Reason: Sendable, Hashable {
    /// The article has no text.
    case textIsEmpty
    /// The words stand in the text, in so many places, and none has the prefix and suffix beside it.
    case excludedByContext(count: Int)
    /// More cuts and brackets than ``QuoteMiss/mostCuts``.
    case tooManyCuts
    /// A part between two cuts has fewer than two words.
    case shortPart(String)
    /// A part between cuts or brackets stands nowhere in the text; ``QuoteMiss/nearest`` is about that part.
    case partMissing(String)
    /// Every part stands in the text, but not in this order.
    case partsOutOfOrder
    /// An editor's bracket would have to stand for more than ``QuoteMiss/mostBracketWords`` words, or for a break
    /// between paragraphs.
    case bracketTooWide
    /// The words stand in the text only as parts of longer words.
    case insideWord
    /// The words stand in the text across paragraphs, and nothing says that one speaker goes on.
    case crossesParagraphs
    /// The words stand in the text with other capitals.
    case onlyCapitalsDiffer
    /// The words stand in the text with other punctuation or accents.
    case onlySpellingDiffers
    /// The text has other words.
    case wordsDiffer
    /// Nothing in the text is near.
    case nothingNear
  }

  /// How many cuts and brackets a quote can have.
  public static let mostCuts = Pattern.mostLinks
  /// How many words of the source an editor's bracket can stand for.
  public static let mostBracketWords = Pattern.bracketWords

  /// The cause.
  public let reason: Reason
  /// The passage most like the quote, if any is like it at all.
  public let nearest: NearMiss?

  /// Creates a miss.
  public init(reason: Reason, nearest: NearMiss?) {
    self.reason = reason
    self.nearest = nearest
  }
}
