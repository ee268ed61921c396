import Foundation
import Quotes
import TestSupport
import Testing

@Suite(
  "Real articles", .enabled(if: Corpus.isAvailable, "the corpus is not beside the repository: SKIPPED"), .serialized)
struct CorpusTests {
  private static let texts = Result { try Corpus.plainTexts() }
  /// How many times the usual number of samples is taken: `DATELINE_SAMPLES`, 1 if not said.
  private static let effort = ProcessInfo.processInfo.environment["DATELINE_SAMPLES"].flatMap(Int.init) ?? 1

  /// Runs `body` on random spans that stand once in their article, until it has taken so many of them.
  private func sample(
    seed: UInt64, words: ClosedRange<Int>, count wanted: Int,
    _ body: (Span, QuoteMatch, inout SplitMix) throws -> Bool
  ) throws {
    let texts = try Self.texts.get()
    var generator = SplitMix(seed: seed)
    var count = 0
    while count < wanted * Self.effort, let text = texts.randomElement(using: &generator) {
      guard let span = Span(of: text, words: words, using: &generator) else { continue }
      guard let match = text.find(QuoteQuery(quote: span.string)).match else { continue }
      if try body(span, match, &generator) { count += 1 }
    }
    #expect(count >= wanted)
  }

  @Test("every span is found where it stands, typed in any mix of tolerated ways, with exactly those named")
  func tolerated() throws {
    try sample(seed: 1, words: 3...25, count: 2000) { span, match, generator in
      // Written small, it may stand elsewhere too.
      let small = span.text.string(0..<span.text.utf8.count).lowercased()
      guard small.components(separatedBy: span.string.lowercased()).count == 2 else { return false }
      #expect(match.result == .exact, "“\(span.string)”")
      #expect(match.bytes == span.bytes)
      #expect(match.start == span.text.codePoints(before: span.bytes.lowerBound))
      var quote = span.string
      var expected: Set<Tolerance> = []
      var isEdged = false
      // The edges come last, so that no other mutation touches them.
      for mutation in Mutation.allCases where Bool.random(using: &generator) {
        guard let mutated = mutation.apply(to: quote, before: span.next, using: &generator) else { continue }
        quote = mutated
        expected.insert(mutation.tolerance)
        isEdged = isEdged || mutation.isEdge
      }
      let outcome = span.text.find(QuoteQuery(quote: quote))
      // The same words may stand elsewhere with other marks.
      if case .ambiguous(let places, _) = outcome, places.contains(where: { $0.bytes == span.bytes }) { return false }
      let found = outcome.match
      try #require(found != nil, "“\(quote)” for “\(span.string)”")
      #expect(found?.bytes == span.bytes, "“\(quote)” for “\(span.string)”")
      #expect(found?.start == match.start && found?.end == match.end)
      #expect(Set(found?.tolerances ?? []) == expected, "“\(quote)” for “\(span.string)”")
      #expect(found?.result == (expected.isEmpty ? .exact : isEdged ? .edged : .folded))
      return true
    }
  }

  @Test("every span is found with words cut out of it, or put in brackets")
  func cutAndBracketed() throws {
    try sample(seed: 2, words: 12...30, count: 1000) { span, match, generator in
      let words = span.words
      guard words.count >= 12 else { return false }
      let start = Int.random(in: 4...(words.count - 8), using: &generator)
      let length = Int.random(in: 1...4, using: &generator)
      let first = words[..<start].joined(separator: " ")
      let last = words[(start + length)...].joined(separator: " ")
      // Where a part stands elsewhere too, another place may be the tighter one; and cuts take bordering punctuation.
      guard span.text.find(QuoteQuery(quote: first)).match?.start == match.start,
        span.text.find(QuoteQuery(quote: last)).match?.end == match.end,
        !span.string.contains("…"), !span.string.contains(".."), !span.string.contains(". .")
      else { return false }
      let cut = [" … ", "... ", " […] ", " [...] ", " . . . "].randomElement(using: &generator) ?? " … "
      let outcome = span.text.find(QuoteQuery(quote: first + cut + last))
      if case .ambiguous(let places, _) = outcome, places.contains(where: { $0.bytes == span.bytes }) { return false }
      let elided = outcome.match
      #expect(elided?.result == .elided, "“\(first + cut + last)”")
      #expect(elided?.tolerances == [.elision])
      #expect(elided?.start == match.start && elided?.end == match.end)
      #expect(elided?.pieces.count == 2)
      let bracketed = span.text.find(QuoteQuery(quote: first + " [so to speak] " + last)).match
      #expect(bracketed?.result == .bracketed)
      #expect(bracketed?.tolerances == [.bracket])
      #expect(bracketed?.pieces == [span.bytes])
      return true
    }
  }

  @Test("no altered quote is accepted: a word changed, dropped, added or swapped, a negation gone, a digit changed")
  func altered() throws {
    try sample(seed: 3, words: 5...25, count: 400) { span, _, generator in
      let plain = " " + span.text.string(0..<span.text.utf8.count) + " "
      var isAltered = false
      for alteration in Alteration.allCases {
        guard let words = alteration.apply(to: span.words, using: &generator) else { continue }
        let quote = words.joined(separator: " ")
        guard quote != span.string, !plain.contains(quote) else { continue }
        isAltered = true
        let outcome = span.text.find(QuoteQuery(quote: quote))
        guard case .missing(let miss) = outcome else {
          Issue.record("\(alteration) accepted: “\(quote)” for “\(span.string)”: \(outcome)")
          continue
        }
        if alteration != .swapped, words.count > 8 { #expect(miss.nearest != nil, "“\(quote)”") }
      }
      return isAltered
    }
  }
}

/// A way to misquote.
private enum Alteration: CaseIterable {
  case changed, misspelt, dropped, added, negated, unnegated, swapped, digit, clipped

  func apply(to original: [String], using generator: inout SplitMix) -> [String]? {
    guard original.count > 3 else { return nil }
    var words = original
    let inside = Int.random(in: 1..<(words.count - 1), using: &generator)
    switch self {
    case .changed: words[inside] = "harbour"
    case .misspelt: words[inside] += "x"
    case .dropped: words.remove(at: inside)
    case .added: words.insert("very", at: inside)
    case .negated: words.insert("not", at: inside)
    case .unnegated:
      guard let place = words.dropFirst().dropLast().firstIndex(where: { ["not", "no", "never"].contains($0) })
      else { return nil }
      words.remove(at: place)
    case .swapped:
      guard words[inside] != words[inside - 1] else { return nil }
      words.swapAt(inside, inside - 1)
    case .digit:
      guard let place = words.firstIndex(where: { $0.contains(where: \.isNumber) }) else { return nil }
      words[place] = String(words[place].map { $0 == "9" ? "8" : $0.isNumber ? "9" : $0 })
    case .clipped:
      guard words[0].count > 3, words[0].allSatisfy(\.isLetter) else { return nil }
      words[0].removeFirst(2)
    }
    return words
  }
}
