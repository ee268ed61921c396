import Mustache

/// What a page says of itself in its head: to browsers, to those who share it, to search engines.
struct PageHead: Sendable {
  /// What kind of page it is: `story`, `timeline`, `issue`, …; templates make it a class.
  var kind: String
  var title: String
  /// In a sentence or two; the site's description where absent.
  var description: String?
  /// What the page says of its own, in its language; the site's where absent.
  var words: InterfaceWords?
  /// The page that search engines should know instead of this one.
  var canonical: OutputPath?
  /// Whether search engines are asked to leave the page out.
  var isUnlisted = false
  /// The picture that stands for the page where it is shared.
  var image: (url: String, alt: String)?
  /// What the page is about, for machines: JSON-LD with the vocabulary of schema.org.
  var structuredData: [UInt8]?

  init(_ kind: String, title: String) {
    self.kind = kind
    self.title = title
  }

  /// What templates are given as `page`.
  func view(path: OutputPath, site: PublishedSite) -> Object {
    let isArticle = kind == "story" || kind == "article" || kind == "plain"
    let words = words ?? site.words
    let url = site.address.href(path)
    return [
      "title": .text(title), "description": .optional(description ?? site.configuration.description),
      "kind": .text(kind), "is_home": .bool(kind == "home"), "url": .text(url),
      "canonical": .optional(canonical.map(site.address.absolute) ?? site.address.absolute(href: url)),
      "lang": .text(words.tag), "dir": .text(words.direction.rawValue), "is_unlisted": .bool(isUnlisted),
      "og_type": .text(isArticle ? "article" : "website"),
      "image": .optional(image.map { ["url": .text($0.url), "alt": .text($0.alt)] }),
      "structured_data": structuredData.map(Value.html) ?? .null,
    ]
  }
}
