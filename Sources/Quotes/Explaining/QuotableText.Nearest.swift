extension QuotableText {
  /// The passage that shares most with some words, rare words counting more than common ones.
  ///
  /// - Returns: `nil` where fewer than a third of the words are shared.
  func nearest(to raw: [UInt8]) -> NearMiss? {
    let quote = FoldedText(quote: raw)
    let quoteWords = quote.words()
    let sourceWords = folded.words()
    let stretch = Self.likeliestStretch(of: sourceWords, for: quoteWords)
    guard !stretch.isEmpty else { return nil }
    let pairing = WordPairing(quote, raw, quoteWords, folded, utf8, sourceWords)
    let alignment = WordAlignment(
      quoteKeys: quoteWords.map(\.key), sourceKeys: sourceWords.map(\.key), in: stretch, cost: pairing.cost)
    let shared = alignment.steps.count { step in
      guard let quote = step.quote, let source = step.source else { return false }
      return quoteWords[quote].key == sourceWords[source].key
    }
    let places = alignment.steps.compactMap(\.source)
    guard shared > 0, shared * 3 >= quoteWords.count, let first = places.first, let last = places.last else {
      return nil
    }
    let start = Int(folded.origins[sourceWords[first].range.lowerBound])
    let end = Int(folded.origins[sourceWords[last].range.upperBound])
    return NearMiss(
      bytes: utf8.trimmed(start..<end), block: block(at: start),
      differences: pairing.differences(alignment.steps), distance: pairing.distance(alignment.steps))
  }

  /// The stretch of words, half as long again as the quote, in which the quote's words weigh most.
  ///
  /// A word weighs the less the more often the text has it, and counts as often as the quote has it.
  private static func likeliestStretch(of words: [Word], for quote: [Word]) -> Range<Int> {
    var numbers: [UInt64: Int] = [:]
    var inQuote: [Int] = []
    for word in quote {
      if let number = numbers[word.key] {
        inQuote[number] += 1
      } else {
        numbers[word.key] = inQuote.count
        inQuote.append(1)
      }
    }
    let hits = words.map { numbers[$0.key] ?? -1 }
    var inText = [Int](repeating: 0, count: inQuote.count)
    for hit in hits where hit >= 0 { inText[hit] += 1 }

    let length = quote.count + quote.count / 2 + 2
    var inWindow = [Int](repeating: 0, count: inQuote.count)
    // Whole numbers, so that what slides out weighs exactly what it weighed when it came in.
    let weights = inText.map { $0 == 0 ? 0 : max(1, 1_000_000 / $0) }
    var (weight, best, bestEnd) = (0, 0, 0)
    for index in hits.indices {
      if hits[index] >= 0 {
        inWindow[hits[index]] += 1
        if inWindow[hits[index]] <= inQuote[hits[index]] { weight += weights[hits[index]] }
      }
      let leaving = index - length
      if leaving >= 0, hits[leaving] >= 0 {
        if inWindow[hits[leaving]] <= inQuote[hits[leaving]] { weight -= weights[hits[leaving]] }
        inWindow[hits[leaving]] -= 1
      }
      if weight > best { (best, bestEnd) = (weight, index + 1) }
    }
    return best == 0 ? 0..<0 : max(0, bestEnd - length - 2)..<min(words.count, bestEnd + quote.count / 2 + 2)
  }
}
