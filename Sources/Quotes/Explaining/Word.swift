/// A word of a folded text: letters and digits, apostrophes between them included; one character in scripts that put
/// no space between words.
struct Word: Sendable {
  /// The word, in folded offsets.
  let range: Range<Int>
  /// The word with the punctuation that goes with it, in folded offsets.
  var token: Range<Int>
  /// The same for words that differ in nothing but case and accents; hardly ever for others.
  let key: UInt64
}

extension FoldedText {
  /// All words, in order.
  func words() -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(count / 6)
    var index = 0
    while index < count {
      let (value, length) = bytes.scalar(at: index)
      guard Letters.isWord(value) else {
        index += length
        continue
      }
      words.append(word(from: index))
      index = words.last?.range.upperBound ?? count
    }
    attachPunctuation(to: &words)
    return words
  }

  private func word(from start: Int) -> Word {
    var key = Word.seed
    var index = start
    while index < count {
      let (value, length) = bytes.scalar(at: index)
      if Letters.isWord(value) {
        if index > start, Letters.isUnspaced(value), !Letters.isExtender(value) { break }
        Word.mix(Letters.base(value), into: &key)
        index += length
        if Letters.isUnspaced(value), index < count, !Letters.isExtender(bytes.scalar(at: index).value) { break }
      } else if value == UInt32(Unit.quote), index + length < count,
        case let next = bytes.scalar(at: index + length).value, Letters.isWord(next), !Letters.isUnspaced(next)
      {
        index += length
      } else {
        break
      }
    }
    return Word(range: start..<index, token: start..<index, key: key)
  }

  /// Gives what stands between two words to the one it touches; what touches both, to the first.
  private func attachPunctuation(to words: inout [Word]) {
    for index in words.indices {
      let end = words[index].range.upperBound
      let next = index + 1 < words.count ? words[index + 1].range.lowerBound : count
      let between = bytes[end..<next]
      let stop = between.firstIndex(where: Self.parts) ?? next
      words[index].token = words[index].token.lowerBound..<stop
      guard index + 1 < words.count else { continue }
      let resume = between.lastIndex(where: Self.parts).map { $0 + 1 } ?? next
      words[index + 1].token = max(stop, resume)..<words[index + 1].range.upperBound
    }
    if let first = words.first { words[0].token = leadingPunctuation(of: first)..<first.token.upperBound }
  }

  private func leadingPunctuation(of first: Word) -> Int {
    bytes[..<first.range.lowerBound].lastIndex(where: Self.parts).map { $0 + 1 } ?? 0
  }

  /// Whether a folded byte is no part of any word's punctuation.
  private static func parts(_ byte: UInt8) -> Bool { byte == Unit.space || byte == Unit.paragraphBreak }
}

extension Word {
  fileprivate static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Mixes a code point into a key (FNV-1a, by code points).
  @inline(__always)
  fileprivate static func mix(_ value: UInt32, into key: inout UInt64) {
    key = (key ^ UInt64(value)) &* 0x100_0000_01B3
  }
}
