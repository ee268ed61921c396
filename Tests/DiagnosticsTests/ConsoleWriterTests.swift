import Diagnostics
import Testing

@Suite("Diagnostics on a console") struct ConsoleWriterTests {
  private func text(_ diagnostics: Diagnostics, color: Bool = false) -> String {
    var writer = ConsoleWriter(color: color)
    return writer.text(for: diagnostics)
  }

  @Test("a finding shows place, message, line, caret, notes and help")
  func whole() {
    let source = SourceText(path: "Content/a/positions.yaml", "sides:\n  quot: x\n")
    var diagnostics = Diagnostics()
    diagnostics.error(
      "unknown-key", "unknown key “quot” in a position", at: source.location(9..<13),
      notes: [.init("first seen here", at: source.location(0..<5))], help: "did you mean “quote”?")
    #expect(
      text(diagnostics) == """
        Content/a/positions.yaml:2:3: error: unknown key “quot” in a position [unknown-key]
            2 |   quot: x
              |   ^~~~
              = note: Content/a/positions.yaml:1:1: first seen here
              = did you mean “quote”?

        """)
  }

  @Test("findings come out by file and place, whoever found them first")
  func order() {
    let a = SourceText(path: "a", "x\ny\n")
    let b = SourceText(path: "b", "x\n")
    var diagnostics = Diagnostics()
    diagnostics.warning("w", "third", at: b.location(0..<1))
    diagnostics.error("e", "second", at: a.location(2..<3))
    diagnostics.error("e", "first", at: a.location(0..<1))
    #expect(diagnostics.sorted().map(\.message) == ["first", "second", "third"])
    #expect(diagnostics.hasErrors)
  }

  @Test("the caret stands under wide, combining and tabbed text")
  func caretWidth() {
    let source = SourceText(path: "f", "\t평양 e\u{301} bad")
    var diagnostics = Diagnostics()
    let offset = "\t평양 e\u{301} ".utf8.count
    diagnostics.error("e", "no", at: source.location(offset..<(offset + 3)))
    #expect(text(diagnostics).hasSuffix("    1 |   평양 e\u{301} bad\n      |          ^~~\n"))
    #expect(text(diagnostics).hasPrefix("f:1:8: "))
  }

  @Test("a line of two thousand characters is cut around the caret")
  func longLine() {
    let source = SourceText(
      path: "f", String(repeating: "a", count: 1000) + "BAD" + String(repeating: "b", count: 1000))
    var diagnostics = Diagnostics()
    diagnostics.error("e", "no", at: source.location(1000..<1003))
    let lines = text(diagnostics).split(separator: "\n")
    #expect(lines[1].unicodeScalars.count < 115)
    #expect(lines[1].contains("…aaaa") && lines[1].contains("BADbbbb") && lines[1].hasSuffix("…"))
    let caret = lines[2].unicodeScalars.firstIndex(of: "^").map {
      lines[2].unicodeScalars.distance(from: lines[2].unicodeScalars.startIndex, to: $0)
    }
    let bad = lines[1].unicodeScalars.firstIndex(of: "B").map {
      lines[1].unicodeScalars.distance(from: lines[1].unicodeScalars.startIndex, to: $0)
    }
    #expect(caret == bad)
  }

  @Test("content cannot drive the terminal")
  func controls() {
    let source = SourceText(path: "f\u{1B}[2J", "\u{1B}]0;x\u{7}\u{202E}")
    var diagnostics = Diagnostics()
    diagnostics.error("e", "no \u{1B}[31m", at: source.location(0..<1))
    let printed = text(diagnostics)
    #expect(!printed.unicodeScalars.contains("\u{1B}") && !printed.unicodeScalars.contains("\u{202E}"))
  }

  @Test("bytes that are not UTF-8, an empty file and a place past the end can be shown")
  func odd() {
    for bytes in [[0xFF, 0xFE, 0x41], [], [0x0A]] as [[UInt8]] {
      let source = SourceText(path: "f", bytes: bytes)
      var diagnostics = Diagnostics()
      diagnostics.error("e", "no", at: source.location(5..<9))
      #expect(text(diagnostics).contains("f:"))
    }
  }

  @Test("a byte order mark and CRLF do not move lines or columns")
  func byteOrderMark() {
    let source = SourceText(path: "f", "\u{FEFF}ab\r\ncd\r\n")
    let table = LineTable(source)
    #expect(table.column(at: 4) == 2)
    #expect(table.line(at: 7) == 2 && table.column(at: 7) == 1)
    #expect(table.bytes(ofLine: 2) == 7..<9)
  }

  @Test(
    "a mistyped name finds the one that was meant",
    arguments: [("quot", "quote"), ("soruce", "source"), ("Stance", "stance"), ("banana", nil), ("", nil)]
      as [(String, String?)])
  func nearest(typed: String, meant: String?) {
    #expect(nearestName(to: typed, among: ["who", "issue", "stance", "date", "quote", "source"]) == meant)
  }

  @Test("where two texts differ is told in words, and in colour on a terminal")
  func comparison() {
    var diagnostics = Diagnostics()
    diagnostics.error(
      "e", "no",
      notes: [
        .init(
          "difference:",
          comparing: [.same("We get"), .differs("full", "complete"), .differs("", "peace"), .differs("now", "")])
      ])
    #expect(text(diagnostics).contains("= note: difference: We get [full → complete] [+peace] [−now]\n"))
    #expect(text(diagnostics, color: true).contains("[\u{1B}[9;31mfull\u{1B}[0m → \u{1B}[32mcomplete\u{1B}[0m]"))
  }
}
