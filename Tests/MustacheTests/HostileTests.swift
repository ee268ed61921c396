import Diagnostics
import Escaping
import Mustache
import TestSupport
import Testing

@Suite("Hostile templates") struct HostileTests {
  /// What is found wrong with one template.
  private func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    var diagnostics = Diagnostics()
    var library = TemplateLibrary(
      compiling: [("page", SourceText(path: "page", bytes: bytes))], diagnostics: &diagnostics)
    library.limits.steps = 100_000
    var out = ByteWriter()
    library.render("page", with: ["a": ["a": [true, [:]]]], into: &out, diagnostics: &diagnostics)
    return diagnostics.all
  }

  private func findings(_ text: String) -> [Diagnostic] { findings(Array(text.utf8)) }

  @Test(
    "a megabyte of tags that never end is told about a hundred times at most",
    arguments: ["{{", "{{{", "{{=", "{{!", "{{=| |=}}|", "{{/a}}", "{{}}", "{{a b}}", "{{>a}}", "}}", "{{.a}}\n"])
  func unended(piece: String) {
    let findings = findings(String(repeating: piece, count: 1_000_000 / piece.utf8.count))
    #expect(findings.count <= 100)
    #expect(findings.isEmpty == (piece == "}}"))
  }

  @Test("100,000 sections inside each other are refused", arguments: ["{{#a}}", "{{^a}}", "{{$a}}", "{{<a}}"])
  func nesting(tag: String) {
    let findings = findings(String(repeating: tag, count: 100_000))
    #expect(findings.contains { $0.id == "template-nesting" && $0.location?.range == 600..<606 })
  }

  @Test("a hundred sections inside each other are not, nor are more rounds than anybody can wait for")
  func deepest() {
    func text(_ name: String) -> String {
      String(repeating: "{{#\(name)}}", count: 100) + "x" + String(repeating: "{{/\(name)}}", count: 100)
    }
    #expect(findings(text("b")).isEmpty)
    #expect(findings(text("a")).map(\.id) == ["template-endless"])
  }

  @Test("a long name, a long delimiter, a long line are cut in what is said about them")
  func long() {
    for text in ["{{\(String(repeating: "a ", count: 1000))}}", "{{=\(String(repeating: "<", count: 40)) >=}}"] {
      let findings = findings(text)
      #expect(findings.count == 1 && findings.allSatisfy { $0.message.count < 120 })
    }
  }

  @Test("a template that is too large or not UTF-8 is refused, with the place of the first bad byte")
  func unreadable() {
    #expect(findings([UInt8](repeating: 0x20, count: 1 << 20 + 1)).map(\.id) == ["template-size"])
    let findings = findings(Array("ab".utf8) + [0xC3, 0x28])
    #expect(findings.map(\.id) == ["template-encoding"] && findings.first?.location?.range.lowerBound == 2)
  }

  @Test("partials that double at each level of the data come to an end")
  func doubling() {
    var value: Value = ["x": false]
    for _ in 0..<60 { value = ["x": value] }
    var diagnostics = Diagnostics()
    var library = TemplateLibrary(
      compiling: [("page", SourceText(path: "page", "{{#x}}{{>page}}{{>page}}{{/x}}"))], diagnostics: &diagnostics)
    library.limits.steps = 10_000
    var out = ByteWriter()
    #expect(!library.render("page", with: value, into: &out, diagnostics: &diagnostics))
    #expect(diagnostics.all.map(\.id) == ["template-endless"])
  }

  @Test("a page that grows beyond its bound is given up, and what was written before it stays")
  func size() {
    var diagnostics = Diagnostics()
    var library = TemplateLibrary(
      compiling: [("page", SourceText(path: "page", "{{#x}}0123456789{{/x}}"))], diagnostics: &diagnostics)
    library.limits.outputSize = 1000
    var out = ByteWriter()
    out.raw("before")
    let items = Value.list([Value](repeating: 1, count: 1000))
    #expect(!library.render("page", with: ["x": items], into: &out, diagnostics: &diagnostics))
    #expect(out.string == "before" && diagnostics.all.map(\.id) == ["template-endless"])
  }

  @Test("no sequence of bytes and tags crashes", arguments: 0..<16)
  func random(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let pieces = [
      "{{", "}}", "{{{", "}}}", "#", "^", "/", "$", "<", ">", "*", "&", "!", "=", "a", ".", " ", "\n", "\r\n", "\t",
      "{{#a}}", "{{/a}}", "{{$a}}", "{{<page}}", "{{/page}}", "{{>page}}", "{{>*a}}", "{{^a}}", "{{a}}", "{{=| |=}}",
      "|={{ }}=|", "é", "\u{FEFF}", "{{!", "{{<*a}}", "{{/*a}}",
    ].map { Array($0.utf8) }
    var compiled = 0
    for _ in 0..<1000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        if Int.random(in: 0..<400, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else if let piece = pieces.randomElement(using: &generator) {
          bytes += piece
        }
      }
      if findings(bytes).allSatisfy({ $0.severity == .warning }) { compiled += 1 }
    }
    #expect(compiled > 50)
  }

  @Test("well-nested tags in any order compile", arguments: 0..<8)
  func wellNested(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    for _ in 0..<500 {
      let text = nested(depth: 5, using: &generator)
      let ids = Set(findings(text).map(\.id))
      #expect(
        ids.isSubset(of: ["ignored-tag", "unknown-block", "duplicate-block", "template-recursion", "template-endless"]),
        "\(text)")
    }
  }

  private func nested(depth: Int, using generator: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let space = ["", " ", "\n", "\n  ", "\r\n\t", "x"].randomElement(using: &generator) ?? ""
      let inside = depth > 0 ? nested(depth: depth - 1, using: &generator) : "{{a}}"
      let form = ["#a", "^a", "$a", "$b", "<page", "a", ">page", "! c", ""].randomElement(using: &generator) ?? ""
      switch form.first {
      case "#", "^", "$", "<": text += "{{\(form)}}\(space)\(inside){{/\(form.dropFirst())}}\(space)"
      case nil: text += space
      default: text += "{{\(form)}}\(space)"
      }
    }
    return text
  }
}
