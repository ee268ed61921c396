import CommonMark
import Diagnostics
import Escaping
import Testing
import TestSupport

@testable import Importing

@Suite("HTML of a timeline as Markdown") struct MarkdownTextTests {
  @Test(
    "text and markup are kept",
    arguments: [
      ("plain", "plain"),
      ("<p>one</p><p>two</p>", "one\n\ntwo"),
      ("one\ntwo\n\nthree", "one two\n\nthree"),
      ("a<br>b<br/>c", "a\\\nb\\\nc"),
      ("<b>bold</b> and <i>slanted</i>", "**bold** and *slanted*"),
      ("<b> spaced </b>x", " **spaced** x".trimmed),
      ("<b>“No.”</b> he said", "**“No.”** he said"),
      ("<b>bold <em>and</em> more</b>", "**bold *and* more**"),
      ("<a href=\"https://e.org/a?b=1&amp;c=2\">x</a>", "[x](<https://e.org/a?b=1&amp;c=2>)"),
      ("<a href='//e.org'>x</a>", "[x](<https://e.org>)"),
      ("see https://e.org/x_y.", "see <https://e.org/x_y>."),
      ("<ul><li>one<li>two</ul>", "- one\n- two"),
      ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
      ("<blockquote>No.<br>Never.</blockquote>", "> No.\\\n> Never."),
      ("<h3>Head</h3>text", "#### Head\n\ntext"),
      ("<code>a*b</code>", "`a*b`"),
      ("caf&eacute; &amp; bar", "caf&eacute; &amp; bar"),
      ("<unknown>kept</unknown>", "kept"),
      ("1 < 2 and 3 > 2", "1 \\< 2 and 3 \\> 2"),
    ])
  func converts(html: String, markdown: String) { #expect(MarkdownText(html).markdown == markdown) }

  @Test(
    "what would be markup in Markdown is text",
    arguments: [
      "*a*", "_a_", "# a", "1. a", "- a", "+ a", "> a", "[a](b)", "`a`", "~~a~~", "a | b", "<https://e.org>", "a {#id}",
      "[^1]", "***", "===", "\\*", "&lt;script&gt;alert(1)&lt;/script&gt;",
    ])
  func escapes(text: String) {
    let plain = MarkdownText.plain(text.replacing("<", with: "&lt;"))
    let wanted = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    #expect(plain == wanted)
  }

  @Test("what Markdown cannot say is listed")
  func omissions() {
    let text = MarkdownText(
      """
      <p class="lead" style="color:red">a <u>b</u></p><script>alert(1)</script><a href="javascript:alert(1)">c</a>
      <a href="/about">d</a><iframe src="https://maps.example/x"></iframe>
      """)
    #expect(
      text.omissions.map { "\($0.name)=\($0.value)" } == [
        "class=lead", "style=color:red", "u=", "script=", "link=javascript:alert(1)", "link=/about",
        "iframe=https://maps.example/x",
      ])
    #expect(text.markdown == "a b\n\nc d [maps.example](<https://maps.example/x>)")
  }

  @Test("whatever the HTML, no markup of it is left, no text of it is lost, and no link leads out of the web")
  func random() {
    var random = SplitMix(seed: 11)
    let parts = [
      "<b>", "</b>", "<i>", "</i>", "<a href='https://e.org/(x'>", "<a href=javascript:x>", "</a>", "<p>", "</p>",
      "<br>",
      "word", " ", "\n", "\n\n", "*", "_", "`", "[", "]", "(", ")", "<", ">", "&lt;", "&", "“q.”", "#", "1.", "- ",
      "~~",
      "<ul><li>", "</li></ul>", "<blockquote>", "</blockquote>", "<script>", "</script>", "<img src=x onerror=y>", "\\",
      "http://e.org/a*b", "é", "|", "{#x}", "<pre>", "</pre>", "<code>", "</code>", "<h2>", "</h2>", "!", "https://",
    ]
    for _ in 0..<3_000 {
      let html = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined()
      let text = MarkdownText(html)
      var diagnostics = Diagnostics()
      let document = Document(parsing: SourceText(path: "", text.markdown), diagnostics: &diagnostics)
      var out = ByteWriter()
      document.reportOmissions(diagnostics: &diagnostics)
      #expect(diagnostics.all.isEmpty, "\(html) → \(text.markdown)")
      document.render(into: &out)
      #expect(!out.string.contains("<script") && !out.string.contains("javascript:") && !out.string.contains("<img"))
      let words = html.components(of: "word")
      if !html.contains("<script>"), !html.contains("<a"), !html.contains("<img"), !html.contains("http") {
        #expect(document.plainText().string.components(of: "word") == words, "\(html) → \(text.markdown)")
      }
    }
  }
}

extension String {
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
