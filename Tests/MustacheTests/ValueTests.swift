import Mustache
import Testing

@Suite("Values") struct ValueTests {
  @Test("an object keeps the order in which members were first set, however many there are")
  func order() {
    var object = Object()
    for number in 0..<100 { object[Key("k\(number)")] = .int(number) }
    object["k5"] = "new"
    object["k0"] = nil
    object["k99"] = nil
    object["k0"] = "back"
    object["none"] = nil
    #expect(object.members.map(\.key.name) == (1..<99).map { "k\($0)" } + ["k0"])
    #expect(object["k5"] == "new" && object["k98"] == 98 && object["k99"] == nil && object["k0"] == "back")
  }

  @Test("of two members with one key the last stands")
  func duplicates() {
    #expect(Object([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
  }

  @Test("a changed copy leaves the original alone")
  func copies() {
    let original: Object = ["a": 1]
    var copy = original
    copy["a"] = 2
    #expect(original["a"] == 1 && copy["a"] == 2)
  }

  @Test("a literal is the key it is the first time it is met, every other time and on every thread")
  func literals() async {
    @Sendable func met() -> [Key] {
      (0..<200).flatMap { _ in ["literal", "literal as", "l", "é", "a\0b", "a\0c"] as [Key] }
    }
    let keys = await withTaskGroup(of: [Key].self) { group in
      for _ in 0..<4 { group.addTask { met() } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let known = ["literal", "literal as", "l", "é", "a\0b", "a\0c"].map { String($0) }.map { Key($0) }
    #expect(Set(known).count == 6)
    #expect(keys.enumerated().allSatisfy { $1 == known[$0 % 6] })
  }

  @Test("keys are the same when their bytes are, from any thread")
  func keys() async {
    #expect(Key("x") == "x" && Key("x") != "y" && Key("\u{E9}") != Key("e\u{301}"))
    #expect(Key("e\u{301}").name.unicodeScalars.count == 2)
    let keys = await withTaskGroup(of: [Key].self) { group in
      for _ in 0..<8 { group.addTask { (0..<500).map { Key("task \($0)") } } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(keys).count == 1 && keys[0].map(\.name) == (0..<500).map { "task \($0)" })
  }

  @Test("data is dumped as JSON in its order")
  func json() {
    let value: Value = [
      "b": "</script>", "a": [1, 2.5, 3.0, nil, true, []], "html": .html(Array("<b>".utf8)), "o": [:],
      "nan": .double(.nan),
    ]
    #expect(
      String(decoding: value.json, as: UTF8.self) == """
        {
          "b": "\\u003C/script\\u003E",
          "a": [
            1,
            2.5,
            3,
            null,
            true,
            []
          ],
          "html": "\\u003Cb\\u003E",
          "o": {},
          "nan": null
        }

        """)
  }
}
