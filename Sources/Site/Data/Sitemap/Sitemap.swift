import EDTF
import Escaping

/// The pages search engines are told of, with the day each last changed (sitemaps.org, protocol 0.9).
///
/// What asks not to be indexed is not in it, nor what only leads elsewhere: embedded and filtered timelines, redirects,
/// the page for what is not found. A day is one from the data, so that a page is not called new for being built again.
struct Sitemap: Sendable {
  /// One page.
  struct Entry: Sendable {
    let path: OutputPath
    /// The civil day something it shows last became known.
    var lastChange: Day?
  }

  /// The whole address of the site's root.
  private let root: String
  /// The pages, in as many files as it takes.
  let parts: [[Entry]]

  /// The most addresses a file may have.
  static let mostEntries = 50_000
  /// The most bytes a file may have is 52,428,800; what is counted here is an estimate from above, and stays below.
  private static let mostBytes = 50_000_000
  /// How many bytes an entry has beside its address.
  private static let bytesOfEntry = 120

  init(_ entries: [Entry], below root: String) {
    self.root = root
    var parts: [[Entry]] = []
    var bytes = 0
    for entry in entries {
      // A character of the root may become an entity of five bytes, a byte of a path three by percent-encoding.
      let width = root.utf8.count * 5 + entry.path.file.utf8.count * 3 + Self.bytesOfEntry
      if parts.isEmpty || parts[parts.count - 1].count == Self.mostEntries || bytes + width > Self.mostBytes {
        parts.append([])
        bytes = 0
      }
      parts[parts.count - 1].append(entry)
      bytes += width
    }
    self.parts = parts
  }

  /// `sitemap.xml` of a site whose pages fit into one, or `sitemap-1.xml` and so on.
  func bytes(ofPart index: Int) -> [UInt8] {
    guard parts.indices.contains(index) else { return [] }
    var xml = XMLWriter(capacity: 160 * parts[index].count)
    xml.element("urlset", ["xmlns": Self.namespace]) { xml in
      for entry in parts[index] {
        xml.element("url") { xml in
          xml.element("loc", text: root + entry.path.address)
          if let day = entry.lastChange { xml.element("lastmod", text: day.description) }
        }
      }
    }
    return xml.bytes
  }

  /// `sitemap.xml` of a larger site: where the others are.
  func index(addressOfPart: (Int) -> String) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("sitemapindex", ["xmlns": Self.namespace]) { xml in
      for (index, part) in parts.enumerated() {
        xml.element("sitemap") { xml in
          xml.element("loc", text: addressOfPart(index))
          if let day = part.compactMap(\.lastChange).max() { xml.element("lastmod", text: day.description) }
        }
      }
    }
    return xml.bytes
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
}
