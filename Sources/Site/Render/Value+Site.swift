import EDTF
import Mustache

// Every object a template is given has all its keys, with null for what is absent: Mustache looks for a missing name in
// the objects around, and would find the title of the page where a source has none.

extension Value {
  /// The text, or null for none.
  static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }

  /// The object, or null for none.
  static func optional(_ object: Object?) -> Value { object.map(Value.object) ?? .null }

  /// A date for `partials/date-value`, or null for none.
  static func date(_ date: EDTFDate?, in words: InterfaceWords) -> Value {
    date.map { .object($0.view(in: words)) } ?? .null
  }

  /// A list, with its objects.
  static func objects(_ objects: some Sequence<Object>) -> Value { .list(objects.map(Value.object)) }
}

extension Object {
  /// This object with one more value, or another one under the same key.
  func with(_ key: Key, _ value: Value) -> Object {
    var copy = self
    copy[key] = value
    return copy
  }

  /// Adds a list, and whether there is anything in it, as `has_…`.
  mutating func set(list: [Object], as key: Key, has: Key) {
    self[key] = .objects(list)
    self[has] = .bool(!list.isEmpty)
  }
}

extension EDTFDate {
  /// What `partials/date-value` is given.
  func view(in words: InterfaceWords) -> Object {
    [
      "text": .text(text), "long": .text(words.date(self)),
      "short": .text(words.shortDate(self)), "datetime": .optional(htmlDateTime),
    ]
  }
}

extension Day {
  /// What `partials/date-value` is given.
  func view(in words: InterfaceWords) -> Object {
    [
      "text": .text(description), "long": .text(words.date(self)),
      "short": .text(words.shortDate(self)), "datetime": .text(description),
    ]
  }
}
