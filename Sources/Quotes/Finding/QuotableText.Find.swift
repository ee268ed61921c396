extension QuotableText {
  /// Looks for a quote: exact, folded, elided, with an editor's brackets, with other edges, in this order.
  ///
  /// Nothing is ever found by likeness, and a match begins and ends where words do. Where a quote is found in one way,
  /// the later ones are not tried: one that stands in two places exactly is ambiguous, whatever else it could be.
  /// Of parts between cuts the places nearest to one another count, however far apart.
  public func find(_ query: QuoteQuery) -> QuoteOutcome {
    let quote = QuoteParts(query.quote)
    guard FoldedText(quote: quote.bytes).count > 0 else { return .empty }
    let context = Context(prefix: query.prefix, suffix: query.suffix)
    var clues = Clues()
    for reading in quote.readings {
      let pattern: Pattern
      do {
        pattern = try Pattern(quote, as: reading)
      } catch {
        if error == .tooManyLinks { clues.hasTooManyLinks = true }
        continue
      }
      let chains = chains(of: pattern, beside: context, clues: &clues)
      if let chain = chains.first {
        guard chains.count > 1 else { return .found(match(chain, pattern)) }
        return .ambiguous(chains.prefix(Self.listedPlaces).map { match($0, pattern) }, count: chains.count)
      }
    }
    return .missing(miss(of: quote, clues: clues))
  }

  private func chains(of pattern: Pattern, beside context: Context, clues: inout Clues) -> [Chain] {
    var lists: [[Occurrence]] = []
    for literal in pattern.literals {
      let (places, insideWords) = LiteralSearch(literal).occurrences(in: folded)
      if pattern.literals.count == 1 { clues.insideWords = max(clues.insideWords, insideWords) }
      guard !places.isEmpty else { return [] }
      lists.append(places)
    }
    let last = lists.count - 1
    let all = lists
    lists[0] = lists[0].filter { context.allows(start: $0.start, in: folded) }
    lists[last] = lists[last].filter { context.allows(end: $0.end, in: folded) }
    let chains = Chain.tightest(lists, links: pattern.links, in: folded)
    if chains.isEmpty, all != lists {
      clues.excludedByContext = Chain.tightest(all, links: pattern.links, in: folded).count
    }
    return pattern.result == .folded ? exactOnly(chains, pattern) : chains
  }

  /// The chains that are the quote byte for byte, if there are any; else all of them.
  private func exactOnly(_ chains: [Chain], _ pattern: Pattern) -> [Chain] {
    guard chains.count > 1, let literal = pattern.literals.first else { return chains }
    let starts = Set(Needle(literal.raw[...]).occurrences(in: utf8))
    let exact = chains.filter { chain in
      starts.contains(folded.origins[chain.start]) && !folded.hasBridge(in: chain.start..<chain.end)
    }
    return exact.isEmpty ? chains : exact
  }

  private func match(_ chain: Chain, _ pattern: Pattern) -> QuoteMatch {
    var comparison = Comparison(in: self)
    var tolerances = pattern.tolerances
    var runs: [Range<Int>] = []
    for (index, (literal, found)) in zip(pattern.literals, chain.places).enumerated() {
      comparison.compare(literal, at: found)
      let place = folded.extend(found, over: literal, tolerances: &tolerances)
      // What a bracket stands for was said in one go with what is around it; so was what no cut left out.
      if let last = runs.last, pattern.links[index - 1] != .gap || last.upperBound >= place.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<place.upperBound
      } else {
        runs.append(place)
      }
    }
    tolerances.formUnion(comparison.tolerances)
    let pieces = runs.flatMap(pieces)
    let isExact = pattern.result == .folded && tolerances.isEmpty
    return QuoteMatch(
      result: isExact ? .exact : pattern.result, tolerances: Tolerance.allCases.filter(tolerances.contains),
      pieces: pieces, start: codePoints(before: pieces.first?.lowerBound ?? 0),
      end: codePoints(before: pieces.last?.upperBound ?? 0))
  }

  /// The bytes of a folded range, taken apart where it runs on into the next paragraph.
  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    func close(at end: Int) {
      guard start < end else { return }
      let bytes = utf8.trimmed(folded.origins[start]..<folded.origins[end])
      if !bytes.isEmpty { pieces.append(bytes) }
    }
    for bridge in folded.bridges(in: range) {
      close(at: bridge)
      start = bridge + 1
    }
    close(at: range.upperBound)
    return pieces
  }
}

extension QuoteParts {
  /// The ways to read the quote, in the order in which they are tried.
  fileprivate var readings: [Pattern.Reading] {
    var result: [Pattern.Reading] = []
    for (anyCase, anyFinal) in [(false, false), (false, true), (true, false), (true, true)] {
      for cuts in hasCuts ? [false, true] : [false] {
        for brackets in hasBrackets ? [false, true] : [false] {
          result.append(
            .init(cuts: cuts, brackets: brackets, anyCase: anyCase, anyFinalPunctuation: anyFinal))
        }
      }
    }
    return result
  }
}

extension FoldedText {
  fileprivate func bridges(in range: Range<Int>) -> ArraySlice<Int> {
    guard let first = firstBridge(from: range.lowerBound) else { return [] }
    return bridges[first...].prefix { $0 < range.upperBound }
  }

  fileprivate func hasBridge(in range: Range<Int>) -> Bool { !bridges(in: range).isEmpty }

  /// The place with the punctuation beside a cut that the source has too; what it has not is noted.
  fileprivate func extend(_ place: Occurrence, over literal: Literal, tolerances: inout Set<Tolerance>) -> Range<Int> {
    var (start, end) = (place.start, place.end)
    let (leading, trailing) = (literal.leadingPunctuation, literal.trailingPunctuation)
    if !leading.isEmpty {
      let before = bytes[..<start].last == Unit.space ? start - 1 : start
      let isThere = bytes[..<before].suffix(leading.count).elementsEqual(leading)
      if isThere { start = before - leading.count } else { tolerances.insert(.cutPunctuation) }
    }
    if !trailing.isEmpty {
      let after = bytes[end...].first == Unit.space ? end + 1 : end
      let isThere = bytes[after...].starts(with: trailing)
      if isThere { end = after + trailing.count } else { tolerances.insert(.cutPunctuation) }
    }
    return start..<end
  }
}
