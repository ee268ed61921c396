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

  /// How many words differ.
  func distance(_ steps: [WordAlignment.Step]) -> Int { steps.count { kind(of: $0) != .same } }

  /// The steps, those of one kind in a row taken together.
  func differences(_ steps: [WordAlignment.Step]) -> [WordDifference] {
    var result: [WordDifference] = []
    for step in steps {
      let kind = kind(of: step)
      let mine = step.quote.map { Self.string(quoteRaw, quote, quoteWords[$0].token) } ?? ""
      let its = step.source.map { Self.string(sourceRaw, source, sourceWords[$0].token) } ?? ""
      if let last = result.last, last.kind == kind {
        result[result.count - 1].quote += mine.isEmpty ? "" : " " + mine
        result[result.count - 1].source += its.isEmpty ? "" : " " + its
      } else {
        result.append(WordDifference(kind: kind, quote: mine, source: its))
      }
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

  private static func string(_ raw: [UInt8], _ folded: FoldedText, _ token: Range<Int>) -> String {
    let range = Int(folded.origins[token.lowerBound])..<Int(folded.origins[token.upperBound])
    return String(decoding: raw[raw.trimmed(range)], as: UTF8.self)
  }
}

extension FoldedText {
  fileprivate func lowercase(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }
}
