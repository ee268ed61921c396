import Testing

@testable import Escaping

@Suite("XML") struct XMLWriterTests {
  @Test("elements stand in each other, attributes that are nil are not written")
  func elements() {
    var xml = XMLWriter()
    xml.element("a", ["x": "1", "y": nil]) { xml in
      xml.element("b", text: "c")
      xml.element("d", ["e": "f"])
    }
    #expect(
      String(decoding: xml.bytes, as: UTF8.self)
        == "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a x=\"1\">\n  <b>c</b>\n  <d e=\"f\"/>\n</a>\n")
  }

  @Test("markup is escaped, and what XML has no place for is left out")
  func text() {
    var out = ByteWriter()
    out.xml("<&>\"\u{0}\u{8}\u{1F}\t\n\r\u{FFFE}\u{FFFF}\u{FFFD}é\u{301}")
    #expect(out.string == "&lt;&amp;&gt;&quot;\t\n&#13;\u{FFFD}é\u{301}")
  }
}
