extension ByteWriter {
  /// Writes one content line of iCalendar, folded so that no line has more than 75 octets and no character is cut, with
  /// its CRLF (RFC 5545, 3.1).
  ///
  /// - Parameters:
  ///   - name: the property, its parameters included: `DTSTART;VALUE=DATE`.
  ///   - value: as it is, for dates and words of the format.
  public mutating func iCalendarLine(_ name: StaticString, _ value: String) {
    var line = ByteWriter()
    line.raw(name)
    line.raw(":")
    line.raw(string: value)
    fold(line.bytes.span)
  }

  /// Writes one content line whose value is text: `\`, `;`, `,` and line ends are escaped, other control characters left
  /// out (RFC 5545, 3.3.11).
  public mutating func iCalendarText(_ name: StaticString, _ text: String) {
    var line = ByteWriter()
    line.raw(name)
    line.raw(":")
    let utf8 = text.utf8
    let span = utf8.span
    line.write(span) { byte in
      switch byte {
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: ";"): "\\;"
      case UInt8(ascii: ","): "\\,"
      case UInt8(ascii: "\n"): "\\n"
      case UInt8(ascii: "\t"): nil
      case 0..<0x20, 0x7F: ""
      default: nil
      }
    }
    fold(line.bytes.span)
  }

  /// The most octets a line may have, its CRLF left out.
  private static let lineLength = 75

  private mutating func fold(_ line: borrowing Span<UInt8>) {
    var start = 0
    var room = Self.lineLength
    while line.count - start > room {
      var end = start + room
      // A byte 10xxxxxx goes on with the character before it.
      while end > start, line[end] & 0xC0 == 0x80 { end -= 1 }
      copy(line, start..<end)
      raw("\r\n ")
      start = end
      room = Self.lineLength - 1
    }
    copy(line, start..<line.count)
    raw("\r\n")
  }
}
