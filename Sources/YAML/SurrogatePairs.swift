/// The characters that a JSON text escapes in two halves, `\ud83d\ude00`, which YAML does not know (RFC 8259,
/// section 7), written as YAML escapes them, `\U0001F600`.
struct SurrogatePairs {
  /// The text with the pairs written anew, each two bytes shorter.
  private(set) var text: [UInt8]
  /// Where each pair ends in the new text, in order.
  private var ends: [Int]

  /// `nil` where there is nothing to rewrite: only a text that begins as JSON does is looked at.
  init?(_ bytes: [UInt8], range: Range<Int>) {
    let start = bytes.endOfBlank(in: range)
    guard start < range.upperBound, [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[start]) else { return nil }
    text = []
    ends = []
    var copied = range.lowerBound
    var offset = start
    while let escape = bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) {
      guard let scalar = Self.pair(in: bytes, at: escape, before: range.upperBound) else {
        offset = min(escape + 2, range.upperBound)
        continue
      }
      text += bytes[copied..<escape]
      let hex = String(scalar.value, radix: 16)
      text += Array("\\U\(String(repeating: "0", count: 8 - hex.count))\(hex)".utf8)
      ends.append(text.count)
      offset = escape + 12
      copied = offset
    }
    guard !ends.isEmpty else { return nil }
    text += bytes[copied..<range.upperBound]
  }

  /// Where an offset into the new text lies in the old one, both from the start of the range.
  func original(of offset: Int) -> Int {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return offset + 2 * low
  }

  private static func pair(in bytes: [UInt8], at offset: Int, before end: Int) -> Unicode.Scalar? {
    guard offset + 12 <= end, let high = unit(bytes[offset..<(offset + 6)]), 0xD800...0xDBFF ~= high,
      let low = unit(bytes[(offset + 6)..<(offset + 12)]), 0xDC00...0xDFFF ~= low
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// The number in `\uXXXX`.
  private static func unit(_ escape: ArraySlice<UInt8>) -> UInt32? {
    guard escape.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
    return UInt32(String(decoding: escape.dropFirst(2), as: UTF8.self), radix: 16)
  }
}
