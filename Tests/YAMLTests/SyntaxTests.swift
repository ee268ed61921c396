import Diagnostics
import Testing
import YAML

@Suite("Mistakes in YAML") struct SyntaxTests {
  @Test(
    "each common mistake is named where it was made",
    arguments: [
      ("a: b\n\tc: d\n", "2:1 tab-indentation: a tab is used for indentation"),
      ("a:\n  b: c\n\td: e\n", "3:1 tab-indentation: a tab is used for indentation"),
      ("title: Talks: the end\n", "1:13 needs-quotes: “: ” inside a text without quotes"),
      ("a: {b: c: d}\n", "1:9 needs-quotes: “:” inside a text without quotes"),
      ("a: @x\n", "1:4 needs-quotes: a text without quotes cannot begin with “@”"),
      ("a: `x`\n", "1:4 needs-quotes: a text without quotes cannot begin with “`”"),
      ("a: 5 %\nb: %5\n", "2:4 needs-quotes: a text without quotes cannot begin with “%”"),
      ("a: *bold*\n", "1:4 needs-quotes: a text without quotes cannot begin with “*”"),
      ("a: !x!y z\n", "1:4 needs-quotes: a text without quotes cannot begin with “!”"),
      ("ä: !foo bar\n", "1:4 unsupported-yaml: the tag “!foo” is not read"),
      ("a: \"x\nb: c\n", "1:4 unclosed-quote: this quotation mark is never closed"),
      ("a: 'x\n---\n", "1:4 unclosed-quote: this quotation mark is never closed"),
      ("a: \"x\nb: \"c\"\n", "1:4 unclosed-quote: this quotation mark is closed only by one on another line"),
      ("a: 'don't'\n", "1:9 unclosed-quote: text after a closing quotation mark"),
      ("a: [1] x\n", "1:8 syntax: unexpected text after a value"),
      ("a: \"\\d\"\n", "1:5 bad-escape: “\\d” is no escape that can be read here"),
      ("a: b\n  c: d\n", "2:3 bad-indentation: “c:” cannot begin here, inside the value of the line above"),
      (
        "a: b\n  \(String(repeating: "c", count: 5000)): d\n",
        "2:3 bad-indentation: “\(String(repeating: "c", count: 39))…:” cannot begin here, inside the value of the line above"
      ),
      ("  a: 1\n b: 2\n", "2:2 bad-indentation: this line does not belong to what ended above it"),
      ("a:\n  b: 1\n c: 2\n", "3:2 bad-indentation: the indentation of this line fits nothing above it"),
      ("a: 1\n- b\n", "2:1 bad-indentation: a list item stands among keys"),
      ("- a\nb: c\n", "2:1 bad-indentation: a key stands among list items"),
      ("a: - b\n", "1:4 syntax: a list item cannot begin on the line of its key"),
      ("a: [x, y\nb: c\n", "1:4 unclosed-bracket: “[” is not closed before “:”"),
      ("a: {x: 1\n", "1:4 unclosed-bracket: “{” is not closed before the end of the text"),
      ("a: [,]\n", "1:5 syntax: a value is missing before “,”"),
      ("a: | x\n", "1:6 syntax: only an indentation digit, “+”, “-” or a comment may follow “|” or “>”"),
      ("a: b\nc\nd: e\n", "2:1 syntax: a key without “:”"),
      (": x\n", "1:1 syntax: there is no key before this “:”"),
      ("'': x\n", "1:1 syntax: there is no key before this “:”"),
      ("[a]: b\n", "1:1 unsupported-yaml: a list or a set of keys cannot be a key"),
      ("? {a: b}\n: c\n", "1:3 unsupported-yaml: a list or a set of keys cannot be a key"),
      ("x: &a [1]\n*a : c\n", "1:4 unsupported-yaml: a list or a set of keys cannot be a key"),
      ("<<: {a: b}\n", "1:1 unsupported-yaml: merge keys, “<<”, are not read"),
      ("# x\n\n%YAML 1.2\n---\na: b\n", "3:1 unsupported-yaml: directives, lines that begin with “%”, are not read"),
      ("a: b\n---\nc: d\n", "2:1 second-document: a second document begins here"),
      ("a: b\n...\n# x\n---\nc: d\n", "4:1 second-document: a second document begins here"),
      ("a: *y\n", "1:4 unknown-alias: no value above has the anchor “&y”"),
      ("a: &x [*x]\n", "1:8 alias-in-itself: “*x” stands inside the value it stands for"),
      ("{a: b}\nc: d\n", "2:1 bad-indentation: this line does not belong to what ended above it"),
    ])
  func mistakes(text: String, finding: String) {
    let (node, found) = parse(text)
    #expect(found == [finding])
    #expect(node == nil)
  }

  @Test("a text with a colon is shown in the quotes it needs")
  func quotedExample() {
    var diagnostics = Diagnostics()
    _ = YAML.parse(SourceText(path: "f", "title: Talks: the end # x\n"), diagnostics: &diagnostics)
    #expect(diagnostics.all.first?.help == "put the text in quotes: \"Talks: the end # x\"")
  }

  @Test("every duplicate key is an error with a note at the first, and the first is kept")
  func duplicates() {
    let source = SourceText(path: "f", "a: 1\nb: {c: 1, c: 2}\na: 2\na: 3\n")
    var diagnostics = Diagnostics()
    let node = YAML.parse(source, diagnostics: &diagnostics)
    #expect(node?.mapping?.first?.value.scalar?.text == "1")
    #expect(
      findings(diagnostics) == [
        "2:11 duplicate-key: “c” is written twice", "3:1 duplicate-key: “a” is written twice",
        "4:1 duplicate-key: “a” is written twice",
      ])
    #expect(diagnostics.sorted().compactMap { $0.notes.first?.location.map(place) } == ["2:5", "1:1", "1:1"])
  }

  @Test("a “#” that cuts a text short is warned of, a comment is not")
  func comments() {
    #expect(
      parse("a: We are #1 in ä\nb: x # one\nc: 'x' #two\nd: #three\ne: x#4\nf: [x #5\n]\ng: x ##\nh: |\n x #6\n")
        .findings == [
          "1:11 comment-in-text: the text ends before “#”, which begins a comment",
          "6:7 comment-in-text: the text ends before “#”, which begins a comment",
        ])
  }

  @Test("a duplicate among many keys is found too")
  func manyKeys() {
    let text = (0..<40).map { "k\($0): x\n" }.joined() + "k7: y\n"
    #expect(parse(text).findings == ["41:1 duplicate-key: “k7” is written twice"])
  }
}

@Suite("Encodings") struct EncodingTests {
  private func findings(_ bytes: [UInt8]) -> (found: [String], help: String?) {
    var diagnostics = Diagnostics()
    #expect(YAML.parse(SourceText(path: "f.yaml", bytes: bytes), diagnostics: &diagnostics) == nil)
    return (YAMLTests.findings(diagnostics), diagnostics.all.first?.help)
  }

  @Test("a Latin-1 file is told from UTF-8 at the first byte that differs")
  func latin1() {
    let (found, help) = findings(Array("ä: b\nc: caf".utf8) + [0xE9, 0x0A])
    #expect(found == ["2:7 not-utf8: byte E9 is not UTF-8"])
    #expect(help == "save the file as UTF-8; it may be in Latin-1 or Windows-1252, where this byte is “é”")
  }

  @Test("a Windows-1252 file is told by its quotation marks")
  func windows1252() {
    let (found, help) = findings(Array("a: ".utf8) + [0x93, 0x78, 0x94])
    #expect(found == ["1:4 not-utf8: byte 93 is not UTF-8"])
    #expect(help?.contains("Windows-1252") == true)
  }

  @Test(
    "bytes that only look like UTF-8 are refused",
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xE2, 0x82], [0xC3], [0x80],
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) {
    #expect(findings([0x61] + bytes).found.first?.hasPrefix("1:2 not-utf8: byte ") == true)
  }

  @Test("UTF-16 is named, with its byte order mark and without")
  func utf16() {
    let name = "not-utf8: this file is written in UTF-16, not in UTF-8"
    #expect(findings([0xFF, 0xFE, 0x61, 0x00]).found == ["1:1 \(name)"])
    #expect(findings([0xFE, 0xFF, 0x00, 0x61]).found == ["1:1 \(name)"])
    #expect(findings(Array("a: b\n".utf8.flatMap { [0, $0] })).found == ["1:1 \(name)"])
    #expect(findings(Array("a: b\n".utf8.flatMap { [$0, 0] })).found == ["1:2 \(name)"])
  }

  @Test("a binary file is called one, a stray control character is pointed at")
  func binary() {
    #expect(
      findings([0x61, 0x3A, 0x20, 0x00, 0x01, 0x02, 0x62, 0x63]).found
        == ["1:4 binary-file: this is a binary file, not a text"])
    #expect(findings(Array("a: b\u{7}\n".utf8)).found == ["1:5 control-character: control character U+0007"])
    #expect(findings(Array("ä: \u{80}\n".utf8)).found == ["1:4 control-character: control character U+0080"])
  }
}
