import Diagnostics
import YAML

/// Finds where an author wrote what stands in a page.
struct LinkLocator: Sendable {
  let site: PublishedSite

  /// Where an address is written in the text a page is made of, if it is: by itself, not as a part of a longer one.
  func location(of link: String, on page: Page) -> SourceLocation? {
    guard let file = site.text(of: page)?.file else { return nil }
    for text in written(link) {
      let needle = Array(text.utf8)
      let start = file.bytes.firstIndex(of: needle) { start in
        let end = start + needle.count
        return (start == 0 || Self.endsLinks(file.bytes[start - 1]))
          && (end == file.bytes.count || Self.endsLinks(file.bytes[end]))
      }
      if let start { return file.location(start..<(start + needle.count)) }
    }
    return nil
  }

  /// Whether a byte may stand before or behind an address in Markdown or HTML.
  private static func endsLinks(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="): true
    default: partsAddresses(byte)
    }
  }

  /// The ways to write an address: as it is in the page, and from the site's root.
  private func written(_ link: String) -> [String] {
    let root = site.address.root
    return [link, link.hasPrefix(root) ? "/" + link.dropFirst(root.count) : link]
  }

  /// Where a link that no page's own text has is written for all pages: in site.yaml, or as it is in a template.
  func locationForAllPages(of link: String, links: ContentLinks) -> SourceLocation? {
    let listed = (site.configuration.nav + site.configuration.policies).first {
      links.address(of: $0.url.value, in: "Content/site.yaml") == link
    }
    if let listed { return listed.url.location }
    let needle = Array("\"\(link)\"".utf8)
    for (_, template) in site.parsed.theme.files.templates {
      guard let start = template.bytes.firstIndex(of: needle) else { continue }
      return template.location((start + 1)..<(start + needle.count - 1))
    }
    return nil
  }

  /// Where links that no page's own text has stand in site.yaml and the positions files, each by itself and not as a part
  /// of a longer address. Each file is gone through once, however many links there are.
  func locationsInData(of links: some Collection<String>) -> [String: SourceLocation] {
    var wanted: [String: String] = [:]
    for link in links {
      for text in written(link) { wanted[text] = link }
    }
    var places: [String: SourceLocation] = [:]
    for file in wanted.isEmpty ? [] : site.dataFiles {
      for word in file.bytes.split(whereSeparator: Self.partsAddresses) {
        guard word.first == UInt8(ascii: "/") || word.first == UInt8(ascii: "h"),
          let link = wanted[String(decoding: word, as: UTF8.self)], places[link] == nil
        else { continue }
        places[link] = file.location(word.indices)
      }
    }
    return places
  }

  /// Whether a byte ends an address in YAML, in quotation marks, a flow collection, or neither.
  private static func partsAddresses(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: byte <= 0x20
    }
  }
}
