import CommonMark
import Testing

@Suite("Extensions") struct ExtensionTests {
  @Test("CommonMark alone has none of them")
  func commonMark() {
    #expect(
      html("# a\n\n~~b~~ [^c]\n\n![d](e \"f\")\n", .commonMark).contains("<h1>a</h1>\n<p>~~b~~ [^c]</p>\n<p><img"))
  }

  @Test("a table may stand in quotes and lists, and take its lead-in from the paragraph above")
  func tablePlaces() {
    #expect(
      html("> lead\n> in\n> |a|b|\n> |-|:-|\n> |c|\n") == """
        <blockquote>
        <p>lead
        in</p>
        <table>
        <thead>
        <tr>
        <th>a</th>
        <th align="left">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>c</td>
        <td align="left"></td>
        </tr>
        </tbody>
        </table>
        </blockquote>

        """)
    #expect(html("- x\n\n  |a|\n  |-|\n  |b|\n- y\n").contains("<p>x</p>\n<table>"))
    #expect(html("1. |a|\n   |-|\n").contains("<li>\n<table>"))
  }

  @Test("cells hold inlines, links defined elsewhere, number signs and escaped pipes")
  func cells() {
    let table = html("|a|b|c|d|\n|-|-|-|-|\n|*x*|[y]|C #|`\\|` \\|\n\n[y]: /url \"t\"\n[z]: /z\n")
    #expect(table.contains("<td><em>x</em></td>\n<td><a href=\"/url\" title=\"t\">y</a></td>"))
    #expect(table.contains("<td>C #</td>\n<td><code>|</code> |</td>"))
    #expect(html("[y]: /1\n|[y]|\n|-|\n").contains("<th><a href=\"/1\">y</a></th>"))
    #expect(html("> - [y]: /2\n\n|[y]|\n|-|\n").contains("<th><a href=\"/2\">y</a></th>"))
    #expect(html("|#|##|\\|\n|-|-|-|\n").contains("<th>#</th>\n<th>##</th>\n<th>|</th>"))
  }

  @Test("a rule may follow a table without a blank line")
  func ruleAfterTable() {
    #expect(html("|a|\n|-|\n|b|\n---\n").hasSuffix("<td>b</td>\n</tr>\n</tbody>\n</table>\n<hr />\n"))
    #expect(html("|a|\n|-|\n|b|\n---\n\nc\n").hasSuffix("<td>b</td>\n</tr>\n</tbody>\n</table>\n<hr />\n<p>c</p>\n"))
  }

  @Test(
    "what only looks like a table is a paragraph",
    arguments: ["a|b\nc|d", "a\n|-|-|", "    |a|\n    |-|", "|a|\n|- -|"])
  func noTable(markdown: String) { #expect(!html(markdown).contains("<table>")) }

  @Test("rows filled up with empty cells stay in proportion to the text")
  func wideTable() {
    let table = html(
      String(repeating: "|a", count: 3000) + "\n" + String(repeating: "|-", count: 3000) + "\n"
        + String(repeating: "|x|\n", count: 3000))
    #expect(table.utf8.count < 1_000_000)
  }

  @Test(
    "text is struck through by the rules of flanking, with one tilde or two",
    arguments: [
      ("~~a~~ ~b~", "<p><del>a</del> <del>b</del></p>\n"),
      ("~~a *b*~~ c", "<p><del>a <em>b</em></del> c</p>\n"),
      ("~~a ~b~ c~~", "<p><del>a <del>b</del> c</del></p>\n"),
      ("\\~~a~~", "<p>~~a~~</p>\n"),
      ("~~ a~~ ~~~b~~~ ~a~~", "<p>~~ a~~ ~~~b~~~ ~a~~</p>\n"),
      ("[~~a~~](b) `~~c~~`", "<p><a href=\"b\"><del>a</del></a> <code>~~c~~</code></p>\n"),
      ("*~~a*~~", "<p><em>~~a</em>~~</p>\n"),
      ("~~a\nb~~", "<p><del>a\nb</del></p>\n"),
      ("x~~é~~y &#126;~a~", "<p>x<del>é</del>y ~<del>a</del></p>\n"),
    ])
  func strikethrough(markdown: String, expected: String) { #expect(html(markdown) == expected) }

  @Test("headings get ids from their text, of every script, each once")
  func headingIDs() {
    let parsed = Parsed(
      "# Überblick: *Wer* sagt `was`?\n## Дата\n## Дата\n## a {#Given}\n# !\n# [x](y) {#x} z\n### fn1\n")
    #expect(
      parsed.document.headings.map(\.id)
        == ["überblick-wer-sagt-was", "дата", "дата-1", "Given", "section", "x-x-z", "section-fn1"])
    #expect(parsed.document.headings.map(\.level) == [1, 2, 2, 2, 1, 1, 3])
    #expect(parsed.document.headings[0].text == "Überblick: Wer sagt was?")
    #expect(parsed.html().contains("<h2 id=\"Given\">a</h2>"))
  }

  @Test("an id given in the text keeps its place, and is told when it is given twice")
  func givenIDs() {
    let parsed = Parsed("# a\n# b {#a}\n# c {#a}\n# d \\{#e}\n# f {#a b}\n", frontMatter: "---\n---\n")
    #expect(parsed.document.headings.map(\.id) == ["a-2", "a", "a-1", "d-e", "f-a-b"])
    #expect(parsed.findings == ["duplicate-heading-id 5:1 # c {#a}"])
  }

  @Test("a prefix keeps the ids of two documents apart")
  func prefix() {
    var options = Document.Options.dateline
    options.idPrefix = "x-"
    let page = html("# a\n\nb[^1]\n\n[^1]: c\n", options)
    #expect(page.contains("<h1 id=\"x-a\">"))
    #expect(page.contains("<a href=\"#x-fn1\" id=\"x-fnref1\">"))
    #expect(page.contains("<li id=\"x-fn1\">"))
  }

  @Test("a lone image with a title is a figure; images are loaded lazily")
  func figures() {
    #expect(
      html("![a *b*](c.jpg \"d & e\")\n\nx ![a](c.jpg \"t\")\n", .dateline, RenderOptions()) == """
        <figure>
        <img src="c.jpg" alt="a b" loading="lazy" decoding="async" />
        <figcaption>d &amp; e</figcaption>
        </figure>
        <p>x <img src="c.jpg" alt="a" title="t" loading="lazy" decoding="async" /></p>

        """)
  }

  @Test("on a page a table scrolls in a box of its own, its heads and alignments said without attributes of old")
  func pageTable() {
    #expect(
      html("|a|b|\n|-|-:|\n|c|d|\n", .dateline, RenderOptions()) == """
        <div class="table-scroll" tabindex="0">
        <table>
        <thead>
        <tr>
        <th scope="col">a</th>
        <th scope="col" class="align-right">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>c</td>
        <td class="align-right">d</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }
}
