import EDTF
import Escaping

/// Who makes the permanent ids of a site, as `tag:` URIs have it (RFC 4151): a name, and a day on which it was theirs.
///
///     tag:sound.example,2026:news/harbour/statement/vale-inspections-2031-01-14
///
/// An id is made of the site, the story and the ids in its files: neither an order nor a day is in it that the editor
/// does not write there. With `feed_ids` in site.yaml it survives a move of the whole site.
struct TagAuthority: Sendable {
  /// The host of the site, or what stands in for one.
  let name: String
  private let prefix: String

  /// Where no day is given, one that lies before any site made with Dateline.
  private static let epoch = "2026"

  /// The site's own host; its root is part of every id, for a host may have several sites.
  ///
  /// - Returns: `nil` where it is not known where the site will stand.
  init?(_ address: SiteAddress) {
    guard let host = address.host else { return nil }
    name = host
    prefix = "tag:\(host),\(Self.epoch):\(address.root.dropFirst())"
  }

  /// Reads what site.yaml has for `feed_ids`: `sound.example,2031` or `desk@sound.example,2031-05-01`, and after a
  /// colon what else is to stand before the story: `sound.example,2026:news/`.
  init?(_ text: String) {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    let (owner, start) = (text[..<colon], text[colon...].dropFirst())
    let parts = owner.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isName(parts[0]), Self.isDate(String(parts[1])),
      Self.isPlain(start, "-._/") || start.isEmpty
    else { return nil }
    name = parts[0].split(separator: "@").last.map(String.init) ?? ""
    prefix = "tag:\(owner):\(start)"
  }

  /// The id of something in a story; its parts are percent-encoded where a URI asks for that.
  func id(_ parts: String...) -> String {
    prefix + parts.map(OutputPath.encoded).joined(separator: "/")
  }

  /// A host, or a mail address.
  private static func isName(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard let host = parts.last, isPlain(host, "-.") else { return false }
    return parts.count == 1 || (parts.count == 2 && isPlain(parts[0], "-._"))
  }

  /// Small letters and digits, and some punctuation.
  private static func isPlain(_ text: Substring, _ punctuation: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: punctuation.utf8.contains(byte)
        }
      }
  }

  /// A year, a month or a day.
  private static func isDate(_ text: String) -> Bool {
    switch text.utf8.count {
    case 4: Day(text + "-01-01") != nil
    case 7: Day(text + "-01") != nil
    default: Day(text) != nil
    }
  }
}

extension SiteAddress {
  /// The host in lower case, without a port; `nil` where it is not known where the site will stand.
  var host: String? {
    guard let authority = origin?.split(separator: "/").last?.split(separator: "@").last else { return nil }
    let host = authority.prefix { $0 != ":" }.lowercased()
    let isName = host.utf8.allSatisfy { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "%") } && !host.isEmpty
    return isName ? host : "dateline.invalid"
  }
}
