/// A place in an article where a quote stands, and what had to be overlooked to see it.
public struct QuoteMatch: Sendable, Hashable {
  /// How a quote was matched: the first of these that fits, in this order.
  public enum Result: String, Sendable, Hashable, CaseIterable {
    /// Byte for byte.
    case exact
    /// With other characters for the same marks and spaces.
    case folded
    /// With words left out where the quote says so.
    case elided
    /// With an editor's words in brackets for up to six words of the source.
    case bracketed
    /// With another first letter's case, or another final comma or full stop.
    case edged
  }

  /// How it was matched.
  public let result: Result
  /// Everything that differs and was overlooked, each kind once, in the order of ``Tolerance/allCases``.
  public let tolerances: [Tolerance]
  /// The quoted words: ranges of bytes of the text, ascending, none empty, none overlapping another.
  ///
  /// Several where the quote leaves words out, or runs on into the next paragraph.
  public let pieces: [Range<Int>]
  /// Where the quote begins, in code points of the text.
  public let start: Int
  /// Where it ends, in code points of the text.
  public let end: Int

  /// Creates a match.
  public init(result: Result, tolerances: [Tolerance], pieces: [Range<Int>], start: Int, end: Int) {
    self.result = result
    self.tolerances = tolerances
    self.pieces = pieces
    self.start = start
    self.end = end
  }

  /// From the first quoted byte to the last, what was left out included.
  public var bytes: Range<Int> {
    guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }
}
