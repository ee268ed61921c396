extension ByteWriter {
  /// Writes a JSON string, quotation marks included (RFC 8259).
  ///
  /// `<`, `>`, `&` and the line separators U+2028 and U+2029 are written as escapes, so that the JSON may stand
  /// inside a `<script>` element and inside JavaScript.
  public mutating func jsonString(_ text: String) {
    raw(UInt8(ascii: "\""))
    let utf8 = text.utf8
    let span = utf8.span
    var start = 0
    for index in span.indices {
      let byte = span[index]
      switch byte {
      case UInt8(ascii: "\""): flush("\\\"")
      case UInt8(ascii: "\\"): flush("\\\\")
      case UInt8(ascii: "\n"): flush("\\n")
      case UInt8(ascii: "\r"): flush("\\r")
      case UInt8(ascii: "\t"): flush("\\t")
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        flush("\\u00")
        raw(Self.hexadecimal(byte >> 4))
        raw(Self.hexadecimal(byte & 15))
      case 0xE2 where index + 2 < span.count && span[index + 1] == 0x80 && span[index + 2] & 0xFE == 0xA8:
        let isLineSeparator = span[index + 2] == 0xA8
        flush(isLineSeparator ? "\\u2028" : "\\u2029")
        start = index + 3
      default: break
      }

      func flush(_ escape: StaticString) {
        copy(span, start..<index)
        raw(escape)
        start = index + 1
      }
    }
    copy(span, start..<span.count)
    raw(UInt8(ascii: "\""))
  }
}
