import Escaping

extension Value {
  /// The value as JSON text, in the layout of `JSONWriter`: two spaces of indentation, a line feed at its end.
  ///
  /// Members keep their order. Markup is written as the string it is; a number JSON has no form for as `null`.
  public var json: [UInt8] {
    var out = ByteWriter()
    writeJSON(into: &out, depth: 0)
    out.raw("\n")
    return out.bytes
  }

  private func writeJSON(into out: inout ByteWriter, depth: Int) {
    switch self {
    case .null: out.raw("null")
    case .bool(let value): value ? out.raw("true") : out.raw("false")
    case .int(let value): out.raw(number: value)
    case .double(let value): out.raw(string: value.isFinite ? value.decimal : "null")
    case .text(let text): out.jsonString(text)
    case .html(let markup): out.jsonString(String(decoding: markup, as: UTF8.self))
    case .list(let items):
      Self.nest("[", "]", items, into: &out, depth: depth) { item, out in
        item.writeJSON(into: &out, depth: depth + 1)
      }
    case .object(let object):
      Self.nest("{", "}", object.members, into: &out, depth: depth) { member, out in
        out.jsonString(member.key.name)
        out.raw(": ")
        member.value.writeJSON(into: &out, depth: depth + 1)
      }
    }
  }

  private static func nest<Element>(
    _ open: StaticString, _ close: StaticString, _ elements: [Element], into out: inout ByteWriter, depth: Int,
    write: (Element, inout ByteWriter) -> Void
  ) {
    out.raw(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { out.raw(",") }
      newline(into: &out, depth: depth + 1)
      write(element, &out)
    }
    if !elements.isEmpty { newline(into: &out, depth: depth) }
    out.raw(close)
  }

  private static func newline(into out: inout ByteWriter, depth: Int) {
    out.raw("\n")
    for _ in 0..<depth { out.raw("  ") }
  }
}
