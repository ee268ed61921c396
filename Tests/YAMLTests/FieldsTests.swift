import Diagnostics
import TestSupport
import Testing
import YAML

@Suite("Reading the keys of a mapping") struct FieldsTests {
  enum Kind: String, CaseIterable {
    case person
    case organisation
  }

  /// What is found when the keys of a text are read.
  private func read(_ text: String, _ body: (inout Fields) -> Void) -> [String] {
    finish(text, body).sorted().map { finding in
      let place = finding.location.map(place) ?? ""
      return "\(place) \(finding.id): \(finding.message)" + (finding.help.map { " — \($0)" } ?? "")
    }
  }

  private func finish(_ text: String, _ body: (inout Fields) -> Void) -> Diagnostics {
    var diagnostics = Diagnostics()
    guard let node = YAML.parse(SourceText(path: "f.yaml", text), diagnostics: &diagnostics) else {
      return diagnostics
    }
    var fields = Fields(node, describing: "a thing")
    body(&fields)
    fields.finish(into: &diagnostics)
    return diagnostics
  }

  @Test("values come out as they are asked for, with their places")
  func values() {
    let found = read(
      "s: 2019\nt: yes\ni: -7\nd: 1.5e2\nb: On\nk: person\nl: [a, 2]\nid: a-1\nr: {x: y}\nm: {p: {x: 1}}\n"
    ) {
      fields in
      #expect(fields.string("s", .required)?.value == "2019")
      #expect(fields.string("t").map { place($0.location) } == "2:4")
      #expect(fields.string("t")?.value == "yes")
      #expect(fields.int("i", in: -9...0)?.value == -7)
      #expect(fields.double("d")?.value == 150)
      #expect(fields.double("i")?.value == -7)
      #expect(fields.bool("b")?.value == true)
      #expect(fields.choice("k", of: Kind.self)?.value == .person)
      #expect(fields.strings("l").map(\.value) == ["a", "2"])
      #expect(fields.id("id")?.value == "a-1")
      #expect(fields.record("r", describing: "an r") { $0.string("x")?.value } == "y")
      #expect(
        fields.recordsByID("m", describing: "the p") { id, inner in inner.int("x").map { (id.value, $0.value) } }.count
          == 1)
      #expect(fields.string("absent") == nil)
    }
    #expect(found == [])
  }

  @Test("a wrong type names the key, what was expected and what was found")
  func types() {
    let found = read("s: [a]\ni: two\nj: '2'\nd: .inf\nb: maybe\nk: persn\nl: a\nr: x\nm: [a]\nn: 3\n") { fields in
      _ = fields.string("s")
      _ = fields.int("i")
      _ = fields.int("j")
      _ = fields.double("d")
      _ = fields.bool("b")
      _ = fields.choice("k", of: Kind.self)
      _ = fields.strings("l")
      _ = fields.record("r", describing: "an outcome") { $0.string("x", .required) }
      _ = fields.nodesByID("m")
      _ = fields.int("n", in: 4...5)
    }
    #expect(
      found == [
        "1:4 wrong-type: “s” should be a text, but is a list",
        "2:4 wrong-type: “i” should be a whole number, but is “two”",
        "3:4 wrong-type: “j” should be a whole number, but is “2” — write it without quotes",
        "4:4 wrong-type: “d” should be a number, but is “.inf”",
        "5:4 wrong-type: “b” should be true or false, but is “maybe”",
        "6:4 unknown-value: “k” cannot be “persn” — did you mean “person”?",
        "7:4 wrong-type: “l” should be a list, but is “a” — write it as a list: [a]",
        "8:4 wrong-type: an outcome should be a set of keys, but is “x” — write each line as “key: value”",
        "9:4 wrong-type: “m” should be a set of ids, each with its value, but is a list "
          + "— write each on a line of its own, without a hyphen before it: “id: …”",
        "10:4 out-of-range: “n” should be at least 4, but is 3",
      ])
  }

  @Test("unknown keys are reported with the nearest one, or all there are")
  func unknown() {
    let found = read("quot: a\nbanana: b\n") { fields in
      _ = fields.string("quote")
      _ = fields.string("source")
    }
    #expect(
      found == [
        "1:1 unknown-key: unknown key “quot” in a thing — did you mean “quote”?",
        "2:1 unknown-key: unknown key “banana” in a thing — its keys are quote, source",
      ])
  }

  @Test("a comma that cuts a text short inside braces is recognised")
  func cutOff() {
    let found = read("{note: yes, indeed, a: b}\n") { fields in
      _ = fields.string("note")
      _ = fields.string("a")
    }
    #expect(
      found == [
        "1:13 unknown-key: unknown key “indeed” in a thing — inside { }, a text that holds a comma needs quotes"
      ])
  }

  @Test("missing keys are named together, at the start of the mapping")
  func missing() {
    let found = read("\nb: x\n") { fields in
      _ = fields.string("a", .required)
      _ = fields.string("b", .required)
      _ = fields.int("c", .required)
    }
    #expect(found == ["2:1 missing-key: a thing lacks “a”, “c”"])
  }

  @Test("an empty value is absent where it may be, an error where it may not")
  func empty() {
    let found = read("a:\nb: ~\nc: ''\nd: \"  \"\ne: []\n") { fields in
      #expect(fields.string("a") == nil)
      #expect(fields.int("b") == nil)
      #expect(fields.string("c", .required) == nil)
      #expect(fields.string("d", .required) == nil)
      #expect(fields.strings("e", .required).isEmpty)
    }
    #expect(found == ["3:1 empty-value: “c” is empty", "4:1 empty-value: “d” is empty"])
  }

  @Test("an id of a wrong form is explained, and a right one suggested")
  func ids() {
    let found = read("id: Ines Vale\nm: {-x: {}, ok-1: {}, Ä: {}}\n") { fields in
      #expect(fields.id("id")?.value == "Ines Vale")
      #expect(fields.nodesByID("m").map(\.id.value) == ["-x", "ok-1", "Ä"])
    }
    let help = "an id has small letters, digits and hyphens, and begins with a letter or a digit"
    #expect(
      found == [
        "1:5 invalid-id: “Ines Vale” cannot be an id — \(help): “ines-vale”",
        "2:5 invalid-id: “-x” cannot be an id — \(help): “x”", "2:23 invalid-id: “Ä” cannot be an id — \(help)",
      ])
  }

  @Test("what is wrong inside is reported with what is wrong outside, once")
  func nested() {
    let found = read("list:\n  - {a: x}\n  - {b: y}\n  - z\nmore: 1\n") { fields in
      let values = fields.records("list", describing: "an item") { $0.string("a", .required)?.value }
      #expect(values == ["x"])
    }
    #expect(
      found == [
        "3:6 unknown-key: unknown key “b” in an item — did you mean “a”?",
        "4:5 wrong-type: an item should be a set of keys, but is “z” — write each line as “key: value”",
        "5:1 unknown-key: unknown key “more” in a thing — its keys are list",
      ])
  }

  @Test("a file of a hundred thousand mistakes is reported up to a point, quickly")
  func flood() {
    let start = ContinuousClock.now
    let diagnostics = finish("l:\n" + String(repeating: "- {whoo: x}\n", count: 100_000)) { fields in
      _ = fields.records("l", describing: "an item") { $0.string("who") }
    }
    #expect(diagnostics.all.count == 10_001)
    #expect(ContinuousClock.now - start < .atMost(seconds: 20))
  }
}
