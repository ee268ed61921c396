extension QuotableText {
  /// The passage that shares most with some words, rare words counting more than common ones.
  ///
  /// - Returns: `nil` where fewer than a third of the words are shared.
  func nearest(to raw: [UInt8]) -> NearMiss? {
    let quote = FoldedText(quote: raw)
    let quoteWords = quote.words()
    let sourceWords = folded.words()
    let pairing = WordPairing(quote, raw, quoteWords, folded, utf8, sourceWords)
    let quoteKeys = quoteWords.map(\.key)
    let sourceKeys = sourceWords.map(\.key)
    var best: (steps: [WordAlignment.Step], shared: Int, distance: Int)?
    for stretch in StretchSearch(quoteKeys, in: sourceKeys).likeliest {
      let steps = WordAlignment(quoteKeys: quoteKeys, sourceKeys: sourceKeys, in: stretch, cost: pairing.cost).steps
      let (shared, distance) = (pairing.shared(steps), pairing.distance(steps))
      if shared > best?.shared ?? 0 || shared == best?.shared && distance < best?.distance ?? 0 {
        best = (steps, shared, distance)
      }
    }
    guard let best, best.shared * 3 >= quoteWords.count, let first = best.steps.lazy.compactMap(\.source).first,
      let last = best.steps.last(where: { $0.source != nil })?.source
    else { return nil }
    let start = folded.origins[sourceWords[first].range.lowerBound]
    let end = folded.origins[sourceWords[last].range.upperBound]
    return NearMiss(
      bytes: utf8.trimmed(start..<end), block: block(at: start), differences: pairing.differences(best.steps),
      distance: best.distance)
  }
}
