// Looking around in the bytes of a YAML text.

extension [UInt8] {
  /// The end of the line that holds an offset, its line ending left out.
  func endOfLine(from offset: Int, in range: Range<Int>) -> Int {
    self[offset..<range.upperBound].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      ?? range.upperBound
  }

  /// The start of the line that holds an offset.
  func startOfLine(at offset: Int, in range: Range<Int>) -> Int {
    (self[range.lowerBound..<offset].lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
      .map { $0 + 1 } ?? range.lowerBound
  }

  /// The first byte that is neither white space nor in a comment; the end of the range where there is none.
  func endOfBlank(in range: Range<Int>) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound {
      switch self[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): offset += 1
      case UInt8(ascii: "#"): offset = endOfLine(from: offset, in: range)
      default: return offset
      }
    }
    return offset
  }

  /// A range without the white space at its end.
  func trimmingEnd(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, [0x20, 0x09, 0x0A, 0x0D].contains(self[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }
}
