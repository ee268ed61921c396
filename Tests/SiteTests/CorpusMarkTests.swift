import CommonMark
import Diagnostics
import Escaping
import Foundation
import Quotes
import TestSupport
import Testing

/// Quotes taken across the markup of real articles: found in the text as a reader sees it, and marked in the HTML.
@Suite(
  "Quotes in real articles",
  .enabled(if: Corpus.isAvailable, "the corpus is not beside the repository: SKIPPED"))
struct CorpusMarkTests {
  @Test("a span across emphasis, links and entities is found where it stands, and its marks hold just its words")
  func marks() throws {
    var generator = SplitMix(seed: 7)
    var count = 0
    for (name, markdown) in try Corpus.articles(every: 5) {
      var diagnostics = Diagnostics()
      let source = SourceText(path: name, markdown)
      let document = Document(parsing: source, diagnostics: &diagnostics)
      let text = document.plainText()
      let quotable = QuotableText(utf8: text.utf8, blocks: text.blocks.map(\.range))
      for range in Self.spans(across: text, using: &generator) {
        let words = quotable.string(range).trimmingCharacters(in: .whitespacesAndNewlines)
        // White space at the end of a quote is not part of it; these spans have none at the start.
        let span = range.lowerBound..<(range.lowerBound + words.utf8.count)
        guard quotable.string(span) == words else { continue }
        guard case .found(let match) = quotable.find(QuoteQuery(quote: words)) else { continue }
        count += 1
        #expect(match.result == .exact && match.pieces == [span], "\(name): “\(words)”")
        var marked = document
        marked.mark([Document.Mark(range: span, attributes: Array(" data-position=\"x\"".utf8))])
        var out = ByteWriter()
        marked.render(into: &out)
        #expect(Self.markedText(of: out.string) == Self.plain(words), "\(name): “\(words)”")
      }
    }
    #expect(count > 1000)
  }

  /// Up to six spans of whole words in an article, each across the edge of two leaves of its tree.
  private static func spans(across text: PlainText, using generator: inout SplitMix) -> [Range<Int>] {
    let edges = text.segments.dropFirst().map(\.range.lowerBound).shuffled(using: &generator)
    return edges.prefix(6).compactMap { edge in
      guard let block = text.block(at: edge), block.kind == .paragraph, block.range.lowerBound < edge else {
        return nil
      }
      var start = max(block.range.lowerBound, edge - Int.random(in: 5...60, using: &generator))
      var end = min(block.range.upperBound, edge + Int.random(in: 5...60, using: &generator))
      while start > block.range.lowerBound, text.utf8[start - 1] != 0x20 { start -= 1 }
      while end < block.range.upperBound, text.utf8[end] != 0x20 { end += 1 }
      return start < edge && edge < end ? start..<end : nil
    }
  }

  /// What a reader sees marked, white space aside.
  private static func markedText(of html: String) -> String {
    var text = ""
    for part in html.components(separatedBy: "<mark").dropFirst() {
      let inside = part.components(separatedBy: "</mark>")[0]
      text += inside.drop { $0 != ">" }.dropFirst()
    }
    return plain(
      text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&amp;", with: "&"))
  }

  private static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
