import Testing

@testable import Site

/// What is read out of a page's HTML. Tests/Browser/outlines.py compares it with html5lib's reading.
@Suite("Outlines of pages") struct PageOutlineTests {
  private func outline(_ html: String) -> PageOutline { PageOutline(of: Array(html.utf8), .full) }

  private func addresses(_ html: String) -> [String] { outline(html).links.map(\.address) }

  @Test(
    "every way to name an address is read",
    arguments: [
      ("<a href=\"/a\">", ["/a"]), ("<A HREF='/a'>", ["/a"]), ("<a href=/a>", ["/a"]),
      ("<a href = /a/ class=x>", ["/a/"]),
      ("<img src=a.png srcset=\"b.png 1x, c.png 2x\">", ["a.png", "b.png", "c.png"]),
      ("<img srcset='a.png, b.png 100w,,c.png'>", ["a.png", "b.png", "c.png"]),
      ("<video poster=p.png><source src=v.mp4><track src=t.vtt></video>", ["p.png", "v.mp4", "t.vtt"]),
      ("<link rel=stylesheet href=s.css><script src=s.js></script>", ["s.css", "s.js"]),
      ("<object data=o.svg></object><iframe src=/f/></iframe>", ["o.svg", "/f/"]),
      ("<form action=/go><button formaction=/stop>", ["/go", "/stop"]),
      ("<svg><use href=\"i.svg#x\"/><image xlink:href=\"i.png\"/></svg>", ["i.svg#x", "i.png"]),
      ("<p style=\"background: url(a.png)\">", ["a.png"]),
      ("<style>@import 'a.css'; b { c: url( \"d.png\" ) }</style>", ["a.css", "d.png"]),
      ("<meta property=\"og:image\" content=\"/i.png\"><meta name=description content=x>", ["/i.png"]),
      ("<base href=/elsewhere/>", []), ("<a href=\"?a=1&amp;b=&#50;&#x33;\">", ["?a=1&b=23"]),
    ])
  func addresses(html: String, expected: [String]) { #expect(addresses(html) == expected) }

  @Test(
    "what is no tag has no address",
    arguments: [
      "<!-- <a href=/a> -->", "<!--><!-- <a href=/a>", "<script>'<a href=/a>'</script>", "<title><a href=/a></title>",
      "<textarea><a href=/a></textarea>", "<style><a href=/a></style>", "< a href=/a>", "<a href=/a", "<a href='/a>",
      "<!doctype <a href=/a>", "<?<a href=/a>", "</ <a href=/a>",
      "<script><!-- <script></script> <a href=/a> --></script>",
      "<svg><![CDATA[<a href=/a>]]></svg>", "<xmp><a href=/a></xmp>",
    ])
  func noTag(html: String) { #expect(addresses(html) == []) }

  @Test(
    "what only looks as if it were hidden is a tag",
    arguments: [
      "<!--x--><a href=/a>", "<!--x--!><a href=/a>", "<!--><a href=/a>", "<!---><a href=/a>", "<!-- -- --><a href=/a>",
      "<script></scripty></script><a href=/a>", "<svg><title><a href=/a></title></svg>", "<![CDATA[ ]><a href=/a>",
      "a < b <a href=/a>", "<a title='>' href=/a>", "<a/href=/a>", "<a b=c href=/a href=/b>",
      "<title></title><a href=/a>",
      "<SCRIPT>x</ScRiPt ><a href=/a>", "<svg/><style>x</style><a href=/a>", "<p =x><a href=/a>", "<></><a href=/a>",
    ])
  func tag(html: String) { #expect(addresses(html) == ["/a"]) }

  @Test("headings are read with their text as a reader sees it")
  func headings() {
    let headings = outline("<h1 id=a>One &amp;\n <em>two</em></h1><H3>x<!-- y --></H3>").headings
    #expect(headings.map(\.level) == [1, 3])
    #expect(headings.map(\.text) == ["One & two", "x"])
    #expect(headings.map(\.id) == ["a", nil])
  }

  @Test("a picture needs a description, or says on purpose that it needs none")
  func images() {
    let html = """
      <img src=1><img src=2 alt><img src=3 alt=" "><img src=4 alt="A quay"><img src=5 alt="" role=presentation>
      <img src=6 alt="" aria-hidden=true><img src=7 role=none>
      """
    #expect(outline(html).undescribedImages == ["1", "2", "3", "7"])
  }

  @Test("a link's words are its text, the descriptions of its pictures, or its label")
  func vagueLinks() {
    let html = """
      <a href=/1>Here</a><a href=/2> click
      <b>here</b>! </a><a href=/3>the harbour</a><a href=/4><img alt="The quay" src=q></a><a href=/5></a>
      <a href=/6 aria-label="The quay">here</a><a name=x>here</a><a href=/7>4</a><a href=/8>ici</a><a href=/9>여기</a>
      """
    #expect(outline(html).vagueLinks.map(\.address) == ["/1", "/2", "/5", "/8", "/9"])
  }

  @Test("ids that repeat and positions that are shown are told")
  func ids() {
    let outline = outline("<p id=a data-position=x><p id=b><p id=a><mark data-position='y&amp;'>")
    #expect(outline.ids == ["a", "b"] && outline.repeatedIDs == ["a"] && outline.positions == ["x", "y&"])
  }

  @Test("a build looks at the same links and ids as a check")
  func details() {
    let html = Array("<a href=/a id=x>here</a><img srcset='b 2x' src=c><style>url(d)</style>".utf8)
    let (links, full) = (PageOutline(of: html, .links(inside: SiteAddress())), PageOutline(of: html, .full))
    #expect(links.links == full.links && links.ids == full.ids)
    #expect(links.vagueLinks.isEmpty && !full.vagueLinks.isEmpty)
  }

  @Test(
    "hostile pages are read in time in proportion to their size",
    arguments: ["<", "<!--", "<a ", "<a b='", "&#", "</", "<svg>", "<script><!--<script>", "<h1>", "<a href=x>"])
  func hostile(piece: String) {
    _ = outline(String(repeating: piece, count: 200_000 / piece.utf8.count))
  }

  @Test(
    "addresses in styles are found, and comments and texts are none",
    arguments: [
      ("a{b:url(c.png)}", ["c.png"]), ("a{b:URL( 'c d.png' )}", ["c d.png"]), ("/* url(x) */a{}", []),
      ("a{content:\"url(x)\"}", []), ("@import \"a.css\";", ["a.css"]), ("@import url(a.css) print;", ["a.css"]),
      ("a{b:image-set(url(x.png) 1x, url(y.png) 2x)}", ["x.png", "y.png"]), ("a{b:url(c\\).png)}", ["c).png"]),
      ("a{b:url(", [""]), ("a{b:url(x", ["x"]), ("a{b:'\\", []), ("myurl(x)", []),
    ])
  func styles(css: String, expected: [String]) {
    let bytes = Array(css.utf8)
    #expect(CSSAddresses.all(in: bytes, bytes.indices).map(\.address) == expected)
  }
}
