import CommonMark
import Diagnostics
import TestSupport
import Testing

@Suite("Locations") struct LocationTests {
  @Test(
    "every word of the specification's examples stands where its location says",
    .enabled(if: Conformance.isAvailable))
  func specification() {
    for example in ConformanceTests.specification where !example.markdown.contains(where: "\\&`".contains) {
      let parsed = Parsed(example.markdown, .commonMark, frontMatter: "---\n")
      let text = parsed.document.plainText()
      for segment in text.segments where parsed.document.kind(of: segment.node) == .text {
        let literal = String(decoding: text.utf8[segment.range], as: UTF8.self)
        // Delimiters that were used up in part, and blanks before a line's end, are in the place, not in the text.
        guard !literal.hasSuffix("*"), !literal.hasSuffix("_") else { continue }
        let place = parsed.document.location(of: segment.node).text
        #expect(
          place == literal || place.trimmingPrefix(while: "*_".contains) == literal.trimmingPrefix(while: "*_".contains)
            || place.hasPrefix(literal) && place.dropFirst(literal.count).allSatisfy { $0 == " " },
          "example \(example.example)")
      }
    }
  }
}
