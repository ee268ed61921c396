/// A quote's words and a source's, to be compared two by two.
struct WordPairing {
  private let quote: FoldedText
  private let quoteRaw: [UInt8]
  private let quoteWords: [Word]
  private let source: FoldedText
  private let sourceRaw: [UInt8]
  private let sourceWords: [Word]

  init(
    _ quote: FoldedText, _ quoteRaw: [UInt8], _ quoteWords: [Word], _ source: FoldedText, _ sourceRaw: [UInt8],
    _ sourceWords: [Word]
  ) {
    self.quote = quote
    self.quoteRaw = quoteRaw
    self.quoteWords = quoteWords
    self.source = source
    self.sourceRaw = sourceRaw
    self.sourceWords = sourceWords
  }

  /// What it costs to take one word for the other.
  func cost(_ quote: Int, _ source: Int) -> UInt32 {
    guard quoteWords[quote].key == sourceWords[source].key else { return WordAlignment.changed }
    return isSame(quote, source) ? 0 : WordAlignment.spelling
  }

  /// Whether two words are the same with the punctuation beside them; at the ends of the quote, without what is
  /// overlooked there.
  private func isSame(_ index: Int, _ other: Int, anyCase: Bool = false) -> Bool {
    let (mine, its) = (quoteWords[index], sourceWords[other])
    if anyCase {
      guard quote.lowercase(mine.range) == source.lowercase(its.range) else { return false }
    } else {
      guard quote.bytes[mine.range] == source.bytes[its.range] else { return false }
    }
    let isLeadingSame =
      index == 0
      || quote.bytes[mine.token.lowerBound..<mine.range.lowerBound]
        == source.bytes[its.token.lowerBound..<its.range.lowerBound]
    let isTrailingSame =
      index == quoteWords.count - 1
      || quote.bytes[mine.range.upperBound..<mine.token.upperBound]
        == source.bytes[its.range.upperBound..<its.token.upperBound]
    return isLeadingSame && isTrailingSame
  }

  /// How many words stand for the same word, whatever its case.
  func shared(_ steps: [WordAlignment.Step]) -> Int {
    steps.count { step in
      guard let quote = step.quote, let source = step.source else { return false }
      return quoteWords[quote].key == sourceWords[source].key
    }
  }

  /// How many words differ.
  func distance(_ steps: [WordAlignment.Step]) -> Int { steps.count { kind(of: $0) != .same } }

  /// The steps, those of one kind in a row taken together.
  func differences(_ steps: [WordAlignment.Step]) -> [WordDifference] {
    var result: [WordDifference] = []
    var start = 0
    for end in steps.indices.map({ $0 + 1 }) {
      let kind = kind(of: steps[start])
      guard end == steps.count || self.kind(of: steps[end]) != kind else { continue }
      let run = steps[start..<end]
      result.append(
        WordDifference(
          kind: kind, quote: Self.string(run.compactMap(\.quote), quoteWords, quote, quoteRaw),
          source: Self.string(run.compactMap(\.source), sourceWords, source, sourceRaw)))
      start = end
    }
    return result
  }

  private func kind(of step: WordAlignment.Step) -> WordDifference.Kind {
    guard let quote = step.quote else { return .onlyInSource }
    guard let source = step.source else { return .onlyInQuote }
    switch cost(quote, source) {
    case 0: return .same
    case WordAlignment.spelling: return isSame(quote, source, anyCase: true) ? .capitals : .spelling
    default: return .changed
    }
  }

  /// Words in a row as they are written, with one space for every run of white space.
  private static func string(_ run: [Int], _ words: [Word], _ folded: FoldedText, _ raw: [UInt8]) -> String {
    guard let first = run.first, let last = run.last else { return "" }
    let start = folded.origins[words[first].token.lowerBound]
    let end = folded.origins[words[last].token.upperBound]
    let string = String(decoding: raw[raw.trimmed(start..<end)], as: UTF8.self)
    return string.split { $0.isWhitespace }.joined(separator: " ")
  }
}

extension FoldedText {
  fileprivate func lowercase(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }
}
