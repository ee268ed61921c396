import Diagnostics
import TestSupport
import Testing
import YAML

@Suite("Limits of YAML") struct LimitTests {
  @Test("aliases of aliases that multiply are refused by name")
  func bomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let (node, found) = parse(text)
    #expect(node == nil)
    #expect(found == ["7:30 alias-bomb: aliases multiply this text to more than 6000000 values"])
  }

  @Test("64 levels are read and 65 refused, in blocks, in brackets and behind aliases")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(parse(nested(64)).findings == [])
    #expect(parse(nested(65)).findings == ["1:65 too-deep: lists and keys are nested more than 64 deep"])
    #expect(parse(String(repeating: "- ", count: 65)).findings.first?.hasPrefix("1:129 too-deep") == true)
    #expect(parse("[&x \(nested(40)), \(nested(20)), [[*x]]]").findings == [])
    let behindAlias = "[&x \(nested(40)), " + String(repeating: "[", count: 30) + "*x"
    #expect(parse(behindAlias).findings.first?.contains("too-deep") == true)
  }

  @Test(
    "a hundred thousand brackets, indents, anchors, comments or directives end at once",
    arguments: [
      "[", "{", "- ", "? ", "{a: ", "&a ", "!a ", "*a ", "%TAG ! x\n", "#\n", "\"", "'", "|", "a: |\n ", "[a, ",
    ])
  func repeated(part: String) {
    let start = ContinuousClock.now
    _ = parse(String(repeating: part, count: 100_000))
    #expect(ContinuousClock.now - start < .atMost(seconds: 5))
  }

  @Test("size and number of values have limits that can be set")
  func size() {
    var limits = YAML.Limits()
    limits.bytes = 10
    #expect(parse("a: 0123456", limits: limits).findings == [])
    #expect(
      parse("a: 01234567", limits: limits).findings
        == ["1:1 too-large: 11 bytes of YAML are more than the 10 that are read"])
    limits.nodes = 3
    #expect(parse("[a, b]", limits: limits).findings == [])
    #expect(
      parse("[a, b, c]", limits: limits).findings == ["1:8 too-large: there are more than the 3 values that are read"])
  }

  @Test("no damage to a file makes reading crash or hang")
  func damage() {
    let text = Array(
      """
      \u{FEFF}a: &x [1, 'zwei', "dr\\u00e9i", *x]\r\nb:\n  - {c: d, e: !!str f}\n  - |\n    text: "x"\n\tg: >-\n h\n---\n
      """.utf8)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = Array("\t\n \"'[]{}:,-?&*!|>%@`#\\é\u{0}".utf8).randomElement(using: &random) ?? 0
        case 1: bytes.removeSubrange(index..<min(index + 3, bytes.count - 1))
        default: bytes.insert(contentsOf: bytes[index...].prefix(5), at: 0)
        }
      }
      let source = SourceText(path: "f", bytes: bytes)
      var diagnostics = Diagnostics()
      let node = YAML.parse(source, diagnostics: &diagnostics)
      #expect(node != nil || diagnostics.hasErrors)
      var writer = ConsoleWriter(color: false)
      _ = writer.text(for: diagnostics)
    }
  }
}
