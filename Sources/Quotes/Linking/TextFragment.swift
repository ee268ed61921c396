/// Links that land on words: text directives, as in `https://example.org/a#:~:text=No%20inspector`.
///
/// Source: WICG, *URL Fragment Text Directives*: `text=[prefix-,]start[,end][,-suffix]`.
public enum TextFragment {
  /// Where words around a quote may be taken from: they are the article's, and not every article may be printed.
  public enum Context: Sendable {
    /// From anywhere.
    case article
    /// From the paragraphs that hold the quote.
    case paragraph
    /// From nowhere.
    case none
  }

  /// The directive, `text=…`, that leads to a quote that was found.
  ///
  /// The words are the article's own. A quote that is long, leaves words out or runs over paragraphs is given by its
  /// first and last words. Words around it are given only where its own would lead elsewhere first, and only as far as
  /// `context` allows.
  public static func directive(
    for match: QuoteMatch, in text: QuotableText, context: Context = .article
  ) -> String {
    TextFragments(text).directive(for: match, context: context)
  }

  /// The directive that leads to a quote whose source is not at hand.
  ///
  /// Where words were left out, or an editor put some in, the first and the last words of the source are given.
  public static func directive(for quote: String) -> String {
    let parts = QuoteParts(quote)
    let reading = Pattern.Reading(cuts: parts.hasCuts, brackets: parts.hasBrackets, shortParts: true)
    guard let pattern = try? Pattern(parts, as: reading) else {
      return "text=" + encoded(String(decoding: parts.bytes, as: UTF8.self))
    }
    let pieces = pattern.literals.map(\.wholeWords).filter { !$0.isEmpty }
    guard let first = pieces.first, let last = pieces.last else { return "text=" + encoded(quote) }
    let words = first.split(separator: " ")
    guard pieces.count > 1 || first.unicodeScalars.count > longest && words.count >= 2 * edgeWords else {
      return "text=" + encoded(first)
    }
    let start = words.prefix(edgeWords).joined(separator: " ")
    let end = last.split(separator: " ").suffix(edgeWords).joined(separator: " ")
    return directive(prefix: nil, start: start, end: end, suffix: nil)
  }

  /// A URL with a directive added to its fragment.
  public static func url(_ url: String, directive: String) -> String {
    if url.contains(":~:") { return url + "&" + directive }
    return url + (url.contains("#") ? ":~:" : "#:~:") + directive
  }

  /// The longest quote that is given whole, in code points.
  static let longest = 300
  /// How many words of each end are given of a longer one, at least.
  static let edgeWords = 4

  static func directive(prefix: String?, start: String, end: String?, suffix: String?) -> String {
    var result = "text="
    if let prefix { result += encoded(prefix) + "-," }
    result += encoded(start)
    if let end { result += "," + encoded(end) }
    if let suffix { result += ",-" + encoded(suffix) }
    return result
  }

  /// Percent-encodes all but RFC 3986's unreserved characters, and `-`, which means something here.
  ///
  /// White space becomes one space, and what nobody sees is left out, as a browser's search does.
  static func encoded(_ string: String) -> String {
    let bytes = Array(string.utf8)
    var result: [UInt8] = []
    var isSpaced = false
    var index = 0
    while index < bytes.count {
      let (value, length) = bytes.scalar(at: index)
      let kind = ScalarClass(value)
      if kind.isSpace {
        isSpaced = !result.isEmpty
      } else if !kind.isUnseen {
        if isSpaced { result += "%20".utf8 }
        isSpaced = false
        for byte in bytes[index..<(index + length)] { append(byte, to: &result) }
      }
      index += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    let value = UInt32(byte)
    if Letters.isASCIILetter(value) || Letters.isASCIIDigit(value) || value == 0x2E || value == 0x5F || value == 0x7E {
      result.append(byte)
    } else {
      let digits = Array("0123456789ABCDEF".utf8)
      result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}

extension Literal {
  /// The words as they are, without those that an editor's bracket is part of.
  fileprivate var wholeWords: String {
    var words = String(decoding: raw, as: UTF8.self).split { $0.isWhitespace }
    if isGluedAtStart, !words.isEmpty { words.removeFirst() }
    if isGluedAtEnd, !words.isEmpty { words.removeLast() }
    return words.joined(separator: " ")
  }
}
