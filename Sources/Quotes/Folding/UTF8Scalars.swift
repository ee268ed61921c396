/// Code points read from bytes, forwards and backwards; bytes that are no UTF-8 read as U+FFFD, one at a time.
extension [UInt8] {
  /// The code point that begins at `index`, and how many bytes it takes.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let first = self[index]
    return first < 0x80 ? (UInt32(first), 1) : multiByteScalar(at: index)
  }

  private func multiByteScalar(at index: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[index])
    let (length, least): (Int, UInt32) =
      switch first {
      case 0xC2...0xDF: (2, 0x80)
      case 0xE0...0xEF: (3, 0x800)
      case 0xF0...0xF4: (4, 0x1_0000)
      default: (1, 0)
      }
    guard length > 1, index + length <= count else { return (0xFFFD, 1) }
    var value = first & (0x7F >> UInt32(length))
    for next in self[(index + 1)..<(index + length)] {
      guard next.isContinuation else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return value >= least && Unicode.Scalar(value) != nil ? (value, length) : (0xFFFD, 1)
  }

  /// The code point that ends at `end`, and where it begins; `nil` at the start.
  func scalar(endingAt end: Int) -> (value: UInt32, start: Int)? {
    guard end > 0 else { return nil }
    var start = end - 1
    while start > 0, end - start < 4, self[start].isContinuation { start -= 1 }
    let (value, length) = scalar(at: start)
    return start + length == end ? (value, start) : (0xFFFD, end - 1)
  }
}
