extension ByteWriter {
  /// Writes one content line of iCalendar, folded so that no line has more than 75 octets and no character is cut, with
  /// its CRLF (RFC 5545, 3.1).
  ///
  /// - Parameters:
  ///   - name: the property, its parameters included: `DTSTART;VALUE=DATE`.
  ///   - value: as it is, for dates and words of the format.
  public mutating func iCalendarLine(_ name: String, _ value: String) { fold(name + ":" + value) }

  /// Writes one content line whose value is text: `\`, `;`, `,` and line ends are escaped, other control characters left
  /// out (RFC 5545, 3.3.11).
  public mutating func iCalendarText(_ name: String, _ text: String) {
    var value = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": value.append(contentsOf: ["\\", scalar])
      case "\n": value.append(contentsOf: "\\n".unicodeScalars)
      case "\t": value.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: value.append(scalar)
      }
    }
    fold(name + ":" + String(value))
  }

  private mutating func fold(_ line: String) {
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        raw("\r\n ")
        octets = 1
      }
      raw(string: String(scalar))
      octets += width
    }
    raw("\r\n")
  }
}
