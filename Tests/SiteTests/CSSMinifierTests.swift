import TestSupport
import Testing

@testable import Site

@Suite("A stylesheet for readers") struct CSSMinifierTests {
  private func minified(_ css: String) -> String {
    String(decoding: CSSMinifier.minified(Array(css.utf8)), as: UTF8.self)
  }

  @Test(
    "loses comments and white space where they separate nothing",
    arguments: [
      ("/* a */\na {\n  color: red;\n}\n", "a{color:red}"), ("a , b\t{ margin : 0 ; }", "a,b{margin :0}"),
      ("@media screen and ( min-width: 44em ) {\r\n a { b: c } }", "@media screen and (min-width:44em){a{b:c}}"),
      ("a { b: c; ; }", "a{b:c;}"), ("a /* x */ b { }", "a b{}"), ("a{}/* x */\n/* y */b{}", "a{}b{}"), ("", ""),
      (" \n ", ""), ("a{b:c}/* open", "a{b:c}"), ("a, /* x */ b{}", "a,b{}"),
    ])
  func shortened(css: String, expected: String) { #expect(minified(css) == expected) }

  @Test(
    "keeps all that means something",
    arguments: [
      // A descendant, a sum, a condition, two functions in a row.
      "a :hover{}", ".a .b{}", "a *{}", "a{b:calc(1px + 2px - 3px)}", "@supports not (a:b){}", "a{b:c(1) d(2)}",
      "@media (a:b) and (c:d){}", "a + b ~ c > d{}", "a{b:-1px -2px}", "a{b:c !important}",
      // Strings, with quotation marks, comments and ends of lines in them.
      #"a{b:"  /* x */  ; } "}"#, #"a{b:' \' " \\'}"#, "a{b:\"x\\\n  y\"}", "a[b=\"  \"]{}", #"a{b:"é  é"}"#,
      // Addresses without quotation marks, and what only looks like them.
      "a{b:url(x;y{z  /*q*/})}", "a{b:url(data:image/svg+xml;a,\\)  b)}", "a{b:URL(  x  )}", #"a{b:url("a  b")}"#,
      // Escapes; the first space after one in hexadecimal belongs to it.
      #".\31  b{}"#, #".a\{ b{}"#, #"a{b:\;;c:d}"#, #"a{b:\;}"#, #"a\:b{}"#,
      // A comment that keeps two names apart, without being white space; one to be kept; empty values.
      "a/**/b{}", "a/**/.b{}", "/*! mine */a{}", "a{--b: ;c:d}", "a{--b: }", "a{b:var(--c,)}", "@charset \"utf-8\";a{}",
      // What is not CSS is nobody's to mend.
      "a{b:\"open", "a{b:\"open\nc:d}", "\\", "a{b:url(open", "url(", "/", "/*! open", "}}", "\u{0}",
    ])
  func kept(css: String) { #expect(minified(css) == css) }

  @Test("never grows and takes linear time, whatever is in it")
  func hostile() {
    let pieces = ["/*", "*/", "\"", "'", "\\", "url(", ")", "{", "}", ";", ":", " ", "\n", "a", "\\31 ", ",", "!", "é"]
    var seed: UInt64 = 1
    for _ in 0..<2000 {
      var css = ""
      for _ in 0..<24 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        css += pieces[Int(seed >> 33) % pieces.count]
      }
      let once = CSSMinifier.minified(Array(css.utf8))
      #expect(once.count <= css.utf8.count)
    }
    let start = ContinuousClock.now
    for piece in pieces { _ = CSSMinifier.minified(Array(String(repeating: piece, count: 100_000).utf8)) }
    #expect(ContinuousClock.now - start < .atMost(seconds: 20))
  }

  @Test("a theme's stylesheet stands under the fingerprint of what readers get")
  func asset() {
    let asset = Asset(path: "assets/a.css", bytes: Array("a { b: c }".utf8))
    #expect(asset.bytes == Array("a{b:c}".utf8))
    #expect(asset.output == Asset(path: "assets/a.css", bytes: Array("a{\n b: c }".utf8)).output)
    #expect(Asset(path: "assets/a.js", bytes: Array("a { b }".utf8)).bytes == Array("a { b }".utf8))
  }
}
