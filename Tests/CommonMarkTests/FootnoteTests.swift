import CommonMark
import Testing

@Suite("Footnotes") struct FootnoteTests {
  @Test("several references to a note have ids of their own, and a way back each")
  func severalReferences() {
    let page = html("a[^x] b[^x]\n\n[^x]: note\n")
    #expect(
      page.contains(
        "<a href=\"#fn1\" id=\"fnref1\">1</a></sup> b<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1-2\">1</a>"
      ))
    #expect(
      page.contains(
        "note <a href=\"#fnref1\" class=\"footnote-backref\">↩</a> <a href=\"#fnref1-2\" class=\"footnote-backref\">↩<sup>2</sup></a></p>"
      ))
  }

  @Test("what looks like a definition in code, in a list or in markup is none")
  func noDefinition() {
    let page = html(
      "```\n[^1]: a\n```\n\n- ~~~\n  [^1]: b\n  ~~~\n\n    [^1]: c c\n\n<pre>\n[^1]: d\n</pre>\n\ne[^1]\n")
    #expect(!page.contains("footnotes"))
    #expect(page.contains("<code>[^1]: a\n"))
    #expect(page.contains("<p>e[^1]</p>"))
  }

  @Test("a definition inside a list or a quote is none, and its references are told")
  func misplaced() {
    let parsed = Parsed("- a\n  [^1]: b c\n\n> [^2]: word\n\nd[^1] [^2]\n")
    #expect(!parsed.html().contains("footnotes"))
    #expect(
      parsed.findings.sorted() == [
        "footnote-misplaced 6:7 [^2]", "footnote-undefined 2:3 [^1]", "footnote-undefined 6:2 [^1]",
      ])
  }

  @Test("a definition may be one word, stand at the end of a list, and refer to other notes and links")
  func definitions() {
    let page = html(
      "- a[^1]\n- b[^2]\n[^1]: word\n[^2]: see[^3] [l]\n    and\nlazy *x\n\n    y*\n[^3]: third\n\n[l]: /u\n")
    #expect(page.contains("<li>b<sup class=\"footnote-ref\"><a href=\"#fn2\" id=\"fnref2\">2</a></sup></li>\n</ul>\n"))
    #expect(page.contains("<li id=\"fn1\">\n<p>word <a"))
    #expect(
      page.contains(
        "<p>see<sup class=\"footnote-ref\"><a href=\"#fn3\" id=\"fnref3\">3</a></sup> <a href=\"/u\">l</a>\nand\nlazy *x</p>\n<p>y* <a"
      ))
    #expect(page.contains("<li id=\"fn3\">\n<p>third <a"))
  }

  @Test("references are not made of escapes, of code, in links and in the text of images")
  func noReference() {
    #expect(
      html("\\[^1] [\\^1] `[^1]` [a [^1]](b) ![[^1]](c) &#91;^1] [^1]\n\n[^1]: x\n").contains(
        "<p>[^1] [^1] <code>[^1]</code> <a href=\"b\">a [^1]</a> <img src=\"c\" alt=\"[^1]\" /> "
          + "[^1] <sup"))
  }

  @Test("notes nobody refers to, defined twice or not at all are told, each at its line")
  func findings() {
    let parsed = Parsed(
      "a[^a] &amp; b[^typo]\n\n[^a]: one\n[^a]: two\n\n[^never]: three\n\n[^self]: me[^self]\n",
      frontMatter: "---\nx\n---\n")
    #expect(
      parsed.findings == [
        "footnote-undefined 4:14 [^typo]", "footnote-duplicate 7:1 [^a]", "footnote-unused 9:1 [^never]",
        "footnote-unused 11:1 [^self]",
      ])
  }

  @Test("a note may hold a table, code and a quote, whose places are those in the file")
  func blocks() throws {
    let parsed = Parsed(
      "a[^1]\n\n[^1]:\n    > q <b>\n\n    |h|\n    |-|\n    |<i>|\n\n\t```yaml\n\tk: v\n\t```\n", frontMatter: "--\n")
    #expect(parsed.html().contains("<li id=\"fn1\">\n<blockquote>\n<p>q </p>\n</blockquote>\n<table>"))
    #expect(parsed.html().contains("<code class=\"language-yaml\">k: v\n</code></pre>\n<a href=\"#fnref1\""))
    var diagnostics = parsed.diagnostics
    parsed.document.reportOmissions(diagnostics: &diagnostics)
    var reported = parsed
    reported.diagnostics = diagnostics
    #expect(reported.findings == ["raw-html 5:9 <b>", "raw-html 9:6 <i>"])
  }

  @Test("generated notes are numbered among authored ones; one key is one note")
  func generated() throws {
    var parsed = Parsed("[a](position:x) b[^1] [c](source:y)\n\n[^1]: authored\n")
    let links = parsed.document.links
    parsed.document.addFootnote(after: links[0].node, key: "k", trustedHTML: Array("<i>gen</i>".utf8))
    parsed.document.addFootnote(after: links[1].node, key: "k", trustedHTML: Array("ignored".utf8))
    for link in links { parsed.document.setDestination(of: link.node, to: "/s/") }
    #expect(
      parsed.html() == """
        <p><a href="/s/">a</a><sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup> b\
        <sup class="footnote-ref"><a href="#fn2" id="fnref2">2</a></sup> <a href="/s/">c</a>\
        <sup class="footnote-ref"><a href="#fn1" id="fnref1-2">1</a></sup></p>
        <section class="footnotes">
        <ol>
        <li id="fn1">
        <p><i>gen</i> <a href="#fnref1" class="footnote-backref">↩</a> \
        <a href="#fnref1-2" class="footnote-backref">↩<sup>2</sup></a></p>
        </li>
        <li id="fn2">
        <p>authored <a href="#fnref2" class="footnote-backref">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }
}
