extension ByteWriter {
  /// Writes text between tags of XML, or inside a double-quoted attribute value.
  ///
  /// Characters that XML 1.0 has no place for (2.2, `Char`) are left out: most control characters, U+FFFE and U+FFFF. A
  /// carriage return is written as a reference, for a parser would make a line feed of it.
  public mutating func xml(_ text: String) {
    let utf8 = text.utf8
    escapeXML(utf8.span)
  }

  /// Writes UTF-8 text between tags of XML, or inside a double-quoted attribute value.
  public mutating func xml(_ text: [UInt8]) { escapeXML(text.span) }

  private mutating func escapeXML(_ span: borrowing Span<UInt8>) {
    var start = 0
    for index in span.indices {
      switch span[index] {
      case UInt8(ascii: "&"): flush("&amp;", 1)
      case UInt8(ascii: "<"): flush("&lt;", 1)
      case UInt8(ascii: ">"): flush("&gt;", 1)
      case UInt8(ascii: "\""): flush("&quot;", 1)
      case UInt8(ascii: "\r"): flush("&#13;", 1)
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): break
      case 0..<0x20: flush("", 1)
      case 0xEF where index + 2 < span.count && span[index + 1] == 0xBF && span[index + 2] >= 0xBE: flush("", 3)
      default: break
      }

      func flush(_ replacement: StaticString, _ width: Int) {
        copy(span, start..<index)
        raw(replacement)
        start = index + width
      }
    }
    copy(span, start..<span.count)
  }
}
