import CommonMark
import Diagnostics
import Testing

@Suite("Plain text") struct PlainTextTests {
  @Test("text is what a reader sees")
  func text() {
    let parsed = Parsed(
      """
      # Head *line*

      One &eacute;\\* `code`
      two\\
      three ![alt](x) <b>bold</b> ~~old~~[^1]

      <div>markup</div>

      - item
      - > quoted

      |a|b|
      |-|-|
      |c||

          indented

      ![alt](x "caption")

      [^1]: The note.
      """)
    #expect(
      parsed.document.plainText().string
        == "Head line\n\nOne é* code two\nthree  bold old\n\nitem\n\nquoted\n\na\tb\nc\t\n\nindented\n\ncaption\n\nThe note."
    )
  }

  @Test("text is in NFC, and what is decomposed in the file is composed")
  func normalized() {
    let parsed = Parsed("x\n\nCafe\u{301} <b>\n", frontMatter: "---\n")
    #expect(Array(parsed.document.plainText().utf8) == Array("x\n\nCafé ".utf8))
    var reported = parsed
    parsed.document.reportOmissions(diagnostics: &reported.diagnostics)
    #expect(reported.findings.first?.hasPrefix("raw-html 4:") == true)
  }

  @Test("blocks know their text, their node and their place")
  func blocks() throws {
    let parsed = Parsed("# A\n\nb *c*\nd\n\n> e\n", frontMatter: "---\n---\n")
    let text = parsed.document.plainText()
    #expect(text.blocks.map { String(decoding: text.utf8[$0.range], as: UTF8.self) } == ["A", "b c d", "e"])
    #expect(text.blocks.map(\.kind) == [.heading, .paragraph, .paragraph])
    #expect(text.blocks.map(\.location.text) == ["# A", "b *c*\nd", "e"])
    #expect(text.block(at: 4)?.node == text.blocks[1].node)
    #expect(text.block(at: 1) == nil)
  }

  @Test(
    "a passage of the text is found again in the file",
    arguments: [
      ("a *b* [c d](/u) e", "d e", "d](/u) e"), ("x &amp; y\nz w", "& y z", "&amp; y\nz"),
      ("> - aa\n>   bb\n> cc", "bb cc", "bb\n> cc"), ("```\na\nbc\n```", "bc", "bc"), ("    x\n    yz", "yz", "yz"),
      ("|a|\n|-|\n|b c|", "c", "c"), ("a\\\nb", "b", "b"), ("[a](b\n\"c\") d", "d", "d"), ("[x]: /y\n[x] z", "z", "z"),
      ("a[^1]\n\n[^1]: one\n\n    two", "two", "two"), ("\\*a\\*b", "b", "b"), ("é `a`` b` c", "c", "c"),
      ("a  \n    b", "b", "b"), ("<http://a.b> c", "c", "c"), ("a <b\nc> d", "d", "d"),
      ("[x]: /y\n\"t\"\n[x] *z*\n===", "z", "z"),
      ("    a\n\n\tb", "b", "b"), ("- ```\n  x\n   y\n  ```", " y", " y"), ("# a `b` c #", "c", "c"),
    ])
  func places(markdown: String, passage: String, place: String) throws {
    for ending in ["\n", "\r\n", "\r"] {
      let parsed = Parsed(markdown.replacing("\n", with: ending), frontMatter: "---\n")
      let text = parsed.document.plainText()
      let range = try #require(text.utf8.firstRange(of: Array(passage.utf8)))
      let found = parsed.document.location(ofPlainTextRange: range, in: text).text
      #expect(found == place.replacing("\n", with: ending))
    }
  }
}
