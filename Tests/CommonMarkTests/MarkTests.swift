import CommonMark
import Testing

@Suite("Marks") struct MarkTests {
  /// Marks each of these passages, and gives the HTML with `<a>`, `<b>` … for the marks.
  private func marked(_ markdown: String, _ passages: String...) throws -> String {
    var parsed = Parsed(markdown)
    let text = parsed.document.plainText()
    let marks = try passages.enumerated().map { index, passage in
      let name = ["a", "b", "c", "d"][index]
      let range = try #require(text.utf8.firstRange(of: Array(passage.utf8)))
      return Document.Mark(range: range, attributes: Array(" \(name)".utf8), firstAttributes: Array(" 1".utf8))
    }
    parsed.document.mark(marks)
    #expect(parsed.document.plainText().string == text.string)
    return parsed.html()
  }

  @Test("a passage is marked in one piece where nothing parts it, soft breaks and entities included")
  func plain() throws {
    #expect(try marked("x a &amp; b\nc y", "a & b c") == "<p>x <mark a 1>a &amp; b\nc</mark> y</p>\n")
    #expect(try marked("a", "a") == "<p><mark a 1>a</mark></p>\n")
  }

  @Test("markup parts a passage; its first piece alone carries what is for the first")
  func pieces() throws {
    #expect(
      try marked("one *two* [three](/u) four\n\nfive", "e two three four\n\nfi")
        == "<p>on<mark a 1>e </mark><em><mark a>two</mark></em><mark a> </mark><a href=\"/u\"><mark a>three</mark></a>"
        + "<mark a> four</mark></p>\n<p><mark a>fi</mark>ve</p>\n")
  }

  @Test("code is marked inside its tags")
  func code() throws {
    #expect(try marked("x `abc` y", "x ab") == "<p><mark a 1>x </mark><code><mark a>ab</mark>c</code> y</p>\n")
    #expect(try marked("```\na<b\nc\n```\n", "<b\nc") == "<pre><code>a<mark a 1>&lt;b\nc</mark>\n</code></pre>\n")
  }

  @Test("overlapping passages are cut where one begins or ends, the first outside")
  func overlaps() throws {
    #expect(
      try marked("abcdef", "abcd", "cdef")
        == "<p><mark a 1>ab</mark><mark a><mark b 1>cd</mark></mark><mark b>ef</mark></p>\n")
    #expect(
      try marked("abcdef", "bcd", "abcdef", "c", "c")
        == "<p><mark b 1>a</mark><mark b><mark a 1>b</mark></mark><mark b><mark a><mark c 1><mark d 1>c</mark></mark>"
        + "</mark></mark><mark b><mark a>d</mark></mark><mark b>ef</mark></p>\n")
  }

  @Test("tables, captions and notes can be marked, and marked again")
  func places() throws {
    #expect(try marked("|a|b|\n|-|-|\n|c|d|\n", "b\nc").contains("<th><mark a 1>b</mark></th>"))
    #expect(try marked("![x](y \"cap\")\n", "ap").contains("<figcaption>c<mark a 1>ap</mark></figcaption>"))
    #expect(try marked("a[^1]\n\n[^1]: note\n", "ot").contains("n<mark a 1>ot</mark>e "))
    var parsed = Parsed("a `bcd` e")
    parsed.document.mark([.init(range: 2..<4, attributes: [])])
    parsed.document.mark([.init(range: 0..<3, attributes: [])])
    #expect(parsed.html() == "<p><mark>a </mark><code><mark><mark>b</mark>c</mark>d</code> e</p>\n")
  }

  @Test("ranges outside the text or inside a code point do no harm")
  func strangeRanges() {
    var parsed = Parsed("aé𝄞")
    parsed.document.mark([
      .init(range: -5..<0, attributes: []), .init(range: 2..<4, attributes: []), .init(range: 90..<99, attributes: []),
      .init(range: 1..<1, attributes: []),
    ])
    #expect(parsed.html() == "<p>a<mark>é𝄞</mark></p>\n")
  }
}
