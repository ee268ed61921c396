import EDTF
import Escaping

/// `feed.json`: a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1).
struct JSONFeed {
  let feed: Feed

  /// The file.
  var bytes: [UInt8] {
    var json = JSONWriter(capacity: 2048 * (feed.entries.count + 1))
    json.object { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.member("title", feed.title)
      json.member("home_page_url", feed.home)
      json.member("feed_url", feed.json)
      json.member("description", feed.subtitle)
      json.member("language", feed.lang)
      write(feed.authors, to: &json)
      json.array("items") { json in
        for entry in feed.entries { json.object { write(entry, to: &$0) } }
      }
    }
    return json.bytes
  }

  private func write(_ entry: FeedEntry, to json: inout JSONWriter) {
    json.member("id", entry.id)
    json.member("url", entry.url)
    json.member("external_url", entry.source)
    json.member("title", entry.title)
    json.member("content_html", String(decoding: entry.passages.html, as: UTF8.self))
    json.member("content_text", entry.passages.text)
    json.member("date_published", entry.published.midnight)
    json.member("date_modified", entry.updated.midnight)
    if entry.authors != feed.authors { write(entry.authors, to: &json) }
    json.array("tags") { json in for category in entry.categories { json.element(category.label) } }
    if entry.lang != feed.lang { json.member("language", entry.lang) }
    // An extension, as the format has them: what it is about in our own data.
    json.object("_dateline") { json in
      json.member("story", entry.story.id)
      json.member("story_title", entry.story.title)
      json.member("kind", entry.kind.rawValue)
      json.array("positions") { json in for id in entry.positions { json.element(id) } }
    }
  }

  private func write(_ authors: [String], to json: inout JSONWriter) {
    json.array("authors") { json in
      for author in authors { json.object { $0.member("name", author) } }
    }
  }
}
