public import EDTF
import Escaping
public import YAML

extension Fields {
  /// A date in EDTF; what is wrong with it is pointed at to the character.
  public mutating func date(_ key: String, _ presence: Presence = .optional) -> Located<EDTFDate>? {
    guard let text = string(key, presence) else { return nil }
    do {
      return Located(try EDTFDate(parsing: text.value), at: text.location)
    } catch {
      self.error("invalid-date", error.message, at: text.location(of: error.range), help: error.help)
      return nil
    }
  }

  /// A URL that readers may be sent to.
  public mutating func url(_ key: String, _ presence: Presence = .optional) -> Located<String>? {
    guard let url = string(key, presence) else { return nil }
    guard URLPolicy.link.allows(url.value) else {
      error(
        "unsafe-url", "“\(key)” begins with “\(URLPolicy.scheme(of: url.value.utf8) ?? ""):”", at: url.location,
        help: "a URL here begins with http: or https:")
      return nil
    }
    return url
  }

  /// A language tag (BCP 47), checked for its form only.
  public mutating func language(_ key: String, _ presence: Presence = .optional) -> Located<String>? {
    guard let tag = string(key, presence) else { return nil }
    let subtags = tag.value.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = subtags.enumerated().allSatisfy { index, subtag in
      (index == 0 ? 2...8 : 1...8) ~= subtag.count && subtag.allSatisfy { Self.isAlphanumeric($0, orDigit: index > 0) }
    }
    guard isTag else {
      error(
        "invalid-language", "“\(tag.value)” is not a language", at: tag.location,
        help: "write a language tag, such as en, de-CH or zh-Hant")
      return nil
    }
    return tag
  }

  private static func isAlphanumeric(_ byte: UInt8, orDigit: Bool) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: orDigit && UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
  }
}
