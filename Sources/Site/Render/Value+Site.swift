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
  static func date(_ date: EDTFDate?) -> Value { date.map { .object($0.view) } ?? .null }

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

extension [Object] {
  /// The same objects, each knowing whether it is the last.
  var markingLast: [Object] {
    enumerated().map { index, object in object.with("is_last", .bool(index == count - 1)) }
  }
}

extension EDTFDate {
  /// What `partials/date-value` is given.
  var view: Object {
    [
      "text": .text(text), "words": .text(words()), "short": .text(words(.short)),
      "datetime": .optional(htmlDateTime),
    ]
  }
}

extension Day {
  /// What `partials/date-value` is given.
  var view: Object {
    [
      "text": .text(description), "words": .text(words()), "short": .text(words(.short)),
      "datetime": .text(description),
    ]
  }
}
