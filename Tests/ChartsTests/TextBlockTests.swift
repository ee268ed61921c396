import TestSupport
import Testing

@testable import Charts

@Suite struct TextBlockTests {
  private let style = TextStyle(size: 10)

  private func lines(_ text: String, _ width: Double, _ maximum: Int) -> [String] {
    TextBlock(text, style, width: width, maximumLines: maximum).lines.map(\.text)
  }

  @Test("Text is broken at spaces and hyphens, and between ideographs")
  func breaking() {
    #expect(lines("Only after the other side moves", 80, 3) == ["Only after the", "other side", "moves"])
    #expect(lines("Okonkwo-Lindqvist", 70, 2) == ["Okonkwo-", "Lindqvist"])
    #expect(lines("立場である立場である", 50, 3) == ["立場である", "立場である"])
    #expect(lines("  a \n\t b  ", 50, 3) == ["a b"])
    #expect(lines("", 50, 3) == [])
  }

  @Test("What does not fit is cut with an ellipsis, and kept whole for the title")
  func cutting() {
    let block = TextBlock("Only after the other side moves", style, width: 80, maximumLines: 2)
    #expect(block.lines.map(\.text) == ["Only after the", "other side m…"])
    #expect(block.full == "Only after the other side moves")
    #expect(TextBlock("moves", style, width: 90, maximumLines: 1).full == nil)
    #expect(lines("abc", 0, 1) == ["a…"])
  }

  @Test("No line is wider than the room, unless one character is", arguments: UInt64(1)...100)
  func fits(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let alphabet: [String] = ["a", "W", " ", "-", "é", "e\u{301}", "م", "한", "👩‍👩‍👧", "\u{202E}", "\u{0}", "…"]
    let text = (0..<Int.random(in: 0...900, using: &random)).map { _ in
      alphabet.randomElement(using: &random) ?? ""
    }.joined()
    let width = Double.random(in: 60...200, using: &random)
    let block = TextBlock(text, style, width: width, maximumLines: .random(in: 1...5, using: &random))
    #expect(block.lines.allSatisfy { style.width(of: $0.text) <= width })
    #expect(block.lines.map { style.width(of: $0.text) }.max() ?? 0 == block.width)
    let whole = TextBlock(text, style, width: .infinity, maximumLines: 1)
    #expect(block.full == nil || block.full == TextBlock.plain(text))
    #expect(whole.lines.count <= 1)
  }

  @Test("What would reorder the words around it is taken out of labels")
  func plain() {
    #expect(TextBlock.plain("a\u{202E}b\u{2066}c\u{0}d\r\ne") == "abc d e")
  }

  @Test("A megabyte in a name costs no more than the label shows")
  func longText() {
    let block = TextBlock(String(repeating: "word ", count: 200_000), style, width: 100, maximumLines: 2)
    #expect(block.lines.count == 2)
  }
}
