import Escaping

/// Addresses as they stand in timelines: without a scheme, relative to a site that is left, in the middle of a text.
enum WebAddress {
  /// The address as a reader of any site can follow it; `nil` where it leads nowhere from here.
  static func absolute(_ address: String) -> String? {
    var bytes = address.utf8.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let text = String(Substring(bytes))
    if text.hasPrefix("//") { return "https:" + text }
    if let scheme = URLPolicy.scheme(of: text.utf8), URLPolicy.link.schemes.contains(scheme) {
      return text.utf8.count > scheme.utf8.count + 1 ? text : nil
    }
    // `www.example.org/page`: a host, not a file beside the page.
    let host = text.utf8.prefix { $0 != UInt8(ascii: "/") }
    let isHost =
      text.hasPrefix("www.")
      || host.count < text.utf8.count && host.contains(UInt8(ascii: "."))
        && host.first != UInt8(ascii: ".")
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "\"") }
    return isHost && isPlain && URLPolicy.scheme(of: text.utf8) == nil ? "https://" + text : nil
  }

  /// The host of an address without `www.`; the address where it has none.
  static func name(of address: String) -> String {
    guard let url = absolute(address), let start = url.firstRange(of: "//") else { return address }
    let host = url[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }

  /// The first address in a text, without the punctuation of the sentence it stands in.
  static func first(in text: Substring) -> Range<Substring.Index>? {
    let utf8 = text.utf8
    var index = utf8.startIndex
    while let start = utf8[index...].firstIndex(of: UInt8(ascii: "h")) {
      index = utf8.index(after: start)
      let rest = utf8[start...]
      guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) else { continue }
      let isInWord = start > utf8.startIndex && isLetter(utf8[utf8.index(before: start)])
      guard !isInWord else { continue }
      var end = rest.firstIndex { !isPart($0) } ?? utf8.endIndex
      while end > start, isPunctuation(utf8[utf8.index(before: end)]) { end = utf8.index(before: end) }
      guard utf8.distance(from: start, to: end) > 8 else { continue }
      return start..<end
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

  /// Whether a byte can be part of an address in a text; one that must not stand between `<` and `>` cannot.
  private static func isPart(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
      && byte != UInt8(ascii: "\\")
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool { ".,;:!?'()[]".utf8.contains(byte) }
}
