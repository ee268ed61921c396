import CommonMark
import Diagnostics
import Escaping
import Testing

@Suite("Editing") struct EditingTests {
  @Test("links are listed with where they lead and stand")
  func links() {
    let parsed = Parsed(
      "[a](position:x \"t\") and [](source:y)\n\n> <https://b.example> [c][d]\n\n|[e](actor:z)|\n|-|\n\n[d]: issue:q\n",
      frontMatter: "---\n")
    let links = parsed.document.links
    #expect(links.map(\.destination) == ["position:x", "source:y", "https://b.example", "issue:q", "actor:z"])
    #expect(links.map(\.title) == ["t", "", "", "", ""])
    #expect(links.map(\.isEmpty) == [false, true, false, false, false])
    #expect(
      links.map(\.location.text)
        == ["[a](position:x \"t\")", "[](source:y)", "<https://b.example>", "[c][d]", "[e](actor:z)"])
  }

  @Test("links can be filled, led elsewhere and taken away")
  func edits() {
    var parsed = Parsed("[](position:x) [*a*](position:y) [b](position:z)")
    let links = parsed.document.links
    parsed.document.setText(of: links[0].node, to: "<Vale>")
    parsed.document.setDestination(of: links[0].node, to: "/s/#x\"")
    parsed.document.unlink(links[1].node)
    parsed.document.insert(trustedHTML: Array("<i></i>".utf8), after: links[2].node)
    parsed.document.replace(links[2].node, withTrustedHTML: Array("<b>B</b>".utf8))
    #expect(parsed.html() == "<p><a href=\"/s/#x%22\">&lt;Vale&gt;</a> <em>a</em> <b>B</b><i></i></p>\n")
  }

  @Test("fenced blocks are listed with their bodies and their places, indented code is not")
  func fencedBlocks() throws {
    let parsed = Parsed(
      "```timeline  open big\na: 1\n\nb: 2\n```\n\n    ```no\n\n- ~~~ quote\n  c: 3\n  ~~~\n\n```\n```\n\n```x\nunclosed",
      frontMatter: "---\n")
    let blocks = parsed.document.fencedBlocks
    #expect(blocks.map(\.word) == ["timeline", "quote", "", "x"])
    #expect(blocks.map(\.rest) == ["open big", "", "", ""])
    #expect(blocks.map { String(decoding: $0.body, as: UTF8.self) } == ["a: 1\n\nb: 2\n", "c: 3\n", "", "unclosed\n"])
    #expect(blocks.map(\.isVerbatim) == [true, false, true, true])
    #expect(
      blocks.map { String(decoding: parsed.source.bytes[$0.bodyRange], as: UTF8.self) }
        == ["a: 1\n\nb: 2\n", "  c: 3\n", "", "unclosed"])
    let windows = Parsed("a\r\n\r\n```x\r\nb: 1\r\nc: 2\r\n```\r\n")
    let block = try #require(windows.document.fencedBlocks.first)
    #expect(block.isVerbatim)
    #expect(String(decoding: windows.source.bytes[block.bodyRange], as: UTF8.self) == "b: 1\r\nc: 2\r\n")
  }

  @Test("blocks can be replaced and added, and written one by one")
  func blocks() throws {
    var parsed = Parsed("a\n\n```timeline\n```\n\n> b[^1]\n\n[^1]: c\n")
    let blocks = parsed.document.topLevelBlocks
    parsed.document.replace(blocks[1], withTrustedHTML: Array("<ol></ol>".utf8))
    parsed.document.insert(trustedHTML: Array("<aside></aside>".utf8), after: blocks[0])
    #expect(
      parsed.html().hasPrefix("<p>a</p>\n<aside></aside>\n<ol></ol>\n<blockquote>\n<p>b<sup"))
    var out = ByteWriter()
    let renderer = HTMLRenderer(parsed.document)
    renderer.render(blocks[2], into: &out)
    renderer.renderFootnotes(into: &out)
    #expect(out.string.hasPrefix("<blockquote>\n<p>b<sup class=\"footnote-ref\"><a href=\"#fn1\""))
    #expect(out.string.hasSuffix("</section>\n"))
    parsed.document.remove(blocks[0])
    #expect(parsed.html().hasPrefix("<aside>"))
  }

  @Test("a short text is written without its paragraph")
  func inline() {
    var out = ByteWriter()
    Parsed("Both *sides* confirmed. [x](/y)\n\nMore.").document.renderInline(into: &out)
    #expect(out.string == "Both <em>sides</em> confirmed. <a href=\"/y\">x</a> More.")
  }

  @Test("nodes of another document, and the document itself, do no harm")
  func foreignNodes() {
    let other = Parsed(String(repeating: "a *b* [c](d)\n\n", count: 20)).document
    var parsed = Parsed("x")
    for node in other.topLevelBlocks + other.links.map(\.node) {
      parsed.document.unlink(node)
      parsed.document.setText(of: node, to: "y")
      parsed.document.replace(node, withTrustedHTML: [])
      parsed.document.insert(trustedHTML: [], after: node)
      parsed.document.remove(node)
      _ = parsed.document.location(of: node)
      _ = parsed.document.children(of: node)
    }
    _ = parsed.html()
  }
}
