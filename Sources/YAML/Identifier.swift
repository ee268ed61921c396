/// What an id looks like: `[a-z0-9][a-z0-9-]*`.
public enum Identifier {
  /// Whether a text has the form of an id.
  public static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }

  /// The id nearest to a text: ASCII letters made small, each run of anything but letters and digits made one hyphen,
  /// none at either end.
  ///
  /// Empty where the text has neither a letter nor a digit of ASCII.
  public static func nearest(to text: String) -> String {
    var id: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): id.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): id.append(byte | 0x20)
      default: if let last = id.last, last != UInt8(ascii: "-") { id.append(UInt8(ascii: "-")) }
      }
    }
    if id.last == UInt8(ascii: "-") { id.removeLast() }
    return String(decoding: id, as: UTF8.self)
  }
}
