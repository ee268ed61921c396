/// What a template is given to write: a page's data.
///
/// ``null``, `false`, empty text, empty markup and an empty list are false to a section; everything else is true, zero
/// included. A value is copied by reference, so that a list of 100,000 objects costs nothing to pass on.
public enum Value: Sendable, Equatable {
  /// Nothing: written as nothing.
  case null
  /// Written as `true` or `false`.
  case bool(Bool)
  /// Written in decimal.
  case int(Int)
  /// Written as the shortest decimal that reads back the same; without a fraction where it has none.
  case double(Double)
  /// Text, escaped by `{{…}}` and written as it is by `{{{…}}}`.
  case text(String)
  /// Markup already made, in UTF-8, to be written by `{{{…}}}`; `{{…}}` escapes it as it would any text.
  case html([UInt8])
  /// What a section runs through; written as nothing.
  case list([Value])
  /// What a section steps into; written as nothing.
  case object(Object)
}

extension Value {
  /// Whether a section shows its content for this value, an inverted one not.
  public var isTrue: Bool {
    switch self {
    case .null: false
    case .bool(let value): value
    case .int, .double, .object: true
    case .text(let text): !text.isEmpty
    case .html(let markup): !markup.isEmpty
    case .list(let items): !items.isEmpty
    }
  }
}

extension Double {
  /// The shortest decimal that reads back the same, without `.0` at its end.
  var decimal: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
