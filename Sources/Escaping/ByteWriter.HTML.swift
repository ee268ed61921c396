extension ByteWriter {
  /// Writes text between tags, or inside a double-quoted attribute value: `&`, `<`, `>` and `"` become entities.
  ///
  /// This is the set CommonMark's reference renderer escapes; ``attribute(_:)-(String)`` is the one to use where it is
  /// not known how the value is quoted.
  public mutating func text(_ text: String) {
    let utf8 = text.utf8
    escapeText(utf8.span)
  }

  /// Writes UTF-8 text between tags, or inside a double-quoted attribute value.
  public mutating func text(_ text: [UInt8]) { escapeText(text.span) }

  /// Writes UTF-8 text between tags, or inside a double-quoted attribute value.
  public mutating func text(_ text: ArraySlice<UInt8>) { escapeText(text.span) }

  /// Writes text that is safe between tags and inside an attribute value, however that is quoted: `'` becomes an
  /// entity too.
  public mutating func attribute(_ text: String) {
    let utf8 = text.utf8
    escapeAttribute(utf8.span)
  }

  /// Writes UTF-8 text that is safe between tags and inside an attribute value, however that is quoted.
  public mutating func attribute(_ text: [UInt8]) { escapeAttribute(text.span) }

  /// Writes UTF-8 text that is safe between tags and inside an attribute value, however that is quoted.
  public mutating func attribute(_ text: ArraySlice<UInt8>) { escapeAttribute(text.span) }

  private mutating func escapeText(_ span: borrowing Span<UInt8>) {
    write(span) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      default: nil
      }
    }
  }

  private mutating func escapeAttribute(_ span: borrowing Span<UInt8>) {
    write(span) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }
}
