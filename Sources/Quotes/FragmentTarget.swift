/// What a text directive has to say so that a browser lands on a passage: its words, and words around it if it must.
///
/// A browser takes the first place where the words stand, whatever their case and accents, and whole words only. Here
/// words are compared without punctuation too, which can only add context.
struct FragmentTarget {
  private(set) var prefix: String?
  private(set) var start: String
  private(set) var end: String?
  private(set) var suffix: String?

  /// How many words of context, or of one end of a range, are given at most.
  private static let mostWords = 10

  /// Describes a match; `nil` where it holds no word.
  init?(_ match: QuoteMatch, in text: QuotableText) {
    let index = WordIndex(text)
    guard let first = match.pieces.first, let last = match.pieces.last, let opening = index.words(in: first),
      let closing = index.words(in: last)
    else { return nil }
    let isWhole = match.pieces.count == 1 && text.codePoints(in: first) <= TextFragment.longest
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
    let others = index.occurrences(of: words).filter { $0 != words.lowerBound }
    start = index.text.string(bytes)
    guard !others.isEmpty else { return }
    let range = index.reachingNeighbours(bytes, words)
    let before = 1 + (others.map { index.sharedBefore($0, words.lowerBound) }.max() ?? 0)
    let after = 1 + (others.map { index.sharedAfter($0 + words.count, words.upperBound) }.max() ?? 0)
    let prefix = index.before(words.lowerBound, range, count: min(before, Self.mostWords))
    let suffix = index.after(words.upperBound, range, count: min(after, Self.mostWords))
    let prefixTells = prefix != nil && before <= Self.mostWords
    let suffixTells = suffix != nil && after <= Self.mostWords
    if prefixTells, !suffixTells || before <= after {
      self.prefix = prefix
    } else if suffixTells {
      self.suffix = suffix
    } else {
      self.prefix = prefix
      self.suffix = suffix
    }
    let lower = self.prefix == nil ? bytes.lowerBound : range.lowerBound
    start = index.text.string(lower..<(self.suffix == nil ? bytes.upperBound : range.upperBound))
  }

  /// A passage given by its first and its last words.
  private init(from opening: Range<Int>, to closing: Range<Int>, bytes: Range<Int>, _ index: WordIndex) {
    let startBytes = bytes.lowerBound..<index.bytes(of: opening).upperBound
    let endBytes = index.bytes(of: closing).lowerBound..<bytes.upperBound
    start = index.text.string(startBytes)
    end = index.text.string(endBytes)
    let earlier = index.occurrences(of: opening).filter { $0 < opening.lowerBound }
    if !earlier.isEmpty {
      let count = 1 + (earlier.map { index.sharedBefore($0, opening.lowerBound) }.max() ?? 0)
      let range = index.reachingNeighbours(startBytes, opening)
      prefix = index.before(opening.lowerBound, range, count: min(count, Self.mostWords))
      if prefix != nil { start = index.text.string(range.lowerBound..<startBytes.upperBound) }
    }
    let between = index.occurrences(of: closing).filter { $0 >= opening.upperBound && $0 < closing.lowerBound }
    if !between.isEmpty {
      let count = 1 + (between.map { index.sharedAfter($0 + closing.count, closing.upperBound) }.max() ?? 0)
      let range = index.reachingNeighbours(endBytes, closing)
      suffix = index.after(closing.upperBound, range, count: min(count, Self.mostWords))
      if suffix != nil { end = index.text.string(endBytes.lowerBound..<range.upperBound) }
    }
  }
}

/// The words of a text, and where else some of them stand.
private struct WordIndex {
  let text: QuotableText
  private let words: [Word]
  private let keys: [UInt64]
  /// How many words of context, or of one end of a range, are given at most.
  private static let mostWords = 10

  init(_ text: QuotableText) {
    self.text = text
    words = text.folded.words()
    keys = words.map(\.key)
  }

  private func start(of word: Int) -> Int { Int(text.folded.origins[words[word].range.lowerBound]) }

  /// Where a word ends; what nobody sees behind it may be counted in.
  private func end(of word: Int) -> Int { Int(text.folded.origins[words[word].range.upperBound]) }

  /// The bytes from the first word to the last.
  func bytes(of words: Range<Int>) -> Range<Int> {
    text.utf8.trimmed(start(of: words.lowerBound)..<end(of: words.upperBound - 1))
  }

  /// The words that begin in a range of bytes, if any does.
  func words(in bytes: Range<Int>) -> Range<Int>? {
    let first = firstWord(from: bytes.lowerBound)
    let last = firstWord(from: bytes.upperBound)
    return first < last ? first..<last : nil
  }

  private func firstWord(from offset: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if start(of: middle) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func occurrences(of range: Range<Int>) -> [Int] { Needle(keys[range]).occurrences(in: keys) }

  /// The fewest first words, four at least, that stand nowhere before.
  func uniqueStart(_ range: Range<Int>) -> Range<Int> {
    var count = min(TextFragment.edgeWords, range.count)
    func candidate() -> Range<Int> { range.lowerBound..<(range.lowerBound + count) }
    while count < range.count,
      !canCut(before: candidate().upperBound)
        || count < Self.mostWords && occurrences(of: candidate()).first != range.lowerBound
    { count += 1 }
    return candidate()
  }

  /// The fewest last words, four at least, that stand nowhere between the first words and there.
  func uniqueEnd(_ range: Range<Int>, after opening: Range<Int>) -> Range<Int> {
    var count = min(TextFragment.edgeWords, range.count)
    func candidate() -> Range<Int> { (range.upperBound - count)..<range.upperBound }
    while count < range.count,
      !canCut(before: candidate().lowerBound)
        || count < Self.mostWords
          && occurrences(of: candidate()).first(where: { $0 >= opening.upperBound }) != candidate().lowerBound
    { count += 1 }
    return candidate()
  }

  /// Whether a browser takes the place before a word for an end of words; inside a run of a script without spaces it
  /// asks its dictionary.
  private func canCut(before word: Int) -> Bool {
    guard word > 0, word < words.count else { return true }
    return words[word - 1].range.upperBound < words[word].range.lowerBound
  }

  // MARK: Context

  /// How many words are the same before two words, as far as it matters.
  func sharedBefore(_ one: Int, _ other: Int) -> Int {
    var count = 0
    while count <= Self.mostWords, one - count > 0, other - count > 0, keys[one - count - 1] == keys[other - count - 1]
    {
      count += 1
    }
    return count
  }

  /// How many words are the same from two words on, as far as it matters.
  func sharedAfter(_ one: Int, _ other: Int) -> Int {
    var count = 0
    while count <= Self.mostWords, max(one, other) + count < keys.count, keys[one + count] == keys[other + count] {
      count += 1
    }
    return count
  }

  /// A passage with the punctuation that parts it from the ends of its paragraph, where nothing else does.
  ///
  /// Context lies in one paragraph, and touches the passage but for white space.
  func reachingNeighbours(_ bytes: Range<Int>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (bytes.lowerBound, bytes.upperBound)
    let first = text.blocks[text.block(at: start)]
    if range.lowerBound == 0 || self.start(of: range.lowerBound - 1) < first.lowerBound {
      start = min(start, text.utf8.trimmed(first).lowerBound)
    }
    let last = text.blocks[text.block(at: max(start, end - 1))]
    if range.upperBound == words.count || self.start(of: range.upperBound) >= last.upperBound {
      end = max(end, text.utf8.trimmed(last).upperBound)
    }
    return start..<end
  }

  /// So many words before a passage, up to it, as far as its paragraph, or the one before it, has them.
  func before(_ word: Int, _ bytes: Range<Int>, count: Int) -> String? {
    guard word > 0 else { return nil }
    let block = text.blocks[text.block(at: start(of: word - 1))]
    let start = max(self.start(of: max(0, word - count)), block.lowerBound)
    let end = min(bytes.lowerBound, block.upperBound)
    return start < end ? text.string(text.utf8.trimmed(start..<end)) : nil
  }

  /// So many words after a passage, from it on, as far as its paragraph, or the one after it, has them.
  func after(_ word: Int, _ bytes: Range<Int>, count: Int) -> String? {
    guard word < words.count else { return nil }
    let block = text.blocks[text.block(at: start(of: word))]
    let end = min(self.end(of: min(words.count, word + count) - 1), block.upperBound)
    let start = max(bytes.upperBound, block.lowerBound)
    return start < end ? text.string(text.utf8.trimmed(start..<end)) : nil
  }
}

extension QuotableText {
  fileprivate func codePoints(in bytes: Range<Int>) -> Int {
    codePoints(before: bytes.upperBound) - codePoints(before: bytes.lowerBound)
  }
}
