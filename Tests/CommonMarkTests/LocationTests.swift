@testable import CommonMark
import Diagnostics
import Escaping
import TestSupport
import Testing

@Suite("Locations") struct LocationTests {
  @Test("dbg", .enabled(if: Conformance.isAvailable))
  func spec() {
    var total = 0, bad = 0
    for example in ConformanceTests.specification {
      var diagnostics = Diagnostics()
      let source = SourceText(path: "a.md", "front\n---\n" + example.markdown)
      let document = Document(
        parsing: source, body: 10..<source.bytes.count, options: .commonMark, diagnostics: &diagnostics)
      let text = document.plainText()
      for segment in text.segments
      where document.kind(of: segment.node) == .text || document.kind(of: segment.node) == .code
        || document.kind(of: segment.node) == .softBreak
      {
        total += 1
        let literal = String(decoding: text.utf8[segment.range], as: UTF8.self)
        let place = document.location(of: segment.node).text
        let ok = document.kind(of: segment.node) == .softBreak ? place == "\n" : place == literal
        if !ok {
          bad += 1;
          print(
            "ex", example.example, document.kind(of: segment.node)!, literal.debugDescription, "at",
            place.debugDescription, "in", example.markdown.debugDescription)
        }
      }
    }
    print(total, bad)
  }
}
