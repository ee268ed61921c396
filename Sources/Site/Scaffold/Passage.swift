import Quotes

/// The passage of an article that becomes a quote.
struct Passage: Sendable, Equatable {
  /// How it was found around the words that were typed.
  enum Extent: Sendable, Equatable {
    /// The whole quotation they stand in.
    case quotation
    /// They stand in no quotation, or no more than they is asked for.
    case words
    /// They hold cuts or brackets of the editor's own, and are taken as typed.
    case edited
  }

  /// The words, as bytes of the article's text; several where an attribution stands between.
  let pieces: [Range<Int>]
  let extent: Extent
  /// The quote as it is written into the positions file.
  let quote: String

  var bytes: Range<Int> { (pieces.first?.lowerBound ?? 0)..<(pieces.last?.upperBound ?? 0) }

  /// - Parameter typed: what was looked for, where `match` was found.
  /// - Parameter takesWordsOnly: whether the quotation around it is of no interest.
  init(around match: QuoteMatch, typed: String, in text: QuotableText, speakers: Speakers, takesWordsOnly: Bool) {
    if match.result == .elided || match.result == .bracketed {
      self.init(pieces: match.pieces, extent: .edited, quote: typed)
      return
    }
    guard !takesWordsOnly, let pieces = Self.quotation(around: match, in: text, speakers: speakers) else {
      self.init(pieces: match.pieces, extent: .words, quote: Self.quote(match.pieces, in: text))
      return
    }
    self.init(pieces: pieces, extent: .quotation, quote: Self.quote(pieces, in: text))
  }

  private init(pieces: [Range<Int>], extent: Extent, quote: String) {
    self.pieces = pieces
    self.extent = extent
    self.quote = quote
  }

  /// The same without what an attribution parts from it: for where the parts are too short to be joined.
  func alone(around match: QuoteMatch, in text: QuotableText) -> Passage? {
    guard pieces.count > 1, match.pieces.count == 1 else { return nil }
    guard let piece = pieces.first(where: { $0.overlaps(match.bytes) }) else { return nil }
    return Passage(pieces: [piece], extent: extent, quote: Self.quote([piece], in: text))
  }

  // MARK: - The quotation around it

  private static func quotation(
    around match: QuoteMatch, in text: QuotableText, speakers: Speakers
  ) -> [Range<Int>]? {
    // What runs on over paragraphs is taken from its mark in the first to its mark in the last.
    guard match.pieces.count == 1 else {
      guard let first = match.pieces.first, let last = match.pieces.last,
        let opening = span(around: first, in: text), let closing = span(around: last, in: text)
      else { return nil }
      var pieces = match.pieces
      pieces[0] = opening.words.lowerBound..<first.upperBound
      pieces[pieces.count - 1] = last.lowerBound..<closing.words.upperBound
      return pieces.map { trimmed($0, in: text, isLast: $0.upperBound == closing.words.upperBound) }
    }
    let block = text.blocks[text.block(at: match.bytes.lowerBound)]
    let paragraph = text.string(block)
    for family in Quotations.Family.allCases {
      let quotations = Quotations(in: paragraph, at: block.lowerBound, family: family)
      guard let index = quotations.index(around: match.bytes) else { continue }
      let spans = quotations.spans
      var (first, last) = (index, index)
      while first > 0, isAttribution(between: spans[first - 1], spans[first], in: text, speakers) { first -= 1 }
      while last + 1 < spans.count, isAttribution(between: spans[last], spans[last + 1], in: text, speakers) {
        last += 1
      }
      let pieces = (first...last).map { trimmed(spans[$0].words, in: text, isLast: true) }.filter { !$0.isEmpty }
      return pieces.isEmpty ? nil : pieces
    }
    return nil
  }

  private static func span(around piece: Range<Int>, in text: QuotableText) -> Quotations.Span? {
    let block = text.blocks[text.block(at: piece.lowerBound)]
    let paragraph = text.string(block)
    return Quotations.Family.allCases.lazy.compactMap { family -> Quotations.Span? in
      let quotations = Quotations(in: paragraph, at: block.lowerBound, family: family)
      return quotations.index(around: piece).map { quotations.spans[$0] }
    }.first
  }

  /// Whether what stands between two quotations only says who speaks: `…,” he said, “…`.
  ///
  /// It follows a comma or a dash and ends with one, is short, ends no sentence and names no two people; and what follows
  /// it begins no sentence, as in “Instead of ‘Never,’ he could say, ‘We will see.’” it does.
  private static func isAttribution(
    between first: Quotations.Span, _ second: Quotations.Span, in text: QuotableText, _ speakers: Speakers
  ) -> Bool {
    let gap = text.string(first.marks.upperBound..<second.marks.lowerBound)
    guard let before = text.string(first.words).unicodeScalars.last(where: { !$0.properties.isWhitespace }),
      let start = gap.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      let end = gap.unicodeScalars.last(where: { !$0.properties.isWhitespace }),
      pausing.contains(before) || pausing.contains(start), pausing.contains(end)
    else { return false }
    let words = Speakers.words(of: gap)
    guard 1...12 ~= words.count, !endsSentence(gap),
      let next = Speakers.words(of: text.string(second.words)).first?.text,
      next == "I" || next.unicodeScalars.first?.properties.isUppercase == false
    else { return false }
    return Set(speakers.mentions(in: gap, at: 0).map(\.actor)).count <= 1
  }

  private static let pausing = Set(",—–".unicodeScalars)

  /// Whether a sentence ends within a text; the full stop of “Mr.” ends none.
  private static func endsSentence(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.contains { word in
      guard let last = word.unicodeScalars.last else { return false }
      return last == "?" || last == "!" || last == "." && word.unicodeScalars.count > 4
    }
  }

  // MARK: - The quote

  /// A piece without white space at its ends, and without the comma its sentence goes on with.
  private static func trimmed(_ piece: Range<Int>, in text: QuotableText, isLast: Bool) -> Range<Int> {
    let scalars = Array(text.string(piece).unicodeScalars)
    var (lower, upper) = (0, scalars.count)
    while lower < upper, scalars[lower].properties.isWhitespace { lower += 1 }
    while upper > lower,
      scalars[upper - 1].properties.isWhitespace || isLast && ",;:—–".unicodeScalars.contains(scalars[upper - 1])
    {
      upper -= 1
    }
    let start = piece.lowerBound + scalars[..<lower].reduce(0) { $0 + UTF8.width($1) }
    return start..<(start + scalars[lower..<upper].reduce(0) { $0 + UTF8.width($1) })
  }

  /// The pieces as one line: a marked cut where words are left out, a space where a paragraph ends.
  private static func quote(_ pieces: [Range<Int>], in text: QuotableText) -> String {
    var quote = ""
    var previous: Range<Int>?
    for piece in pieces {
      if let previous {
        quote += text.block(at: previous.lowerBound) == text.block(at: piece.lowerBound) ? " […] " : " "
      }
      quote += text.string(piece).split { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\t" }.joined(separator: " ")
      previous = piece
    }
    return quote
  }
}
