import Diagnostics
import Testing
import YAML

@testable import Site

@Suite("A new item of a list") struct ScaffoldInsertionTests {
  private static let position = PositionBlock(fields: [
    .init("who", "vale"), .init("issue", "tariff"), .init("quote", "No, never", isProse: true),
  ])

  /// The file with the position in it.
  private func insert(_ yaml: String, _ position: PositionBlock = position) throws -> String {
    let source = SourceText(path: "positions.yaml", yaml)
    var diagnostics = Diagnostics()
    let root = try #require(YAML.parse(source, diagnostics: &diagnostics))
    let insertion = try #require(ListInsertion(of: position, under: "positions", in: source, root: root))
    return String(decoding: insertion.result, as: UTF8.self)
  }

  /// Each file, and the same with the position in it.
  static let shapes: [(name: String, before: String, after: String)] = [
    (
      "indented dashes, the list in the middle of the file",
      "positions:\n  - who: kim   # once\n    quote: 'Yes'  # said\n\nknown: []\n",
      "positions:\n  - who: kim   # once\n    quote: 'Yes'  # said\n"
        + "  - who: vale\n    issue: tariff\n    quote: \"No, never\"\n\nknown: []\n"
    ),
    (
      "dashes at the margin, at the end of a file without a last line feed",
      "a: 1\npositions:\n- who: kim", "a: 1\npositions:\n- who: kim\n- who: vale\n  issue: tariff\n  quote: No, never"
    ),
    (
      "items set apart by empty lines, with wide dashes and comments of their own",
      "positions:\n    -   who: a\n\n    # the second\n    -   who: b\n        # still b\n\n# the rest\nknown: []\n",
      "positions:\n    -   who: a\n\n    # the second\n    -   who: b\n        # still b\n\n"
        + "    -   who: vale\n        issue: tariff\n        quote: No, never\n\n# the rest\nknown: []\n"
    ),
    (
      "items in braces",
      "positions:\n  - {who: kim,\n     quote: Yes}\nknown: []\n",
      "positions:\n  - {who: kim,\n     quote: Yes}\n"
        + "  - {who: vale, issue: tariff, quote: \"No, never\"}\nknown: []\n"
    ),
    (
      "a list in brackets on one line", "positions: [{who: kim}]  # all\nknown: []\n",
      "positions: [{who: kim}, {who: vale, issue: tariff, quote: \"No, never\"}]  # all\nknown: []\n"
    ),
    (
      "a list in brackets over several lines, with a comma at its end and a comment",
      "positions: [\n  {who: kim},  # first\n]\n",
      "positions: [\n  {who: kim},  # first\n  {who: vale, issue: tariff, quote: \"No, never\"},\n]\n"
    ),
    ("brackets with nothing in them", "positions: []\nknown: []\n", "positions:\n  \(block)\nknown: []\n"),
    (
      "brackets with nothing in them, and a comment", "positions: [ ]  # none yet\n",
      "positions:   # none yet\n  \(block)\n"
    ),
    (
      "no value, and a comment below",
      "positions:\n  # one a line\nknown:\n  - x\n", "positions:\n  # one a line\n  \(block)\nknown:\n  - x\n"
    ),
    ("a null value", "positions: ~\nknown:\n- x\n", "positions:\n\(marginBlock)\nknown:\n- x\n"),
    ("no value at the end of the file", "positions:", "positions:\n  \(block)"),
    (
      "no key, in a file with empty lines", "sides: {}\n\nknown: []\n",
      "sides: {}\n\nknown: []\n\npositions:\n  \(block)\n"
    ),
    ("nothing at all", "", "positions:\n  \(block)\n"),
    ("comments only", "# Nothing yet.\n", "# Nothing yet.\npositions:\n  \(block)\n"),
    (
      "JSON on many lines",
      "{\n  \"positions\": [\n    {\n      \"who\": \"kim\"\n    }\n  ]\n}\n",
      "{\n  \"positions\": [\n    {\n      \"who\": \"kim\"\n    },\n    {\n      \"who\": \"vale\",\n"
        + "      \"issue\": \"tariff\",\n      \"quote\": \"No, never\"\n    }\n  ]\n}\n"
    ),
    (
      "JSON on one line, and no key", "{\"known\": []}",
      "{\"known\": [], \"positions\": [{\"who\": \"vale\", \"issue\": \"tariff\", \"quote\": \"No, never\"}]}"
    ),
    (
      "a block scalar at the end", "positions:\n  - who: kim\n    quote: >-\n      Yes,\n      # indeed\n\nknown: []\n",
      "positions:\n  - who: kim\n    quote: >-\n      Yes,\n      # indeed\n  \(block)\n\nknown: []\n"
    ),
    (
      "a byte order mark and an indented top", "\u{FEFF}positions:\n  - who: kim\n",
      "\u{FEFF}positions:\n  - who: kim\n  \(block)\n"
    ),
  ]
  private static let block = "- who: vale\n    issue: tariff\n    quote: No, never"
  private static let marginBlock = "- who: vale\n  issue: tariff\n  quote: No, never"

  @Test("is written as the list is, and no other byte changes", arguments: shapes)
  func shape(_ shape: (name: String, before: String, after: String)) throws {
    #expect(Array(try insert(shape.before).utf8) == Array(shape.after.utf8), "\(shape.name)")
  }

  @Test("has the file's line endings", arguments: shapes)
  func lineEndings(_ shape: (name: String, before: String, after: String)) throws {
    guard shape.before.contains("\n") else { return }
    func crlf(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }
    let before = String(decoding: crlf(shape.before), as: UTF8.self)
    #expect(Array(try insert(before).utf8) == crlf(shape.after), "\(shape.name)")
  }

  @Test("is read back as the last one, and all else as before", arguments: shapes)
  func reading(_ shape: (name: String, before: String, after: String)) throws {
    var diagnostics = Diagnostics()
    let root = try #require(YAML.parse(SourceText(path: "", try insert(shape.before)), diagnostics: &diagnostics))
    #expect(diagnostics.all.isEmpty)
    let items = root.mapping?.first { $0.key.value == "positions" }?.value.sequence
    let texts = items?.last?.mapping?.map { $0.value.scalar?.text }
    #expect(texts == ["vale", "tariff", "No, never"])
  }

  @Test("is folded where it would be wider than a line, in a block as between braces")
  func width() throws {
    let words = Array(repeating: "harbour", count: 40).joined(separator: " ")
    let position = PositionBlock(fields: [.init("who", "vale"), .init("quote", words, isProse: true)])
    for before in ["positions:\n  - who: kim\n", "positions:\n  - {who: kim}\n"] {
      let after = try insert(before, position)
      var diagnostics = Diagnostics()
      let root = try #require(YAML.parse(SourceText(path: "", after), diagnostics: &diagnostics))
      #expect(root.mapping?.first?.value.sequence?.last?.mapping?.last?.value.scalar?.text == words)
    }
    #expect(try insert("positions:\n", position).split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test("takes nothing away but an empty value, and no file, however broken, stops it")
  func mutations() {
    var seed: UInt64 = 11
    func random(below count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(count))
    }
    let pieces = [
      "\n", "\r", "#", " ", "[", "]", "{", "}", ",", ":", "- ", "&a ", "*a", "|\n", "\"", "~", "\n...\n", "é",
    ]
    let empty = Set("~[]nulNUL \t".utf8)
    var count = 0
    for _ in 0..<4_000 {
      var bytes = Array(Self.shapes[random(below: Self.shapes.count)].before.utf8)
      for _ in 0...random(below: 4) {
        let place = random(below: bytes.count + 1)
        if random(below: 2) == 0 {
          bytes.insert(contentsOf: pieces[random(below: pieces.count)].utf8, at: place)
        } else {
          bytes.removeSubrange(place..<min(bytes.count, place + random(below: 6)))
        }
      }
      let source = SourceText(path: "positions.yaml", bytes: bytes)
      var diagnostics = Diagnostics()
      guard let root = YAML.parse(source, diagnostics: &diagnostics),
        let insertion = ListInsertion(of: Self.position, under: "positions", in: source, root: root)
      else { continue }
      count += 1
      #expect(insertion.edits.allSatisfy { edit in bytes[edit.range].allSatisfy(empty.contains) })
      let added = insertion.edits.reduce(0) { $0 + $1.text.utf8.count - $1.range.count }
      #expect(insertion.result.count == bytes.count + added)
    }
    #expect(count > 1_000)
  }

  @Test("is refused where the list is none")
  func noList() throws {
    for yaml in ["positions: {a: b}\n", "positions: text\n", "- a\n", "text\n"] {
      let source = SourceText(path: "positions.yaml", yaml)
      var diagnostics = Diagnostics()
      let root = try #require(YAML.parse(source, diagnostics: &diagnostics))
      #expect(ListInsertion(of: Self.position, under: "positions", in: source, root: root) == nil, "\(yaml)")
    }
  }
}

@Suite("A text written as YAML") struct YAMLTextTests {
  static let texts = [
    "plain", "We’re confident", "a: b", "a:", "a #b", "a#b", "#1", "- dash", "-", "? why", ": colon", "“curly”",
    "\"straight\" said",
    "it's", "'single'", "back\\slash", "null", "~", "yes", "No", "12", "1e5", "0x1F", "10:30", "2019", "2019-02-22",
    "1_000",
    "2019-02~", "[2019-01,2019-02]", "{a}", "a, b", "a [b]", "&a", "*a", "!tag", "%a", "@a", "`a", "|", ">", "=", "<<",
    "…",
    "...", "---", " lead", "trail ", "two  spaces", "a\tb", "a\nb", "a\r\nb", "\u{7}bell", "no\u{A0}break",
    "\u{FEFF}mark",
    "line\u{2028}separator", "next\u{85}line", "soft\u{AD}hyphen", "\u{202E}turned", "👩‍👩‍👧", "e\u{301}", "한국어",
    "\"\u{301}", "\u{FFFE}",
  ]

  @Test("reads back as itself, in a block, between braces and as JSON", arguments: texts)
  func roundTrip(_ text: String) throws {
    let lines: [String] = [
      "k: " + YAMLText.scalar(text, in: .block), "{k: " + YAMLText.scalar(text, in: .flow) + "}",
      "{\"k\": " + YAMLText.scalar(text, in: .json) + "}",
      "k: >-\n" + (YAMLText.folded(text, width: 4) ?? []).map { "  " + $0 }.joined(separator: "\n"),
    ]
    for line in lines.prefix(YAMLText.folded(text, width: 4) == nil ? 3 : 4) {
      var diagnostics = Diagnostics()
      let root = try #require(YAML.parse(SourceText(path: "", line), diagnostics: &diagnostics), "\(line)")
      #expect(diagnostics.all.isEmpty, "\(line)")
      let value = try #require(root.mapping?.first?.value)
      #expect(Array((value.scalar?.text ?? "?").utf8) == Array(text.utf8), "\(line)")
      #expect(!value.isNull)
    }
  }

  @Test("goes without quotes where nobody could take it for something else")
  func plain() {
    for text in ["We’re confident", "2019-02-22", "vale", "a, b", "it's"] {
      #expect(YAMLText.scalar(text, in: .block) == text)
    }
    for text in ["yes", "12", "10:30", "a: b", "#1", ""] { #expect(YAMLText.scalar(text, in: .block) == "\"\(text)\"") }
  }
}
