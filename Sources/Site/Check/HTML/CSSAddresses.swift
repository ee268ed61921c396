/// Finds the addresses of files that a stylesheet loads: `url(…)`, quoted or not, and what follows `@import`
/// (CSS Syntax Module Level 3, section 4).
struct CSSAddresses {
  private let css: [UInt8]
  private let end: Int
  private var index: Int

  /// The addresses in a range of bytes, with where each is written.
  static func all(in css: [UInt8], _ range: Range<Int>) -> [(address: String, range: Range<Int>)] {
    var scanner = CSSAddresses(css, range)
    return scanner.scan()
  }

  private init(_ css: [UInt8], _ range: Range<Int>) {
    self.css = css
    index = range.lowerBound
    end = range.upperBound
  }

  private mutating func scan() -> [(address: String, range: Range<Int>)] {
    var found: [(address: String, range: Range<Int>)] = []
    var isImport = false
    while index < end {
      let byte = css[index]
      switch byte {
      case UInt8(ascii: "/") where index + 1 < end && css[index + 1] == UInt8(ascii: "*"):
        index = min(css.firstIndex(of: "*/", from: index + 2).map { $0 + 2 } ?? end, end)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let string = takeString(byte)
        if isImport { found.append((Self.text(css[string]), string)) }
        isImport = false
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "@"):
        index += 1
        isImport = css.equals(takeName(), "import")
      case _ where byte.isCSSName:
        let name = takeName()
        guard css.equals(name, "url"), index < end, css[index] == UInt8(ascii: "(") else { continue }
        index += 1
        let address = takeAddress()
        found.append((Self.text(css[address]), address))
        isImport = false
      default:
        if !byte.isHTMLSpace { isImport = false }
        index += 1
      }
    }
    return found
  }

  private mutating func takeName() -> Range<Int> {
    let start = index
    while index < end, css[index].isCSSName { index += 1 }
    return start..<index
  }

  /// What stands between two quotation marks; a string also ends with its line.
  private mutating func takeString(_ quote: UInt8) -> Range<Int> {
    index += 1
    let start = index
    while index < end, css[index] != quote, css[index] != UInt8(ascii: "\n") {
      index += css[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    let range = start..<min(index, end)
    index = min(index + 1, end)
    return range
  }

  /// What stands in the brackets of `url(`.
  private mutating func takeAddress() -> Range<Int> {
    while index < end, css[index].isHTMLSpace { index += 1 }
    if index < end, css[index] == UInt8(ascii: "\"") || css[index] == UInt8(ascii: "'") {
      return takeString(css[index])
    }
    let start = index
    while index < end, css[index] != UInt8(ascii: ")"), !css[index].isHTMLSpace {
      index += css[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index, end)
    return start..<index
  }

  /// An address with its escapes undone: a backslash and a character that could not stand there by itself.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
  }
}

extension UInt8 {
  /// A letter, digit, hyphen or underscore, or a byte of any character beyond ASCII.
  fileprivate var isCSSName: Bool {
    isASCIILetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "_") || self >= 0x80
  }
}
