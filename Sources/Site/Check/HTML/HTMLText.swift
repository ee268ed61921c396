/// Text of an HTML document as a reader has it: character references undone, white space made single spaces.
///
/// Of the references by name those that this tool writes are known, and the two that authors write most; any other stays
/// as it is written.
enum HTMLText {
  /// An attribute's value.
  static func value(_ html: [UInt8], _ range: Range<Int>) -> String {
    guard html[range].contains(UInt8(ascii: "&")) else { return String(decoding: html[range], as: UTF8.self) }
    var bytes: [UInt8] = []
    append(html, range, isAttribute: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds text to what was collected before.
  static func append(_ html: [UInt8], _ range: Range<Int>, isAttribute: Bool = false, to text: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      if html[index] == UInt8(ascii: "&"), let (bytes, end) = reference(html, index..<range.upperBound, isAttribute) {
        text += bytes
        index = end
      } else {
        text.append(html[index])
        index += 1
      }
    }
  }

  /// A text on one line, without white space at either end.
  static func line(_ text: [UInt8]) -> String {
    String(decoding: Array(text.split(whereSeparator: \.isHTMLSpace).joined(separator: [0x20])), as: UTF8.self)
  }

  private static let named: [(name: StaticString, text: String)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}"),
  ]

  /// The character reference at the start of a range, and where it ends (HTML Standard, 13.2.5.72).
  private static func reference(
    _ html: [UInt8], _ range: Range<Int>, _ isAttribute: Bool
  ) -> (bytes: [UInt8], end: Int)? {
    let start = range.lowerBound + 1
    if start < range.upperBound, html[start] == UInt8(ascii: "#") {
      return numericReference(html, (start + 1)..<range.upperBound)
    }
    for (name, text) in named where html.matches(name, at: start) {
      let end = start + name.utf8CodeUnitCount
      guard end <= range.upperBound else { continue }
      if end < range.upperBound, html[end] == UInt8(ascii: ";") { return (Array(text.utf8), end + 1) }
      // Without its semicolon, `&apos` is none, and in an attribute `&lt=` and `&lty` are the start of a word.
      guard name.utf8CodeUnitCount < 4 || text != "'" else { return nil }
      let isWord = end < range.upperBound && (html[end] == UInt8(ascii: "=") || html[end].isASCIIAlphanumeric)
      return isAttribute && isWord ? nil : (Array(text.utf8), end)
    }
    return nil
  }

  private static func numericReference(_ html: [UInt8], _ range: Range<Int>) -> (bytes: [UInt8], end: Int)? {
    var index = range.lowerBound
    let isHexadecimal = index < range.upperBound && html[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < range.upperBound, let digit = html[index].digit(isHexadecimal ? 16 : 10) {
      // Too large a number stays too large.
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < range.upperBound, html[index] == UInt8(ascii: ";") { index += 1 }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (Array(String(scalar ?? "\u{FFFD}").utf8), index)
  }
}

extension UInt8 {
  fileprivate var isASCIIAlphanumeric: Bool { isASCIILetter || digit(10) != nil }

  fileprivate func digit(_ base: UInt32) -> UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where base == 16: UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F") where base == 16: UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
