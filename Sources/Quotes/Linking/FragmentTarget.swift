/// What a text directive has to say so that a browser lands on a passage: its words, and words around it if it must.
///
/// A browser takes the first place where the words stand, whatever their case and accents, and whole words only. Here
/// words are compared without punctuation too, which can only add context.
struct FragmentTarget {
  private(set) var prefix: String?
  private(set) var start: String
  private(set) var end: String?
  private(set) var suffix: String?

  /// Describes a match; `nil` where it holds no word.
  init?(_ match: QuoteMatch, in index: WordIndex) {
    guard let first = match.pieces.first, let last = match.pieces.last, let opening = index.words(in: first),
      let closing = index.words(in: last)
    else { return nil }
    let isWhole = match.pieces.count == 1 && index.text.codePoints(in: first) <= TextFragment.longest
    let isSplittable = match.pieces.count > 1 || opening.count >= 2 * TextFragment.edgeWords
    if isWhole || !isSplittable {
      self.init(whole: opening, bytes: match.bytes, index)
    } else {
      let half = match.pieces.count > 1 ? opening.count : opening.count / 2
      let startWords = index.uniqueStart(opening.prefix(half))
      let endWords = index.uniqueEnd(closing.suffix(match.pieces.count > 1 ? closing.count : half), after: startWords)
      self.init(from: startWords, to: endWords, bytes: match.bytes, index)
    }
  }

  /// A passage given by all its words.
  private init(whole words: Range<Int>, bytes: Range<Int>, _ index: WordIndex) {
    start = index.text.string(bytes)
    let others = index.occurrences(of: words).filter { $0 != words.lowerBound }
    guard !others.isEmpty else { return }
    let reach = index.reachingNeighbours(bytes, words)
    let before = index.context(before: words, apartFrom: others, reach)
    let after = index.context(after: words, apartFrom: others, reach)
    // One side is enough where it tells all others apart; else both may.
    if let before, before.suffices, !(after?.suffices ?? false) || before.count <= after?.count ?? .max {
      prefix = before.words
    } else if let after, after.suffices {
      suffix = after.words
    } else {
      prefix = before?.words
      suffix = after?.words
    }
    let lower = prefix == nil ? bytes.lowerBound : reach.lowerBound
    start = index.text.string(lower..<(suffix == nil ? bytes.upperBound : reach.upperBound))
  }

  /// A passage given by its first and its last words.
  private init(from opening: Range<Int>, to closing: Range<Int>, bytes: Range<Int>, _ index: WordIndex) {
    let startBytes = bytes.lowerBound..<index.bytes(of: opening).upperBound
    let endBytes = index.bytes(of: closing).lowerBound..<bytes.upperBound
    start = index.text.string(startBytes)
    end = index.text.string(endBytes)
    let earlier = index.occurrences(of: opening).filter { $0 < opening.lowerBound }
    let startReach = index.reachingNeighbours(startBytes, opening)
    if !earlier.isEmpty, let before = index.context(before: opening, apartFrom: earlier, startReach) {
      prefix = before.words
      start = index.text.string(startReach.lowerBound..<startBytes.upperBound)
    }
    let between = index.occurrences(of: closing).filter { $0 >= opening.upperBound && $0 < closing.lowerBound }
    let endReach = index.reachingNeighbours(endBytes, closing)
    if !between.isEmpty, let after = index.context(after: closing, apartFrom: between, endReach) {
      suffix = after.words
      end = index.text.string(endBytes.lowerBound..<endReach.upperBound)
    }
  }
}

extension QuotableText {
  fileprivate func codePoints(in bytes: Range<Int>) -> Int {
    codePoints(before: bytes.upperBound) - codePoints(before: bytes.lowerBound)
  }
}
