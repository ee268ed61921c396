import EDTF
import Escaping

/// `feed.xml`: a feed as Atom (RFC 4287).
struct AtomFeed {
  let feed: Feed

  /// The file.
  var bytes: [UInt8] {
    var xml = XMLWriter(capacity: 2048 * (feed.entries.count + 1))
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.lang]) { xml in
      xml.element("id", text: feed.id)
      xml.element("title", text: feed.title)
      if let subtitle = feed.subtitle { xml.element("subtitle", text: subtitle) }
      xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": feed.atom])
      xml.element("link", ["rel": "alternate", "type": "text/html", "hreflang": feed.lang, "href": feed.home])
      xml.element("link", ["rel": "alternate", "type": "application/feed+json", "href": feed.json])
      if let updated = feed.updated { xml.element("updated", text: updated.midnight) }
      write(feed.authors, to: &xml)
      xml.element("generator", text: "Dateline")
      for entry in feed.entries { write(entry, to: &xml) }
    }
    return xml.bytes
  }

  private func write(_ entry: FeedEntry, to xml: inout XMLWriter) {
    xml.element("entry", ["xml:lang": entry.lang == feed.lang ? nil : entry.lang]) { xml in
      xml.element("id", text: entry.id)
      xml.element("title", text: entry.title)
      xml.element("link", ["rel": "alternate", "type": "text/html", "hreflang": entry.lang, "href": entry.url])
      // Where the words were first printed (IANA link relation “via”).
      if let source = entry.source { xml.element("link", ["rel": "via", "href": source]) }
      xml.element("published", text: entry.published.midnight)
      xml.element("updated", text: entry.updated.midnight)
      if entry.authors != feed.authors { write(entry.authors, to: &xml) }
      for category in entry.categories { xml.element("category", ["term": category.term, "label": category.label]) }
      xml.element("summary", text: entry.passages.text)
      xml.element("content", ["type": "html"], text: entry.passages.html)
    }
  }

  private func write(_ authors: [String], to xml: inout XMLWriter) {
    for author in authors { xml.element("author") { $0.element("name", text: author) } }
  }
}
