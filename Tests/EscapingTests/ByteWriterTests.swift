import Escaping
import Foundation
import Testing

@Suite("Escaping") struct ByteWriterTests {
  @Test("text cannot leave its place, whatever combining marks follow a quotation mark")
  func text() {
    var out = ByteWriter()
    out.text("a\"\u{301}<b>&\u{338}")
    #expect(out.string == "a&quot;\u{301}&lt;b&gt;&amp;\u{338}")
  }

  @Test("an attribute value is safe in either kind of quotation marks")
  func attribute() {
    var out = ByteWriter()
    out.attribute("it's \"so\"")
    #expect(out.string == "it&#39;s &quot;so&quot;")
  }

  @Test("a URL is percent-encoded once, and never leaves its attribute")
  func url() {
    var out = ByteWriter()
    out.url("/a b/é?x=1&y='\"<%20[")
    #expect(out.string == "/a%20b/%C3%A9?x=1&amp;y=&#x27;%22%3C%20%5B")
  }

  @Test("JSON is safe inside a script element")
  func json() {
    var out = ByteWriter()
    out.jsonString("</script>\u{2028}\u{2029}\u{1}\"\\\n\u{2027}")
    #expect(out.string == #""\u003C/script\u003E\u2028\u2029\u0001\"\\\n"# + "\u{2027}\"")
  }

  @Test("JSON is written in the order told, indented, with nils left out")
  func jsonWriter() {
    var json = JSONWriter()
    json.object { json in
      json.member("b", "x")
      json.member("a", 1)
      json.member("none", String?.none)
      json.array("list") { json in
        json.element("y")
        json.object { $0.member("n", 0.25) }
      }
      json.array("empty") { _ in }
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {
          "b": "x",
          "a": 1,
          "list": [
            "y",
            {
              "n": 0.25
            }
          ],
          "empty": []
        }

        """)
  }

  @Test("a line of a calendar is folded at 75 octets, never inside a character, and its text escaped")
  func iCalendar() {
    var out = ByteWriter()
    out.iCalendarText("SUMMARY", "a;b,c\\d\ne\u{7}" + String(repeating: "é평", count: 40))
    let lines = out.string.components(separatedBy: "\r\n")
    #expect(lines.last == "" && lines.dropLast().allSatisfy { $0.utf8.count <= 75 })
    #expect(lines[0].hasPrefix("SUMMARY:a\\;b\\,c\\\\d\\ne"))
    let unfolded = lines.dropLast().enumerated().map { $0.offset == 0 ? $0.element : String($0.element.dropFirst()) }
      .joined()
    #expect(unfolded.hasSuffix(String(repeating: "é평", count: 40)))
  }

  @Test("a CSV field is quoted where it must be")
  func csv() {
    var out = ByteWriter()
    out.csvRecord(["plain", "a,b", "say \"no\"", "two\nlines", ""])
    #expect(out.string == "plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\r\n")
  }

  @Test(
    "a CSV field that a spreadsheet would run as a formula is text there, and the same text again when read",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("'=1", "''=1"), ("''-", "'''-"),
      ("'tis", "'tis"), ("'", "'"), ("a=1", "a=1"), ("", ""), ("–1", "–1"), ("=\u{301}", "'=\u{301}"),
      ("'\u{301}=", "'\u{301}="),
    ])
  func formulas(text: String, cell: String) {
    var out = ByteWriter()
    out.csvField(text)
    #expect(out.bytes == Array(cell.utf8))
    #expect(Array(FormulaGuard.removing(from: cell).utf8) == Array(text.utf8))
  }

  @Test(
    "schemes are read as a browser reads them",
    arguments: [
      ("https://a.example/", true), ("HTTP://a", true), ("mailto:a@b", true), ("/x:y", true), ("page.html#a:b", true),
      ("", true), ("?q=javascript:1", true), ("//host/x", true), ("javascript:alert(1)", false),
      (" \u{1}JaVa\tScr\nipt:alert(1)", false), ("data:text/html,x", false), ("vbscript:x", false),
      ("file:///x", false),
      ("blob:x", false), ("java\u{0}script:x", false), ("&#106;avascript:x", true),
    ])
  func schemes(url: String, allowed: Bool) {
    #expect(URLPolicy.link.allows(url) == allowed)
  }

  @Test("a picture is never fetched by mail or telephone")
  func media() {
    #expect(!URLPolicy.media.allows("mailto:a@b"))
    #expect(URLPolicy.media.allows("https://a.example/p.jpg"))
  }
}
