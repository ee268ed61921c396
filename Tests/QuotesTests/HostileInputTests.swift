import Quotes
import TestSupport
import Testing

@Suite("Hostile input") struct HostileInputTests {
  private static let pieces: [String] = [
    "a", "b", "A", "no", "t", "ß", "İ", "é", "e\u{301}", "\u{301}", "中", "文", "ภา", "ษา", "한", "국", "שלום", "سلام", "1",
    "5", "$",
    "%", ".", ".", "..", "...", "…", ". . .", ",", "!", "?", ";", "-", "-", "–", "—", "--", "\u{2011}", "'", "\"", "’",
    "“", "”",
    "‘", "«", "»", "„", "[", "]", "[a]", "[…]", "[sic]", "[T]", "(…)", "(", ")", " ", " ", " ", " ", "\n", "\n\n",
    "\u{A0}",
    "\u{202F}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{FE0F}", "\u{0}", "\u{1}", "\u{2}", "\u{3}", "👍", "👨\u{200D}👩",
    "🇩🇪",
    "🇪", "\u{FFFD}", "\u{10FFFF}", "“a\n\n“b", "\r\n",
  ]

  private func text(_ length: ClosedRange<Int>, using generator: inout SplitMix) -> String {
    // Few kinds at a time, so that repetitions and matches come about.
    let kinds = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      Self.pieces.randomElement(using: &generator) ?? "a"
    }
    return (0..<Int.random(in: length, using: &generator))
      .map { _ in kinds.randomElement(using: &generator) ?? "a" }.joined()
  }

  private func part(of string: String, using generator: inout SplitMix) -> String {
    let scalars = Array(string.unicodeScalars)
    let start = Int.random(in: 0...scalars.count, using: &generator)
    let end = Int.random(in: start...scalars.count, using: &generator)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }

  @Test("whatever text and quote are, every answer is sound")
  func sound() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<3000 {
      let string = text(0...60, using: &generator)
      var utf8 = Bool.random(using: &generator) ? NFC.bytes(of: string) : Array(string.utf8)
      if Int.random(in: 0..<8, using: &generator) == 0, !utf8.isEmpty {
        utf8[Int.random(in: utf8.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let blocks = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        let start = Int.random(in: -2...(utf8.count + 2), using: &generator)
        return start..<Int.random(in: start...(utf8.count + 5), using: &generator)
      }
      let article = QuotableText(utf8: utf8, blocks: blocks)
      var quote = Bool.random(using: &generator) ? part(of: string, using: &generator) : text(0...12, using: &generator)
      if Int.random(in: 0..<3, using: &generator) == 0 {
        quote += [" … ", "[a] ", "...", "[", "'"].randomElement(using: &generator) ?? ""
        quote += part(of: string, using: &generator)
      }
      let context = Int.random(in: 0..<4, using: &generator) == 0 ? part(of: string, using: &generator) : nil
      check(article.find(QuoteQuery(quote: quote, prefix: context, suffix: nil)), of: quote, in: article)
      _ = TextFragment.directive(for: quote)
    }
  }

  private func check(_ outcome: QuoteOutcome, of quote: String, in text: QuotableText) {
    switch outcome {
    case .found(let match): check(match, of: quote, in: text)
    case .ambiguous(let matches, let count):
      #expect(matches.count >= 2 && count >= matches.count)
      #expect(Set(matches.map(\.bytes)).count == matches.count)
      for match in matches { check(match, of: quote, in: text) }
    case .missing(let miss):
      guard let near = miss.nearest else { return }
      #expect(!near.bytes.isEmpty && near.bytes.upperBound <= text.utf8.count && near.block < text.blocks.count)
    case .empty: break
    }
  }

  private func check(_ match: QuoteMatch, of quote: String, in text: QuotableText) {
    #expect(!match.pieces.isEmpty)
    var end = -1
    for piece in match.pieces {
      #expect(piece.lowerBound >= end && !piece.isEmpty)
      #expect(text.blocks.contains { $0.lowerBound <= piece.lowerBound && piece.upperBound <= $0.upperBound })
      end = piece.upperBound
    }
    #expect(match.start == text.codePoints(before: match.bytes.lowerBound))
    #expect(match.end == text.codePoints(before: match.bytes.upperBound))
    #expect((match.result == .exact) == match.tolerances.isEmpty)
    #expect(TextFragment.directive(for: match, in: text).hasPrefix("text="))
    if !match.tolerances.contains(.bracket) {
      let mine = letters(NFC.bytes(of: quote))
      let its = letters(match.pieces.flatMap { text.utf8[$0] })
      if match.tolerances.contains(.firstLetterCase) {
        #expect(mine.lowercased() == its.lowercased())
      } else {
        #expect(mine == its)
      }
    }
  }

  /// The letters, digits and marks, which no tolerance but a bracket touches.
  private func letters(_ bytes: [UInt8]) -> String {
    var view = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.value == 0x301 {
        view.append(scalar)
      }
    }
    return String(view)
  }

  @Test(
    "no input takes long",
    .timeLimit(.minutes(1)),
    arguments: [
      ("a", String(repeating: "a", count: 5000)), ("a ", "a "), ("a b ", String(repeating: "a b... ", count: 20)),
      ("a b ", String(repeating: "a b...", count: 5000)), ("a b ", String(repeating: "a [x] ", count: 5000)),
      ("\u{301}", String(repeating: "\u{301}", count: 5000)), ("🇩🇪", "🇩🇪🇩🇪"), (".", String(repeating: ".", count: 5000)),
      ("[", String(repeating: "[", count: 5000)), ("“a\n\n", "a a a"),
      ("a,", "A" + String(repeating: "'", count: 5000)),
    ])
  func fast(unit: String, quote: String) {
    let text = QuotableText(String(repeating: unit, count: 50_000 / unit.utf8.count))
    check(text.find(QuoteQuery(quote: quote)), of: quote, in: text)
  }
}
