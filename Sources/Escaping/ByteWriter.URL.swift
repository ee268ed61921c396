extension ByteWriter {
  /// Writes a URL into an attribute value: what a URL cannot hold is percent-encoded, what an attribute cannot hold
  /// becomes an entity, and what is already encoded stays as it is.
  ///
  /// Whether the URL may be followed at all is ``URLPolicy``'s business, and asked first.
  public mutating func url(_ url: String) {
    let utf8 = url.utf8
    escapeURL(utf8.span)
  }

  /// Writes a URL, in UTF-8, into an attribute value.
  public mutating func url(_ url: [UInt8]) { escapeURL(url.span) }

  /// Writes a URL, in UTF-8, into an attribute value.
  public mutating func url(_ url: ArraySlice<UInt8>) { escapeURL(url.span) }

  /// Writes text as one component of a URL: all but RFC 3986's unreserved characters is percent-encoded.
  public mutating func urlComponent(_ text: String) {
    for byte in text.utf8 { Self.isUnreserved(byte) ? raw(byte) : percentEncoded(byte) }
  }

  /// Whether a byte stands for itself wherever in a URL it is (RFC 3986, 2.3).
  @inlinable
  public static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private mutating func escapeURL(_ span: borrowing Span<UInt8>) {
    for index in span.indices {
      let byte = span[index]
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "'"): raw("&#x27;")
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        raw(byte)
      case _ where Self.urlPunctuation.utf8Contains(byte): raw(byte)
      default: percentEncoded(byte)
      }
    }
  }

  /// The punctuation CommonMark's reference renderer leaves alone in a URL, `&` and `'` apart.
  private static let urlPunctuation: StaticString = "-_.+!*(),%#@?=;:/,$~"

  private mutating func percentEncoded(_ byte: UInt8) {
    raw(UInt8(ascii: "%"))
    raw(Self.hexadecimal(byte >> 4))
    raw(Self.hexadecimal(byte & 15))
  }

  static func hexadecimal(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
  }
}

extension StaticString {
  fileprivate func utf8Contains(_ byte: UInt8) -> Bool { withUTF8Buffer { $0.contains(byte) } }
}
