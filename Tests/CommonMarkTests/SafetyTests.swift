import CommonMark
import Diagnostics
import Testing

@Suite("Safety") struct SafetyTests {
  private func reported(_ markdown: String, _ options: RenderOptions = RenderOptions()) -> Parsed {
    var parsed = Parsed(markdown, frontMatter: "---\ntitle: x\n---\n")
    parsed.document.reportOmissions(options: options, diagnostics: &parsed.diagnostics)
    return parsed
  }

  @Test("HTML is left out without a trace, and told with its place")
  func rawHTML() {
    let parsed = reported("a <b>c</b>\n\n<div>\nx\n</div>\n\n> <!-- d\n> e --> f\n")
    #expect(parsed.html() == "<p>a c</p>\n<blockquote>\n</blockquote>\n")
    #expect(
      parsed.findings == [
        "raw-html 4:3 <b>", "raw-html 6:1 <div>", "raw-html 10:3 <!-- d",
      ])
    #expect(parsed.diagnostics.all[0].message == "HTML is left out: “<b>”")
  }

  @Test("dangerous destinations are left out and told; the words stay")
  func urls() {
    let parsed = reported(
      "[a *b*](javascript:alert) ![c](data:x) [d](JaVa&Tab;script:x) [e](/ok)\n\n<vbscript:x> [f](position:g)\n")
    #expect(
      parsed.html() == "<p>a <em>b</em> c d <a href=\"/ok\">e</a></p>\n<p>vbscript:x f</p>\n")
    #expect(
      parsed.findings == [
        "unsafe-url 4:1 [a *b*](javascript:alert)", "unsafe-url 4:27 ![c](data:x)",
        "unsafe-url 4:40 [d](JaVa&Tab;script:x)", "unsafe-url 6:1 <vbscript:x>", "unsafe-url 6:14 [f](position:g)",
      ])
  }

  @Test("trust in HTML and trust in destinations are two things")
  func trust() {
    var options = RenderOptions()
    options.allowsRawHTML = true
    #expect(reported("<b>[a](javascript:x)", options).findings.map { $0.prefix(10) } == ["unsafe-url"])
    #expect(reported("<b>[a](javascript:x)", options).html(options) == "<p><b>a</p>\n")
    options.allowsRawHTML = false
    options.allowsAnyURL = true
    #expect(reported("<b>[a](x:y)", options).html(options) == "<p><a href=\"x:y\">a</a></p>\n")
    #expect(reported("<b>[a](x:y)", options).findings.map { $0.prefix(8) } == ["raw-html"])
  }

  @Test("a text that would take libcmark too long is refused, and says at which line")
  func refused() {
    let deep = Parsed("a\n\n" + String(repeating: "> ", count: 101) + "b\n")
    #expect(deep.html().isEmpty)
    #expect(deep.findings.first?.hasPrefix("markdown-too-deep 3:1 ") == true)
    #expect(Parsed(String(repeating: "1. ", count: 101) + "b").diagnostics.hasErrors)
    #expect(Parsed((0..<101).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()).diagnostics.hasErrors)
    #expect(Parsed("a[^1]\n\n[^1]: x\n\n    " + String(repeating: ">", count: 101)).diagnostics.hasErrors)
    #expect(Parsed(String(repeating: "![[]()", count: 20_000)).findings.first?.hasPrefix("markdown-too-many") == true)
    #expect(
      Parsed(String(repeating: "a", count: 8_000_001)).findings.first?.hasPrefix("markdown-too-large 1:1") == true)
  }

  @Test("what people write is not refused")
  func notRefused() {
    let lists = (0..<40).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    for text in [
      lists, String(repeating: "- ", count: 200), String(repeating: "> ", count: 60) + "a",
      String(repeating: " ", count: 300) + "a", String(repeating: "![a](b) [c](d)\n", count: 1000),
      String(repeating: lists + "\ntext\n\n", count: 100),
    ] {
      #expect(Parsed(text).findings.isEmpty)
    }
  }

  @Test(
    "hostile texts neither crash nor hang",
    arguments: [
      "[", "![", "*a ", "a* ", "*a **a ", "_a_ ", "`a``", "<a b=\"", "<!--", "[a](", "[a](<b", "[a][", "[^a] ",
      "[^a]: b\n", "~a ~~b ",
      "|a", "|-|\n", "|a|\n|-|\n", "&amp;~", "\\|", "# a\n", "{#a}", "![a](b \"c\")\n\n", "\u{0}", "\r", "a\\\n",
      "e\u{301}",
      "[a]: b\n", "```a\n", "- a\n", "> a\n", "[^a]: *b [^a]\n\n    > c\n\n", "\t", "=\n", "~", "<b>", "🏴", "*a~b~* ",
    ])
  func hostile(unit: String) {
    let text = String(repeating: unit, count: 60_000 / unit.utf8.count)
    var parsed = Parsed(text + "\n\n[^a]: note\n\n|a|\n|-|\n")
    let count = parsed.document.plainText().utf8.count
    parsed.document.mark([.init(range: 0..<count, attributes: []), .init(range: count / 3..<count / 2, attributes: [])])
    parsed.document.reportOmissions(diagnostics: &parsed.diagnostics)
    _ = parsed.document.links.count + parsed.document.fencedBlocks.count
    _ = parsed.html()
  }

  @Test("thousands of footnotes that are not defined are not each compared with thousands that are")
  func manyFootnotes() {
    let references = (0..<5000).map { "[^m\($0)] " }.joined()
    let definitions = (0..<3000).map { "[^n\($0)]: note\n" }.joined()
    let parsed = Parsed(references + "\n\n" + definitions)
    let helps = parsed.diagnostics.all.filter { $0.id == "footnote-undefined" }.map { $0.help ?? "" }
    #expect(helps.count == 5000)
    let suggested = helps.count { $0.hasPrefix("did you mean") }
    #expect(suggested > 10 && suggested < 100)
  }

  @Test("plain cells of a table are what they would be as text with markup")
  func plainCells() {
    #expect(
      html("|a b, (c) 50% - 2+2/3?|*d*|\n|-|-|\n|  e  |f. 1.|\n|1. g|- h|\n")
        == """
        <table>
        <thead>
        <tr>
        <th>a b, (c) 50% - 2+2/3?</th>
        <th><em>d</em></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>e</td>
        <td>f. 1.</td>
        </tr>
        <tr>
        <td>1. g</td>
        <td>- h</td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test("bytes that are no UTF-8 do not crash")
  func invalidUTF8() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<120).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator) : Array("*_[]()!`~|-\n <>&;^:#{}\\".utf8).randomElement() ?? 0
      }
      var diagnostics = Diagnostics()
      var document = Document(parsing: SourceText(path: "a.md", bytes: bytes), diagnostics: &diagnostics)
      document.mark([.init(range: 3..<17, attributes: [])])
      document.reportOmissions(diagnostics: &diagnostics)
      #expect(document.links.count + document.fencedBlocks.count < 120)
    }
  }
}
