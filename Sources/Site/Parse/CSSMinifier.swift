/// Writes a stylesheet without its comments and the white space nobody needs, and without a change in what it says.
///
/// It knows no more of CSS than its tokens (CSS Syntax Module Level 3, section 4): strings, addresses and escapes stay
/// as they are; white space is taken away only beside punctuation that separates anyway, so that a descendant
/// (`a :hover`), a sum (`1px + 2px`) and a condition (`and (…)`) keep theirs. A comment that begins with `/*!` stays.
package struct CSSMinifier {
  private let css: [UInt8]
  private var index = 0
  private var out: [UInt8] = []
  /// White space was passed over since the last byte written.
  private var isSpacePending = false
  /// The last byte written, where it is a token of its own: not the end of an escape or an address.
  private var punctuation: UInt8?

  /// The stylesheet, shortened.
  package static func minified(_ css: [UInt8]) -> [UInt8] {
    var minifier = CSSMinifier(css: css)
    minifier.run()
    return minifier.out
  }

  private init(css: [UInt8]) {
    self.css = css
    out.reserveCapacity(css.count)
  }

  private mutating func run() {
    while index < css.count {
      let byte = css[index]
      switch byte {
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): takeComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): copy(to: endOfString(byte))
      case UInt8(ascii: "\\"): copy(to: endOfEscape())
      case _ where byte.isCSSSpace:
        isSpacePending = true
        index += 1
      case _ where byte.isCSSName: copy(to: endOfName())
      default:
        copy(to: index + 1)
        punctuation = byte
      }
    }
  }

  // MARK: Writing

  private mutating func copy(to end: Int) {
    let end = min(end, css.count)
    let byte = css[index]
    if isSpacePending, !out.isEmpty {
      // `--name: ;` is a value, `--name:;` was none before 2022.
      let isEmptyValue = punctuation == UInt8(ascii: ":") && byte.endsCSSDeclaration
      if isEmptyValue || !(punctuation.needsNoSpaceAfter || byte.needsNoSpaceBefore) { out.append(UInt8(ascii: " ")) }
    }
    isSpacePending = false
    if byte == UInt8(ascii: "}"), punctuation == UInt8(ascii: ";") { out.removeLast() }
    punctuation = nil
    out += css[index..<end]
    index = end
  }

  private mutating func takeComment() {
    var end = index + 2
    while end < css.count, !(css[end] == UInt8(ascii: "*") && end + 1 < css.count && css[end + 1] == UInt8(ascii: "/"))
    {
      end += 1
    }
    end = min(end + 2, css.count)
    if peek(2) == UInt8(ascii: "!") { return copy(to: end) }
    index = end
    // Between two names it keeps them apart, as white space does, but does not say what white space says.
    guard index < css.count, !isSpacePending, !out.isEmpty, !punctuation.needsNoSpaceAfter else { return }
    if !css[index].isCSSSpace, !css[index].needsNoSpaceBefore { out += Array("/**/".utf8) }
  }

  // MARK: Tokens

  private func peek(_ distance: Int) -> UInt8? { index + distance < css.count ? css[index + distance] : nil }

  /// Behind the closing quotation mark; a string also ends with its line.
  private func endOfString(_ quote: UInt8) -> Int {
    var end = index + 1
    while end < css.count {
      if css[end] == quote || css[end].isCSSNewline { return end + 1 }
      end += css[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end
  }

  /// Behind an escape, with the one space that ends one in hexadecimal.
  private func endOfEscape() -> Int {
    var end = index + 1
    while end < css.count, end < index + 7, css[end].isHexadecimalDigit { end += 1 }
    if end == index + 1 { return end + 1 }
    guard end < css.count, css[end].isCSSSpace else { return end }
    return css[end] == 0x0D && end + 1 < css.count && css[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// Behind a name or number; behind the whole of `url(…)` where no quotation marks are in it.
  private func endOfName() -> Int {
    var end = index
    while end < css.count, css[end].isCSSName { end += 1 }
    let isAddress = end < css.count && css[end] == UInt8(ascii: "(") && css[index..<end].isURL
    guard isAddress else { return end }
    var inside = end + 1
    while inside < css.count, css[inside].isCSSSpace { inside += 1 }
    if inside < css.count, css[inside] == UInt8(ascii: "\"") || css[inside] == UInt8(ascii: "'") { return end }
    while inside < css.count, css[inside] != UInt8(ascii: ")") {
      inside += css[inside] == UInt8(ascii: "\\") ? 2 : 1
    }
    return inside + 1
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isURL: Bool { count == 3 && zip(self, "url".utf8).allSatisfy { $0 | 0x20 == $1 } }
}

extension UInt8? {
  fileprivate var needsNoSpaceAfter: Bool {
    switch self {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "("),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

extension UInt8 {
  fileprivate var isCSSNewline: Bool { self == 0x0A || self == 0x0C || self == 0x0D }
  fileprivate var isCSSSpace: Bool { isCSSNewline || self == 0x20 || self == 0x09 }

  /// Whether it can stand in a name or a number; names are not told from numbers, which need no care of their own.
  fileprivate var isCSSName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  fileprivate var isHexadecimalDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  fileprivate var endsCSSDeclaration: Bool { self == UInt8(ascii: ";") || self == UInt8(ascii: "}") }

  fileprivate var needsNoSpaceBefore: Bool {
    switch self {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ")"): true
    default: false
    }
  }
}
