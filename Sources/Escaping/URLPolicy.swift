/// Which URLs content may point at: the one list of schemes.
///
/// A URL without a scheme is relative to the site and allowed. The scheme is read as browsers read it (WHATWG URL,
/// basic URL parser): leading control characters and spaces are skipped, tabs and line ends inside are ignored, case
/// does not count. What looks like a scheme and is not on the list is refused.
public enum URLPolicy: Sendable {
  /// What a reader may follow: `http`, `https`, `mailto`, `tel`.
  case link
  /// What a page may load as a picture, sound or film: `http`, `https`.
  case media

  /// The schemes allowed, in lower case.
  public var schemes: [String] {
    switch self {
    case .link: ["http", "https", "mailto", "tel"]
    case .media: ["http", "https"]
    }
  }

  /// Whether a URL may stand in a page.
  public func allows(_ url: some Sequence<UInt8>) -> Bool {
    guard let scheme = Self.scheme(of: url) else { return true }
    return schemes.contains(scheme)
  }

  /// Whether a URL may stand in a page.
  public func allows(_ url: String) -> Bool { allows(url.utf8) }

  /// The scheme of a URL in lower case, as a browser would read it; `nil` where it has none.
  ///
  /// What stands before the first `:` counts as a scheme unless `/`, `?` or `#` comes earlier, even where it has
  /// characters no scheme may have: better to refuse a strange relative path than to let a strange scheme through.
  public static func scheme(of url: some Sequence<UInt8>) -> String? {
    var scheme: [UInt8] = []
    for byte in url {
      switch byte {
      case 0...0x20 where scheme.isEmpty: continue
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
      case UInt8(ascii: ":"): return String(decoding: scheme, as: UTF8.self).lowercased()
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"): return nil
      default: scheme.append(byte)
      }
    }
    return nil
  }
}
