import Diagnostics
import Testing
import YAML

@Suite("YAML nodes") struct NodeTests {
  /// A node's shape, each part with `line:column+bytes`.
  private func shape(_ node: YAML.Node?) -> String {
    guard let node else { return "nil" }
    let mark = "@\(place(node.location))+\(node.location.range.count)"
    switch node.content {
    case .scalar(let scalar): return "\(scalar.style) \(scalar.text)\(mark)"
    case .sequence(let items): return "[\(items.map(shape).joined(separator: ", "))]\(mark)"
    case .mapping(let entries):
      let parts = entries.map { "\($0.key.value)@\(place($0.key.location)): \(shape($0.value))" }
      return "{\(parts.joined(separator: ", "))}\(mark)"
    }
  }

  @Test("every key, scalar and collection knows its bytes")
  func locations() {
    let (node, found) = parse("a: b\nc:\n  - 'd'\n  - {e: \"f\", g: [1]}\n\n# end\nh: |\n  two\n  lines\n\ni:\n")
    #expect(found == [])
    #expect(
      shape(node)
        == "{a@1:1: plain b@1:4+1, c@2:1: [quoted d@3:5+3, {e@4:6: quoted f@4:9+3, g@4:14: [plain 1@4:18+1]@4:17+3}"
        + "@4:5+16]@3:3+26, h@7:1: block two\nlines\n@7:4+15, i@11:1: plain @11:3+0}@1:1+66")
  }

  @Test("bytes are counted rightly behind umlauts, emoji and line separators")
  func unicode() {
    let text = "ä: ö\n😀: \"é\u{2028}x\"\nb: [ü, z]\n"
    let (node, found) = parse(text)
    #expect(found == [])
    let z = node?.mapping?.last?.value.sequence?.last
    #expect(z?.location.text == "z")
    #expect(z.map { place($0.location) } == "3:8")
    #expect(node?.mapping?.first?.value.location.text == "ö")
  }

  @Test("a byte order mark and CRLF change neither texts nor places")
  func byteOrderMark() {
    let (node, found) = parse("\u{FEFF}a: b\r\nc: >\r\n  d\r\n  e\r\nf: [g,\r\n  h]\r\n")
    #expect(found == [])
    #expect(
      shape(node)
        == "{a@1:1: plain b@1:4+1, c@2:1: block d e\n@2:4+11, f@5:1: [plain g@5:5+1, plain h@6:3+1]@5:4+9}@1:1+34")
  }

  @Test("JSON is read as it is")
  func json() {
    let (node, found) = parse("{\"a\":1,\n\t\"b\": [true, null, \"\\u00e9\\/\\n\"],\"c\":{\"d\" : -1.5e3}}\n")
    #expect(found == [])
    #expect(
      shape(node)
        == "{a@1:2: plain 1@1:6+1, b@2:2: [plain true@2:8+4, plain null@2:14+4, quoted é/\n@2:20+12]@2:7+26, "
        + "c@2:34: {d@2:39: plain -1.5e3@2:45+6}@2:38+14}@1:1+60")
  }

  @Test("characters beyond the first plane may be escaped as JSON does, in two halves")
  func surrogates() {
    let (node, found) = parse("{\"a\": \"x\\uD83D\\ude00y\", \"b\": \"\\\\ud83d\\\\ude00\",\n \"c\": d}")
    #expect(found == [])
    #expect(
      shape(node)
        == "{a@1:2: quoted x😀y@1:7+16, b@1:25: quoted \\ud83d\\ude00@1:30+16, c@2:2: plain d@2:7+1}@1:1+55")
  }

  @Test("half a pair is no character") func halfSurrogate() {
    #expect(
      parse("{\"a\": \"é\\ud83d\"}").findings == ["1:9 bad-escape: “\\ud83d” is no escape that can be read here"])
  }

  @Test("dates, numbers and truth values stay as they were written")
  func noGuesses() {
    let (node, _) = parse("[2031-01-14, 2031-02-27/2031-02-28, 010, no, 1_000, 0x1F, 12:30, =]")
    #expect(
      node?.sequence?.compactMap(\.scalar?.text) == [
        "2031-01-14", "2031-02-27/2031-02-28", "010", "no", "1_000", "0x1F", "12:30", "=",
      ])
  }

  @Test("a part of a text is read with the lines of the whole")
  func part() {
    let source = SourceText(path: "a.md", "---\ntitle: ä\ntags: [b\n---\ntext: x: y\n")
    var diagnostics = Diagnostics()
    #expect(YAML.parse(source, range: 4..<14, diagnostics: &diagnostics)?.mapping?.first?.key.location.range == 4..<9)
    #expect(!diagnostics.hasErrors)
    #expect(YAML.parse(source, range: 4..<23, diagnostics: &diagnostics) == nil)
    #expect(findings(diagnostics) == ["3:7 unclosed-bracket: “[” is not closed before the end of the text"])
    #expect(YAML.parse(source, range: 9_000..<9_999, diagnostics: &diagnostics)?.isNull == true)
  }

  @Test("nothing at all, comments and an empty document are nothing", arguments: ["", "\n", "# x\n", "---\n", "~"])
  func empty(text: String) {
    let (node, found) = parse(text)
    #expect(node?.isNull == true)
    #expect(found == [])
  }

  @Test("a quoted or tagged null is a text")
  func nulls() {
    let (node, _) = parse("[null, ~, '', 'null', !!str null, ! null, !!null null]")
    #expect(node?.sequence?.map(\.isNull) == [true, true, false, false, false, false, true])
  }

  @Test("an alias is the value its anchor names")
  func aliases() {
    let (node, found) = parse("a: &x [1, 2]\nb: *x\n")
    #expect(found == [])
    #expect(node?.mapping?.last?.value.sequence?.count == 2)
    #expect(node?.mapping?.last?.value.location.range == node?.mapping?.first?.value.location.range)
  }

  @Test("a part of a text is placed exactly, in quotes or not; across escapes the whole is")
  func partOfText() throws {
    let (node, _) = parse("[2031-13, '2031-13', \"20\\x331-13\"]")
    let texts = try #require(node?.sequence).map { Located($0.scalar?.text ?? "", at: $0.location) }
    #expect(texts.map { $0.location(of: 5..<7).text } == ["13", "13", "\"20\\x331-13\""])
    #expect(texts[0].location(of: 5..<99).range == 6..<8)
    #expect(texts[0].location(of: -5..<99).range == 1..<8)
  }
}
