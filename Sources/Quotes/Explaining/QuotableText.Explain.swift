/// What was noticed while a quote was looked for in vain.
struct Clues {
  /// How many places had the words but not the prefix and suffix.
  var excludedByContext = 0
  /// How many places had the words as parts of longer words.
  var insideWords = 0
  /// Whether the quote has more cuts and brackets than are looked at.
  var hasTooManyLinks = false
}

extension QuotableText {
  /// Explains why a quote was not found.
  func miss(of quote: QuoteParts, clues: Clues) -> QuoteMiss {
    if folded.count == 0 { return QuoteMiss(reason: .textIsEmpty, nearest: nil) }
    if clues.excludedByContext > 0 {
      return QuoteMiss(reason: .excludedByContext(count: clues.excludedByContext), nearest: nearest(to: quote.bytes))
    }
    if clues.hasTooManyLinks { return QuoteMiss(reason: .tooManyCuts, nearest: nearest(to: quote.bytes)) }
    if let miss = missOfShortPart(quote) ?? missOfParts(quote) { return miss }
    let nearest = nearest(to: quote.bytes)
    return QuoteMiss(reason: reason(nearest, insideWords: clues.insideWords), nearest: nearest)
  }

  /// Explains the miss of a quote that would be found if its parts might be as short as they are.
  private func missOfShortPart(_ quote: QuoteParts) -> QuoteMiss? {
    let reading = quote.widestReading(shortParts: true)
    guard let pattern = try? Pattern(quote, as: reading), let part = pattern.shortPart else { return nil }
    let lists = pattern.literals.map { LiteralSearch($0).occurrences(in: folded).found }
    guard !Chain.tightest(lists, links: pattern.links, in: folded).isEmpty else { return nil }
    return QuoteMiss(reason: .shortPart(part), nearest: nearest(to: quote.bytes))
  }

  /// Explains the miss of a quote with cuts or brackets by its parts.
  private func missOfParts(_ quote: QuoteParts) -> QuoteMiss? {
    let reading = quote.widestReading(shortParts: false)
    guard let pattern = try? Pattern(quote, as: reading), !pattern.links.isEmpty else { return nil }
    var lists: [[Occurrence]] = []
    for literal in pattern.literals {
      let places = LiteralSearch(literal).occurrences(in: folded).found
      if places.isEmpty {
        let part = String(decoding: literal.raw, as: UTF8.self)
        return QuoteMiss(reason: .partMissing(part), nearest: nearest(to: literal.raw))
      }
      lists.append(places)
    }
    let gaps = [Pattern.Link](repeating: .gap, count: pattern.links.count)
    let isInOrder = !Chain.tightest(lists, links: gaps, in: folded).isEmpty
    return QuoteMiss(reason: isInOrder ? .bracketTooWide : .partsOutOfOrder, nearest: nearest(to: quote.bytes))
  }

  private func reason(_ nearest: NearMiss?, insideWords: Int) -> QuoteMiss.Reason {
    if insideWords > 0 { return .insideWord }
    guard let nearest else { return .nothingNear }
    let kinds = Set(nearest.differences.map(\.kind))
    // Where a paragraph ends, marks may stand that the quote has not.
    let isAcross = block(at: nearest.bytes.upperBound - 1) > nearest.block
    if isAcross, kinds.isSubset(of: [.same, .spelling]) { return .crossesParagraphs }
    if kinds.isSubset(of: [.same, .capitals]) { return .onlyCapitalsDiffer }
    return kinds.isSubset(of: [.same, .capitals, .spelling]) ? .onlySpellingDiffers : .wordsDiffer
  }
}

extension QuoteParts {
  fileprivate func widestReading(shortParts: Bool) -> Pattern.Reading {
    .init(
      cuts: hasCuts, brackets: hasBrackets, anyCase: true, anyFinalPunctuation: true, shortParts: shortParts)
  }
}
