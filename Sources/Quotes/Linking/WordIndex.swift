/// The words of a text, and where else some of them stand.
struct WordIndex {
  let text: QuotableText
  private let words: [Word]
  private let keys: [UInt64]
  /// The bytes that context may be taken from.
  var allowed: Range<Int>
  /// How many words of context, or of one end of a range, are given at most.
  private static let mostWords = 16

  init(_ text: QuotableText) {
    self.text = text
    allowed = text.utf8.indices
    words = text.folded.words()
    keys = words.map(\.key)
  }

  private func start(of word: Int) -> Int { text.folded.origins[words[word].range.lowerBound] }

  /// Where a word ends; what nobody sees behind it may be counted in.
  private func end(of word: Int) -> Int { text.folded.origins[words[word].range.upperBound] }

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

  /// Whether a browser takes the place before a word for an end of words, whatever its dictionary and its rules for
  /// numbers and abbreviations say: more than a mark or a point parts the words.
  private func canCut(before word: Int) -> Bool {
    guard word > 0, word < words.count else { return true }
    let between = text.folded.bytes[words[word - 1].range.upperBound..<words[word].range.lowerBound]
    return between.contains { $0 <= FoldedText.Unit.space || $0 >= 0x80 }
  }

  // MARK: Context

  /// Words beside a passage, for a directive.
  struct Context {
    /// The words, with what stands between them and the passage.
    let words: String
    /// How many words would tell every other place apart.
    let count: Int
    /// Whether so many are there.
    let suffices: Bool
  }

  /// The words before a passage that tell it from other places where the same words stand.
  ///
  /// They are of one paragraph: that of the passage, or the one before where the passage begins its own.
  func context(before range: Range<Int>, apartFrom others: [Int], _ bytes: Range<Int>) -> Context? {
    guard range.lowerBound > 0 else { return nil }
    let block = text.blocks[text.block(at: start(of: range.lowerBound - 1))]
    let count = 1 + (others.map { sharedBefore($0, range.lowerBound) }.max() ?? 0)
    var first = max(0, range.lowerBound - min(count, Self.mostWords))
    while first > 0, !canCut(before: first) { first -= 1 }
    let start = max(self.start(of: first), block.lowerBound, allowed.lowerBound)
    let end = min(bytes.lowerBound, block.upperBound)
    guard start < end else { return nil }
    let suffices = range.lowerBound - firstWord(from: start) >= count
    return Context(words: text.string(text.utf8.trimmed(start..<end)), count: count, suffices: suffices)
  }

  /// The words after a passage that tell it from other places where the same words stand.
  func context(after range: Range<Int>, apartFrom others: [Int], _ bytes: Range<Int>) -> Context? {
    guard range.upperBound < words.count else { return nil }
    let block = text.blocks[text.block(at: start(of: range.upperBound))]
    let count = 1 + (others.map { sharedAfter($0 + range.count, range.upperBound) }.max() ?? 0)
    var last = min(words.count, range.upperBound + min(count, Self.mostWords))
    while last < words.count, !canCut(before: last) { last += 1 }
    let end = min(self.end(of: last - 1), block.upperBound, allowed.upperBound)
    let start = max(bytes.upperBound, block.lowerBound)
    guard start < end else { return nil }
    let suffices = firstWord(from: end) - range.upperBound >= count
    return Context(words: text.string(text.utf8.trimmed(start..<end)), count: count, suffices: suffices)
  }

  /// How many words are the same before two words, as far as it matters.
  private func sharedBefore(_ one: Int, _ other: Int) -> Int {
    var count = 0
    while count <= Self.mostWords, one - count > 0, other - count > 0, keys[one - count - 1] == keys[other - count - 1]
    {
      count += 1
    }
    return count
  }

  /// How many words are the same from two words on, as far as it matters.
  private func sharedAfter(_ one: Int, _ other: Int) -> Int {
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
}
